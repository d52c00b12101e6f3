"""What the hard rules remove, and what they leave alone."""

import pytest

from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.matching.affinity import Affinity
from matcher.matching.criteria.grid import People
from matcher.matching.profiles import Need, Offer
from matcher.matching.result import Reason
from matcher.matching.rules import SENTENCES, explain
from matcher.matching.settings import DEFAULT_RULES, Criterion, Rule, Settings
from tests.factories.matching import a_need, an_offer

VALUES: dict[str, str | int | float] = {
    "one": "a",
    "other": "b",
    "id": "a",
    "column": "track",
    "total": 2,
    "possible": 2,
}


def ruled_out(need: Need, offer: Offer, *rules: Rule) -> list[str]:
    """Return the codes of the rules that remove a pair."""
    settings = Settings(rules=rules or DEFAULT_RULES)
    affinity = Affinity(People([need], [offer]), settings)
    return [each.code for each in affinity.barriers if each.rows(0, 1)[0, 0]]


def some(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_two_who_answered_nothing_are_not_kept_apart() -> None:
    assert ruled_out(a_need(), an_offer()) == []


def test_nobody_is_their_own_mentor_whatever_the_capitals() -> None:
    assert ruled_out(a_need(person="Ada@x.org"), an_offer(person="ada@X.ORG ")) == ["same_person"]
    assert ruled_out(a_need(id="Ada"), an_offer(id="ada ")) == ["same_person"]


@pytest.mark.parametrize("named", ["Mia", " mia", "mia@x.org"])
def test_who_asked_not_to_be_paired_is_kept_apart_in_both_directions(named: str) -> None:
    asked = {"avoid": some(named)}
    known = {"id": "mia", "person": "mia@x.org"}

    assert ruled_out(a_need(**asked), an_offer(**known)) == ["avoid"]
    assert ruled_out(a_need(**known), an_offer(**asked)) == ["avoid"]


def test_colleagues_are_kept_apart_only_when_one_of_them_asks() -> None:
    asks, plain = {"avoid": some("same_organisation"), "organisation": "Acme"}, "Acme"

    assert ruled_out(a_need(organisation=plain), an_offer(organisation="acme")) == []
    assert ruled_out(a_need(**asks), an_offer(organisation="acme")) == ["same_organisation"]
    assert ruled_out(a_need(organisation="acme"), an_offer(**asks)) == ["same_organisation"]
    assert ruled_out(a_need(**asks), an_offer(organisation="Other")) == []
    assert ruled_out(a_need(avoid=asks["avoid"]), an_offer()) == []


def test_two_need_a_shared_language_and_a_shared_moment() -> None:
    need = a_need(languages=some("nl"), slots=some("mon-evening"))
    offer = an_offer(languages=some("en"), slots=some("sat-morning"))

    assert ruled_out(need, offer) == ["no_shared_language", "no_shared_slot"]


@pytest.mark.parametrize(
    ("mentee", "mentor", "possible"),
    [
        (("Ede", "in_person"), ("ede", "either"), True),
        (("Ede", "in_person"), ("Ede", "online"), False),
        (("Ede", "in_person"), ("Assen", "either"), False),
        (("Ede", "online"), ("Assen", "either"), True),
        (("Ede", "either"), ("Assen", "in_person"), False),
        (("", "in_person"), ("Assen", "in_person"), True),
        (("Ede", None), ("Assen", "in_person"), True),
    ],
)
def test_two_must_be_able_to_meet(
    mentee: tuple[str, str | None], mentor: tuple[str, str | None], *, possible: bool
) -> None:
    need = a_need(place=mentee[0], meeting=mentee[1])
    offer = an_offer(place=mentor[0], meeting=mentor[1])

    assert ruled_out(need, offer) == ([] if possible else ["too_far"])


@pytest.mark.parametrize(
    ("rule", "mentee", "mentor", "out"),
    [
        (Rule(kind="must", need="track"), "a", "a", False),
        (Rule(kind="must", need="track"), "a", "b", True),
        (Rule(kind="must", need="track", pairs=(("a", "b"),)), "A", "b", False),
        (Rule(kind="must", need="track", pairs=(("a", "b"),)), "a", "a", True),
        (Rule(kind="must_differ", need="track"), "a", "a ", True),
        (Rule(kind="must_differ", need="track"), "a", "", False),
        (Rule(kind="must_share", need="track"), "a;b", "b;c", False),
        (Rule(kind="must_share", need="track"), "a;b", "c", True),
        (Rule(kind="must_share", need="track"), "a;b", "", False),
    ],
)
def test_any_column_can_be_a_rule(rule: Rule, mentee: str, mentor: str, *, out: bool) -> None:
    need, offer = a_need(extra={"track": mentee}), an_offer(extra={"track": mentor})

    assert ruled_out(need, offer, rule) == ([rule.kind] if out else [])


def test_a_criterion_can_be_asked_to_reach_a_least_value() -> None:
    rule = Rule(kind="at_least", criterion="topics", value=0.5)
    need = a_need(topics=some("a", "b", "c"))

    assert ruled_out(need, an_offer(topics=some("a")), rule) == ["at_least"]
    assert ruled_out(need, an_offer(topics=some("a", "b")), rule) == []


def test_a_rule_about_a_criterion_there_is_not_is_refused() -> None:
    settings = Settings(
        criteria=(Criterion(name="a", kind="set"),), rules=(Rule(kind="at_least", criterion="b"),)
    )

    with pytest.raises(ValueError, match="“b”"):
        Affinity(People([a_need()], [an_offer()]), settings)


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_its_sentence(language: Language) -> None:
    for code in SENTENCES:
        assert say(explain(Reason(code=code, values=VALUES)), language)


def test_every_reason_differs_in_dutch() -> None:
    reasons = [Reason(code=code, values=VALUES) for code in SENTENCES]

    for each in map(explain, reasons):
        assert say(each, Language.NL) != say(each, Language.EN)


def test_a_code_of_another_time_is_shown_as_it_is() -> None:
    assert say(explain(Reason(code="by_moonlight")), Language.EN) == "by_moonlight"
