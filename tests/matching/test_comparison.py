"""What comparing two results tells before anything is published."""

from dataclasses import replace

from matcher.matching.comparison import compare, served_by_group
from matcher.matching.result import Result, Suggestion
from matcher.matching.run import solve
from tests.factories.matching import the_programme


def paired(*pairs: tuple[str, str, float]) -> Result:
    suggestions = tuple(Suggestion(need=n, offer=o, affinity=a) for n, o, a in pairs)
    return Result(suggestions=suggestions, total=sum(each.affinity for each in suggestions))


def test_who_gains_loses_and_changes_is_told_apart() -> None:
    first = paired(("a", "m", 0.5), ("b", "n", 0.25), ("c", "o", 0.75))
    second = paired(("a", "m", 0.5), ("c", "n", 0.5), ("d", "o", 0.5))

    found = compare(first, second)

    assert (found.gains, found.loses, found.changes) == (("d",), ("b",), ("c",))
    assert (found.covered, found.total, found.worst) == ((3, 3), (1.5, 1.5), (0.25, 0.5))


def test_several_mentors_of_one_mentee_are_summed_and_their_order_does_not_matter() -> None:
    first = paired(("a", "m", 0.25), ("a", "n", 0.5))
    second = paired(("a", "n", 0.5), ("a", "m", 0.25))

    found = compare(first, second)

    assert found.changes == ()
    assert found.worst == (0.75, 0.75)


def test_quality_first_never_totals_less_and_fair_never_serves_the_worst_less() -> None:
    snapshot = the_programme()
    usual, quality, fair = (
        solve(replace(snapshot, settings=replace(snapshot.settings, objective=each)))
        for each in ("coverage", "quality", "fair")
    )

    assert compare(usual, quality).total[1] >= usual.total
    fairer = compare(usual, fair)
    assert fairer.covered[0] == fairer.covered[1] == 63
    assert fairer.worst[1] >= fairer.worst[0]


def test_a_group_of_fewer_than_ten_is_not_told() -> None:
    result = paired(*((f"a{n}", "m", 0.5) for n in range(8)))
    groups = {**{f"a{n}": "large" for n in range(10)}, **{f"b{n}": "small" for n in range(9)}}

    assert served_by_group(result, groups) == {"large": (10, 0.4)}
