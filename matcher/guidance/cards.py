"""The cards of the eight tips: one file each, with all its languages beside each other."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

from matcher.foundation.words import Language
from matcher.guidance.tips import Side, Stage, Tip

CONTENT = Path(__file__).parent / "content" / "cards"
PLACE = re.compile(r"\{(\w+)\}")
AHEAD = timedelta(days=60)
LIVE = "live"
# What a file says about its card; every other key is a language.
_ABOUT = {"id", "version", "style", "status", "review_by", "evidence", "placeholders"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A tip's text for one stage and one side. `version` counts changes of meaning."""

    id: str
    tip: Tip
    stage: Stage
    side: Side
    version: int
    style: str
    status: str
    review_by: date
    evidence: tuple[str, ...]
    texts: Mapping[str, str]
    sources: Mapping[str, int]
    placeholders: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A card's text as somebody reads it. `is_fallback`: say that it stands in another language."""

    text: str
    language: str
    is_fallback: bool = False


@cache
def cards() -> Mapping[str, Card]:
    """Return every card by its id. The files are read once."""
    return {each.id: each for each in read(CONTENT)}


def card(tip: Tip, stage: Stage, side: Side) -> Card:
    """Return the first card for a tip, in a stage, for one side."""
    return cards()[f"{tip}.{stage}.{side}"]


def variants(tip: Tip, stage: Stage, side: Side) -> tuple[Card, ...]:
    """Return the live cards of one cell, the first one first: the same tip in other styles."""
    return tuple(each for each in _cells().get((tip, stage, side), ()) if each.status == LIVE)


@cache
def _cells() -> Mapping[tuple[Tip, Stage, Side], tuple[Card, ...]]:
    found: dict[tuple[Tip, Stage, Side], tuple[Card, ...]] = {}
    for each in cards().values():
        cell = each.tip, each.stage, each.side
        found[cell] = (*found.get(cell, ()), each)
    return found


def text(
    shown: Card,
    language: str,
    placeholders: Mapping[str, str],
    *,
    otherwise: str = Language.EN,
    own: Mapping[str, str] | None = None,
) -> Said:
    """Say a card: in the reader's language, else the programme's, else English; never empty.

    `own`: a programme's own words for it, in place of the standard text.
    """
    texts = own or shown.texts
    spoken = next(each for each in (language, otherwise, Language.EN) if texts.get(each))
    words = PLACE.sub(lambda found: placeholders[found[1]], texts[spoken])
    return Said(text=words, language=str(spoken), is_fallback=spoken != language)


def to_review(every: Iterable[Card], *, today: date) -> list[Card]:
    """List the cards whose yearly review is due within two months."""
    return [each for each in every if each.review_by <= today + AHEAD]


def read(folder: Path) -> list[Card]:
    """Read the cards of a folder, in the order of their names."""
    found = [_read(path) for path in folder.glob("*.yaml")]
    return sorted(found, key=lambda each: each.id)


def _read(path: Path) -> Card:
    kept = yaml.safe_load(path.read_text(encoding="utf-8"))
    tip, stage, side = str(kept["id"]).split(".")[:3]
    languages = [each for each in kept if each not in _ABOUT and not each.endswith("_source")]
    return Card(
        id=kept["id"],
        tip=Tip(tip),
        stage=Stage(stage),
        side=Side(side),
        version=kept["version"],
        style=kept["style"],
        status=kept["status"],
        review_by=kept["review_by"],
        evidence=tuple(kept["evidence"]),
        texts={each: kept[each].strip() for each in languages if kept[each]},
        sources={each: kept[f"{each}_source"] for each in languages if f"{each}_source" in kept},
        placeholders=tuple(kept["placeholders"]),
    )
