"""The register: every column that is about a person, made from what the models say of themselves.

The record of processing, the privacy notice, a member's own copy, erasure and the sweeping of old
data all read it here. Nothing is listed twice, so nothing can be forgotten.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, Table

from matcher.foundation.columns import Audience, Keep
from matcher.foundation.database import Base
from matcher.foundation.sealed import Sealed

# What holds nothing about anybody: links between rows, counters, states of machinery.
MACHINERY = {Audience.SYSTEM}


@dataclass(frozen=True, slots=True)
class Entry:
    """One column: what it is, who may see it, why it is kept, and for how long."""

    table: str
    column: str
    audience: Audience
    purpose: str
    keep: Keep

    @property
    def is_machinery(self) -> bool:
        return self.audience in MACHINERY

    @property
    def is_sealed(self) -> bool:
        return self.column.endswith("_sealed")


@dataclass(frozen=True, slots=True)
class Purpose:
    """All columns that are kept for one reason, in one circle, for one time."""

    purpose: str
    audience: Audience
    keep: Keep
    entries: tuple[Entry, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.table for each in self.entries))

    @property
    def is_sealed(self) -> bool:
        return any(each.is_sealed for each in self.entries)


class Unregistered(Exception):
    """A column does not say who may see it, why it is kept and for how long."""


def entry(column: Column[Any]) -> Entry:
    info = column.info
    if "audience" not in info:
        raise Unregistered(str(column))
    return Entry(column.table.name, column.name, info["audience"], info["purpose"], info["keep"])


def entries(table: Table | None = None) -> list[Entry]:
    """List what is registered: of one table, or of all."""
    tables = Base.metadata.sorted_tables if table is None else [table]
    return [entry(column) for each in tables for column in each.columns]


def purposes() -> list[Purpose]:
    """List why anything about people is kept, in the order in which tables build on each other."""
    groups: dict[tuple[str, Audience, Keep], list[Entry]] = {}
    for each in entries():
        if not each.is_machinery:
            groups.setdefault((each.purpose, each.audience, each.keep), []).append(each)
    return [Purpose(*key, entries=tuple(found)) for key, found in groups.items()]


def model_of(table: Table) -> type[Base]:
    """Return the model whose rows a table holds."""
    return _models()[table.name]


def sealed_columns(model: type[Base]) -> dict[str, str]:
    """Map each sealed column of a model to the attribute that opens it."""
    return {
        kind.column: name
        for each in model.__mro__
        for name, kind in vars(each).items()
        if isinstance(kind, Sealed)
    }


def every_sealed() -> Iterator[tuple[type[Base], Sequence[str]]]:
    """Go through the models that seal something, with the names of those columns."""
    for table in Base.metadata.sorted_tables:
        names = [each.name for each in table.columns if each.name.endswith("_sealed")]
        if names:
            yield model_of(table), names


@cache
def _models() -> dict[str, type[Base]]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
