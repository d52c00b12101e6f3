"""A run's result in the figures that its page shows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import quantiles
from typing import Any

from matcher.matching.comparison import served_by_group
from matcher.matching.plain import to_plain
from matcher.matching.result import Result
from matcher.matching.snapshot import Snapshot

GOOD = 0.5
TENTHS = 10
NAMED = 10  # how many people a page names


def summarise(snapshot: Snapshot, result: Result) -> dict[str, Any]:
    """Count what came out, by values that can be kept. People stand in it by their ids only."""
    used = Counter(each.offer for each in result.suggestions)
    sums = _sums(result)
    free = [offer.id for offer in snapshot.offers if not used[offer.id]]
    return {
        "needs": len(snapshot.needs),
        "offers": len(snapshot.offers),
        "places": sum(offer.places for offer in snapshot.offers),
        "suggestions": len(result.suggestions),
        "covered": len(sums),
        "coverage": result.coverage,
        "mentors_used": len(used),
        "free": free[:NAMED],
        "free_count": len(free),
        "histogram": _histogram([each.affinity for each in result.suggestions]),
        "good": sum(value >= GOOD for value in sums.values()),
        "worst": _worst(sums),
        "tenth": _tenth(sorted(sums.values())),
        "seconds": dict(result.seconds),
        "measures": dict(result.measures),
        "scarcity": [to_plain(each) for each in result.scarcity[:NAMED]],
        # Of five thousand who write alike there are a hundred thousand, and each page reads these.
        "notices": [to_plain(each) for each in result.notices[:NAMED]],
        "locked": sum(each.locked for each in result.suggestions),
        "groups": by_group(snapshot, result),
    }


def by_group(snapshot: Snapshot, result: Result) -> list[dict[str, Any]]:
    """Say how well groups of ten mentees and more are served; who has nobody counts 0."""
    found = []
    for kind, groups in _groupings(snapshot):
        for group, (size, mean) in served_by_group(result, groups).items():
            found.append({"kind": kind, "group": group, "size": size, "mean": mean})
    return found


def _groupings(snapshot: Snapshot) -> Iterator[tuple[str, dict[str, str]]]:
    """Group mentees by what they filled in and the programme asks for; by no trait of theirs."""
    needs = snapshot.needs
    yield "organisation", {each.id: each.organisation for each in needs if each.organisation}
    yield "meeting", {each.id: each.meeting for each in needs if each.meeting}
    for language in sorted({code for each in needs for code in each.languages}):
        yield "language", {each.id: language for each in needs if language in each.languages}


def _sums(result: Result) -> dict[str, float]:
    """With more than one mentor, how well a mentee is served is the sum."""
    sums: dict[str, float] = {}
    for each in result.suggestions:
        sums[each.need] = sums.get(each.need, 0.0) + each.affinity
    return sums


def _histogram(affinities: Sequence[float]) -> list[int]:
    counts = Counter(min(int(affinity * TENTHS), TENTHS - 1) for affinity in affinities)
    return [counts[tenth] for tenth in range(TENTHS)]


def _worst(sums: dict[str, float]) -> dict[str, Any] | None:
    if not sums:
        return None
    need = min(sums, key=lambda each: (sums[each], each))
    return {"need": need, "affinity": sums[need]}


def _tenth(ordered: Sequence[float]) -> float | None:
    """The affinity that nine in ten mentees reach."""
    if len(ordered) < TENTHS:
        return None
    return quantiles(ordered, n=TENTHS, method="inclusive")[0]
