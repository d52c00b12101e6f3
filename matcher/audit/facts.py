"""What a deed may be told with: names that are known, each with its kind of value, and no texts.

Rows of the trail are never changed, so nothing that somebody wrote may get into them: erasing a
person could not reach it.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

CODE = re.compile(r"[A-Za-z0-9_.:/+-]{0,80}")


class UnknownFact(Exception):
    """A deed was told with a fact that the trail has no name for."""


class WrongFact(Exception):
    """A fact is not of its kind: a text where a code belongs, or not a number."""


def is_code(value: Any) -> bool:
    """One of our own words, never a sentence."""
    return value is None or (isinstance(value, str) and CODE.fullmatch(value) is not None)


def is_number(value: Any) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


def is_day(value: Any) -> bool:
    try:
        return value is None or bool(date.fromisoformat(value[:10]))
    except (TypeError, ValueError):
        return False


def is_id(value: Any) -> bool:
    try:
        return value is None or bool(UUID(value))
    except (TypeError, ValueError, AttributeError):
        return False


def is_settings(value: Any) -> bool:
    """Codes and numbers, by codes."""
    if isinstance(value, Mapping):
        return all(is_code(name) and is_settings(each) for name, each in value.items())
    if isinstance(value, list | tuple):
        return all(map(is_settings, value))
    return is_code(value) or isinstance(value, int | float)


FACTS: dict[str, Callable[[Any], bool]] = {
    "state": is_code,
    "before": is_code,
    "after": is_code,
    "reason": is_code,
    "side": is_code,
    "language": is_code,
    "kind": is_code,
    "item": is_code,
    "role": is_code,
    "purpose": is_code,
    "file": is_code,
    "count": is_number,
    "version": is_number,
    "seed": is_number,
    "until": is_day,
    "on_behalf_of": is_id,
    "criteria": is_settings,
}


def check(facts: Mapping[str, Any]) -> None:
    """Refuse what the trail has no name for, and what is not of its kind."""
    if unknown := facts.keys() - FACTS.keys():
        raise UnknownFact(", ".join(sorted(unknown)))
    for name, value in facts.items():
        if not FACTS[name](value):
            raise WrongFact(name)
