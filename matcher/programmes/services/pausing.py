"""Stepping back for a while, coming back, and stopping. None of it needs a reason."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.services.states import move_enrolment

_S = EnrolmentState
PAUSABLE = {_S.WAITING, _S.OFFERED}
STOPPABLE = {_S.DRAFT, _S.WAITING, _S.OFFERED, _S.PAUSED}
PAIRED = N_("You are paired now. Talk with %(name)s first; then you decide together what is best.")


def pause_enrolment(  # noqa: PLR0913  # until when, in which words, by whom
    db: Session,
    enrolment: Enrolment,
    until: date | None,
    words: str = "",
    *,
    by: Member,
    now: datetime,
) -> None:
    """Take no part for a while: until a day, or until the person comes back."""
    _refuse_paired(enrolment)
    move_enrolment(db, enrolment, _S.PAUSED, by=by, now=now, reason="asked")
    enrolment.paused_until = until
    enrolment.reason = words or None


def resume_enrolment(
    db: Session, enrolment: Enrolment, *, by: Member | None, now: datetime
) -> None:
    """Take part again."""
    if enrolment.state != _S.PAUSED:
        raise RuleBroken(N_("This sign-up is not paused."))
    move_enrolment(db, enrolment, _S.WAITING, by=by, now=now, reason="resumed")
    enrolment.reason = None


def withdraw_enrolment(
    db: Session, enrolment: Enrolment, words: str = "", *, by: Member, now: datetime
) -> None:
    """Stop. The sign-up stays until its time to be deleted comes; nobody looks for anyone."""
    _refuse_paired(enrolment)
    move_enrolment(db, enrolment, _S.WITHDRAWN, by=by, now=now, reason="asked")
    enrolment.reason = words or None


def is_due_back(enrolment: Enrolment, now: datetime) -> bool:
    """Whether a pause is over: on its day, where the programme is."""
    today = now.astimezone(ZoneInfo(enrolment.programme.zone)).date()
    until = enrolment.paused_until
    return enrolment.state == _S.PAUSED and until is not None and until <= today


def _refuse_paired(enrolment: Enrolment) -> None:
    if enrolment.state == _S.PAIRED:
        raise RuleBroken(PAIRED, name=enrolment.programme.contact.name)
