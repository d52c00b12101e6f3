"""Two results side by side, before anything is published; and one by groups of people."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from matcher.matching.result import Result

# Of fewer people than this a figure would speak of persons.
LEAST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a second result differs from a first, each figure as (first, second). Needs by id."""

    covered: tuple[int, int]
    total: tuple[float, float]
    # The affinity of whoever has least; a need's affinity is the sum over its pairs.
    worst: tuple[float, float]
    # Who has somebody in the second only, in the first only, and somebody else.
    gains: tuple[str, ...]
    loses: tuple[str, ...]
    changes: tuple[str, ...]


def compare(first: Result, second: Result) -> Comparison:
    """Compare two results of the same people, for instance with other weights."""
    one, other = offers_by_need(first), offers_by_need(second)
    had, has = served(first), served(second)
    return Comparison(
        covered=(len(one), len(other)),
        total=(first.total, second.total),
        worst=(min(had.values(), default=0.0), min(has.values(), default=0.0)),
        gains=tuple(sorted(other.keys() - one.keys())),
        loses=tuple(sorted(one.keys() - other.keys())),
        changes=tuple(sorted(n for n in one.keys() & other.keys() if one[n] != other[n])),
    )


def served(result: Result) -> dict[str, float]:
    """Return the affinity of each need that has anybody, summed over its pairs."""
    sums: dict[str, float] = {}
    for each in result.suggestions:
        sums[each.need] = sums.get(each.need, 0.0) + each.affinity
    return sums


def served_by_group(result: Result, groups: Mapping[str, str]) -> dict[str, tuple[int, float]]:
    """Return size and mean affinity of each group of at least ten needs; who has nobody counts 0.

    `groups`: the group of each need, by id, such as the organisation.
    """
    sums = served(result)
    members: dict[str, list[float]] = {}
    for need, group in groups.items():
        members.setdefault(group, []).append(sums.get(need, 0.0))
    large = {group: each for group, each in sorted(members.items()) if len(each) >= LEAST}
    return {group: (len(each), fmean(each)) for group, each in large.items()}


def offers_by_need(result: Result) -> dict[str, frozenset[str]]:
    """Return whom each need has."""
    found: dict[str, set[str]] = {}
    for each in result.suggestions:
        found.setdefault(each.need, set()).add(each.offer)
    return {need: frozenset(offers) for need, offers in found.items()}
