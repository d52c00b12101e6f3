"""Measures what each step of comparing words is good for: nDCG@5 within and across languages.

Run: python -m benchmarks.text_quality
"""

import re
import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from benchmarks.ranking import ndcgs, own_language_first
from benchmarks.text_people import Judged, by_hand, programme
from matcher.matching.words import similarity
from matcher.matching.words.space import WordSpace
from matcher.matching.words.weighing import Weighing

Rows = NDArray[np.float64]
Step = Callable[[Judged], Rows]


def plain(people: Judged) -> Rows:
    """Compare as most do: all of somebody's words together, as they are, by TF-IDF and cosine."""
    texts = [
        re.findall(r"\w\w+", " ".join(each).lower()) for each in (*people.needs, *people.offers)
    ]
    rows = Weighing.learned(texts).rows(texts)
    product: Rows = (rows[: len(people.needs)] @ rows[len(people.needs) :].T).toarray()
    return product


def stems(people: Judged) -> Rows:
    return WordSpace(people.needs, people.offers).likeness(0, len(people.needs))["words"]


def only(*channels: str) -> Step:
    def step(people: Judged) -> Rows:
        space = WordSpace(people.needs, people.offers, only=channels)
        return space.rows(0, len(people.needs))

    return step


STEPS: dict[str, Step] = {
    "plain words, one text a person": plain,
    "stems and pairs, stop list, (mean + max) / 2": stems,
    "standardised by language and offer": only("words"),
    "+ topics by stems": only("words", "topics"),
    "+ topics by letters": only("words", "topics", "parts"),
    "+ bridge = `similarity`": lambda people: similarity(people.needs, people.offers),
    "bridge alone": only("bridge"),
    "topics alone (stems, letters)": only("topics", "parts"),
}


def measured(step: Step, people: Judged) -> list[str]:
    scores, same = step(people), people.same_language
    everything = np.ones_like(same)
    quality = [ndcgs(scores, people.fits, may) for may in (everything, same, ~same)]
    return [*map(with_error, quality), f"{own_language_first(scores, same):.0%}"]


def with_error(each: list[float]) -> str:
    """Say a mean with its standard error over the needs."""
    return f"{np.mean(each):.2f} ± {np.std(each, ddof=1) / np.sqrt(len(each)):.2f}"


def by_chance(people: Judged) -> Rows:
    return np.zeros(people.fits.shape)


def main() -> None:
    for people in (programme(), by_hand()):
        sys.stdout.write(
            f"\n{people.name}: {len(people.needs)} needs, {len(people.offers)} offers, "
            f"{people.same_language.mean():.0%} in the need's language\n\n"
            "| step | nDCG@5 | within | across | own language in first five |\n"
            "|---|---|---|---|---|\n"
        )
        for name, step in {"by chance": by_chance, **STEPS}.items():
            sys.stdout.write(f"| {' | '.join([name, *measured(step, people)])} |\n")


if __name__ == "__main__":
    main()
