"""The assignment is the best there is, keeps to what it was told, and proves it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.matching.assign import Assignment, MinimumRefused, assign
from matcher.matching.blocks import BLOCK, Products
from tests.matching.milp import Best, Programme, best
from tests.matching.programmes import OBJECTIVES, a_programme, answered

# A millionth per pair, and the independent solver's own tolerance.
CLOSE = 1e-6


def agrees(programme: Programme, found: Assignment, wanted: Best) -> None:
    close = CLOSE * (len(found.pairs) + 1)
    assert found.total == pytest.approx(wanted.total, abs=close)
    assert found.bound >= wanted.total - close
    assert found.is_proven
    if programme.objective != "quality":
        assert found.covered == wanted.covered
    if programme.use_mentors:
        assert found.used == wanted.used


@pytest.mark.parametrize("seed", range(60))
def test_no_independent_solver_finds_better(seed: int) -> None:
    programme = a_programme(seed)
    wanted = best(programme)
    if wanted is None:
        with pytest.raises(MinimumRefused):
            answered(programme)
        return

    agrees(programme, answered(programme), wanted)


@given(seed=st.integers(1_000, 1_000_000))
@settings(max_examples=60, deadline=None)
def test_every_arrangement_keeps_to_what_it_was_told(seed: int) -> None:
    programme = a_programme(seed)
    try:
        found = answered(programme)
    except MinimumRefused:
        return

    pairs = [(int(need), int(offer)) for need, offer in found.pairs]
    assert len(set(pairs)) == len(pairs)
    assert all(programme.permissible[pair] for pair in pairs)
    assert set(programme.locked) <= set(pairs)
    taken = np.bincount(found.pairs[:, 0], minlength=len(programme.demand))
    load = np.bincount(found.pairs[:, 1], minlength=len(programme.places))
    assert (taken <= programme.demand).all()
    assert (load <= programme.places).all()
    assert (load >= programme.minimum).all()
    assert found.total == pytest.approx(sum(programme.affinity[pair] for pair in pairs))


@given(seed=st.integers(1_000, 1_000_000))
@settings(max_examples=25, deadline=None)
def test_the_bound_holds_whatever_the_objective(seed: int) -> None:
    programme = replace(a_programme(seed), objective="quality", use_mentors=False)
    wanted = best(programme)
    if wanted is not None:
        assert answered(programme).bound >= wanted.total - CLOSE * programme.affinity.size


@pytest.mark.parametrize("seed", range(200, 220))
def test_a_fair_arrangement_has_the_highest_threshold(seed: int) -> None:
    programme = replace(a_programme(seed), objective="fair", locked=())
    wanted = best(programme)
    if wanted is None or not wanted.covered:
        return

    assert answered(programme).threshold == pytest.approx(wanted.threshold, abs=CLOSE)


def test_the_answer_is_the_same_for_any_number_of_workers() -> None:
    rng = np.random.default_rng(3)
    wide = Products(rng.random((3 * BLOCK, 8)) / 8, rng.random((90, 8)))
    places = rng.integers(1, 4, 90)

    one, two = (assign(wide, places, seed=5, jobs=jobs) for jobs in (1, 2))

    assert (one.pairs == two.pairs).all()
    assert (one.prices == two.prices).all()
    assert (one.total, one.bound) == (two.total, two.bound)


def test_a_total_near_the_best_ends_the_search_and_is_no_further_off_than_it_says() -> None:
    rng = np.random.default_rng(11)
    wide = Products(rng.random((4 * BLOCK, 8)) / 8, rng.random((500, 8)))
    places = np.ones(500, np.int64)

    best, near = (assign(wide, places, gap=gap) for gap in (0.0, 0.05))

    assert best.is_proven
    assert near.passes <= best.passes
    assert near.covered == best.covered
    assert 0 <= near.gap <= 0.05
    assert near.total <= best.total <= near.bound + 1e-9


@pytest.mark.parametrize("objective", ["coverage", "fair"])
def test_the_affinities_told_are_those_that_were_given(objective: str) -> None:
    rng = np.random.default_rng(2)
    wide = Products(rng.random((2 * BLOCK, 5)) / 5, rng.random((70, 5)))

    found = assign(wide, np.full(70, 4), objective=objective)  # type: ignore[arg-type]  # one of them

    every = np.concatenate([wide.rows(start, start + BLOCK) for start in (0, BLOCK)])
    assert (found.affinities == every[found.pairs[:, 0], found.pairs[:, 1]]).all()


def test_ties_are_broken_by_the_seed_and_by_nothing_else() -> None:
    alike, places = np.ones((6, 6)), np.ones(6, np.int64)

    def told(seed: int) -> str:
        return str(assign(alike, places, seed=seed).pairs.tolist())

    assert told(1) == told(1)
    assert len({told(seed) for seed in range(8)}) > 1


def test_one_more_place_changes_the_total_by_its_price() -> None:
    for seed in range(12):
        made = a_programme(seed)
        nothing = np.zeros(len(made.places), np.int64)
        programme = replace(made, objective="quality", use_mentors=False, minimum=nothing)
        before = answered(programme)
        for offer, price in enumerate(before.prices.tolist()):
            more = programme.places.copy()
            more[offer] += 1
            after = answered(replace(programme, places=more))
            # As many places as there are needs is all that an offer can use.
            if programme.places[offer] < len(programme.demand):
                assert after.total - before.total == pytest.approx(price, abs=1e-5)


def test_one_more_place_covers_as_many_more_as_it_says() -> None:
    for seed in range(300, 312):
        made = a_programme(seed)
        nothing = np.zeros(len(made.places), np.int64)
        programme = replace(made, objective="coverage", use_mentors=False, minimum=nothing)
        before = answered(programme)
        for offer, covers in enumerate(before.more_covered.tolist()):
            more = programme.places.copy()
            more[offer] += 1
            after = answered(replace(programme, places=more))
            if programme.places[offer] < len(programme.demand):
                assert after.covered - before.covered == covers
                assert after.total - before.total == pytest.approx(before.prices[offer], abs=1e-5)


def test_keeping_everything_outside_a_part_changes_nothing_there() -> None:
    rng = np.random.default_rng(8)
    affinity, places = rng.random((12, 9)), rng.integers(1, 3, 9)
    before = assign(affinity, places)
    kept = [pair for pair in before.pairs.tolist() if pair[0] >= 4]
    affinity[:4] = rng.random((4, 9))

    after = assign(affinity, places, locked=kept)

    assert [pair for pair in after.pairs.tolist() if pair[0] >= 4] == kept


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_progress_rises_to_one(objective: str) -> None:
    told: list[float] = []
    rng = np.random.default_rng(1)

    assign(rng.random((600, 30)), np.full(30, 20), objective=objective, progress=told.append)  # type: ignore[arg-type]  # one of three

    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 3
