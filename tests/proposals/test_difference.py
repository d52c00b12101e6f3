"""What changes between two arrangements: whole, and for whom."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.proposals.services.difference import difference

PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("vwxyz")),
    st.floats(min_value=0, max_value=1),
    max_size=12,
)


def test_it_tells_who_gains_loses_and_changes() -> None:
    before = {("a", "x"): 0.5, ("b", "y"): 0.4, ("c", "z"): 0.9}
    after = {("a", "x"): 0.5, ("b", "z"): 0.6, ("d", "y"): 0.2}

    told = difference(before, after)

    assert told["covered"] == [3, 3]
    assert told["worst"] == [0.4, 0.2]
    assert told["same"] == 1
    assert told["counts"] == {"gains": 1, "loses": 1, "changes": 1}
    assert told["moves"] == [
        {"need": "c", "before": ["z"], "after": []},
        {"need": "d", "before": [], "after": ["y"]},
        {"need": "b", "before": ["y"], "after": ["z"]},
    ]


@given(PAIRS, PAIRS)
def test_everybody_is_in_exactly_one_of_the_counts(
    before: dict[tuple[str, str], float], after: dict[tuple[str, str], float]
) -> None:
    told = difference(before, after)

    everybody = {need for need, _ in before} | {need for need, _ in after}
    assert told["same"] + sum(told["counts"].values()) == len(everybody)
    assert len(told["moves"]) == sum(told["counts"].values())


@given(PAIRS)
def test_nothing_differs_from_itself(pairs: dict[tuple[str, str], float]) -> None:
    assert difference(pairs, pairs)["moves"] == []
