"""The questions of the check-in about each tip: own wording, not a validated scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from matcher.foundation.words import Language
from matcher.guidance.tips import Side, Tip

CONTENT = Path(__file__).parent / "content" / "items.yaml"


class Scale(StrEnum):
    FREQ = "FREQ"  # 1 never … 5 always
    FIT = "FIT"  # 1 far too little … 3 just right … 5 far too much


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question. Of "listen.A" and "listen.B", only A has its turn in a pulse."""

    key: str
    tip: Tip
    scale: Scale
    texts: Mapping[str, str]

    def text(self, language: str) -> str:
        return self.texts.get(language) or self.texts[Language.EN]


@cache
def items() -> Mapping[Side, Mapping[str, Item]]:
    """Return the items of each side by key. The file is read once."""
    kept = yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    return {
        side: {
            f"{tip}.{letter}": _item(tip, letter, kept[tip][side][letter])
            for tip in Tip
            for letter in "AB"
        }
        for side in Side
    }


def item(key: str, side: Side) -> Item:
    return items()[side][key]


def _item(tip: Tip, letter: str, kept: Mapping[str, str]) -> Item:
    texts = {each: text for each, text in kept.items() if each != "scale"}
    return Item(key=f"{tip}.{letter}", tip=tip, scale=Scale(kept["scale"]), texts=texts)
