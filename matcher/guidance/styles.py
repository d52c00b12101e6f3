"""Which style of card to show: learned from “was this useful?”, slowly and for all cells together.

Thompson sampling over styles (plain, example, if-then plan). Only the wording is learned, never the
tip and never the person. No answer is missing, not “no”. Every style keeps its chance.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log
from random import Random

STRENGTH = 4.0
START = 0.6
HALF_LIFE_DAYS = 180
LEAST = 0.10
# Fewer answers than this, over all programmes, teach nothing.
ENOUGH = 500
STEPS = 400


@dataclass(frozen=True, slots=True)
class Tally:
    """What was said about a style, newer answers weighing more."""

    useful: float = 0.0
    not_useful: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A style, with the probability that it had: what later learning needs to know."""

    style: str
    propensity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What is known in one programme. `is_on`: enough was answered, over all programmes."""

    tallies: Mapping[str, Tally]
    pooled: float = START
    is_on: bool = False


NOTHING = Learned(tallies={})


def tally(answers: Iterable[tuple[str, float, float]]) -> dict[str, Tally]:
    """Sum up answers (style, 1 or 0.5 or 0, age in days): half as much after 180 days."""
    sums: dict[str, Tally] = {}
    for style, useful, age in answers:
        weight = 0.5 ** (max(age, 0.0) / HALF_LIFE_DAYS)
        so_far = sums.get(style, Tally())
        sums[style] = Tally(
            so_far.useful + weight * useful, so_far.not_useful + weight * (1 - useful)
        )
    return sums


def pooled_rate(tallies: Iterable[Tally]) -> float:
    """Return how often cards help, over all programmes; 0.6 as long as nobody said."""
    every = list(tallies)
    useful = sum(each.useful for each in every)
    answered = useful + sum(each.not_useful for each in every)
    return useful / answered if answered else START


def draw(styles: Sequence[str], learned: Learned, chance: Random) -> Drawn:
    """Draw one of the styles that there are. As long as nothing is learned, all alike."""
    chances = probabilities(styles, learned)
    lot, passed = chance.random(), 0.0
    for style, probability in chances.items():
        passed += probability
        if lot < passed:
            return Drawn(style, probability)
    last = styles[-1]  # rounding left a crumb
    return Drawn(last, chances[last])


def probabilities(styles: Sequence[str], learned: Learned) -> dict[str, float]:
    """Return how likely each style is: that it helps most, but never below a tenth."""
    if len(styles) == 1 or not learned.is_on:
        return dict.fromkeys(styles, 1 / len(styles))
    best = _best(styles, learned)
    room = 1 - LEAST * len(styles)
    return {style: LEAST + room * share for style, share in best.items()}


def _best(styles: Sequence[str], learned: Learned) -> dict[str, float]:
    """Return the probability that each style's draw would be the highest, by integration."""
    rates = [(step + 0.5) / STEPS for step in range(STEPS)]
    densities = {style: _density(learned, style, rates) for style in styles}
    below = {style: _summed(values) for style, values in densities.items()}
    shares = {
        style: sum(
            densities[style][step] * _product(below[each][step] for each in styles if each != style)
            for step in range(STEPS)
        )
        for style in styles
    }
    whole = sum(shares.values())
    return {style: share / whole for style, share in shares.items()}


def _density(learned: Learned, style: str, rates: Sequence[float]) -> list[float]:
    """Return Beta(s·μ + a, s·(1 − μ) + b) at these rates, summing to one."""
    said = learned.tallies.get(style, Tally())
    a = STRENGTH * learned.pooled + said.useful
    b = STRENGTH * (1 - learned.pooled) + said.not_useful
    scale = lgamma(a + b) - lgamma(a) - lgamma(b)
    heights = [exp(scale + (a - 1) * log(rate) + (b - 1) * log(1 - rate)) for rate in rates]
    total = sum(heights)
    return [height / total for height in heights]


def _summed(values: Sequence[float]) -> list[float]:
    """Return the share below the middle of each step."""
    passed, sums = 0.0, []
    for value in values:
        sums.append(passed + value / 2)
        passed += value
    return sums


def _product(values: Iterable[float]) -> float:
    product = 1.0
    for value in values:
        product *= value
    return product
