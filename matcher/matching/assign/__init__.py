"""The best assignment of offers to needs, exact over all pairs, with a proof.

The method: candidates, a flow of least cost over them, prices, one scan of all pairs that either
proves the result or brings better candidates, and again. See docs/matching-assignment.md.
"""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.answer import Assignment, Proof, shown_prices
from matcher.matching.assign.asking import (
    Limits,
    Pairs,
    check_choices,
    check_gap,
    check_locked,
    check_minimum,
    read_blocks,
    read_counts,
    read_pairs,
    values_of,
)
from matcher.matching.assign.objectives import arrange
from matcher.matching.assign.refusals import (
    AffinityRefused,
    AssignmentRefused,
    LockFault,
    LocksRefused,
    MinimumRefused,
    NumbersRefused,
)
from matcher.matching.assign.scaling import choose_grid, choose_step, highest_of, near_enough
from matcher.matching.assign.solve import Rising, Settled, Workshop
from matcher.matching.assign.workers import hired
from matcher.matching.blocks import RowBlocks

__all__ = [
    "AffinityRefused",
    "Assignment",
    "AssignmentRefused",
    "LockFault",
    "LocksRefused",
    "MinimumRefused",
    "NumbersRefused",
    "assign",
]

Objective = Literal["coverage", "quality", "fair"]
OBJECTIVES = ("coverage", "quality", "fair")
# Candidates of each need to begin with; more of them save a pass where a gap may be left.
MOST, MORE = 16, 32


def assign(  # noqa: PLR0913  # the one doorway: each is a setting of a run, and has a default
    affinity: RowBlocks | NDArray[np.floating],
    places: Sequence[int] | NDArray[np.integer],
    *,
    minimum: Sequence[int] | NDArray[np.integer] | None = None,
    demand: Sequence[int] | NDArray[np.integer] | None = None,
    objective: Objective = "coverage",
    use_mentors: bool = False,
    floor: float = 0.0,
    locked: Pairs = (),
    forbidden: Pairs = (),
    seed: int = 0,
    gap: float | None = None,
    jobs: int = 1,
    dask: str | None = None,
    progress: Callable[[float], None] = lambda _part: None,
) -> Assignment:
    """Return the best arrangement, and the proof that nothing better exists.

    affinity: (needs, offers) floats of 0 or more, or an object that yields blocks of rows; NaN
    where a pair is not permissible. A pair below `floor` is not permissible either, unless locked.
    places, minimum: (offers,) whole numbers; demand: (needs,) whole numbers, 1 when left out.
    locked: (need, offer) pairs that are kept; forbidden: pairs that are left out.
    objective: "coverage", as many needs as possible and then the greatest total; "quality", the
    greatest total; "fair", coverage, then the highest threshold for every pair, then the total.
    use_mentors: use as many offers as possible, after coverage and before the total.
    gap: the search may end once the total is proven to be within this part of the best, 0 to 0.1;
    0 when left out, and 0.001 from a thousand million pairs on, where the last bit takes longest.
    The counts that come before the total are never left open.
    seed: breaks ties; jobs: threads; dask: a scheduler's address, instead of threads. The answer
    is the same for any number of workers. progress is told the part that is done, 0 to 1.

    Raise AffinityRefused, NumbersRefused, MinimumRefused or LocksRefused, each an
    AssignmentRefused with a sentence; LocksRefused names every locked pair that cannot be kept.
    """
    check_choices((objective, OBJECTIVES), floor, jobs, seed)
    check_gap(gap)
    blocks = read_blocks(affinity)
    limits = _limits(blocks, (places, minimum, demand), (locked, forbidden))
    check_locked(blocks, limits)
    question = limits.question()
    grid = choose_grid(blocks, question, floor)
    highest = highest_of(blocks) * grid.scale.parts
    began, told = perf_counter(), Rising(progress)
    with hired(jobs, dask) as workers:
        shop = Workshop(grid, question, seed, highest, workers=workers, progress=told)
        shop.gap = near_enough(blocks) if gap is None else gap
        step, most = choose_step(grid, question), MORE if shop.gap else MOST
        settled = arrange(shop, step, objective, most, use_mentors=use_mentors)
    shop.seconds["all"] = perf_counter() - began
    told(1.0)
    return _answer(blocks, limits, shop, settled, objective)


def _limits(
    blocks: RowBlocks, numbers: tuple[object, object, object], pairs: tuple[Pairs, Pairs]
) -> Limits:
    needs, offers = blocks.shape
    places, minimum, demand = numbers
    limits = Limits(
        demand=read_counts(demand, "demand", needs, 1),
        places=read_counts(places, "places", offers, None),
        minimum=read_counts(minimum, "minimum", offers, 0),
        locked=read_pairs(pairs[0], "locked", blocks.shape),
        forbidden=read_pairs(pairs[1], "forbidden", blocks.shape),
    )
    check_minimum(limits)
    return limits


def _answer(
    blocks: RowBlocks, limits: Limits, shop: Workshop, settled: Settled, objective: str
) -> Assignment:
    free = np.column_stack([settled.edges.need, settled.edges.offer])
    pairs = np.unique(np.concatenate([limits.locked, free]), axis=0)
    # The proof has just looked at the affinities of all free pairs.
    given = None if len(limits.locked) else settled.certificate.given
    affinities = values_of(blocks, pairs) if given is None else given.astype(np.float64)
    total = float(affinities.sum())
    excess = settled.certificate.bound - settled.value
    bound = total + excess / shop.grid.scale.parts
    proof = Proof(shop.grid, shop.question, settled.aim, settled.prices, settled.edges)
    prices, more_covered = shown_prices(proof, settled)
    return Assignment(
        pairs=pairs,
        affinities=affinities,
        total=total,
        bound=bound,
        gap=excess / shop.grid.scale.parts / total if total > 0 else 0.0,
        prices=prices,
        more_covered=more_covered,
        covered=len(np.unique(pairs[:, 0])),
        used=len(np.unique(pairs[:, 1])),
        objective=objective,
        seed=shop.seed,
        threshold=shop.least_shown(),
        seconds=shop.seconds,
        passes=shop.passes,
        candidates=len(settled.candidates),
        steps=shop.grid.scale.parts,
        proof=proof,
    )
