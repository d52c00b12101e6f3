"""Who has nobody and why, and who else each need could have had."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.matching.affinity import Affinity
from matcher.matching.assign import Assignment
from matcher.matching.assign.explain import Costs, least_costs
from matcher.matching.blocks import BLOCK
from matcher.matching.changes import smallest_changes
from matcher.matching.criteria.grid import Flags, Rows
from matcher.matching.folding import fold
from matcher.matching.result import Alternate, Reason, Unmatched
from matcher.matching.snapshot import Snapshot

ALTERNATES = 3


@dataclass(frozen=True)
class Others:
    """All pairs of a run with what was made of them."""

    snapshot: Snapshot
    affinity: Affinity
    pairs: Sequence[tuple[int, int]]

    @cached_property
    def own(self) -> dict[int, list[int]]:
        """The offers suggested to each need that has any."""
        found: dict[int, list[int]] = {}
        for need, offer in self.pairs:
            found.setdefault(need, []).append(offer)
        return found

    @cached_property
    def barred(self) -> dict[int, dict[str, list[int]]]:
        """The offers forbidden to each need one by one, by their reason."""
        needs, offers = (
            {fold(each.id): n for n, each in enumerate(side)}
            for side in (self.snapshot.needs, self.snapshot.offers)
        )
        found: dict[int, dict[str, list[int]]] = {}
        for each in self.snapshot.forbidden:
            codes = found.setdefault(needs[fold(each.need)], {})
            codes.setdefault(each.code, []).append(offers[fold(each.offer)])
        return found

    def blocks(self) -> Iterator[tuple[int, int]]:
        total = self.affinity.shape[0]
        for start in range(0, total, BLOCK):
            yield start, min(start + BLOCK, total)


def unmatched(others: Others) -> tuple[Unmatched, ...]:
    """Say of everyone without a suggestion what stands in the way, most telling first."""
    covered = {need for need, _offer in others.pairs}
    found: list[Unmatched] = []
    for start, stop in others.blocks():
        left = [need for need in range(start, stop) if need not in covered]
        if not left:
            continue
        ruled = [(each.code, each.rows(start, stop)) for each in others.affinity.barriers]
        rows = others.affinity.rows(start, stop)
        for need in left:
            barred = [(code, out[need - start]) for code, out in ruled]
            reasons = _reasons(others, need, barred, rows[need - start])
            found.append(Unmatched(need=others.snapshot.needs[need].id, reasons=reasons))
    return tuple(found)


def _reasons(
    others: Others, need: int, ruled: Sequence[tuple[str, Flags]], row: Rows
) -> tuple[Reason, ...]:
    total = len(others.snapshot.offers)
    if not total:
        return (Reason(code="no_offers"),)
    every = [*ruled, *_more(others, need, row)]
    left = np.ones(total, dtype=bool)
    counts: dict[str, int] = {}
    for code, out in every:
        counts[code] = counts.get(code, 0) + int((left & out).sum())
        left &= ~out
    told = [Reason(code=code, values={"count": n}) for code, n in counts.items() if n]
    first = Reason(code="ruled_out", values={"total": total})
    if left.any():
        first = Reason(code="places_taken", values={"possible": int(left.sum())})
    return (first, *told, *smallest_changes(every, left))


def _more(others: Others, need: int, row: Rows) -> Iterator[tuple[str, Flags]]:
    """Yield what the rules do not speak of: pairs barred by hand, the floor, mentors on pause."""
    offers = others.snapshot.offers
    for code, numbers in others.barred.get(need, {}).items():
        out = np.zeros(len(offers), dtype=bool)
        out[numbers] = True
        yield code, out
    yield "no_places", np.array([each.places == 0 for each in offers], dtype=bool)
    yield "below_floor", np.nan_to_num(row, nan=1.0) < others.snapshot.settings.floor


def alternates(others: Others, assignment: Assignment) -> dict[str, tuple[Alternate, ...]]:
    """Return for each need the next best offers, and what each would cost the whole at least.

    A need whose place is locked has none: nothing else is possible for it.
    """
    found: dict[str, tuple[Alternate, ...]] = {}
    for start, stop in others.blocks():
        rows, costs = others.affinity.rows(start, stop), least_costs(assignment, start, stop)
        for need in range(start, stop):
            here = _next_best(others, need, rows[need - start], _row(costs, need - start))
            found[others.snapshot.needs[need].id] = here
    return found


def _row(costs: Costs, row: int) -> Costs:
    return Costs(costs.covered[row], costs.affinity[row], costs.possible[row])


def _next_best(others: Others, need: int, row: Rows, costs: Costs) -> tuple[Alternate, ...]:
    possible = costs.possible.copy()
    possible[others.own.get(need, [])] = False
    # Who costs nobody anything first; of two who cost the same, the one who fits better.
    order = np.lexsort((-row, costs.affinity, costs.covered, ~possible))[:ALTERNATES]
    return tuple(
        Alternate(
            offer=others.snapshot.offers[n].id,
            affinity=float(row[n]),
            costs=float(costs.affinity[n]),
            fewer=int(costs.covered[n]),
        )
        for n in map(int, order)
        if possible[n]
    )
