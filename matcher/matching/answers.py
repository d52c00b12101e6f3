"""Tells what an assignment means for people: why this pair, who else, and what is scarce."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from matcher.matching.affinity import Affinity
from matcher.matching.assign import Assignment
from matcher.matching.criteria.texts import WordsGrid
from matcher.matching.notices import notices
from matcher.matching.profiles import Need, Offer
from matcher.matching.result import Contribution, Result, Scarcity, Suggestion, Why
from matcher.matching.snapshot import Snapshot
from matcher.matching.unmet import Others, alternates, unmatched
from matcher.matching.words.met import words_met

SCARCEST = 10


class Answers:
    """Reads an assignment back in terms of people."""

    def __init__(self, snapshot: Snapshot, affinity: Affinity, assignment: Assignment) -> None:
        self._snapshot, self._affinity, self._assignment = snapshot, affinity, assignment
        self._pairs = [(int(need), int(offer)) for need, offer in assignment.pairs]

    def result(self) -> Result:
        needs = self._snapshot.needs
        others = Others(self._snapshot, self._affinity, self._pairs)
        return Result(
            suggestions=tuple(self._suggestions()),
            unmatched=unmatched(others),
            total=float(self._assignment.total),
            bound=float(self._assignment.bound),
            gap=float(self._assignment.gap),
            coverage=len({need for need, _ in self._pairs}) / len(needs) if needs else 0.0,
            alternates=alternates(others, self._assignment),
            scarcity=self._scarcity(),
            fingerprint=self._snapshot.fingerprint,
            notices=notices(self._snapshot),
        )

    def _suggestions(self) -> Iterator[Suggestion]:
        locked = {(_key(need), _key(offer)) for need, offer in self._snapshot.locked}
        shares = self._affinity.contributions(self._pairs)
        for (row, column), contributions in zip(self._pairs, shares, strict=True):
            need, offer = self._snapshot.needs[row], self._snapshot.offers[column]
            yield Suggestion(
                need=need.id,
                offer=offer.id,
                affinity=added_up(contributions),
                locked=(_key(need.id), _key(offer.id)) in locked,
                why=why(self._snapshot, self._affinity, (row, column), contributions),
            )

    def _scarcity(self) -> tuple[Scarcity, ...]:
        prices: NDArray[np.float64] = self._assignment.prices
        covers = self._assignment.more_covered
        order = np.lexsort((np.arange(len(prices)), -prices, -covers))[:SCARCEST]
        return tuple(
            Scarcity(
                offer=self._snapshot.offers[n].id,
                worth=float(prices[n]),
                covers=int(covers[n]),
                topics=tuple(sorted(self._snapshot.offers[n].topics)),
            )
            for n in map(int, order)
            if prices[n] > 0 or covers[n] > 0
        )


def why(
    snapshot: Snapshot,
    affinity: Affinity,
    pair: tuple[int, int],
    contributions: tuple[Contribution, ...],
) -> Why:
    """Say why two meet as well as they do, whether they are an arrangement's pair or not."""
    need, offer = snapshot.needs[pair[0]], snapshot.offers[pair[1]]
    spoken = [each for each in affinity.grids.values() if isinstance(each, WordsGrid)]
    return Why(
        contributions=contributions,
        words=words_met(spoken[0].space, *pair) if spoken else (),
        ways=spoken[0].space.ways(*pair) if spoken else {},
        **_in_common(need, offer),
    )


def added_up(contributions: tuple[Contribution, ...]) -> float:
    """Add the shares in the order of the criteria: the affinity, to the last bit."""
    affinity = 0.0
    for each in contributions:
        affinity += each.share
    return affinity


def _key(identity: str) -> str:
    return " ".join(identity.split()).casefold()


def _in_common(need: Need, offer: Offer) -> dict[str, tuple[str, ...]]:
    return {
        "topics_met": tuple(sorted(need.topics & offer.topics)),
        "topics_missing": tuple(sorted(need.topics - offer.topics)),
        "slots": tuple(sorted(need.slots & offer.slots)),
    }
