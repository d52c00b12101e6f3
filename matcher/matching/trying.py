"""What settings would give, by each objective: figures and pairs, without any reasons.

`python -m matcher.matching.trying SNAPSHOT ANSWER` answers as a child process, see child.py.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.matching.affinity import Affinity
from matcher.matching.blocks import BLOCK
from matcher.matching.child import Tell, serve
from matcher.matching.comparison import served
from matcher.matching.plain import to_json
from matcher.matching.result import Result
from matcher.matching.settings import Objective
from matcher.matching.snapshot import Snapshot
from matcher.matching.solving import prepare
from matcher.matching.weighing import arranged

TENTH = 0.1
NOBODY = N_("There is nobody to bring together now.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one objective comes to."""

    covered: int
    total: float
    worst: float
    # Nine in ten of those who have somebody have at least this.
    tenth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """How many pairs a rule removes, counted for each rule by itself."""

    code: str
    column: str
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    needs: int
    offers: int
    objectives: Mapping[str, Figures]
    pairs: Mapping[str, tuple[tuple[str, str, float], ...]]
    blocked: tuple[Blocked, ...]
    # Pairs that no rule removes, of all; and needs for whom none is left.
    possible: int
    without: int


def try_out(snapshot: Snapshot, tell: Tell) -> Tried:
    """Arrange people by each objective in turn; affinities are worked out once."""
    if not snapshot.needs or not snapshot.offers:
        raise RuleBroken(NOBODY)
    tell("reading", 0.0)
    affinity = prepare(snapshot)
    results: dict[str, Result] = {}
    kinds = get_args(Objective)
    for number, objective in enumerate(kinds):
        tell("solving", 0.2 + 0.7 * number / len(kinds))
        settings = replace(snapshot.settings, objective=objective)
        results[objective] = arranged(replace(snapshot, settings=settings), affinity)
    tell("explaining", 0.9)
    possible, without = _possible(affinity)
    return Tried(
        needs=len(snapshot.needs),
        offers=len(snapshot.offers),
        objectives={name: _figures(result) for name, result in results.items()},
        pairs={name: _pairs(result) for name, result in results.items()},
        blocked=_blocked(affinity),
        possible=possible,
        without=without,
    )


def _figures(result: Result) -> Figures:
    sums = np.array(sorted(served(result).values()) or [0.0])
    return Figures(
        covered=len({each.need for each in result.suggestions}),
        total=result.total,
        worst=float(sums[0]),
        tenth=float(np.quantile(sums, TENTH)),
    )


def _pairs(result: Result) -> tuple[tuple[str, str, float], ...]:
    return tuple((each.need, each.offer, each.affinity) for each in result.suggestions)


def _blocked(affinity: Affinity) -> tuple[Blocked, ...]:
    needs = affinity.shape[0]
    starts = range(0, needs, BLOCK)
    counts = [
        sum(int(barrier.rows(start, min(start + BLOCK, needs)).sum()) for start in starts)
        for barrier in affinity.barriers
    ]
    found = zip(affinity.barriers, counts, strict=True)
    return tuple(
        Blocked(code=barrier.code, column=barrier.column, pairs=count)
        for barrier, count in found
        if count
    )


def _possible(affinity: Affinity) -> tuple[int, int]:
    pairs, without = 0, 0
    for block in affinity.blocks():
        left = (~np.isnan(block)).sum(axis=1)
        pairs += int(left.sum())
        without += int((left == 0).sum())
    return pairs, without


def answer(source: str, tell: Tell) -> str:
    return to_json(try_out(Snapshot.from_json(source), tell))


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:], answer))
