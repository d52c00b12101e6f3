"""What each of the two is shown while they finish."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.keepsake import Keepsake
from matcher.pairings.models import Meeting, Pairing
from matcher.pairings.models.closing import Farewell
from matcher.pairings.queries.closing import Ending
from matcher.pairings.revealing import LAST_DAYS, are_revealed, last_meeting
from matcher.pairings.times import local_day
from matcher.pairings.views.sides import sides_of

PARTS = ("can_do", "goal", "people", "places")


@dataclass(frozen=True, slots=True)
class WordsView:
    moment: str
    strength: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingPage:
    """One side's view. What the partner wrote or chose shows only together with one's own."""

    id: UUID
    side: str
    me: str
    partner: str
    coordinator: str
    ends_on: date
    has_begun: bool
    is_closed: bool
    chosen_by: str  # "me", "partner", or "" for the planned time
    reason: str
    coordinator_tells: bool
    last_meeting_at: datetime | None
    last_from: date
    last_is_over: bool
    mine: WordsView | None
    theirs: WordsView | None
    is_revealed: bool
    has_takeaway: bool
    in_touch: str
    their_how: str
    both_in_touch: bool
    wish: str
    keep_until: date | None
    is_forgotten: bool
    may_finish: bool

    @property
    def is_mentee(self) -> bool:
        return self.side == Side.MENTEE

    @property
    def next(self) -> str:
        """The one thing for now."""
        if self.is_closed:
            return "afterwards" if not self.wish and not self.is_forgotten else "over"
        if not self.has_begun:
            return "day"
        if self.may_finish and self.mine:
            return "goodbye"
        if self.last_meeting_at is None:
            return "meeting"
        return "words" if not self.mine else "wait"


def closing_page(
    member: Member, pairing: Pairing, ending: Ending, meetings: Sequence[Meeting], *, now: datetime
) -> ClosingPage:
    side, partner = sides_of(member, pairing)
    closing, mine, theirs = ending.closing, ending.of(member.id), ending.of(partner.id)
    ends_on = closing.ends_on if closing else pairing.planned_end
    last = last_meeting(ends_on, meetings, zone=pairing.programme.zone)
    over = last is not None and last.starts_at <= now
    shown = bool(closing and are_revealed(closing, ending.farewells, last, now=now))
    return ClosingPage(
        id=pairing.id,
        side=str(side),
        me=member.name,
        partner=partner.name,
        coordinator=pairing.programme.contact.name,
        ends_on=ends_on,
        has_begun=closing is not None,
        is_closed=not pairing.is_open,
        **_day(member, ending),
        last_meeting_at=last.starts_at if last else None,
        last_from=ends_on - LAST_DAYS,
        last_is_over=over,
        mine=_words(mine),
        theirs=_words(theirs) if shown else None,
        is_revealed=shown,
        **_own(mine),
        **_touch(mine, theirs),
        may_finish=over or local_day(now, pairing.programme.zone) >= ends_on,
    )


def keepsake(pairing: Pairing, ending: Ending, page: ClosingPage) -> Keepsake:
    """What the mentee takes along: their own page, and the mentor's words where they are shown."""
    mine, theirs = ending.of(pairing.mentee_member_id), page.theirs
    kept = (mine.takeaway if mine else None) or {}
    return Keepsake(
        name=pairing.mentee.name,
        mentor=pairing.mentor.name,
        programme=pairing.programme.name(pairing.mentee.language),
        since=pairing.since,
        until=pairing.closed_on or page.ends_on,
        parts={part: kept.get(part, "") for part in PARTS},
        words=(theirs.moment, theirs.strength, theirs.advice) if theirs else None,
    )


def _day(member: Member, ending: Ending) -> dict[str, Any]:
    closing = ending.closing
    if closing is None or closing.asked_by_id is None:
        return {"chosen_by": "", "reason": "", "coordinator_tells": False}
    return {
        "chosen_by": "me" if closing.asked_by_id == member.id else "partner",
        "reason": closing.reason or "",
        "coordinator_tells": closing.coordinator_tells,
    }


def _words(farewell: Farewell | None) -> WordsView | None:
    return WordsView(**farewell.words) if farewell and farewell.words else None


def _own(mine: Farewell | None) -> dict[str, Any]:
    if mine is None:
        return {"has_takeaway": False, "wish": "", "keep_until": None, "is_forgotten": False}
    return {
        "has_takeaway": bool(mine.takeaway and any(mine.takeaway.values())),
        "wish": str(mine.wish or ""),
        "keep_until": mine.keep_until,
        "is_forgotten": mine.forgotten_at is not None,
    }


def _touch(mine: Farewell | None, theirs: Farewell | None) -> dict[str, Any]:
    """Both yes, or nothing: a no looks the same as no answer."""
    both = all(each and each.stays_in_touch == "yes" for each in (mine, theirs))
    how = theirs.how if both and theirs else ""
    in_touch = mine.stays_in_touch if mine else ""
    return {"in_touch": in_touch or "", "their_how": how or "", "both_in_touch": both}
