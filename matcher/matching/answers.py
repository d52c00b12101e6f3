"""What a run can answer: why this pair, why nobody, what else, and what is scarce."""

from collections.abc import Iterator

import numpy as np

from matcher.matching.affinity import Affinity
from matcher.matching.assign import Assignment
from matcher.matching.blocks import BLOCK
from matcher.matching.criteria.grid import Rows
from matcher.matching.profiles import Need, Offer
from matcher.matching.result import (
    Alternate,
    Contribution,
    Reason,
    Result,
    Scarcity,
    Suggestion,
    Unmatched,
    Why,
)
from matcher.matching.snapshot import Snapshot

ALTERNATES = 3


class Answers:
    """Reads an assignment back in terms of people."""

    def __init__(self, snapshot: Snapshot, affinity: Affinity, assignment: Assignment) -> None:
        self._snapshot, self._affinity, self._assignment = snapshot, affinity, assignment
        self._pairs = sorted((int(need), int(offer)) for need, offer in assignment.pairs)

    def result(self) -> Result:
        needs = self._snapshot.needs
        covered = {need for need, _offer in self._pairs}
        return Result(
            suggestions=tuple(self._suggestions()),
            unmatched=tuple(
                Unmatched(need=need.id, reasons=self._reasons(number))
                for number, need in enumerate(needs)
                if number not in covered
            ),
            total=float(self._assignment.total),
            bound=float(self._assignment.bound),
            gap=float(self._assignment.gap),
            coverage=len(covered) / len(needs) if needs else 0.0,
            seconds={},
            alternates=dict(self._alternates()),
            scarcity=self._scarcity(),
            fingerprint=self._snapshot.fingerprint,
        )

    def _suggestions(self) -> Iterator[Suggestion]:
        locked = set(self._snapshot.locked)
        shares = self._affinity.contributions(self._pairs)
        for (row, column), contributions in zip(self._pairs, shares, strict=True):
            need, offer = self._snapshot.needs[row], self._snapshot.offers[column]
            affinity = 0.0
            for each in contributions:
                affinity += each.share
            yield Suggestion(
                need=need.id,
                offer=offer.id,
                affinity=affinity,
                locked=(need.id, offer.id) in locked,
                why=self._why(need, offer, contributions),
            )

    def _why(self, need: Need, offer: Offer, contributions: tuple[Contribution, ...]) -> Why:
        return Why(
            contributions=contributions,
            topics_met=tuple(sorted(need.topics & offer.topics)),
            topics_missing=tuple(sorted(need.topics - offer.topics)),
            slots=tuple(sorted(need.slots & offer.slots)),
        )

    def _row(self, need: int) -> Rows:
        start = need // BLOCK * BLOCK
        block = self._affinity.rows(start, min(start + BLOCK, self._affinity.shape[0]))
        row: Rows = block[need - start]
        return row

    def _reasons(self, need: int) -> tuple[Reason, ...]:
        total = len(self._snapshot.offers)
        if not total:
            return (Reason(code="no_offers"),)
        left = np.array([offer.places > 0 for offer in self._snapshot.offers])
        counts = {"no_places": int((~left).sum())}
        for barrier in self._affinity.barriers:
            hit = left & barrier.rows(need, need + 1)[0]
            if hit.any():
                counts[barrier.code] = counts.get(barrier.code, 0) + int(hit.sum())
            left &= ~hit
        if left.any():
            return (Reason(code="places_taken", values={"possible": int(left.sum())}),)
        told = [Reason(code=code, values={"count": n}) for code, n in counts.items() if n]
        return (Reason(code="ruled_out", values={"total": total}), *told)

    def _alternates(self) -> Iterator[tuple[str, tuple[Alternate, ...]]]:
        prices = np.asarray(self._assignment.prices, dtype=np.float64)
        own = dict(self._pairs)
        for number, need in enumerate(self._snapshot.needs):
            row = self._row(number)
            net = np.where(np.isnan(row), -np.inf, row - prices)
            reached = net[own[number]] if number in own else 0.0
            order = np.argsort(-net, kind="stable")
            best = [int(n) for n in order if n != own.get(number) and np.isfinite(net[n])]
            yield (
                need.id,
                tuple(
                    Alternate(
                        offer=self._snapshot.offers[n].id,
                        affinity=float(row[n]),
                        costs=max(float(reached - net[n]), 0.0),
                    )
                    for n in best[:ALTERNATES]
                ),
            )

    def _scarcity(self) -> tuple[Scarcity, ...]:
        prices = np.asarray(self._assignment.prices, dtype=np.float64)
        order = np.argsort(-prices, kind="stable")[:10]
        return tuple(
            Scarcity(
                offer=self._snapshot.offers[n].id,
                worth=float(prices[n]),
                topics=tuple(sorted(self._snapshot.offers[n].topics)),
            )
            for n in map(int, order)
            if prices[n] > 0
        )
