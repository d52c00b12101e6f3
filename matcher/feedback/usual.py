"""What is usual in a programme: the mean of each tip, always without one's own pair."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from matcher.guidance.tips import Side, Stage, Tip

ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One answer about a tip, between 0 and 1, with whose it is."""

    pairing_id: UUID
    member_id: UUID
    side: Side
    stage: Stage
    tip: Tip
    value: float


def usual(every: Iterable[Said], *, without: UUID, side: Side, stage: Stage) -> Mapping[Tip, float]:
    """Return the mean per tip of this side in this stage, where five people or more answered.

    Leaving out the own pair keeps the partner's answers from reaching anybody through a mean.
    """
    values: dict[Tip, list[float]] = defaultdict(list)
    people: dict[Tip, set[UUID]] = defaultdict(set)
    for each in every:
        if each.pairing_id != without and (each.side, each.stage) == (side, stage):
            values[each.tip].append(each.value)
            people[each.tip].add(each.member_id)
    return {
        tip: sum(found) / len(found) for tip, found in values.items() if len(people[tip]) >= ENOUGH
    }
