"""The vocabulary of topics: each with its group, its name and its other words, in two languages."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from matcher.foundation.words import N_, Language
from matcher.matching.profiles import Topic

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 800  # stemming more than these would keep somebody waiting
VOCABULARY = Path(__file__).with_name("topics.csv")
GROUPS = {
    "work": N_("Work"),
    "study": N_("Study"),
    "digital": N_("Computers and phones"),
    "language": N_("Languages"),
    "money": N_("Money and letters"),
    "health": N_("Health and care"),
    "feelings": N_("How you feel"),
    "family": N_("Family and home"),
    "leadership": N_("Leading and working together"),
    "entrepreneurship": N_("Your own business"),
    "community": N_("Feeling at home here"),
    "creative": N_("Making things"),
}


@cache
def topics() -> dict[str, Topic]:
    """Return every topic by its id, in the order of the vocabulary."""
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["id"]: _topic(row) for row in rows}


def _topic(row: dict[str, str]) -> Topic:
    languages = [str(each) for each in Language]
    return Topic(
        id=row["id"],
        group=row["group"],
        labels={each: row[each] for each in languages},
        synonyms={each: tuple(row[f"synonyms_{each}"].split(";")) for each in languages},
    )


def is_topic(key: str) -> bool:
    return key in topics()


def label(key: str, language: Language) -> str:
    """Return a topic's name. A topic of an older vocabulary is shown by its id."""
    topic = topics().get(key)
    return topic.labels[language] if topic else key


def labels(keys: Iterable[str], language: Language) -> list[str]:
    return [label(key, language) for key in keys]


def grouped(keys: Iterable[str] = ()) -> list[tuple[str, list[Topic]]]:
    """Return the groups in their order, each with its topics: those asked for, or all."""
    wanted = set(keys) or set(topics())
    found = {
        group: [topic for topic in topics().values() if topic.group == group and topic.id in wanted]
        for group in GROUPS
    }
    return [(group, inside) for group, inside in found.items() if inside]


def words_of(topic: Topic, language: Language) -> list[str]:
    """Return all that a topic may be found by, besides its name in this language."""
    other = Language.EN if language == Language.NL else Language.NL
    return [*topic.synonyms[language], topic.labels[other], *topic.synonyms[other]]


def search(text: str, language: Language, *, keys: Iterable[str] = ()) -> list[Topic]:
    """Find topics by their name or by other words for them, in both languages, best first."""
    query = plain(text)
    if not query:
        return []
    wanted = set(keys) or set(topics())
    ranked = [(_rank(topic, query, language), topic) for topic in topics().values()]
    kept = [(rank, topic) for rank, topic in ranked if rank is not None and topic.id in wanted]
    return [topic for _, topic in sorted(kept, key=lambda each: (each[0], each[1].id))]


def _rank(topic: Topic, query: str, language: Language) -> int | None:
    """How near a topic is: its own name first, then other words, then the middle of a word."""
    name = plain(topic.labels[language])
    others = [plain(each) for each in words_of(topic, language)]
    checks = (
        name.startswith(query),
        _begins_a_word(name, query),
        any(_begins_a_word(each, query) for each in others),
        query in name or any(query in each for each in others),
    )
    return next((rank for rank, holds in enumerate(checks) if holds), None)


def _begins_a_word(text: str, query: str) -> bool:
    return text.startswith(query) or f" {query}" in text


def mentioned(text: str, keys: Iterable[str]) -> list[str]:
    """Find the topics that a text speaks of, in one or in many, the most mentioned first."""
    said = {language: _stems(text, language) for language in Language}
    counted = {key: _mentions(key, said) for key in keys if is_topic(key)}
    return sorted((key for key in counted if counted[key]), key=lambda key: -counted[key])


def _mentions(key: str, said: Mapping[Language, str]) -> int:
    return sum(name in said[language] for language in Language for name in _names(key, language))


@cache
def _names(key: str, language: Language) -> list[str]:
    topic = topics()[key]
    return [_stems(name, language) for name in (topic.labels[language], *topic.synonyms[language])]


def _stems(text: str, language: Language) -> str:
    """Cut words to their stems, so that an interview is found among interviews."""
    import snowballstemmer  # noqa: PLC0415  # much to load, and seldom needed

    stemmer = snowballstemmer.stemmer({Language.EN: "english", Language.NL: "dutch"}[language])
    return f" {' '.join(stemmer.stemWords(WORD.findall(plain(text))[:MOST_WORDS]))} "


def plain(text: str) -> str:
    """Forget capitals, accents and doubled spaces, as people do when they search."""
    letters = unicodedata.normalize("NFKD", " ".join(text.split()).casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))
