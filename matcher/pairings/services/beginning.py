"""A pairing begins: each side gives it one of its numbered places."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.queries import taken_places
from matcher.pairings.services.cards import show_cards
from matcher.pairings.services.letters import tell_of_beginning
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.services import move_enrolment

READY = {EnrolmentState.WAITING, EnrolmentState.OFFERED, EnrolmentState.PAIRED}


def begin_pairing(  # noqa: PLR0913  # two people, a day, a moment, and who brought them together
    db: Session,
    mentor_enrolment: Enrolment,
    mentee_enrolment: Enrolment,
    *,
    since: date,
    now: datetime,
    by: Member | None = None,
) -> Pairing:
    """Begin a pairing, and tell both. The database refuses a place that was just taken."""
    for enrolment in (mentor_enrolment, mentee_enrolment):  # always in this order: no deadlock
        _hold(db, enrolment)
    programme = mentor_enrolment.programme
    pairing = Pairing(
        programme=programme,
        mentor_enrolment=mentor_enrolment,
        mentee_enrolment=mentee_enrolment,
        mentor=mentor_enrolment.member,
        mentee=mentee_enrolment.member,
        since=since,
        planned_days=programme.planned_days,
        mentor_place=_free_place(db, mentor_enrolment),
        mentee_place=_free_place(db, mentee_enrolment),
        rhythm_days=programme.rhythm_days,
        changed_at=now,
    )
    db.add(pairing)
    db.flush()  # fails if another took the place meanwhile
    for enrolment in (mentor_enrolment, mentee_enrolment):
        move_enrolment(db, enrolment, EnrolmentState.PAIRED, by=by, now=now)
    note(db, "pairing.begun", pairing, by=by, at=now, programme_id=programme.id)
    show_cards(db, pairing, now=now)
    tell_of_beginning(db, pairing, now=now)
    return pairing


def _hold(db: Session, enrolment: Enrolment) -> None:
    """Look again at what was loaded before, and keep others from changing it until the end."""
    db.flush()
    db.refresh(enrolment, with_for_update={"of": Enrolment})
    if enrolment.state not in READY:
        raise RuleBroken(N_("%(name)s cannot begin now."), name=enrolment.member.name)


def _free_place(db: Session, enrolment: Enrolment) -> int:
    """Return the lowest number below `places` that no open pairing holds."""
    taken = taken_places(db, enrolment)
    free = set(range(enrolment.places)) - taken
    if not free:
        raise RuleBroken(_NO_PLACE[enrolment.side], name=enrolment.member.name)
    return min(free)


_NO_PLACE = {
    Side.MENTOR: N_("%(name)s has no place free any more."),
    Side.MENTEE: N_("%(name)s has a mentor already."),
}
