"""Criteria that look one answer of each side up in a table: choice, scale and place."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.matching.criteria.grid import Flags, People, Rows
from matcher.matching.folding import fold, folded
from matcher.matching.profiles import Profile
from matcher.matching.settings import Criterion

Keys = Sequence[Hashable | None]
Worth = Callable[[Any, Any], float]


class TableGrid:
    """Works a value out once for each two different answers, then only looks it up."""

    def __init__(self, needs: Keys, offers: Keys, worth: Worth) -> None:
        self._left, left = _numbered(needs)
        self._right, right = _numbered(offers)
        self._table = np.zeros((len(left) + 1, len(right) + 1))
        for row, need in enumerate(left):
            for column, offer in enumerate(right):
                self._table[row, column] = min(max(float(worth(need, offer)), 0.0), 1.0)
        self.answered: tuple[Flags, Flags] = self._left < len(left), self._right < len(right)

    def rows(self, start: int, stop: int) -> Rows:
        found: Rows = self._table[self._left[start:stop]][:, self._right]
        return found


def _numbered(keys: Keys) -> tuple[NDArray[np.intp], list[Hashable]]:
    """Give each different answer a number, and "not answered" the number after the last."""
    seen = list(dict.fromkeys(key for key in keys if key is not None))
    number = {key: n for n, key in enumerate(seen)}
    return np.array([number.get(key, len(seen)) for key in keys], dtype=np.intp), seen


def one_answer(people: Sequence[Profile], column: str) -> list[str | None]:
    return [next(iter(folded(each, column)), None) for each in people]


def choice(criterion: Criterion, people: People) -> TableGrid:
    """Equal answers, or two that stand together in the declared `pairs`: 1, everything else 0."""
    left, right = criterion.columns
    pairs = {(fold(str(a)), fold(str(b))) for a, b in criterion.options.get("pairs", ())}
    only = bool(criterion.options.get("only_pairs", False))
    return TableGrid(
        one_answer(people.needs, left),
        one_answer(people.offers, right),
        lambda need, offer: (not only and need == offer) or (need, offer) in pairs,
    )


def scale(criterion: Criterion, people: People) -> TableGrid:
    """Look up the steps from the mentee up to the mentor in `difference`; other steps count 0."""
    left, right = criterion.columns
    order = [fold(str(step)) for step in criterion.options.get("order", ())]
    worth = {int(step): float(value) for step, value in _differences(criterion).items()}
    return TableGrid(
        _steps(one_answer(people.needs, left), order),
        _steps(one_answer(people.offers, right), order),
        lambda need, offer: worth.get(offer - need, 0.0),
    )


def _differences(criterion: Criterion) -> Mapping[str, float]:
    table = criterion.options.get("difference")
    if not isinstance(table, Mapping) or not table:
        raise ValueError(f"{criterion.name}: say what each difference is worth, as in {{1 = 0.75}}")
    return table


def _steps(given: Sequence[str | None], order: Sequence[str]) -> list[int | None]:
    """Return each answer's place in the order, or the number it is; others have not answered."""
    if order:
        place = {step: n for n, step in enumerate(order)}
        return [place.get(each) if each else None for each in given]
    return [int(each) if each and each.lstrip("-").isdigit() else None for each in given]


def place(criterion: Criterion, people: People) -> TableGrid:
    """Count the same place, when both can meet there, as 1, and meeting online as `online`.

    `online` is 0.5 when left out. A mentee who asked to meet online gets 1 for it.
    """
    online = float(criterion.options.get("online", 0.5))

    def worth(need: tuple[str, str], offer: tuple[str, str]) -> float:
        if near(need, offer):
            return 1.0
        if not remote(need, offer):
            return 0.0
        return 1.0 if need[1] == "online" else online

    return TableGrid(whereabouts(people.needs), whereabouts(people.offers), worth)


def whereabouts(people: Sequence[Profile]) -> list[tuple[str, str] | None]:
    """Return place and way of meeting; who did not say how to meet has not answered."""
    return [(fold(each.place), each.meeting) if each.meeting else None for each in people]


def near(need: tuple[str, str], offer: tuple[str, str]) -> bool:
    return bool(need[0]) and need[0] == offer[0] and "online" not in {need[1], offer[1]}


def remote(need: tuple[str, str], offer: tuple[str, str]) -> bool:
    return "in_person" not in {need[1], offer[1]}
