"""The two sets of people whose words are compared: the programme, and texts judged by hand."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.matching.profiles import Need, Offer
from matcher.matching.sheets.columns import Columns
from matcher.matching.sheets.roster import read_roster
from matcher.matching.words.passages import read_person

DATA = Path(__file__).parent / "data"

Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Judged:
    """What needs and offers say, and how well each two fit: (needs, offers), 0 is not at all."""

    name: str
    needs: Texts
    offers: Texts
    fits: NDArray[np.float64]

    @property
    def same_language(self) -> NDArray[np.bool_]:
        needs, offers = (
            np.array([read_person(texts, 0)[0] for texts in side])
            for side in (self.needs, self.offers)
        )
        same: NDArray[np.bool_] = needs[:, None] == offers[None, :]
        return same


def programme() -> Judged:
    """Return the bilingual programme; the topics are hidden, and their covered share is the fit."""
    needs = read_roster(DATA / "programme" / "mentees.csv", Columns(), Need).people
    offers = read_roster(DATA / "programme" / "mentors.csv", Columns(), Offer).people
    fits = [
        [len(need.topics & offer.topics) / max(len(need.topics), 1) for offer in offers]
        for need in needs
    ]
    return Judged(
        "programme",
        tuple(each.statements for each in needs),
        tuple(each.statements for each in offers),
        np.array(fits),
    )


def by_hand() -> Judged:
    """Return the texts judged by hand, 0 to 3. They are never used for choosing."""
    texts = {row["id"]: (row["side"], tuple(row["text"].split(" | "))) for row in _rows("texts")}
    needs, offers = ([n for n, (s, _) in texts.items() if s == side] for side in ("need", "offer"))
    fits = np.zeros((len(needs), len(offers)))
    for row in _rows("pairs"):
        fits[needs.index(row["need"]), offers.index(row["offer"])] = float(row["judged"])
    said = {each: text for each, (_side, text) in texts.items()}
    return Judged(
        "by hand", tuple(said[each] for each in needs), tuple(said[each] for each in offers), fits
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"judged_{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
