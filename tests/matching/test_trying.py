"""Settings tried by each objective: the trade in figures, before anything is chosen."""

from dataclasses import replace

import pytest

from matcher.foundation.errors import RuleBroken
from matcher.matching.run import Snapshot, solve
from matcher.matching.settings import Criterion, Rule
from matcher.matching.trying import try_out
from tests.factories.matching import a_need, an_offer, settings_of, the_programme

TOPICS = Criterion(name="topics", kind="topics")
A, AB = frozenset("a"), frozenset("ab")


def silent(_phase: str, _done: float) -> None:
    pass


def test_each_objective_comes_to_what_a_run_with_it_comes_to() -> None:
    snapshot = the_programme()

    tried = try_out(snapshot, silent)

    for objective in ("coverage", "quality", "fair"):
        settings = replace(snapshot.settings, objective=objective)
        result = solve(replace(snapshot, settings=settings))
        figures = tried.objectives[objective]
        assert figures.total == pytest.approx(result.total)
        assert figures.covered == len({each.need for each in result.suggestions})
        assert len(tried.pairs[objective]) == len(result.suggestions)
    assert tried.objectives["fair"].worst >= tried.objectives["coverage"].worst
    assert tried.objectives["quality"].total >= tried.objectives["coverage"].total


def test_each_rule_tells_how_many_pairs_it_removes() -> None:
    rule = Rule(kind="must_share", need="languages", code="no_shared_language")
    nl, ti = frozenset({"nl"}), frozenset({"ti"})
    snapshot = Snapshot(
        needs=(a_need(topics=A, languages=nl), a_need(topics=AB, languages=ti)),
        offers=(an_offer(topics=AB, languages=nl), an_offer(topics=A, languages=nl)),
        settings=settings_of(TOPICS, rules=(rule,)),
    )

    tried = try_out(snapshot, silent)

    assert [(each.code, each.pairs) for each in tried.blocked] == [("no_shared_language", 2)]
    assert (tried.possible, tried.without) == (2, 1)


def test_without_people_it_says_so() -> None:
    with pytest.raises(RuleBroken):
        try_out(Snapshot(needs=(), offers=()), silent)
