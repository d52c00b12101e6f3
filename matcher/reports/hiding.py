"""Figures of groups that are large enough, such that no smaller group can be worked out from them.

Pure. A figure is the mean over a set of answers. What is published, now and before, is a set of
sums; somebody may add and subtract them. So before anything is published we ask whether any
combination of them would speak of fewer than five people, or of people from fewer than five pairs.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Any

LEAST = 5
TOTAL = ""
MOST_ATOMS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One answer: whose, of which pair, in which group, and its value."""

    id: str
    person: str
    pair: str
    group: str
    value: float


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


def is_enough(entries: Iterable[Entry], least: int = LEAST) -> bool:
    """Five people or more, from five pairs or more."""
    entries = list(entries)
    people, pairs = {each.person for each in entries}, {each.pair for each in entries}
    return min(len(people), len(pairs)) >= least


def leaks(sets: Sequence[frozenset[str]], entries: Iterable[Entry], least: int = LEAST) -> bool:
    """Whether some sum of multiples of these sets speaks of too few people only.

    Answers that lie in the same sets cannot be told apart: they are one atom. A combination that
    vanishes outside a small group of atoms exists exactly where leaving them out lowers the rank.
    """
    atoms = _atoms(sets, entries)
    if sum(not is_enough(members, least) for _signs, members in atoms) > MOST_ATOMS:
        return True  # too many to look at: say nothing new
    matrix = [[Fraction(number in signs) for signs, _ in atoms] for number in range(len(sets))]
    whole = _rank(matrix)
    for few in _too_few(atoms, least):
        rest = [[row[at] for at in range(len(atoms)) if at not in few] for row in matrix]
        if _rank(rest) < whole:
            return True
    return False


Atom = tuple[frozenset[int], list[Entry]]


def _atoms(sets: Sequence[frozenset[str]], entries: Iterable[Entry]) -> list[Atom]:
    known = {each.id: each for each in entries}
    found: dict[frozenset[int], list[Entry]] = {}
    for key in sorted(frozenset().union(*sets)):
        # Somebody whose answer is gone was one person of one pair: nobody we know.
        gone = Entry(id=key, person=key, pair=key, group=TOTAL, value=0)
        signs = frozenset(number for number, members in enumerate(sets) if key in members)
        found.setdefault(signs, []).append(known.get(key, gone))
    return list(found.items())


def _too_few(atoms: Sequence[Atom], least: int) -> Iterator[frozenset[int]]:
    small = [at for at, (_signs, members) in enumerate(atoms) if not is_enough(members, least)]
    for number in range(1, len(small) + 1):
        for chosen in combinations(small, number):
            if not is_enough([each for at in chosen for each in atoms[at][1]], least):
                yield frozenset(chosen)


def _rank(matrix: Sequence[Sequence[Fraction]]) -> int:
    rows = [list(row) for row in matrix]
    rank = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((at for at in range(rank, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for at in range(rank + 1, len(rows)):
            times = rows[at][column] / rows[rank][column]
            rows[at] = [a - times * b for a, b in zip(rows[at], rows[rank], strict=True)]
        rank += 1
    return rank


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
