"""Builds the shipped Dutch-English bridge from ESCO's occupations and the vocabulary of topics.

Run: python -m benchmarks.build_bridge
"""

import csv
import gzip
import sys
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.utils.extmath import randomized_svd

from matcher.matching.words.bridge import LANGUAGES, SHIPPED
from matcher.matching.words.concepts import described, shipped_topics
from matcher.matching.words.terms import stems, words
from matcher.matching.words.weighing import Weighing

OCCUPATIONS = Path(__file__).parent / "data" / "occupations_en_nl.csv.gz"
DIMENSIONS = 200
# The topics are short and are what people write about: each stands in the corpus three times.
REPEATED = 3


def occupations(language: str) -> list[list[str]]:
    with gzip.open(OCCUPATIONS, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    fields = [f"{each}_{language}" for each in ("label", "alt", "description")]
    return [stems(words(". ".join(row[each] for each in fields)), language) for row in rows]


def corpus(language: str) -> list[list[str]]:
    topics = [stems(described(topic, language), language) for topic in shipped_topics()]
    return occupations(language) + topics * REPEATED


def build() -> dict[str, NDArray[np.generic]]:
    texts = {each: corpus(each) for each in LANGUAGES}
    learned = {each: Weighing.learned(texts[each], at_least=3) for each in LANGUAGES}
    beside = sp.hstack([learned[each].rows(texts[each]) for each in LANGUAGES]).tocsr()
    _, _, turned = randomized_svd(beside, n_components=DIMENSIONS, random_state=0)
    split = len(learned["en"].number)
    parts = {"en": turned[:, :split].T, "nl": turned[:, split:].T}
    kept: dict[str, NDArray[np.generic]] = {}
    for each in LANGUAGES:
        scale = np.maximum(np.abs(parts[each]).max(axis=1), 1e-12) / 127
        kept[f"terms_{each}"] = np.array(list(learned[each].number))
        kept[f"idf_{each}"] = learned[each].idf.astype(np.float32)
        kept[f"scale_{each}"] = scale.astype(np.float32)
        kept[f"vectors_{each}"] = np.round(parts[each] / scale[:, None]).astype(np.int8)
    return kept


if __name__ == "__main__":
    np.savez_compressed(SHIPPED, **build())  # type: ignore[arg-type]  # its stub takes no mapping
    sys.stdout.write(f"{SHIPPED.name}: {SHIPPED.stat().st_size:,} bytes\n")
