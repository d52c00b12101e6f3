"""Goals, points to talk about and steps: the mentee's. The mentor comments, and may propose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing, Point, PointKind, PointState
from matcher.pairings.queries.points import list_points
from matcher.pairings.services.leaf_letters import News, tell_news
from matcher.pairings.services.states import refuse_closed

PAGE = "pairings.goals"
PROPOSABLE = {PointKind.GOAL, PointKind.AGENDA}
_S = PointState
# What the mentee may do with a point, and from which states.
MOVES: dict[str, tuple[frozenset[PointState], PointState]] = {
    "take": (frozenset({_S.PROPOSED}), _S.OPEN),
    "decline": (frozenset({_S.PROPOSED}), _S.DROPPED),
    "finish": (frozenset({_S.OPEN}), _S.DONE),
    "drop": (frozenset({_S.OPEN}), _S.DROPPED),
    "reopen": (frozenset({_S.DONE, _S.DROPPED}), _S.OPEN),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingList:
    """What a mentee takes along at the end: what goes alone now, what was reached, what is next."""

    able: tuple[str, ...]
    reached: tuple[str, ...]
    ahead: tuple[str, ...]


def add_point(  # noqa: PLR0913  # what kind, its words, from which meeting, by whom, when
    db: Session,
    pairing: Pairing,
    kind: PointKind,
    text: Mapping[str, str],
    *,
    by: Member,
    now: datetime,
    meeting_id: UUID | None = None,
) -> Point:
    """Write a point down. Of the mentor it is a proposal, until the mentee takes it."""
    refuse_closed(pairing)
    side = pairing.side_of(by) or Side.MENTOR
    if side == Side.MENTOR and kind not in PROPOSABLE:
        raise RuleBroken(N_("This is for the mentee to write."))
    state = PointState.OPEN if side == Side.MENTEE else PointState.PROPOSED
    point = Point(
        pairing=pairing, kind=kind, by=side, added_at=now, state=state, meeting_id=meeting_id
    )
    point.text = dict(text)
    db.add(point)
    db.flush()
    if state == PointState.PROPOSED:
        _tell_of_proposal(db, point, by=by, now=now)
    return point


def move_point(point: Point, move: str, *, now: datetime) -> None:
    """Take or decline what was proposed; finish, drop or reopen what is one's own."""
    refuse_closed(point.pairing)
    if move not in MOVES:
        raise RuleBroken(N_("Press one of the buttons."))
    before, after = MOVES[move]
    if point.state not in before:
        raise RuleBroken(N_("This stands differently by now. Please look again."))
    point.state = after
    point.settled_at = now if after in {PointState.DONE, PointState.DROPPED} else None


def reword_point(point: Point, text: Mapping[str, str]) -> None:
    refuse_closed(point.pairing)
    point.text = dict(text)


def comment_on(point: Point, comment: str) -> None:
    """Keep the mentor's comment beside a point; an empty one takes it away."""
    refuse_closed(point.pairing)
    point.comment = comment or None


def closing_list(db: Session, pairing: Pairing) -> ClosingList:
    """Return what the goodbye shows: what goes alone now, what was reached, what is still ahead."""
    points = list_points(db, pairing)

    def texts(kind: PointKind, state: PointState) -> tuple[str, ...]:
        found = (each for each in points if each.kind == kind and each.state == state)
        return tuple((each.text or {}).get("text", "") for each in found)

    return ClosingList(
        able=texts(PointKind.ABLE, PointState.OPEN),
        reached=texts(PointKind.GOAL, PointState.DONE),
        ahead=texts(PointKind.GOAL, PointState.OPEN),
    )


def _tell_of_proposal(db: Session, point: Point, *, by: Member, now: datetime) -> None:
    news = News(
        subject=sentence(N_("%(name)s has an idea for you"), name=by.name),
        said=(sentence(N_("You decide whether it becomes yours. Both answers are fine.")),),
        button=N_("See the idea"),
        endpoint=PAGE,
    )
    on = Occasion(kind="point.proposed", subject_id=point.id)
    tell_news(db, point.pairing, point.pairing.mentee, news, on=on, now=now)
