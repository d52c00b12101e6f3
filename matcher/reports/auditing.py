"""Whether sums that were told speak of too few people, however somebody adds and subtracts them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

LEAST = 5
MOST_ATOMS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One answer: whose, of which pair, in which group, and its value."""

    id: str
    person: str
    pair: str
    group: str
    value: float


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
        gone = Entry(id=key, person=key, pair=key, group="", value=0)
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
