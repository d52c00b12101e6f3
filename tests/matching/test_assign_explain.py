"""What a pair that was not made would cost agrees with arranging everything again around it."""

from dataclasses import replace

import numpy as np
import pytest

from matcher.matching.assign import Assignment, AssignmentRefused, assign
from matcher.matching.assign.explain import Cost, exact_cost, helped_by, least_cost
from tests.matching.milp import Programme
from tests.matching.programmes import a_programme, answered

CLOSE = 1e-5


def around(programme: Programme, pair: tuple[int, int]) -> Assignment | None:
    """Arrange again with this pair. Locking it would lift the floor, which a cost does not."""
    if programme.affinity[pair] < programme.floor:
        return None
    try:
        return answered(replace(programme, locked=(*programme.locked, pair)))
    except AssignmentRefused:
        return None


def in_order(cost: Cost) -> tuple[int, int, float]:
    return cost.covered, cost.used, cost.affinity


def compare(programme: Programme, before: Assignment, pair: tuple[int, int]) -> None:
    exact, least = exact_cost(before, *pair), least_cost(before, *pair)
    after = around(programme, pair)
    assert (exact is None) == (after is None)
    if exact is None or after is None or least is None:
        return
    assert exact.affinity == pytest.approx(before.total - after.total, abs=CLOSE)
    if programme.objective == "coverage":
        assert exact.covered == before.covered - after.covered
    if programme.use_mentors:
        assert exact.used == before.used - after.used
    assert in_order(least) <= in_order(replace(exact, affinity=exact.affinity + CLOSE))


@pytest.mark.parametrize("objective", ["coverage", "quality"])
@pytest.mark.parametrize("seed", range(400, 415))
def test_costs_agree_with_arranging_again(objective: str, seed: int) -> None:
    programme = replace(a_programme(seed, largest=8), objective=objective)
    try:
        before = answered(programme)
    except AssignmentRefused:
        return
    for pair in np.ndindex(*programme.affinity.shape):
        if pair not in programme.locked:
            compare(programme, before, (pair[0], pair[1]))


def test_a_pair_that_is_made_costs_nothing() -> None:
    found = assign(np.eye(3), [1, 1, 1])

    assert exact_cost(found, 1, 1) == least_cost(found, 1, 1) == Cost(0, 0, 0.0)


def test_a_forbidden_pair_has_no_cost_it_is_not_possible() -> None:
    found = assign(np.ones((2, 2)), [1, 1], forbidden=[(0, 0)])

    assert exact_cost(found, 0, 0) is None
    assert least_cost(found, 0, 0) is None


def test_who_is_left_hears_whose_place_would_help_best_first() -> None:
    found = assign(np.array([[0.9, 0.5, np.nan], [0.6, 0.4, np.nan]]), [1, 0, 5])

    assert found.pairs.tolist() == [[0, 0]]
    assert [(each.offer, each.affinity) for each in helped_by(found, 1)] == [(0, 0.6), (1, 0.4)]


def test_who_has_somebody_hears_of_better_ones_only() -> None:
    found = assign(np.array([[0.9, 0.5], [1.0, 0.4]]), [1, 1])

    assert [each.offer for each in helped_by(found, 0)] == [0]
    assert helped_by(found, 1) == []
