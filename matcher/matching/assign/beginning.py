"""What the price loop begins with: good candidates, and enough of them for minimum loads."""

from dataclasses import replace

import numpy as np

from matcher.foundation.words import N_
from matcher.matching.assign.candidates import Picking, gather
from matcher.matching.assign.grid import Narrowed
from matcher.matching.assign.question import Aim, Edges, Ints
from matcher.matching.assign.refusals import MinimumRefused
from matcher.matching.assign.sampling import SMALLEST, Sample, Sampling
from matcher.matching.assign.solve import Workshop, settle
from matcher.matching.blocks import BLOCK

# Expectations need not be exact: the part of the best total that they may be away from it.
ROUGHLY = 0.001


def candidates_at(shop: Workshop, price: Ints, most: int) -> Edges:
    """Return each need's best pairs at these prices of places."""
    picking = Picking(shop.grid, shop.question, price, most)
    return gather(shop.each(picking.block), shop.grid.shape[1])


def expected_prices(shop: Workshop, aim: Aim, most: int) -> Ints:
    """Solve a smaller programme of some of these people to see what places cost."""
    needs, offers = shop.grid.shape
    if min(needs, offers) < SMALLEST:
        return np.zeros(offers, np.int64)
    sampling = Sampling.of(shop.grid, np.random.default_rng(shop.seed))
    rows = np.concatenate([sampling.sample(each) for each in sampling.starts])
    sample = Sample(rows, shop.grid.scale)
    inner = replace(
        shop,
        grid=sample,
        question=sampling.question(shop.question),
        gap=max(shop.gap, ROUGHLY),
        progress=lambda _part: None,
    )
    solved = settle(inner, aim, candidates_at(inner, expected_prices(inner, aim, most), most))
    price = np.zeros(offers, np.int64)
    for number, start in enumerate(sampling.starts):
        has = solved.prices.need[number * BLOCK : number * BLOCK + BLOCK]
        price = np.maximum(price, sampling.worth(start, has))
    return price


def with_minimum(shop: Workshop, candidates: Edges, least: int) -> Edges:
    """Add pairs until the minimum loads can be filled with values from `least` up, or refuse."""
    question = shop.question
    if not question.minimum.any():
        return candidates
    flat = Narrowed(shop.grid.whole(), least, flat=1)
    only = replace(question, places=question.minimum, minimum=question.minimum * 0)
    inner = replace(shop, grid=flat, question=only, gap=0.0)
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
    return candidates.joined(valued(shop, filled.edges), offers=len(question.places))


def valued(shop: Workshop, edges: Edges) -> Edges:
    """Look the values of these pairs up."""
    value = np.empty(len(edges), np.int64)
    for start in shop.grid.starts():
        block = shop.grid.whole().block(start)
        first, last = np.searchsorted(edges.need, [start, start + len(block)])
        value[first:last] = block[edges.need[first:last] - start, edges.offer[first:last]]
    return replace(edges, value=value)
