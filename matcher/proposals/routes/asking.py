"""What a coordinator looks for, read from the address of the page."""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

from flask import request

from matcher.foundation.text import NotText, clean_line
from matcher.programmes.topics import is_topic, search
from matcher.proposals.queries.asked import ORDERS, PARTS, Wanted
from matcher.web.words import language

SIZES = (25, 50)
LAST_PAGE = 10_000
LONGEST = 100
EVERYTHING = Wanted()  # as it is without being asked for
KEPT = ("part", "find", "topic", "language", "order", "size", "look")


def wanted() -> Wanted:
    """Read what is asked for. What makes no sense is left out: it is only a way of looking."""
    asked = request.args
    if not asked:
        return EVERYTHING
    text = _text(asked.get("find", ""))
    size = asked.get("size", SIZES[0], type=int)
    return Wanted(
        part=_one_of(asked.get("part", ""), PARTS, "all"),
        text=text,
        topics=tuple(topic.id for topic in search(text, language())) if text else (),
        topic=asked.get("topic", "") if is_topic(asked.get("topic", "")) else "",
        language=_code(asked.get("language", "")),
        order=_one_of(asked.get("order", ""), ORDERS, "weakest"),
        look="cards" if asked.get("look") == "cards" else "table",
        page=min(max(asked.get("page", 1, type=int), 1), LAST_PAGE),
        size=size if size in SIZES else SIZES[0],
    )


def same_list(**changed: str | int) -> str:
    """Return the rest of the address for the same list, with something changed."""
    return rest(kept(), **changed)


def kept() -> dict[str, str]:
    """Return what the address asks for, apart from the page of it."""
    args = request.args
    return {key: args[key] for key in KEPT if args.get(key)} if args else {}


def rest(kept: Mapping[str, str], **changed: str | int) -> str:
    asked = {**kept, **changed}
    # What somebody typed is not kept with what everybody asks.
    return urlencode(asked) if "find" in asked else _written(tuple(asked.items()))


@lru_cache(maxsize=1000)
def _written(asked: tuple[tuple[str, str | int], ...]) -> str:
    return urlencode(asked)


def _text(typed: str) -> str:
    try:
        return clean_line(typed)[:LONGEST]
    except NotText:
        return ""


def _one_of(asked: str, known: object, otherwise: str) -> str:
    return asked if isinstance(known, dict) and asked in known else otherwise


def _code(asked: str) -> str:
    return asked if asked.isascii() and asked.isalpha() and len(asked) <= 3 else ""  # noqa: PLR2004  # ISO 639
