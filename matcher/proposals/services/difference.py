"""What changes between two arrangements of the same people. People stand in it by their ids."""

from collections.abc import Iterable, Mapping
from typing import Any

from matcher.proposals.models import Proposal

# Mentee and mentor, and how well they meet.
Pairs = Mapping[tuple[str, str], float]
NAMED = 50  # how many people of each kind a page can name


def pairs_of(proposals: Iterable[Proposal]) -> dict[tuple[str, str], float]:
    return {
        (str(each.mentee_enrolment_id), str(each.mentor_enrolment_id)): each.affinity
        for each in proposals
    }


def difference(before: Pairs, after: Pairs) -> dict[str, Any]:
    """Compare two arrangements: figures as (before, after), and who has somebody else."""
    had, has = _offers(before), _offers(after)
    gains = sorted(has.keys() - had.keys())
    loses = sorted(had.keys() - has.keys())
    changes = sorted(need for need in had.keys() & has.keys() if had[need] != has[need])
    return {
        "covered": [len(had), len(has)],
        "total": [sum(before.values()), sum(after.values())],
        "worst": [_worst(before), _worst(after)],
        "same": len(had.keys() & has.keys()) - len(changes),
        "counts": {"gains": len(gains), "loses": len(loses), "changes": len(changes)},
        "moves": [
            {"need": need, "before": sorted(had.get(need, ())), "after": sorted(has.get(need, ()))}
            for kind in (loses, gains, changes)
            for need in kind[:NAMED]
        ],
    }


def _offers(pairs: Pairs) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for need, offer in pairs:
        found.setdefault(need, set()).add(offer)
    return {need: frozenset(offers) for need, offers in found.items()}


def _worst(pairs: Pairs) -> float | None:
    """With more than one mentor, how well a mentee is served is the sum."""
    sums: dict[str, float] = {}
    for (need, _offer), affinity in pairs.items():
        sums[need] = sums.get(need, 0.0) + affinity
    return min(sums.values(), default=None)
