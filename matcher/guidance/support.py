"""What would help the mentee in a meeting, and sentences with which a mentor may begin."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from matcher.foundation.words import N_, Language

CONTENT = Path(__file__).parent / "content" / "support.yaml"


class Support(StrEnum):
    """The kind of support: chosen by the mentee, meeting by meeting."""

    HEAR = "hear"
    THINK = "think"
    DO = "do"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class Wish:
    """A kind of support, in the mentee's words and as the mentor is told. Both are marked."""

    words: str
    told: str


WISHES: Mapping[Support, Wish] = {
    Support.HEAR: Wish(
        N_("Hear me out"), N_("%(name)s would like to be heard out. Solving can wait.")
    ),
    Support.THINK: Wish(
        N_("Think along"), N_("%(name)s would like you to think along. The choice stays theirs.")
    ),
    Support.DO: Wish(
        N_("Help me do it"), N_("%(name)s would like to do something together with you.")
    ),
    Support.TELL: Wish(
        N_("Tell me what you know"), N_("%(name)s would like to hear what you know about it.")
    ),
}


@cache
def _content() -> Mapping[Support, Mapping[str, tuple[str, ...]]]:
    kept = yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    return {
        each: {language: tuple(texts) for language, texts in kept[each].items()} for each in Support
    }


def starters(support: Support, language: str) -> tuple[str, ...]:
    """Return sentences with which a mentor may begin, in a language or else in English."""
    texts = _content()[support]
    return texts.get(language) or texts[Language.EN]
