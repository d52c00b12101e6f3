"""Where most pairs are worth nothing, only the others are read: the answer is the same."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from matcher.matching.assign import AffinityRefused, assign, scaling
from matcher.matching.blocks import Products


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small programmes are looked at as those are that do not fit in memory."""
    monkeypatch.setattr(scaling, "KEPT_PAIRS", -1)


def words(rng: np.random.Generator, people: int, common: int) -> Any:
    """Most share no word with most others; some have no word at all."""
    said = rng.random((people, common)) * (rng.random((people, common)) < 2 / common)
    norms = np.linalg.norm(said, axis=1, keepdims=True)
    return csr_matrix(said / np.where(norms > 0, norms, 1))


def programme(seed: int) -> tuple[Products, dict[str, Any]]:
    rng = np.random.default_rng(seed)
    needs, offers, common = (int(each) for each in rng.integers(1, [600, 400, 40]))
    blocks = Products(words(rng, needs, common), words(rng, offers, common))
    places = rng.integers(0, 4, offers)
    least = np.minimum(places, rng.integers(0, 2, offers))
    asks_least = rng.random() < 0.2 and least.sum() * 4 <= needs
    return blocks, {
        "places": places,
        "demand": rng.integers(0, 3, needs) if rng.random() < 0.4 else None,
        "minimum": least if asks_least else None,
        "use_mentors": bool(rng.random() < 0.3),
    }


@pytest.mark.parametrize("objective", ["coverage", "quality", "fair"])
@given(seed=st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_reading_only_what_is_worth_anything_finds_the_same_total(
    objective: Any, seed: int
) -> None:
    blocks, asked = programme(seed)
    assert scaling.is_thin(blocks, 0.0)
    thin = assign(blocks, objective=objective, gap=0.0, **asked)
    full = assign(blocks.rows(0, blocks.shape[0]), objective=objective, gap=0.0, **asked)
    assert thin.gap == pytest.approx(0, abs=1e-9)
    assert (thin.covered, thin.used) == (full.covered, full.used) or not asked["use_mentors"]
    assert thin.covered == full.covered
    assert thin.total == pytest.approx(full.total, abs=1e-6 * max(len(full.pairs), 1))


def test_threads_change_nothing_of_it() -> None:
    rng = np.random.default_rng(5)
    blocks = Products(words(rng, 1_500, 60), words(rng, 900, 60))
    places = rng.integers(1, 3, 900)
    one, two = (assign(blocks, places, jobs=jobs) for jobs in (1, 2))
    assert np.array_equal(one.pairs, two.pairs)
    assert one.total == two.total == pytest.approx(one.bound)


def test_the_affinities_told_are_those_of_the_pairs() -> None:
    blocks, asked = programme(11)
    found = assign(blocks, **asked)
    whole = blocks.rows(0, blocks.shape[0])
    assert np.array_equal(found.affinities, whole[found.pairs[:, 0], found.pairs[:, 1]])


def test_what_makes_no_sense_is_refused_there_too() -> None:
    odd = csr_matrix(np.array([[0.0, -1.0], [0.5, 0.0]]))
    with pytest.raises(AffinityRefused):
        assign(Products(odd, csr_matrix(np.eye(2))), [1, 1])
