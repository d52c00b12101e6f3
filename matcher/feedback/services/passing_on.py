"""What cannot wait is passed on when nobody looked in time: never to one of the two."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.calendar import local_day, working_days_between
from matcher.feedback.models import Escalation
from matcher.feedback.queries.concerns import list_confidants
from matcher.feedback.queries.passed_on import Waiting, list_passed
from matcher.feedback.services.letters import something_to_read
from matcher.feedback.services.listeners import second_contacts
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.messages.letters import Link

URGENT = "W0"


def pass_on_overdue(db: Session, waits: Waiting, *, now: datetime) -> list[Escalation]:
    """After its deadline to the second contact; a working day later to the administrators."""
    signal = waits.signal
    today = local_day(now, waits.programme.zone)
    if signal.handled_at or signal.code != URGENT or signal.deadline >= today:
        return []
    to = _next(db, waits, list_passed(db, signal.id), today=today)
    return [_pass(db, waits, each, by=None, now=now) for each in to]


def pass_on_by_hand(db: Session, waits: Waiting, *, by: Member, now: datetime) -> Escalation:
    """Ask the second contact to look as well, or an administrator where there is none."""
    passed = {each.to_id for each in list_passed(db, waits.signal.id)}
    open_to = [each for each in _others(db, waits) if each.id not in passed | {by.id}]
    if not open_to:
        raise RuleBroken(N_("This programme has nobody else to pass it on to. Please call."))
    return _pass(db, waits, open_to[0], by=by, now=now)


def _next(
    db: Session, waits: Waiting, passed: Sequence[Escalation], *, today: date
) -> list[Member]:
    by_clock = [each for each in passed if each.by_id is None]
    had = {each.to_id for each in passed}
    others = [each for each in _others(db, waits) if each.id not in had]
    if not by_clock:
        return others[:1]
    if not working_days_between(local_day(by_clock[0].at, waits.programme.zone), today):
        return []
    return [each for each in others if each.is_administrator]


def _others(db: Session, waits: Waiting) -> list[Member]:
    """Who else may look, in order: never one of the two, nor whoever should have looked."""
    pairing, concern = waits.pairing, waits.concern
    barred = {waits.signal.for_id, waits.signal.member_id}
    if pairing:
        barred |= {pairing.mentor_member_id, pairing.mentee_member_id}
    if concern:
        barred |= {concern.from_id, concern.to_id}
    grants = list_confidants(db, [waits.programme.id])
    listed = dict.fromkeys(second_contacts(waits.programme, grants))
    return [each for each in listed if each.id not in barred]


def _pass(
    db: Session, waits: Waiting, to: Member, *, by: Member | None, now: datetime
) -> Escalation:
    signal = waits.signal
    passed = Escalation(signal_id=signal.id, to_id=to.id, at=now, by_id=by.id if by else None)
    db.add(passed)
    link = Link(
        text=sentence(N_("To what waits for you")),
        endpoint="feedback.passed_on",
        values={"signal_id": str(signal.id)},
    )
    something_to_read(db, to, link, subject_id=signal.id, now=now)
    programme_id = signal.programme_id
    note(db, "signal.passed_on", signal, by=by, at=now, programme_id=programme_id)
    db.flush()
    return passed
