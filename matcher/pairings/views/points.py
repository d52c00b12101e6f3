"""Goals, points to talk about and steps, as each of the two sees them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.fading import is_fading
from matcher.pairings.models import PointKind, PointState
from matcher.pairings.queries.pairs import Pair
from matcher.pairings.queries.points import Board, Held, Written
from matcher.pairings.times import local_day
from matcher.pairings.views.opened import OpenedLine

# GROW: the four parts of a good talk, in this order.
PARTS = {
    "goal": N_("Goal: what do I want?"),
    "reality": N_("Reality: how are things now?"),
    "options": N_("Options: what could I do?"),
    "will": N_("Will: what am I going to do?"),
}
ASKED_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    id: UUID
    text: Sentence
    part: str
    comment: str
    is_proposed: bool
    is_done: bool
    settled_on: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsPage:
    """`mine_of` and `points` tell how many points to talk about the mentee brought, of how many."""

    id: UUID
    me: str
    partner: str
    mentee: str
    mentor: str
    coordinator: str
    is_mentee: bool
    is_open: bool
    fades: bool
    goals: tuple[PointView, ...]
    agenda: tuple[PointView, ...]
    steps: tuple[PointView, ...]
    able: tuple[PointView, ...]
    proposed: tuple[PointView, ...]
    settled: tuple[PointView, ...]
    brought: int
    points: int
    decide_on: date | None  # the meeting of which the mentee has not said what they decided
    opened: tuple[OpenedLine, ...]


def goals_page(
    member: Member,
    pair: Pair,
    board: Board,
    opened: tuple[OpenedLine, ...],
    *,
    now: datetime,
) -> GoalsPage:
    is_mentee = pair.side_of(member) != Side.MENTOR
    points, today = board.points, local_day(now, pair.zone)
    talked = [each for each in points if each.kind == PointKind.AGENDA and _is_taken(each)]
    return GoalsPage(
        id=pair.id,
        me=member.name,
        partner=pair.mentor if is_mentee else pair.mentee,
        mentee=pair.mentee,
        mentor=pair.mentor,
        coordinator=pair.coordinator,
        is_mentee=is_mentee,
        is_open=pair.is_open,
        fades=is_fading(pair.begun, pair.planned_days, today),
        goals=_of(points, PointKind.GOAL),
        agenda=_of(points, PointKind.AGENDA),
        steps=_of(points, PointKind.STEP),
        able=_of(points, PointKind.ABLE),
        proposed=tuple([_view(each) for each in points if each.state == PointState.PROPOSED]),
        settled=tuple([_view(each) for each in reversed(points) if each.state in SETTLED]),
        brought=sum(each.by == Side.MENTEE for each in talked),
        points=len(talked),
        decide_on=_undecided(board, now) if is_mentee and pair.is_open else None,
        opened=opened,
    )


SETTLED = {PointState.DONE, PointState.DROPPED}


def _words(kind: PointKind, given: Mapping[str, str]) -> Sentence:
    """Say a point in words; a step in the form that makes it likely to happen."""
    if kind == PointKind.STEP:
        return sentence(
            N_("If %(moment)s, then I %(deed)s."), moment=given["if"], deed=given["then"]
        )
    return Sentence("%(text)s", {"text": given.get("text", "")})  # theirs: nothing to translate


def undecided_meeting(board: Board, now: datetime) -> Held | None:
    """Return the last meeting, as long as it is asked what was decided there."""
    held = board.last_held
    if held is None or now - held.starts_at > timedelta(days=ASKED_DAYS):
        return None
    decided = any(each.meeting_id == held.id for each in board.points)
    return None if decided else held


def _undecided(board: Board, now: datetime) -> date | None:
    held = undecided_meeting(board, now)
    return held.starts_at.date() if held else None


def _is_taken(point: Written) -> bool:
    """Whether a point counts: what was proposed and not taken, is nobody's."""
    if point.by == Side.MENTEE:
        return True
    return point.state in {PointState.OPEN, PointState.DONE}


def _of(points: Iterable[Written], kind: PointKind) -> tuple[PointView, ...]:
    open_ones = [each for each in points if each.kind == kind and each.state == PointState.OPEN]
    return tuple([_view(each) for each in open_ones])


def _view(point: Written) -> PointView:
    given = point.text
    return PointView(
        id=point.id,
        text=_words(point.kind, given),
        part=PARTS.get(given.get("part", ""), ""),
        comment=point.comment,
        is_proposed=point.state == PointState.PROPOSED,
        is_done=point.state == PointState.DONE,
        settled_on=point.settled_at,
    )
