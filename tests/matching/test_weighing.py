"""One pair weighed against the whole: exact, with the rules that object."""

from dataclasses import replace

import pytest

from matcher.foundation.errors import RuleBroken
from matcher.matching.run import Forbidden, Snapshot, solve
from matcher.matching.settings import Criterion, Rule
from matcher.matching.weighing import weigh
from tests.factories.matching import a_need, an_offer, settings_of, the_programme

TOPICS = Criterion(name="topics", kind="topics", weight="decisive")
A, B, C = frozenset("a"), frozenset("b"), frozenset("abc")


def silent(_phase: str, _done: float) -> None:
    pass


def four(**chosen: object) -> Snapshot:
    """Return two who are best off one way round, and could be the other way round."""
    return Snapshot(
        needs=(a_need(id="Yara", topics=C), a_need(id="Sam", topics=A | B)),
        offers=(an_offer(id="Marijke", topics=C), an_offer(id="Joost", topics=A)),
        settings=settings_of(TOPICS),
        **chosen,  # type: ignore[arg-type]  # fields of a snapshot
    )


def test_the_effect_is_what_arranging_again_gives() -> None:
    weighed = weigh(four(), ("Yara", "Joost"), (), silent)

    assert weighed.suggestion.affinity == pytest.approx(1 / 3)
    assert list(weighed.effect.total) == pytest.approx([1 + 1 / 2, 1 / 3 + 1])
    assert weighed.moves == {"Yara": (("Marijke",), ("Joost",)), "Sam": (("Joost",), ("Marijke",))}
    assert weighed.objections == ()


def test_every_rule_that_objects_is_named_and_the_pair_is_weighed_all_the_same() -> None:
    snapshot = four(
        forbidden=(Forbidden(need="Yara", offer="Joost", code="declined"),),
    )
    rules = (Rule(kind="must_share", need="languages", code="no_shared_language"),)
    needs = tuple(replace(each, languages=frozenset({"nl"})) for each in snapshot.needs)
    offers = tuple(replace(each, languages=frozenset({"nl"})) for each in snapshot.offers[:1])
    lonely = replace(snapshot.offers[1], languages=frozenset({"en"}))
    snapshot = replace(
        snapshot,
        needs=needs,
        offers=(*offers, lonely),
        settings=replace(snapshot.settings, rules=rules, floor=0.4),
    )

    weighed = weigh(snapshot, ("Yara", "Joost"), (), silent)

    assert weighed.objections == ("no_shared_language", "declined", "below_floor")
    assert weighed.effect.covered == (1, 2)


def test_a_locked_pair_makes_way_when_it_is_released() -> None:
    locked = (("Yara", "Marijke"), ("Sam", "Joost"))

    weighed = weigh(four(locked=locked), ("Yara", "Joost"), locked, silent)

    assert set(weighed.moves) == {"Yara", "Sam"}


def test_who_is_not_in_the_run_cannot_be_weighed() -> None:
    with pytest.raises(RuleBroken):
        weigh(four(), ("Yara", "Nobody"), (), silent)


def test_what_people_decided_stands_whatever_the_rules_and_the_floor_say_later() -> None:
    pair = ("Yara", "Joost")
    rules = (Rule(kind="must_share", need="languages", code="no_shared_language"),)
    snapshot = four(locked=(pair,))
    apart = [frozenset({"nl"}), frozenset({"en"})]
    snapshot = replace(
        snapshot,
        needs=(replace(snapshot.needs[0], languages=apart[0]), snapshot.needs[1]),
        offers=(snapshot.offers[0], replace(snapshot.offers[1], languages=apart[1])),
        settings=replace(snapshot.settings, rules=rules, floor=0.9),
    )
    with pytest.raises(RuleBroken):
        solve(snapshot)

    result = solve(replace(snapshot, overruled=(pair,)))

    assert [(each.need, each.offer) for each in result.suggestions if each.locked] == [pair]


def test_a_snapshot_without_overruled_pairs_reads_as_it_did_before_there_were_any() -> None:
    assert "overruled" not in the_programme().to_json()
    some = four(overruled=(("Yara", "Joost"),))
    assert Snapshot.from_json(some.to_json()) == some


def test_a_pair_that_stands_already_is_weighed_against_the_best_without_it() -> None:
    free = weigh(four(), ("Yara", "Joost"), (), silent)
    standing = weigh(four(locked=(("Yara", "Joost"),)), ("Yara", "Joost"), (), silent)

    assert list(standing.effect.total) == pytest.approx(list(free.effect.total))
