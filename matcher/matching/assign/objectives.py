"""What counts first: everyone covered, the greatest total, or the fairest arrangement."""

from dataclasses import replace

import numpy as np

from matcher.matching.assign.beginning import candidates_at, expected_prices, valued, with_minimum
from matcher.matching.assign.dense import best_at_once
from matcher.matching.assign.flow import Infeasible, best_flow
from matcher.matching.assign.grid import Narrowed
from matcher.matching.assign.question import Aim, Edges
from matcher.matching.assign.refusals import MinimumRefused
from matcher.matching.assign.solve import Lead, Settled, Workshop, settle

# Levels between covering a need and using a mentor: more than one exchange can change the latter.
APART = 16
# A pairing weighs so many times the best pair while a solution is looked for: the less, the quicker
# the solver is, and the more seldom is everyone covered.
NEAR = (4, 64)


def arrange(shop: Workshop, step: int, objective: str, most: int, *, use_mentors: bool) -> Settled:
    """Answer the question under an objective, with every count proven before the next."""
    is_quality = objective == "quality"
    aim = Aim(step, use=int(use_mentors)) if is_quality else Aim(step, cover=1)
    near = [] if is_quality else aims_near(shop)
    with shop.timed("flow"):
        best = best_at_once(shop.grid, shop.question, aim, shop.seed)
    candidates = _begun(shop, near[0] if near else aim, most, best)
    covering = settle(shop, aim, candidates, Lead(best, near))
    if is_quality:
        return covering
    if objective == "fair":
        covering = fairest(shop, step, covering)
    if not use_mentors:
        return covering
    counted = Aim(step, cover=APART, use=1, covered=covering.covered)
    return settle(shop, counted, covering.candidates)


def aims_near(shop: Workshop) -> list[Aim]:
    """Value a pairing so little above the pairs themselves that the solver is quick."""
    return [Aim(int(each * shop.highest), cover=1, near=True) for each in NEAR]


def _begun(shop: Workshop, aim: Aim, most: int, best: Edges | None) -> Edges:
    """Return what to begin with: around the best pairs when they are known already."""
    if best is not None:
        nothing = np.zeros(shop.grid.shape[1], np.int64)
        return candidates_at(shop, nothing, most).joined(best, offers=shop.grid.shape[1])
    candidates = candidates_at(shop, expected_prices(shop, aim, most), most)
    return with_minimum(shop, candidates, shop.grid.scale.never + 1)


def fairest(shop: Workshop, step: int, covering: Settled) -> Settled:
    """Raise the threshold as far as it goes without covering fewer, then take the best total."""
    candidates, covered = covering.candidates, covering.covered
    if not covered:
        return covering
    grid = shop.grid.whole()
    least, candidates = _highest(shop, candidates, covered)
    while True:
        further = _reaching(shop, candidates, least + 1, covered)
        if further is None:
            break
        least, candidates = _highest(shop, further, covered)
    shop.grid = Narrowed(grid, least)
    return settle(shop, Aim(step, cover=1), candidates.where(candidates.value >= least))


def _reaching(shop: Workshop, candidates: Edges, least: int, covered: int) -> Edges | None:
    """Return candidates that cover as many with values from `least` up, None if no pairs do."""
    grid = shop.grid.whole()
    try:
        ready = with_minimum(shop, candidates, least)
    except MinimumRefused:
        return None
    kept = ready.where(ready.value >= least)
    inner = replace(shop, grid=Narrowed(grid, least, flat=0), gap=0.0)
    counted = settle(inner, Aim(1 << 20, cover=1), replace(kept, value=kept.value * 0))
    if counted.covered < covered:
        return None
    return ready.joined(valued(shop, counted.candidates), offers=grid.shape[1])


def _highest(shop: Workshop, candidates: Edges, covered: int) -> tuple[int, Edges]:
    """Find the highest value from which up these candidates cover as many."""
    levels = np.unique(candidates.value)
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        kept = candidates.where(candidates.value >= levels[middle])
        if _covers(shop, kept) >= covered:
            low = middle
        else:
            high = middle - 1
    return (int(levels[low]) if len(levels) else 0), candidates


def _covers(shop: Workshop, kept: Edges) -> int:
    flat = replace(kept, value=np.zeros_like(kept.value))
    try:
        used = best_flow(shop.question, Aim(1, cover=1), flat, seed=shop.seed)
    except Infeasible:
        return -1
    reached = np.unique(kept.need[used])
    return int(shop.question.uncovered[reached].sum())
