"""Whose a row is: read from the links between tables, not from a list that somebody must keep.

A link that takes its row along when a member goes (ON DELETE CASCADE) says the row is theirs. A
row with two such links is shared by two people. A link that is only emptied (SET NULL) names who
did something, and makes the row nobody's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, ForeignKey, Table, select

from matcher.foundation.database import Base

MEMBER = "member"
SIDES = ("mentor", "mentee")
# Told by one person to another who has to know: it is the first one's.
TOLD_BY = {"concern": "from_id"}


@dataclass(frozen=True)
class Tie:
    """The links that lead from a row to a member, one after the other."""

    links: tuple[Column[Any], ...]

    @property
    def side(self) -> str | None:
        """Of the two people of a shared row: which one this leads to."""
        for link in self.links:
            for side in SIDES:
                if link.name.startswith(f"{side}_"):
                    return side
        return None

    def leads_to(self, member_id: UUID) -> ColumnElement[bool]:
        """Whether a row is this member's, as a condition of a query."""
        return self.ends_in([member_id])

    def ends_in(self, ids: Sequence[UUID]) -> ColumnElement[bool]:
        """Whether the links of a row end in one of these."""
        first, *rest = self.links
        if not rest:
            return first.in_(ids)
        parent = rest[0].table
        return first.in_(select(parent.c.id).where(Tie(tuple(rest)).ends_in(ids)))


@cache
def ties(table: Table) -> tuple[Tie, ...]:
    """Return the ways from a row of a table to the members whose it is."""
    if table.name in TOLD_BY:
        return (Tie((table.c[TOLD_BY[table.name]],)),)
    direct = tuple(
        Tie((link.parent,)) for link in _strong(table) if link.column.table.name == MEMBER
    )
    return direct or tuple(dict.fromkeys(_through_parents(table)))


def paths_to(table: Table, target: str) -> tuple[Tie, ...]:
    """Return the ways from a row to a row of another table that takes it along when it goes."""
    found: list[Tie] = []
    for link in _strong(table):
        parent = link.column.table
        if parent.name == target:
            found.append(Tie((link.parent,)))
        elif parent is not table:
            found += [Tie((link.parent, *each.links)) for each in paths_to(parent, target)]
    return tuple(found)


def is_shared(table: Table) -> bool:
    """Whether a row of this table is about two people."""
    return len(ties(table)) > 1


def holds_up_shared(table: Table) -> bool:
    """Whether deleting one person's row would take a row along that is also another's."""
    below = [each for each in Base.metadata.sorted_tables if _parents(each) & {table.name}]
    return any(is_shared(each) or holds_up_shared(each) for each in below)


def _through_parents(table: Table) -> Iterator[Tie]:
    for link in _strong(table):
        parent = link.column.table
        if parent is not table:
            yield from (Tie((link.parent, *tie.links)) for tie in ties(parent))


def _strong(table: Table) -> list[ForeignKey]:
    """Links whose end takes the row along, in a settled order."""
    found = [each for each in table.foreign_keys if each.ondelete == "CASCADE"]
    return sorted(found, key=lambda each: str(each.parent.name))


def _parents(table: Table) -> set[str]:
    return {link.column.table.name for link in _strong(table)} - {table.name}
