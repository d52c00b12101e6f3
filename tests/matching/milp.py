"""The assignment as a mixed-integer programme for HiGHS: an independent solver to compare with."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_array, coo_array, eye_array

Numbers = NDArray[np.floating]
INTEGRAL = 1
HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class Programme:
    """A question, in the words of `assign`."""

    affinity: NDArray[np.float64]
    places: NDArray[np.int64]
    minimum: NDArray[np.int64]
    demand: NDArray[np.int64]
    objective: str = "coverage"
    use_mentors: bool = False
    floor: float = 0.0
    locked: tuple[tuple[int, int], ...] = ()
    forbidden: tuple[tuple[int, int], ...] = ()
    least: float | None = None  # locked pairs aside, no pair is worth less

    @property
    def permissible(self) -> NDArray[np.bool_]:
        may: NDArray[np.bool_] = self.affinity >= self.floor
        if self.least is not None:
            may &= self.affinity >= self.least
        for pair in self.locked:
            may[pair] = True
        for pair in self.forbidden:
            may[pair] = False
        return may


@dataclass(frozen=True)
class Best:
    """What the independent solver found."""

    total: float
    covered: int
    used: int
    threshold: float | None = None


def best(programme: Programme) -> Best | None:
    """Solve one objective after another; None when the minimum loads cannot be met."""
    needs, offers = programme.affinity.shape
    value = np.where(programme.permissible, programme.affinity, 0).ravel()
    pairs, none = value * 0, [np.zeros(needs), np.zeros(offers)]
    total = np.concatenate([value, *none])
    cover = np.concatenate([pairs, np.ones(needs), none[1]])
    use = np.concatenate([pairs, none[0], np.ones(offers)])
    first = [use, total] if programme.use_mentors else [total]
    if programme.objective == "quality":
        return _in_turn(programme, first, [cover, use])
    found = _in_turn(programme, [cover], [cover, use])
    # Where only locked pairs cover anybody there is no threshold to raise.
    is_settled = found is not None and found.covered == len({pair[0] for pair in programme.locked})
    if found is None or programme.objective == "coverage" or is_settled:
        return found and _in_turn(programme, [cover, *first], [cover, use])
    return _fair(programme, found.covered, [cover, *first], [cover, use])


def _fair(
    programme: Programme, covered: int, aims: list[Numbers], counts: list[Numbers]
) -> Best | None:
    """Raise the threshold through every value there is, while as many are covered."""
    levels = np.unique(programme.affinity[programme.permissible])
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        tried = _in_turn(replace(programme, least=float(levels[middle])), aims[:1], counts)
        if tried is not None and tried.covered >= covered:
            low = middle
        else:
            high = middle - 1
    least = float(levels[low]) if len(levels) else 0.0
    found = _in_turn(replace(programme, least=least), aims, counts)
    return found and replace(found, threshold=least)


def _in_turn(programme: Programme, aims: list[Numbers], counts: list[Numbers]) -> Best | None:
    """Maximise each aim while those before it stay as they are."""
    rules = _rules(programme)
    size = len(aims[0])
    upper = np.ones(size)
    upper[: programme.affinity.size] = programme.permissible.ravel()
    lower = np.zeros(size)
    for need, offer in programme.locked:
        lower[need * programme.affinity.shape[1] + offer] = 1
    for number, aim in enumerate(aims):
        solved = milp(
            -aim,
            constraints=rules,
            integrality=np.full(size, INTEGRAL),
            bounds=Bounds(lower, upper),
            options={"mip_rel_gap": 0.0},
        )
        if solved.x is None:
            return None
        x = np.round(solved.x)
        if number < len(aims) - 1:
            rules = [*rules, LinearConstraint(aim[None, :], aim @ x - HALF, np.inf)]
    total = float(x[: programme.affinity.size] @ np.nan_to_num(programme.affinity.ravel()))
    return Best(total, *(round(float(count @ x)) for count in counts))


def _rules(programme: Programme) -> list[LinearConstraint]:
    needs, offers = programme.affinity.shape
    number = np.arange(needs * offers)
    of_need = coo_array((np.ones(len(number)), (number // offers, number)), (needs, len(number)))
    of_offer = coo_array((np.ones(len(number)), (number % offers, number)), (offers, len(number)))
    blank = coo_array((needs, offers)), coo_array((offers, needs))
    mine = block_array([[of_need, -eye_array(needs), blank[0]]])
    theirs = block_array([[of_offer, blank[1], -eye_array(offers)]])
    all_mine = block_array([[of_need, coo_array((needs, needs)), blank[0]]])
    all_theirs = block_array([[of_offer, blank[1], coo_array((offers, offers))]])
    return [
        LinearConstraint(mine, 0, np.inf),  # covered by a pair only
        LinearConstraint(theirs, 0, np.inf),
        LinearConstraint(all_mine, 0, programme.demand),
        LinearConstraint(all_theirs, programme.minimum, programme.places),
    ]
