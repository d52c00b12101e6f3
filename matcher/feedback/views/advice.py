"""What each of the two is shown of their advice to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.feedback.advice_words import advice_in
from matcher.feedback.calendar import local_day
from matcher.feedback.models import Advice, CheckIn, Verdict
from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing

VERDICTS = {
    Verdict.BETTER: N_("It got better"),
    Verdict.SAME: N_("It stayed the same"),
    Verdict.NOT_YET: N_("Not yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceLine:
    id: UUID
    text: str
    shown_on: date
    is_picked: bool
    tried_on: date | None
    verdict: str  # a code, or nothing
    verdict_words: str  # a marked sentence, or nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Unopened:
    """One's own advice, as long as the other side cannot read it."""

    check_in_id: UUID
    text: str
    opens_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvicePage:
    pairing_id: UUID
    partner: str
    side: Side
    to_me: tuple[AdviceLine, ...]
    from_me: tuple[AdviceLine, ...]
    unopened: Unopened | None
    is_over: bool


def advice_page(
    member: Member, pairing: Pairing, advice: Sequence[Advice], waits: CheckIn | None
) -> AdvicePage:
    side = pairing.side_of(member) or Side.MENTEE
    zone = pairing.programme.zone
    return AdvicePage(
        pairing_id=pairing.id,
        partner=pairing.member_on(side.other).name,
        side=side,
        to_me=tuple(_line(each, zone) for each in advice if each.to_id == member.id),
        from_me=tuple(_line(each, zone) for each in advice if each.from_id == member.id),
        unopened=_unopened(waits, member.language) if waits else None,
        is_over=not pairing.is_open,
    )


def _line(advice: Advice, zone: str) -> AdviceLine:
    tried = advice.tried_at
    return AdviceLine(
        id=advice.id,
        text=advice.text or "",
        shown_on=local_day(advice.revealed_at, zone),
        is_picked=advice.picked_at is not None,
        tried_on=local_day(tried, zone) if tried else None,
        verdict=str(advice.verdict or ""),
        verdict_words=VERDICTS[advice.verdict] if advice.verdict else "",
    )


def _unopened(check_in: CheckIn, language: Language) -> Unopened | None:
    kept = check_in.answers or {}
    text = advice_in(kept, language)
    if kept.get("show_advice") != "show" or not text:
        return None
    return Unopened(check_in_id=check_in.id, text=text, opens_on=check_in.closes_on)
