"""The price loop: flow over candidates, prices, one scan of all pairs, and again until proven."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import TypeVar

import numpy as np

from matcher.matching.assign.certificate import Certificate, certify
from matcher.matching.assign.flow import best_flow, most_covered
from matcher.matching.assign.grid import Narrowed, Values
from matcher.matching.assign.prices import Prices, loads, price
from matcher.matching.assign.question import Aim, Edges, Flags, Question
from matcher.matching.assign.scanning import Scan
from matcher.matching.assign.workers import Here, Workers

T = TypeVar("T")


class Rising:
    """Tells how far it is, and never less than before."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell, self._told = tell, 0.0

    def __call__(self, part: float) -> None:
        if part > self._told:
            self._told = part
            self._tell(part)


@dataclass(slots=True)
class Workshop:
    """What every solve of one run shares: the values, the workers, the clockwork."""

    grid: Values
    question: Question
    seed: int
    highest: float  # the most a pair can be worth, in integers
    gap: float = 0.0  # the part of the best total that may be left unproven
    passes: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    workers: Workers = field(default_factory=Here)
    progress: Callable[[float], None] = lambda _part: None

    def each(self, work: Callable[[int], T]) -> list[T]:
        """Do this to every block of rows, and tell how far it is."""
        starts = self.grid.starts()
        return list(self._told(self.workers.each(work, starts), len(starts)))

    def _told(self, answers: Iterator[T], blocks: int) -> Iterator[T]:
        # Nobody knows how many passes there will be: each takes half of what is left.
        left = 0.5**self.passes
        for done, answer in enumerate(answers, 1):
            self.progress(1 - left * (1 - 0.5 * done / blocks))
            yield answer

    @contextmanager
    def timed(self, phase: str) -> Iterator[None]:
        began = perf_counter()
        yield
        self.seconds[phase] = self.seconds.get(phase, 0.0) + perf_counter() - began

    def least_shown(self) -> float | None:
        """The affinity below which no pair was considered, in a fair arrangement."""
        if isinstance(self.grid, Narrowed):
            return self.grid.least / self.grid.scale.parts
        return None


@dataclass(frozen=True, slots=True)
class Settled:
    """An arrangement with its prices and its proof. `edges` are the pairs used."""

    edges: Edges
    candidates: Edges
    prices: Prices
    certificate: Certificate
    value: int
    covered: int
    used_offers: int
    aim: Aim


@dataclass(slots=True)
class Lead:
    """What helps to find the best flow sooner; wrong leads cost time, and nothing else.

    best: the best pairs of all, where they are known: they have only to be proven. near: aims of
    smaller numbers, the smallest first; a flow that covers everyone is then the best for the true
    aim too. One that does not is not tried again.
    """

    best: Edges | None = None
    near: list[Aim] = field(default_factory=list)

    def flow(self, shop: Workshop, aim: Aim, candidates: Edges) -> Flags:
        if self.best is not None:
            return candidates.among(self.best, shop.grid.shape[1])
        while self.near:
            used = best_flow(shop.question, self.near[0], candidates, seed=shop.seed)
            if _covers_all(shop.question, candidates, used):
                return used
            del self.near[0]
        return best_flow(shop.question, aim, candidates, seed=shop.seed)


def settle(shop: Workshop, aim: Aim, candidates: Edges, lead: Lead | None = None) -> Settled:
    """Find the best arrangement over all pairs, and its proof, beginning with these candidates.

    Raise Infeasible when the minimum loads cannot be filled from them.
    """
    lead = lead or Lead()
    while True:
        shop.passes += 1
        used, prices = _priced(shop, aim, candidates, lead)
        scan = Scan(shop.grid, shop.question, aim, prices, candidates.where(used))
        with shop.timed("proof"):
            proof = _certified(shop, scan)
        settled = _settled(scan, candidates, proof)
        if proof.is_proof or _near_enough(settled, shop.gap):
            return settled
        candidates = candidates.joined(proof.better, offers=shop.grid.shape[1])


def _near_enough(settled: Settled, gap: float) -> bool:
    """Whether the counts are proven, and the total to within this part of the best."""
    excess = settled.certificate.bound - settled.value
    return excess <= gap * int(settled.edges.value.sum())


def _priced(shop: Workshop, aim: Aim, candidates: Edges, lead: Lead) -> tuple[Flags, Prices]:
    with shop.timed("flow"):
        used = lead.flow(shop, aim, candidates)
    try:
        with shop.timed("prices"):
            return used, price(shop.question, aim, candidates, used)
    except ArithmeticError:
        if lead.best is None:
            raise
        lead.best = None  # they were not the best after all
        return _priced(shop, aim, candidates, lead)


def _covers_all(question: Question, candidates: Edges, used: Flags) -> bool:
    """Whether nobody more can be covered from these candidates."""
    coverable = question.uncovered & (question.demand > 0)
    done = coverable[np.unique(candidates.need[used])].sum()
    possible = min(coverable[np.unique(candidates.need)].sum(), question.places.sum())
    return bool(done == possible or done == most_covered(question, candidates))


def _certified(shop: Workshop, scan: Scan) -> Certificate:
    try:
        return certify(scan, shop.each(scan.block))
    except OverflowError:
        shop.grid = shop.grid.wide()
        return _certified(shop, replace(scan, grid=shop.grid))


def _settled(scan: Scan, candidates: Edges, proof: Certificate) -> Settled:
    question, edges = scan.question, scan.edges
    taken, given = loads(question, edges, np.ones(len(edges), np.bool_))
    covered = int((question.uncovered & (taken > 0)).sum())
    first = question.unused & (question.minimum == 0)
    used = int((first & (given > 0)).sum())
    levels = covered * scan.aim.cover + used * scan.aim.use
    value = int(edges.value.sum()) + levels * scan.aim.step
    return Settled(edges, candidates, scan.prices, proof, value, covered, used, scan.aim)
