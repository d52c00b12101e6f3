"""Advice of two people for each other: opened at the same moment, tried, and looked back on."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.advice_words import advice_in
from matcher.feedback.calendar import local_day
from matcher.feedback.models import Advice, CheckIn, CheckInState, Verdict
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.pairings.models import Pairing


def reveal_when_both_answered(
    db: Session, check_in: CheckIn, every: Sequence[CheckIn], *, now: datetime
) -> None:
    """Open the advice of both as soon as both have answered."""
    same = _of_one_period(check_in, every)
    states = {each.side: each.state for each in same}
    if len(states) > 1 and set(states.values()) == {CheckInState.ANSWERED}:
        reveal(db, same, now=now)


def reveals_now(check_in: CheckIn, *, now: datetime) -> bool:
    """Tell whether the time to answer is over, while advice still waits to be opened."""
    today = local_day(now, check_in.pairing.programme.zone)
    waits = check_in.state == CheckInState.ANSWERED and check_in.revealed_at is None
    return waits and today >= check_in.closes_on


def reveal(db: Session, check_ins: Iterable[CheckIn], *, now: datetime) -> None:
    """Open the advice of one period, as far as each chose to show it. Its words are fixed now."""
    for check_in in check_ins:
        if check_in.revealed_at or check_in.state != CheckInState.ANSWERED:
            continue
        check_in.revealed_at = now
        kept = check_in.answers or {}
        reader = check_in.pairing.member_on(check_in.side.other)
        text = advice_in(kept, reader.language)
        if kept.get("show_advice") == "show" and text:
            db.add(_opened(check_in, text, now=now))


def pick(db: Session, advice: Advice, *, now: datetime) -> None:
    """Choose this as the one thing to try. What was picked before and not tried rests again."""
    if advice.tried_at:
        raise RuleBroken(N_("You have tried this already."))
    others = select(Advice).where(
        Advice.pairing_id == advice.pairing_id,
        Advice.to_id == advice.to_id,
        Advice.tried_at.is_(None),
    )
    for each in db.scalars(others):
        each.picked_at = now if each is advice else None


def note_tried(advice: Advice, *, now: datetime) -> None:
    """Say that it was tried. Whoever gave it sees that."""
    if advice.tried_at:
        raise RuleBroken(N_("You have tried this already."))
    advice.picked_at = advice.picked_at or now
    advice.tried_at = now


def look_back(advice: Advice, verdict: Verdict, *, now: datetime) -> None:
    """Say what changed. It is about what was tried, never about who tried it."""
    if not advice.tried_at:
        raise RuleBroken(N_("This has not been tried yet."))
    advice.verdict, advice.said_at = verdict, now


def _of_one_period(check_in: CheckIn, every: Sequence[CheckIn]) -> list[CheckIn]:
    period = check_in.kind, check_in.period
    return [each for each in every if (each.kind, each.period) == period]


def _opened(check_in: CheckIn, text: str, *, now: datetime) -> Advice:
    pairing: Pairing = check_in.pairing
    advice = Advice(
        check_in_id=check_in.id,
        pairing_id=pairing.id,
        from_id=check_in.member_id,
        to_id=pairing.member_on(check_in.side.other).id,
        revealed_at=now,
    )
    advice.text = text
    return advice
