"""What counts first: everyone covered, the greatest total, or the fairest arrangement."""

from dataclasses import replace

import numpy as np

from matcher.foundation.words import N_
from matcher.matching.assign.candidates import Picking, gather
from matcher.matching.assign.flow import Infeasible, best_flow
from matcher.matching.assign.grid import Narrowed
from matcher.matching.assign.question import Aim, Edges
from matcher.matching.assign.refusals import MinimumRefused
from matcher.matching.assign.solve import Settled, Workshop, settle

# Levels between covering a need and using a mentor: more than one exchange can change the latter.
APART = 16


def first_candidates(shop: Workshop, most: int) -> Edges:
    """Return each need's best pairs, and enough pairs to fill every minimum load."""
    offers = shop.grid.shape[1]
    picking = Picking(shop.grid, shop.question, np.zeros(offers, np.int64), most)
    return gather(shop.each(picking.block), offers)


def with_minimum(shop: Workshop, candidates: Edges, least: int) -> Edges:
    """Add pairs until the minimum loads can be filled with values from `least` up, or refuse."""
    question = shop.question
    if not question.minimum.any():
        return candidates
    flat = Narrowed(shop.grid.whole(), least, flat=1)
    only = replace(question, places=question.minimum, minimum=question.minimum * 0)
    inner = replace(shop, grid=flat, question=only)
    kept = candidates.where((candidates.value >= least) & (only.places[candidates.offer] > 0))
    filled = settle(inner, Aim(step=1 << 20), replace(kept, value=np.ones_like(kept.value)))
    given = np.bincount(filled.edges.offer, minlength=len(question.places))
    short = np.flatnonzero(given < question.minimum)
    if len(short):
        raise MinimumRefused(
            N_(
                "These minimum loads cannot all be met; there are too few needs"
                " for offers %(listed)s."
            ),
            short.tolist(),
            listed=", ".join(str(each) for each in short.tolist()),
        )
    return candidates.joined(_valued(shop, filled.edges), offers=len(question.places))


def _valued(shop: Workshop, edges: Edges) -> Edges:
    """Look the values of these pairs up."""
    value = np.empty(len(edges), np.int64)
    for start in shop.grid.starts():
        block = shop.grid.whole().block(start)
        first, last = np.searchsorted(edges.need, [start, start + len(block)])
        value[first:last] = block[edges.need[first:last] - start, edges.offer[first:last]]
    return replace(edges, value=value)


def arrange(shop: Workshop, step: int, objective: str, most: int, *, use_mentors: bool) -> Settled:
    """Answer the question under an objective, with every count proven before the next."""
    candidates = with_minimum(shop, first_candidates(shop, most), shop.grid.scale.never + 1)
    if objective == "quality":
        return settle(shop, Aim(step, use=int(use_mentors)), candidates)
    covering = settle(shop, Aim(step, cover=1), candidates)
    if objective == "fair":
        covering = fairest(shop, step, covering)
    if not use_mentors:
        return covering
    aim = Aim(step, cover=APART, use=1)
    return settle(shop, aim, covering.candidates, covered=covering.covered)


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
    inner = replace(shop, grid=Narrowed(grid, least, flat=0))
    counted = settle(inner, Aim(1 << 20, cover=1), replace(kept, value=kept.value * 0))
    if counted.covered < covered:
        return None
    return ready.joined(_valued(shop, counted.candidates), offers=grid.shape[1])


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
