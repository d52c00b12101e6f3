"""The figures of an arrangement say how it falls out for people."""

import numpy as np
import pytest

from matcher.matching.assign import assign
from matcher.matching.assign.measure import blocking, measure


def test_figures_are_over_those_who_have_somebody() -> None:
    found = measure(assign(np.array([[0.9, 0.1], [0.2, 0.4], [np.nan, np.nan]]), [1, 1]))

    assert (found.worst, found.mean) == pytest.approx((0.4, 0.65))
    assert found.nash == pytest.approx(0.6)
    assert found.tenth == pytest.approx(0.45)
    assert (found.used, found.unused, found.spread) == (2, 0, 0.0)


def test_with_nobody_paired_there_is_nothing_to_measure() -> None:
    found = measure(assign(np.full((2, 2), np.nan), [1, 1]))

    assert (found.worst, found.mean, found.nash, found.used, found.unused) == (0, 0, 0, 0, 2)


def test_a_need_with_two_offers_counts_as_their_sum() -> None:
    assert measure(assign(np.array([[0.5, 0.25]]), [1, 1], demand=[2])).worst == 0.75


def test_two_who_would_both_rather_have_each_other_block() -> None:
    # The best total is 0.8 + 0.8; need 0 and offer 0 would have 0.9 together.
    found = assign(np.array([[0.9, 0.8], [0.8, 0.0]]), [1, 1])

    assert found.total == pytest.approx(1.6)
    assert blocking(found) == 1


def test_a_free_place_does_not_block_for_who_has_better() -> None:
    assert blocking(assign(np.array([[0.9, 0.8]]), [1, 1])) == 0


def test_what_is_shown_is_named_as_the_report_names_it() -> None:
    shown = measure(assign(np.eye(2), [1, 1])).shown()

    assert list(shown) == ["worst", "tenth", "mean", "used", "unused", "blocking"]
