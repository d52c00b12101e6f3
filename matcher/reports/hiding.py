"""Figures of groups that are large enough, such that no smaller group can be worked out from them.

Pure. A figure is the mean over a set of answers. What is published, now and before, is a set of
sums; somebody may add and subtract them. So before anything is published we ask whether any
combination of them would speak of fewer than five people, or of people from fewer than five pairs.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matcher.reports.auditing import LEAST, Entry, is_enough, leaks

TOTAL = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean as it is shown; None: hidden. `people` is rounded down to fives."""

    group: str
    mean: float | None
    people: int


@dataclass(frozen=True, slots=True)
class Table:
    """What is published of one question, and which answers stand behind each figure."""

    figures: tuple[Figure, ...]
    behind: Mapping[str, frozenset[str]]
    # What stood behind figures of earlier reports: readers remember them.
    earlier: tuple[frozenset[str], ...] = ()

    def figure(self, group: str = TOTAL) -> Figure | None:
        return next((each for each in self.figures if each.group == group), None)

    def to_json(self) -> dict[str, Any]:
        return {
            "figures": [[each.group, each.mean, each.people] for each in self.figures],
            "behind": {group: sorted(ids) for group, ids in self.behind.items()},
            "earlier": [sorted(ids) for ids in self.earlier],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Table":
        behind = {group: frozenset(ids) for group, ids in kept["behind"].items()}
        earlier = tuple(frozenset(ids) for ids in kept["earlier"])
        return cls(tuple(Figure(*each) for each in kept["figures"]), behind, earlier)

    @property
    def ever_told(self) -> tuple[frozenset[str], ...]:
        """Every set whose mean was ever shown, each once."""
        return tuple(dict.fromkeys((*self.earlier, *self.behind.values())))


NOTHING = Table((), {})


def publish(
    entries: Collection[Entry],
    *,
    before: Table = NOTHING,
    split: bool = True,
    least: int = LEAST,
    step: float = 0.1,
) -> Table:
    """Publish a total and, where asked, its groups; or what was published before, if need be."""
    groups = _shown(entries, least) if split else []
    for chosen in (groups, []) if groups else ([],):
        candidate = {group: _of(entries, group) for group in [TOTAL, *chosen]}
        if _is_safe(candidate, before, entries, least):
            table = _table(entries, candidate, split=split, step=step)
            return replace(table, earlier=before.ever_told)
    return before


def _is_safe(
    candidate: Mapping[str, Sequence[Entry]], before: Table, entries: Collection[Entry], least: int
) -> bool:
    if not is_enough(candidate[TOTAL], least):
        return False
    sets = [frozenset(each.id for each in members) for members in candidate.values()]
    return not leaks(list(dict.fromkeys([*before.ever_told, *sets])), entries, least)


def _shown(entries: Collection[Entry], least: int) -> list[str]:
    """Choose the groups that are large enough; where one is hidden, the next smallest is too."""
    groups = sorted({each.group for each in entries}, key=lambda group: _size(entries, group))
    hidden = [group for group in groups if not is_enough(_of(entries, group), least)]
    shown = [group for group in groups if group not in hidden]
    while hidden and shown and (len(hidden) == 1 or not is_enough(_in(entries, hidden), least)):
        hidden.append(shown.pop(0))
    return shown


def _size(entries: Iterable[Entry], group: str) -> tuple[int, str]:
    return len({each.person for each in _of(entries, group)}), group


def _of(entries: Iterable[Entry], group: str) -> list[Entry]:
    return [each for each in entries if group in (TOTAL, each.group)]


def _in(entries: Iterable[Entry], groups: Collection[str]) -> list[Entry]:
    return [each for each in entries if each.group in groups]


def _table(
    entries: Collection[Entry],
    shown: Mapping[str, Sequence[Entry]],
    *,
    split: bool,
    step: float,
) -> Table:
    groups = [TOTAL, *sorted({each.group for each in entries})] if split else [TOTAL]
    figures = tuple(
        Figure(group, rounded(shown[group], step), _people(shown[group]))
        if group in shown
        else Figure(group, None, 0)
        for group in groups
    )
    return Table(figures, {group: frozenset(e.id for e in said) for group, said in shown.items()})


def rounded(entries: Sequence[Entry], step: float) -> float:
    """Round a mean to tenths, or a share to twentieths."""
    mean = sum(each.value for each in entries) / len(entries)
    return round(round(mean / step) * step, 4)


def _people(entries: Iterable[Entry]) -> int:
    return len({each.person for each in entries}) // LEAST * LEAST
