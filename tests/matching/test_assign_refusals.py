"""What cannot be answered is refused by name; what is only odd is answered sensibly."""

from typing import Any

import numpy as np
import pytest

from matcher.foundation.errors import RuleBroken
from matcher.matching.assign import (
    AffinityRefused,
    AssignmentRefused,
    LocksRefused,
    MinimumRefused,
    NumbersRefused,
    assign,
)
from matcher.matching.profiles import Need, Offer
from matcher.matching.snapshot import Snapshot
from matcher.matching.solving import arrange, prepare


class Cut:
    """Blocks of another width than they say."""

    shape = (2, 3)

    def rows(self, start: int, stop: int) -> np.ndarray[Any, np.dtype[np.float64]]:
        return np.zeros((stop - start, 2))


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_nobody_on_a_side_gives_an_empty_arrangement(shape: tuple[int, int]) -> None:
    found = assign(np.zeros(shape), np.ones(shape[1], np.int64))

    assert found.pairs.shape == (0, 2)
    assert (found.total, found.bound, found.gap) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("objective", ["coverage", "quality", "fair"])
def test_everybody_forbidden_leaves_everybody_without(objective: Any) -> None:
    found = assign(np.full((3, 2), np.nan), [1, 1], objective=objective)

    assert found.covered == 0
    assert found.is_proven


def test_no_overlap_at_all_still_covers_where_that_is_asked() -> None:
    assert assign(np.zeros((3, 2)), [1, 1]).covered == 2


def test_places_of_zero_leave_everybody_without_and_tell_what_a_place_is_worth() -> None:
    found = assign(np.array([[0.5, 0.25]]), [0, 0], objective="quality")

    assert len(found.pairs) == 0
    assert found.prices.tolist() == pytest.approx([0.5, 0.25])


def test_a_pair_below_the_floor_is_not_made() -> None:
    assert assign(np.array([[0.4]]), [1], floor=0.5).covered == 0
    assert assign(np.array([[0.5]]), [1], floor=0.5).covered == 1


def test_more_places_than_needs_and_more_demand_than_offers_are_no_mistake() -> None:
    found = assign(np.ones((2, 3)), [1 << 40] * 3, demand=[9, 9])

    assert len(found.pairs) == 6


@pytest.mark.parametrize(
    "affinity",
    [np.zeros(3), np.zeros((2, 2, 2)), [["a", "b"]], np.array([[-0.1]]), np.array([[np.inf]])],
)
def test_affinities_that_are_none_are_refused(affinity: Any) -> None:
    with pytest.raises(AffinityRefused):
        assign(affinity, [1] * np.asarray(affinity).shape[-1])


def test_a_negative_affinity_is_refused_with_its_place() -> None:
    with pytest.raises(AffinityRefused, match=r"need 1 with offer 2 is -0\.5"):
        assign(np.array([[0, 0, 0], [0, 0, -0.5]]), [1, 1, 1])


def test_blocks_of_another_shape_are_refused() -> None:
    with pytest.raises(AffinityRefused):
        assign(Cut(), [1, 1, 1])


@pytest.mark.parametrize(
    "settings",
    [
        {"places": [1]},
        {"places": [1, -1]},
        {"places": [1, 0.5]},
        {"places": ["a", "b"]},
        {"demand": [1]},
        {"demand": [np.nan, 1]},
        {"minimum": [2, 0]},
        {"objective": "luck"},
        {"floor": np.nan},
        {"gap": -0.1},
        {"gap": 0.5},
        {"jobs": 0},
        {"seed": -1},
        {"locked": [(0, 5)]},
        {"locked": [(0,)]},
        {"forbidden": [(-1, 0)]},
        {"forbidden": [(0, 0.5)]},
    ],
)
def test_numbers_that_make_no_sense_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(NumbersRefused):
        assign(np.ones((2, 2)), **{"places": [1, 1], **settings})


def test_locked_pairs_that_cannot_be_kept_are_named_one_by_one() -> None:
    affinity = np.array([[1, 1, np.nan], [1, 1, 1], [1, 1, 1], [1, 1, 1]])
    locked = [(0, 2), (1, 1), (2, 1), (3, 0), (3, 1)]

    with pytest.raises(LocksRefused) as refused:
        assign(affinity, [2, 1, 1], locked=locked, forbidden=[(1, 1)])

    assert [(each.need, each.offer) for each in refused.value.faults] == [
        (0, 2),
        (1, 1),
        (2, 1),
        (3, 1),
    ]
    told = [each.sentence.text for each in refused.value.faults]
    assert "not permissible" in told[0]
    assert "forbidden" in told[1]
    assert "no place left" in told[2]
    assert "has its offers already" in told[3]


def test_minimum_loads_that_cannot_all_be_met_are_named() -> None:
    with pytest.raises(MinimumRefused) as refused:
        assign(np.array([[1, np.nan], [1, np.nan]]), [1, 1], minimum=[1, 1])

    assert refused.value.offers == (1,)


def test_more_minimum_load_than_needs_is_refused() -> None:
    with pytest.raises(MinimumRefused, match="ask for 4 pairings; the needs ask for 2"):
        assign(np.ones((2, 2)), [2, 2], minimum=[2, 2])


def test_every_refusal_has_a_sentence() -> None:
    with pytest.raises(AssignmentRefused) as refused:
        assign(np.ones((2, 2)), [1, 1], objective="luck")  # type: ignore[arg-type]  # on purpose

    assert refused.value.sentence.text % refused.value.sentence.values == str(refused.value)


def test_a_run_names_the_mentors_whose_minimum_load_cannot_be_met_by_their_ids() -> None:
    nobody_for_ben = Snapshot(
        needs=(
            Need(id="mia", languages=frozenset({"nl"})),
            Need(id="noa", languages=frozenset({"nl"})),
        ),
        offers=(
            Offer(id="anna", places=1, languages=frozenset({"nl"})),
            Offer(id="ben", places=1, minimum=1, languages=frozenset({"en"})),
        ),
    )

    with pytest.raises(RuleBroken, match="offers ben"):
        arrange(nobody_for_ben, prepare(nobody_for_ben))
