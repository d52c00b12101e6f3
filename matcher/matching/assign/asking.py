"""Reading the question: every number checked, every locked pair set apart."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.foundation.words import N_, Sentence
from matcher.matching.assign.question import Ints, Question
from matcher.matching.assign.refusals import (
    AffinityRefused,
    LockFault,
    LocksRefused,
    MinimumRefused,
    NumbersRefused,
)
from matcher.matching.blocks import BLOCK, Held, RowBlocks

Pairs = Iterable[Sequence[int]] | NDArray[np.integer]
# Needs by offers; and a pair is a need and an offer.
TWO = 2
# Pairs whose affinities are kept as they are given.
SMALL = 12_000_000
WIDE_ENOUGH = (np.float32, np.float64)


def read_blocks(affinity: RowBlocks | NDArray[np.floating]) -> RowBlocks:
    """Accept an array of two dimensions, or anything with a shape and rows."""
    if isinstance(affinity, RowBlocks):
        return _read_once(affinity)
    try:
        values = np.asarray(affinity)
        if values.dtype not in WIDE_ENOUGH:
            values = values.astype(np.float64)
    except (TypeError, ValueError):
        raise AffinityRefused(N_("The affinities are not all numbers.")) from None
    if values.ndim != TWO:
        raise AffinityRefused(
            N_("The affinities have %(dimensions)s dimensions; two are needed: needs by offers."),
            dimensions=values.ndim,
        )
    return Held(values)


def _read_once(blocks: RowBlocks) -> RowBlocks:
    """Keep what is small; what is large is asked for again when it is needed."""
    needs, offers = blocks.shape
    if not 0 < needs * offers <= SMALL:
        return blocks
    starts = range(0, needs, BLOCK)
    rows = [np.asarray(blocks.rows(each, min(each + BLOCK, needs))) for each in starts]
    if any(each.ndim != TWO or each.shape[1] != offers for each in rows):
        raise AffinityRefused(N_("A block of affinities has another shape than it should."))
    return Held(np.concatenate(rows))


WIDEST_GAP = 0.1


def check_choices(objective: tuple[str, Sequence[str]], floor: float, jobs: int, seed: int) -> None:
    """Refuse settings that mean nothing."""
    if objective[0] not in objective[1]:
        raise NumbersRefused(
            N_("%(name)s should be one of %(choices)s."),
            name="objective",
            choices=", ".join(objective[1]),
        )
    if not np.isfinite(floor):
        raise NumbersRefused(N_("%(name)s should be a number."), name="floor")
    for name, value, least in (("jobs", jobs, 1), ("seed", seed, 0)):
        if value < least:
            raise NumbersRefused(
                N_("%(name)s should be a whole number from %(least)s."), name=name, least=least
            )


def check_gap(gap: float | None) -> None:
    """Refuse a gap that means nothing."""
    if gap is not None and not 0 <= gap <= WIDEST_GAP:
        raise NumbersRefused(
            N_("%(name)s should be a number from 0 to %(most)s."), name="gap", most=WIDEST_GAP
        )


def read_counts(counts: object, name: str, length: int, otherwise: int | None) -> Ints:
    """Accept one whole number per person, zero or more; `otherwise` when nothing was given."""
    if counts is None and otherwise is not None:
        return np.full(length, otherwise, np.int64)
    given = np.asarray(counts)
    if given.shape != (length,):
        raise NumbersRefused(
            N_("%(name)s should hold %(length)s numbers, one per person; its shape is %(shape)s."),
            name=name,
            length=length,
            shape=given.shape,
        )
    if length == 0:
        return np.zeros(0, np.int64)
    if given.dtype.kind not in "iufb" or not (given >= 0).all() or (given % 1 != 0).any():
        raise NumbersRefused(N_("%(name)s should hold whole numbers of zero or more."), name=name)
    counted: Ints = np.minimum(given, 1 << 31).astype(np.int64)
    return counted


def read_pairs(pairs: Pairs, name: str, shape: tuple[int, int]) -> Ints:
    """Accept pairs of (need, offer) indices as a (k, 2) array, each pair once."""
    given = np.array([tuple(each) for each in pairs] or np.zeros((0, 2)))
    if given.ndim != TWO or given.shape[1] != TWO or given.dtype.kind not in "iuf":
        raise NumbersRefused(N_("%(name)s should hold pairs of a need and an offer."), name=name)
    whole = given.astype(np.int64)
    outside = ((whole < 0) | (whole >= np.array(shape)) | (whole != given)).any(axis=1)
    if outside.any():
        raise NumbersRefused(
            N_("%(name)s names the pair %(pair)s, and there is no such need or offer."),
            name=name,
            pair=tuple(given[outside][0].tolist()),
        )
    return np.unique(whole, axis=0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that restricts the arrangement, checked."""

    demand: Ints
    places: Ints
    minimum: Ints
    locked: Ints
    forbidden: Ints

    def question(self) -> Question:
        """Set the locked pairs apart and ask about the rest."""
        needs, offers = len(self.demand), len(self.places)
        taken = np.bincount(self.locked[:, 0], minlength=needs)
        given = np.bincount(self.locked[:, 1], minlength=offers)
        both = np.concatenate([self.locked, self.forbidden])
        return Question(
            demand=np.minimum(self.demand, offers) - taken,
            places=np.minimum(self.places, needs) - given,
            minimum=np.maximum(self.minimum - given, 0),
            uncovered=taken == 0,
            unused=given == 0,
            barred=np.unique(both[:, 0] * offers + both[:, 1]),
        )


def check_minimum(limits: Limits) -> None:
    """Refuse minimum loads above the places, or above what all needs together ask for."""
    minimum, places = limits.minimum, limits.places
    above = np.flatnonzero(minimum > places)
    if len(above):
        raise NumbersRefused(
            N_("Offer %(offer)s has %(places)s places, and a minimum load of %(minimum)s."),
            offer=int(above[0]),
            places=int(places[above[0]]),
            minimum=int(minimum[above[0]]),
        )
    if minimum.sum() > limits.demand.sum():
        raise MinimumRefused(
            N_("The minimum loads ask for %(minimum)s pairings; the needs ask for %(demand)s."),
            np.flatnonzero(minimum).tolist(),
            minimum=int(minimum.sum()),
            demand=int(limits.demand.sum()),
        )


def check_locked(blocks: RowBlocks, limits: Limits) -> None:
    """Refuse, by name, locked pairs that cannot be kept."""
    values = values_of(blocks, limits.locked)
    faults = list(_faults(limits, values))
    if faults:
        raise LocksRefused(N_("%(num)s locked pairs cannot be kept. %(pairs)s"), faults)


def values_of(blocks: RowBlocks, pairs: Ints) -> NDArray[np.float64]:
    """Return the affinities of some pairs, as they are given in blocks."""
    found = np.zeros(len(pairs))
    for start in np.unique(pairs[:, 0] // BLOCK * BLOCK).tolist():
        mine = (pairs[:, 0] >= start) & (pairs[:, 0] < start + BLOCK)
        block = np.asarray(blocks.rows(start, min(start + BLOCK, blocks.shape[0])))
        found[mine] = block[pairs[mine, 0] - start, pairs[mine, 1]]
    return found


def _faults(limits: Limits, values: NDArray[np.float64]) -> Iterable[LockFault]:
    forbidden = {tuple(pair) for pair in limits.forbidden.tolist()}
    taken, given = np.zeros(len(limits.demand), int), np.zeros(len(limits.places), int)
    for (need, offer), value in zip(limits.locked.tolist(), values.tolist(), strict=True):
        taken[need] += 1
        given[offer] += 1
        for is_wrong, text in (
            (
                (need, offer) in forbidden,
                N_("Need %(need)s with offer %(offer)s is also forbidden."),
            ),
            (math.isnan(value), N_("Need %(need)s with offer %(offer)s is not permissible.")),
            (taken[need] > limits.demand[need], TOO_MANY_OFFERS),
            (given[offer] > limits.places[offer], TOO_MANY_NEEDS),
        ):
            if is_wrong:
                yield LockFault(need, offer, Sentence(text, {"need": need, "offer": offer}))
                break


TOO_MANY_OFFERS = N_("Need %(need)s with offer %(offer)s: the need has its offers already.")
TOO_MANY_NEEDS = N_("Need %(need)s with offer %(offer)s: the offer has no place left.")
