"""What changes between two arrangements, with the names of those it changes for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

MOVES_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Whom a mentee had, and has instead. Nothing: nobody."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Figures as (before, after)."""

    number: int  # of the run it is compared with
    covered: tuple[int, int]
    total: tuple[float, float]
    worst: tuple[float | None, float | None]
    same: int
    gains: int
    loses: int
    changes: int
    moves: tuple[Moved, ...]
    stood: int = 0
    fell: tuple[Moved, ...] = ()

    @property
    def differs(self) -> bool:
        return bool(self.gains or self.loses or self.changes)

    @property
    def more(self) -> int:
        return self.gains + self.loses + self.changes - len(self.moves)


def named_in(change: Mapping[str, Any] | None) -> set[UUID]:
    """Return whose names a change speaks of."""
    if not change:
        return set()
    moves = change["moves"][:MOVES_SHOWN]
    fell = [each for pair in change.get("fell", ()) for each in pair]
    theirs = [each for move in moves for each in (*move["before"], *move["after"])]
    return {UUID(each) for each in (*(move["need"] for move in moves), *theirs, *fell)}


def change_of(
    change: Mapping[str, Any] | None, names: Mapping[UUID, str], number: int | None = None
) -> Change | None:
    if not change:
        return None
    return Change(
        number=change.get("number", number),
        covered=tuple(change["covered"]),
        total=tuple(change["total"]),
        worst=tuple(change["worst"]),
        same=change["same"],
        **change["counts"],
        moves=tuple(
            Moved(
                name=_names([each["need"]], names),
                before=_names(each["before"], names),
                after=_names(each["after"], names),
            )
            for each in change["moves"][:MOVES_SHOWN]
        ),
        stood=change.get("stood", 0),
        fell=tuple(
            Moved(name=_names([need], names), before=_names([offer], names), after="")
            for need, offer in change.get("fell", ())
        ),
    )


def _names(ids: Iterable[str], names: Mapping[UUID, str]) -> str:
    return ", ".join(names.get(UUID(each), "–") for each in ids)
