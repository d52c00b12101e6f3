"""Why not that pair: what it would cost the whole, at least and exactly, and which places help.

The price of a pair is its reduced cost, a lower bound read from the proof. The exact cost is one
search for the cheapest chain of exchanges that makes room for the pair, in the residual graph of
the arrangement. Source: Ahuja, Magnanti & Orlin, Network Flows (1993), sections 2.4, 9.3 and 9.6.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.answer import Assignment, Proof
from matcher.matching.assign.objectives import APART
from matcher.matching.assign.question import Aim, Flags, Ints
from matcher.matching.assign.residual import Residual
from matcher.matching.blocks import BLOCK


@dataclass(frozen=True, slots=True)
class Cost:
    """What the whole would lose: needs covered, offers in use, and affinity (less when negative).

    Compared in this order: an arrangement that covers one fewer is worse, whatever its affinity.
    """

    covered: int
    used: int
    affinity: float


@dataclass(frozen=True, slots=True)
class Costs:
    """The same of every pair of some needs, as (rows, offers); see Cost. Not possible: not so."""

    covered: Ints
    affinity: NDArray[np.float64]
    possible: Flags


@dataclass(frozen=True, slots=True)
class Helping:
    """An offer that one more place of would give a need something better than it has."""

    offer: int
    affinity: float


def least_cost(assignment: Assignment, need: int, offer: int) -> Cost | None:
    """Return what this pair would cost at least; None where it is not possible at all.

    Locked, forbidden and impermissible pairs are not possible, nor are those under the threshold
    of a fair arrangement. A pair that is made already costs nothing.
    """
    proof = assignment.proof
    if _is_made(proof, need, offer):
        return Cost(0, 0, 0.0)
    if not _is_possible(proof, need, offer):
        return None
    return _told(proof, max(_reduced(proof, need, offer), 0))


def least_costs(assignment: Assignment, start: int, stop: int) -> Costs:
    """Return what each pair of needs start to stop, within one block of rows, would cost at least.

    As `least_cost` tells of one pair; pairs that are made already cost nothing.
    """
    proof = assignment.proof
    values = proof.values.block(start)[: stop - start]
    open_ = proof.question.demand[start:stop] > 0
    possible = (values != proof.values.scale.never) & (proof.question.places > 0) & open_[:, None]
    reduced = proof.prices.offer - proof.prices.need[start:stop, None] - values
    cost = np.where(possible, np.maximum(reduced, 0), 0)
    level = (cost + proof.aim.step // 2) // proof.aim.step
    rest: NDArray[np.float64] = (cost - level * proof.aim.step) / proof.values.scale.parts
    return Costs(_covered(level, proof.aim), rest, possible)


def exact_cost(assignment: Assignment, need: int, offer: int) -> Cost | None:
    """Return what this pair would cost exactly: the best arrangement with it against this one.

    None where it is not possible. It reads the affinities again, so ask it about an opened pair.
    """
    proof = assignment.proof
    if _is_made(proof, need, offer):
        return Cost(0, 0, 0.0)
    if not _is_possible(proof, need, offer):
        return None
    further = Residual(proof).distance(offer, need)
    return None if further is None else _told(proof, _reduced(proof, need, offer) + further)


def helped_by(assignment: Assignment, need: int, most: int = 3) -> list[Helping]:
    """Return the offers whose one more place would bring this need someone, or someone better."""
    proof = assignment.proof
    row, never = _row(proof, need), proof.values.scale.never
    mine = assignment.pairs[:, 0] == need
    free = proof.edges.value[proof.edges.need == need]
    if not proof.question.demand[need]:
        return []
    # A need that asks for more than it has takes anyone.
    least = int(free.min()) if len(free) == proof.question.demand[need] else never
    row[assignment.pairs[mine, 1]] = never
    better = np.flatnonzero((row != never) & (row > least))
    order = better[np.argsort(-row[better], kind="stable")][:most]
    return [Helping(int(each), float(row[each] / proof.values.scale.parts)) for each in order]


def _is_made(proof: Proof, need: int, offer: int) -> bool:
    edges = proof.edges
    return bool(((edges.need == need) & (edges.offer == offer)).any())


def _is_possible(proof: Proof, need: int, offer: int) -> bool:
    open_ = proof.question.demand[need] > 0 and proof.question.places[offer] > 0
    return bool(open_ and _row(proof, need)[offer] != proof.values.scale.never)


def _row(proof: Proof, need: int) -> Ints:
    start = need // BLOCK * BLOCK
    row: Ints = proof.values.block(start)[need - start].astype(np.int64)
    return row


def _reduced(proof: Proof, need: int, offer: int) -> int:
    value = int(_row(proof, need)[offer])
    return int(proof.prices.offer[offer]) - int(proof.prices.need[need]) - value


def _told(proof: Proof, cost: int) -> Cost:
    """Take a cost in integers apart into people and affinity."""
    level = (cost + proof.aim.step // 2) // proof.aim.step
    covered, used = _apart(level, proof.aim)
    return Cost(covered, used, (cost - level * proof.aim.step) / proof.values.scale.parts)


def _covered(level: Ints, aim: Aim) -> Ints:
    if not aim.cover:
        return np.zeros_like(level)
    return (level + APART // 2) // APART if aim.use else level // aim.cover


def _apart(level: int, aim: Aim) -> tuple[int, int]:
    if not aim.cover:
        return 0, level
    if not aim.use:
        return level // aim.cover, 0
    covered = (level + APART // 2) // APART
    return covered, level - covered * APART
