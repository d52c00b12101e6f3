"""Who can be brought together with someone: the one rule, and the list that a run begins with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, cast, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, contains_eager

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import (
    AdmissionCheck,
    Enrolment,
    EnrolmentState,
    Import,
    ImportState,
    Meets,
    Programme,
)
from matcher.programmes.models.choices import ADMISSION
from matcher.programmes.models.complete import needed_gaps
from matcher.programmes.queries.checks import Shown, checks_of
from matcher.programmes.queries.listed import SignUp

# Who can take several people may be looked for again while others stand beside them already.
STILL_OPEN = {EnrolmentState.OFFERED, EnrolmentState.PAIRED}
LOOKED_FOR = {EnrolmentState.WAITING, *STILL_OPEN}

NOT_NOW = {
    EnrolmentState.DRAFT: N_("The sign-up has not been sent yet."),
    EnrolmentState.OFFERED: N_("There is a proposal already."),
    EnrolmentState.PAIRED: N_("There is a pairing already."),
    EnrolmentState.PAUSED: N_("The sign-up is paused."),
    EnrolmentState.FINISHED: N_("The pairing has finished."),
    EnrolmentState.WITHDRAWN: N_("The sign-up was stopped."),
}
NO_PLACES = sentence(N_("There are no places now."))
UNCONFIRMED = sentence(N_("Not confirmed yet, and no ground for including them is recorded."))
NOT_SHOWN = N_("%(item)s: not recorded yet.")
EXPIRED = N_("%(item)s: no longer valid.")


def why_not_matchable(
    enrolment: SignUp, checks: Iterable[AdmissionCheck | Shown], today: date
) -> list[Sentence]:
    """Say what keeps somebody out of a run: nothing at all, if they can be in it."""
    return [
        *_state(enrolment),
        *(gap.sentence for gap in needed_gaps(enrolment)),
        *_admission(enrolment, checks, today),
    ]


def _state(enrolment: SignUp) -> Iterator[Sentence]:
    several = enrolment.places > 1 and enrolment.state in STILL_OPEN
    if enrolment.state != EnrolmentState.WAITING and not several:
        yield sentence(NOT_NOW[enrolment.state])
    if enrolment.places < 1:
        yield NO_PLACES
    if not enrolment.is_confirmed and not enrolment.ground:
        yield UNCONFIRMED


def _admission(
    enrolment: SignUp, checks: Iterable[AdmissionCheck | Shown], today: date
) -> Iterator[Sentence]:
    shown = {check.item: check for check in checks}
    for wanted in required(enrolment.programme.admission, enrolment.side):
        item = sentence(ADMISSION[wanted])
        check = shown.get(wanted)
        if check is None:
            yield sentence(NOT_SHOWN, item=item)
        elif check.expires_on and check.expires_on < today:
            yield sentence(EXPIRED, item=item)


def required(admission: Sequence[Mapping[str, Any]], side: str) -> list[str]:
    """List what a programme wants to see of people on this side."""
    return [each["item"] for each in admission if each["side"] == side]


@dataclass(frozen=True, slots=True)
class Bare:
    """Somebody who can be in a run, in the few values that counting needs."""

    id: UUID
    side: Side
    places: int
    meets: Meets | None
    place: str
    topics: list[str]
    languages: list[str]
    slots: list[str]


def list_bare(db: Session, programme: Programme, *, today: date) -> list[Bare]:
    """List who can be in a run, for counting: the same people as `list_matchable`."""
    columns = (Enrolment.id, Enrolment.side, Enrolment.places, Enrolment.meets, Enrolment.place)
    lists = (Enrolment.topics, Enrolment.languages, Enrolment.slots)
    return [
        Bare(*row) for row in db.execute(_matchable(select(*columns, *lists), programme, today))
    ]


def _matchable(query: Any, programme: Programme, today: date) -> Any:  # a query of any columns
    return query.join(Enrolment.member).where(
        Enrolment.programme_id == programme.id, is_visible(), is_matchable(programme, today)
    )


def is_matchable(programme: Programme, today: date) -> ColumnElement[bool]:
    """The same as `why_not_matchable` giving nothing, asked of the database: a test keeps it so."""
    several = and_(Enrolment.state.in_(STILL_OPEN), Enrolment.places > 1)
    known = or_(Member.email.is_(None), Member.email_confirmed_at.is_not(None))
    confirmed = and_(Enrolment.confirmed_at.is_not(None), known)
    return and_(
        or_(Enrolment.state == EnrolmentState.WAITING, several),
        Enrolment.places > 0,
        or_(confirmed, Enrolment.ground != ""),
        ~is_incomplete(),
        *(_has_shown(programme, side, today) for side in Side),
    )


def _has_shown(programme: Programme, side: Side, today: date) -> ColumnElement[bool]:
    """Whether somebody on this side has shown all that the programme asks of it."""
    shown = [
        select(AdmissionCheck.id)
        .where(
            AdmissionCheck.enrolment_id == Enrolment.id,
            AdmissionCheck.item == item,
            or_(AdmissionCheck.expires_on.is_(None), AdmissionCheck.expires_on >= today),
        )
        .exists()
        for item in required(programme.admission, side)
    ]
    return or_(Enrolment.side != side, and_(true(), *shown))


def is_incomplete() -> ColumnElement[bool]:
    """The same as `needed_gaps`, asked of the database: a test keeps them equal."""
    return or_(
        and_(_is_empty(Enrolment.statements), _is_empty(Enrolment.topics)),
        _is_empty(Enrolment.slots),
        _is_empty(Enrolment.languages),
        Enrolment.meets.is_(None),
        and_(Enrolment.meets == Meets.IN_PERSON, Enrolment.place == ""),
    )


def _is_empty(column: InstrumentedAttribute[list[str]]) -> ColumnElement[bool]:
    return cast(column, String) == "[]"


def list_matchable(db: Session, programme: Programme, *, today: date) -> list[Enrolment]:
    """List who can be in a run, with their members. The run itself counts the places taken."""
    found = db.scalars(
        select(Enrolment)
        .join(Enrolment.member)
        .where(
            Enrolment.programme_id == programme.id,
            Enrolment.state.in_(LOOKED_FOR),
            is_visible(),
        )
        .options(contains_eager(Enrolment.member))
        .order_by(Enrolment.created_at, Enrolment.id)
    ).all()
    shown = checks_of(db, programme, [])
    return [each for each in found if not why_not_matchable(each, shown.get(each.id, ()), today)]


@cache
def is_visible() -> ColumnElement[bool]:
    """Leave out what an import has brought in as long as it is not applied as a whole."""
    applied = select(Import.id).where(Import.state == ImportState.APPLIED)
    return or_(Enrolment.import_id.is_(None), Enrolment.import_id.in_(applied))
