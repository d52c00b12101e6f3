"""What a run tells: why nobody, who else, what is scarce, and what cannot be asked."""

from dataclasses import replace

import pytest

from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.matching.run import Forbidden, Snapshot, solve
from matcher.matching.solving import prepare
from tests.factories.matching import a_need, an_offer, the_programme

A, B = "a", "b"


@pytest.mark.parametrize("sides", [((), ()), ((), ("m",)), ((A, B), ())])
def test_a_programme_with_one_side_or_none_has_an_answer(
    sides: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    needs, offers = sides
    result = solve(
        Snapshot(
            needs=tuple(a_need(id=each) for each in needs),
            offers=tuple(an_offer(id=each) for each in offers),
        )
    )

    assert result.suggestions == ()
    assert [each.need for each in result.unmatched] == list(needs)
    assert all(each.reasons[0].code == "no_offers" for each in result.unmatched)


@pytest.mark.parametrize(
    ("need", "offer", "code"),
    [
        ({}, {"places": 0}, "no_places"),
        ({"slots": frozenset(["x"])}, {"slots": frozenset(["y"])}, "no_shared_slot"),
        ({"person": "p@x.org"}, {"person": "P@x.org"}, "same_person"),
        ({"avoid": frozenset(["m"])}, {}, "avoid"),
    ],
)
def test_who_has_nobody_is_told_what_stands_in_the_way(
    need: dict[str, object], offer: dict[str, object], code: str
) -> None:
    result = solve(Snapshot(needs=(a_need(id=A, **need),), offers=(an_offer(id="m", **offer),)))

    reasons = [(each.code, dict(each.values)) for each in result.unmatched[0].reasons]
    assert reasons[:2] == [("ruled_out", {"total": 1}), (code, {"count": 1})]


def test_who_has_nobody_is_told_what_one_change_would_do() -> None:
    need = a_need(id=A, slots=frozenset(["mon"]), meeting="in_person", place="Ede")
    busy = {"slots": frozenset(["tue"]), "place": "Ede", "meeting": "in_person"}
    far = {"slots": frozenset(["mon"]), "place": "Assen", "meeting": "either"}
    offers = (
        *(an_offer(**busy) for _ in range(3)),
        *(an_offer(**far) for _ in range(2)),
        an_offer(**{**busy, "place": "Assen"}),  # two things stand in the way
        an_offer(places=0),
    )

    told = solve(Snapshot(needs=(need,), offers=offers)).unmatched[0].reasons

    gains = {each.code: each.values["possible"] for each in told if each.code.startswith("gain")}
    assert gains == {"gain_moment": 3, "gain_online": 2, "gain_place": 1}


@pytest.mark.parametrize("place", [0, 1])
def test_one_more_place_covers_whoever_was_told_it_would(place: int) -> None:
    needs = a_need(id=A, topics=frozenset(["x"])), a_need(id=B)
    offers = an_offer(id="m"), an_offer(id="n", places=0)
    assert solve(Snapshot(needs=needs, offers=offers)).unmatched[0].reasons[-1].values == {
        "possible": 2
    }

    roomier = tuple(
        replace(each, places=each.places + (n == place)) for n, each in enumerate(offers)
    )
    assert solve(Snapshot(needs=needs, offers=roomier)).unmatched == ()


def test_who_could_be_met_but_came_too_late_is_told_so() -> None:
    wants = frozenset(["x"])
    needs = a_need(id=A, topics=wants), a_need(id=B)
    result = solve(Snapshot(needs=needs, offers=(an_offer(id="m", topics=wants),)))

    assert [each.need for each in result.suggestions] == [A]
    first = result.unmatched[0].reasons[0]
    assert (first.code, dict(first.values)) == ("places_taken", {"possible": 1})


def test_when_everybody_is_forbidden_nobody_is_paired_and_the_reason_is_the_one_given() -> None:
    barred = (Forbidden(need=" A", offer="M", code="declined"),)
    asked = Snapshot(needs=(a_need(id="a"),), offers=(an_offer(id="m"),), forbidden=barred)

    result = solve(asked)

    assert result.suggestions == ()
    assert result.unmatched[0].reasons[1].code == "declined"


def test_ids_that_differ_by_capitals_or_spaces_are_one_and_refused() -> None:
    with pytest.raises(RuleBroken, match="A "):
        solve(Snapshot(needs=(a_need(id="a"), a_need(id="A ")), offers=(an_offer(),)))


def test_locked_pairs_that_break_a_rule_are_named_one_by_one() -> None:
    needs = a_need(id=A, person="p"), a_need(id=B, person="q")
    offers = an_offer(id="m", person="p"), an_offer(id="n", person="q")

    with pytest.raises(RuleBroken) as refused:
        solve(Snapshot(needs=needs, offers=offers, locked=((A, "m"), (B, "n"))))

    assert "a – m (same_person), b – n (same_person)" in say(refused.value.sentence, Language.EN)


def test_more_minimum_load_than_mentees_is_refused_in_a_sentence() -> None:
    asked = Snapshot(needs=(a_need(),), offers=(an_offer(places=3, minimum=2),))

    with pytest.raises(RuleBroken, match="minimum"):
        solve(asked)


def test_an_alternate_is_possible_and_no_better_than_it_costs() -> None:
    snapshot = the_programme()
    result = solve(snapshot)
    rows = prepare(snapshot).dense()
    needs = {each.id: n for n, each in enumerate(snapshot.needs)}
    offers = {each.id: n for n, each in enumerate(snapshot.offers)}
    chosen = {(each.need, each.offer) for each in result.suggestions}

    for need, others in result.alternates.items():
        for each in others:
            assert (need, each.offer) not in chosen
            assert each.affinity == rows[needs[need], offers[each.offer]]
            assert (each.fewer, each.costs) >= (0, 0)


@pytest.mark.parametrize("number", [0, 17, 40])
def test_what_an_alternate_costs_is_never_more_than_solving_again_shows(number: int) -> None:
    snapshot = the_programme()
    result = solve(snapshot)
    need = snapshot.needs[number].id

    for each in result.alternates[need][:2]:
        again = solve(replace(snapshot, locked=((need, each.offer),)))
        fewer = round((result.coverage - again.coverage) * len(snapshot.needs))
        assert (fewer, result.total - again.total) >= (each.fewer, each.costs - 1e-6)


def test_an_alternate_that_leaves_somebody_without_anyone_says_so() -> None:
    waiting = [a_need(id=name, avoid=frozenset({"plenty"})) for name in ("one", "two")]
    offers = (an_offer(id="plenty"), an_offer(id="rare"))

    result = solve(Snapshot(needs=(a_need(id="easy"), *waiting), offers=offers))

    [other] = result.alternates["easy"]
    assert (other.offer, other.fewer) == ("rare", 1)


def test_somebody_whose_pair_is_locked_has_no_alternates() -> None:
    asked = Snapshot(
        needs=(a_need(id="a"), a_need(id="b")),
        offers=(an_offer(id="m"), an_offer(id="n")),
        locked=(("a", "m"),),
    )

    assert solve(asked).alternates["a"] == ()


def test_what_one_more_place_is_worth_shows_when_it_is_there() -> None:
    snapshot = the_programme()
    result = solve(snapshot)

    scarce = result.scarcity[0]
    roomier = tuple(
        replace(each, places=each.places + (each.id == scarce.offer)) for each in snapshot.offers
    )
    again = solve(replace(snapshot, offers=roomier))

    assert again.total - result.total == pytest.approx(scarce.worth, abs=1e-5)
