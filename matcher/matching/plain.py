"""Turns frozen dataclasses into JSON that is the same for the same values, and back."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def to_plain(value: Any) -> Any:  # any value of any dataclass
    """Turn a value into dictionaries, lists and primitives; sets become sorted lists."""
    if is_dataclass(value):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(to_plain(each) for each in value)
    if isinstance(value, (list, tuple)):
        return [to_plain(each) for each in value]
    return value


def to_json(value: object) -> str:
    """Write a value so that equal values give equal text, on any machine."""
    return json.dumps(
        to_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def from_plain(kind: Any, value: Any) -> Any:  # the kind is any type
    """Build a value of the given kind. Raises TypeError or ValueError where it does not fit."""
    if is_dataclass(kind):
        return _build(kind, value)
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _one_of(get_args(kind), value)
    if origin is None or origin is Literal:
        return _primitive(kind, value)
    return _collection(origin, get_args(kind), value)


def _build(kind: Any, value: Any) -> Any:  # see from_plain
    if not isinstance(value, Mapping):
        raise TypeError(f"{kind.__name__} is written as a table, not {value!r}")
    hints = get_type_hints(kind)
    known = {each.name for each in fields(kind) if each.init}
    if unknown := sorted(set(value) - known):
        raise ValueError(f"{kind.__name__} knows no {', '.join(unknown)}")
    return kind(**{name: from_plain(hints[name], each) for name, each in value.items()})


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:  # see from_plain
    for kind in kinds:
        try:
            return from_plain(kind, value)
        except (TypeError, ValueError):
            continue
    raise TypeError(f"{value!r} is none of {kinds}")


def _primitive(kind: Any, value: Any) -> Any:  # see from_plain
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise ValueError(f"{value!r} is not one of {', '.join(map(str, get_args(kind)))}")
        return value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind in {Any, object} or type(value) is kind or (kind is type(None) and value is None):
        return value
    raise TypeError(f"expected {kind.__name__}, got {value!r}")


def _collection(origin: Any, args: tuple[Any, ...], value: Any) -> Any:  # see from_plain
    if isinstance(value, str):
        raise TypeError(f"expected a list or table, got {value!r}")
    if issubclass(origin, Mapping):
        return {key: from_plain(args[1], each) for key, each in value.items()}
    if origin is tuple and args[-1] is not Ellipsis:
        return tuple(from_plain(kind, each) for kind, each in zip(args, value, strict=True))
    return origin(from_plain(args[0], each) for each in value)
