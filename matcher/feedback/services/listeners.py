"""Who hears what is told in confidence: a named person, and never one whom it is about."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sqlalchemy.orm import Session

from matcher.feedback.models import ConcernAbout
from matcher.feedback.queries.absences import is_away
from matcher.feedback.queries.concerns import list_confidants
from matcher.members.models import Grant, Member
from matcher.programmes.models import Programme


def listener(
    db: Session,
    programme: Programme,
    about: ConcernAbout,
    *,
    not_to: Collection[Member],
    today: date,
) -> Member | None:
    """Return who hears it: the contact person; the second contact when it is about them.

    While the contact person is away, their stand-in hears it.
    """
    if about != ConcernAbout.COORDINATOR and programme.contact not in not_to:
        stand_in = programme.stand_in
        can_stand_in = stand_in is not None and stand_in not in not_to
        if can_stand_in and is_away(db, programme.id, programme.contact, today=today):
            return stand_in
        return programme.contact
    others = second_contacts(programme, list_confidants(db, [programme.id]))
    return next((each for each in others if each not in not_to), None)


def second_contacts(programme: Programme, grants: Iterable[Grant]) -> Iterator[Member]:
    """Name the others, in order: second contacts, the stand-in, then administrators."""
    grants = list(grants)
    here = [grant.member for grant in grants if grant.programme_id == programme.id]
    everywhere = [grant.member for grant in grants if grant.programme_id is None]
    stand_in = [programme.stand_in] if programme.stand_in else []
    for each in [*here, *stand_in, *everywhere]:
        if each is not programme.contact:
            yield each
