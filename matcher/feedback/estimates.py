"""How well each tip goes for one person, from their own answers and what is usual."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from matcher.guidance.items import Scale
from matcher.guidance.tips import Tip

# How much the usual counts, in answers; and after how many days an answer counts half.
PRIOR, HALF_LIFE = 1.5, 28
USUAL = 0.75


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer about a tip, already between 0 and 1."""

    tip: Tip
    value: float
    on: date


def between(score: int, scale: Scale) -> float:
    """Bring a score between 0 and 1: often is good, but of help neither much nor little is."""
    return 1 - abs(score - 3) / 2 if scale == Scale.FIT else (score - 1) / 4


def adjusted(value: float, usual: float = USUAL) -> float:
    """Take out how hard a question is, so that tips can be compared."""
    return value - usual + USUAL


def estimates(
    answers: Iterable[Answered], *, today: date, usual: Mapping[Tip, float] | None = None
) -> dict[Tip, float]:
    """(κ μ + Σ w x) / (κ + Σ w), with w halved every 28 days.

    `usual` is the programme's mean without this pair, where five people or more answered.
    """
    usual = usual or {}
    sums = {tip: PRIOR * usual.get(tip, USUAL) for tip in Tip}
    weights = dict.fromkeys(Tip, PRIOR)
    for each in answers:
        weight = 0.5 ** ((today - each.on).days / HALF_LIFE)
        sums[each.tip] += weight * each.value
        weights[each.tip] += weight
    return {tip: sums[tip] / weights[tip] for tip in Tip}
