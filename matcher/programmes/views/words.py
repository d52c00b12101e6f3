"""Closed lists said in a reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from babel import Locale

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, Sentence
from matcher.programmes.models.choices import DAYS, PARTS


def told(text: str, language: Language, /, **values: object) -> str:
    """Say marked text in this language."""
    return say(Sentence(text, values), language)


def told_all(keys: Iterable[Any], labels: Mapping[Any, str], language: Language) -> list[str]:
    """Say the labels of keys; a key of an older list is shown as it is."""
    return [told(labels[key], language) if key in labels else str(key) for key in keys]


def in_a_sentence(labels: Iterable[str]) -> list[str]:
    """Say labels in the midst of a sentence: they begin small there."""
    return [label[:1].lower() + label[1:] for label in labels]


def language_names(codes: Iterable[str], language: Language) -> list[str]:
    names = Locale.parse(language).languages
    return [str(names.get(code, code)) for code in codes]


def week(slots: Iterable[str], language: Language) -> list[str]:
    """Say parts of the week by day: Monday morning and evening."""
    chosen = set(slots)
    days = {day: [part for part in PARTS if f"{day}-{part}" in chosen] for day in DAYS}
    return [in_the_week(day, parts, language) for day, parts in days.items() if parts]


def in_the_week(day: str, parts: Sequence[str], language: Language) -> str:
    """Say parts of one day as people do. Dutch makes one word of them, and writes it small."""
    name = told(DAYS[day], language)
    name = name.lower() if language == Language.NL else name
    if len(parts) == len(PARTS):
        return told(N_("%(weekday)s all day"), language, weekday=name)
    first, *rest = (told(PARTS[part], language).lower() for part in parts)
    for each in rest:
        first = told(N_("%(early)s and %(late)s"), language, early=first, late=each)
    return told(N_("%(weekday)s %(times)s"), language, weekday=name, times=first)
