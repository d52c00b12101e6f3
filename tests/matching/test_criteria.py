"""What each kind of criterion makes of a pair."""

import pytest

from matcher.matching.policy_file import policy_of
from matcher.matching.profiles import Need, Offer
from matcher.matching.settings import Criterion, Settings
from tests.factories.matching import a_need, an_offer, worth

TOPICS = Criterion(name="topics", kind="topics")
PLACE = Criterion(name="place", kind="place")
TIMES = Criterion(name="availability", kind="availability", options={"enough": 2})


def topics(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_topics_are_the_covered_part_of_what_is_needed() -> None:
    need = a_need(topics=topics("debts", "sleep"))

    assert worth(TOPICS, need, an_offer(topics=topics("debts"))) == 0.5


def test_ticking_every_topic_does_not_pay() -> None:
    need = a_need(topics=topics("debts"))

    exact = worth(TOPICS, need, an_offer(topics=topics("debts")))
    everything = worth(TOPICS, need, an_offer(topics=topics("debts", "a", "b", "c")))

    assert exact == everything == 1


def test_a_choice_counts_when_equal_whatever_the_capitals() -> None:
    profession = Criterion(name="profession", kind="choice")

    assert worth(profession, *extras("profession", "Policy ", " policy")) == 1
    assert worth(profession, *extras("profession", "Policy", "Security")) == 0


def test_a_choice_may_be_met_by_a_declared_pair() -> None:
    goal = Criterion(name="goal", kind="choice", options={"pairs": [["learn", "teach"]]})

    assert worth(goal, *extras("goal", "learn", "teach")) == 1
    assert worth(goal, *extras("goal", "teach", "learn")) == 0


def test_a_set_is_compared_by_cosine_or_by_coverage() -> None:
    need, offer = extras("goals", "a;b", "a;c;d;e;f;g;h;i")

    assert worth(Criterion(name="goals", kind="set"), need, offer) == pytest.approx(1 / 4)
    covered = Criterion(name="goals", kind="set", options={"by": "coverage"})
    assert worth(covered, need, offer) == 0.5


def test_a_set_is_parted_by_the_separator_of_the_policy() -> None:
    listed = Criterion(name="x", kind="set", options={"by": "coverage", "separator": ","})

    assert worth(listed, *extras("x", "gay", "Asexual, Gay")) == 1


@pytest.mark.parametrize(
    ("mentee", "mentor", "expected"),
    [("AA", "AO", 0.75), ("AA", "EO", 1), ("AA", "AA", 0), ("EO", "AA", 0), ("AA", "HEO", 0)],
)
def test_a_scale_looks_the_steps_up(mentee: str, mentor: str, expected: float) -> None:
    options = {"order": ["AA", "AO", "EO", "HEO"], "difference": {"1": 0.75, "2": 1.0}}
    grade = Criterion(name="grade", kind="scale", options=options)

    assert worth(grade, *extras("grade", mentee, mentor)) == expected


def test_a_scale_without_an_order_counts_numbers() -> None:
    level = Criterion(name="level", kind="scale", options={"difference": {"2": 1.0}})

    assert worth(level, a_need(level=2), an_offer(level=4)) == 1
    assert worth(level, a_need(level=2), an_offer()) == 0


def test_availability_is_full_as_soon_as_there_is_enough() -> None:
    need = a_need(slots=topics("mon-evening", "tue-evening", "wed-evening", "thu-evening"))

    shared = [need.slots & set(sorted(need.slots)[:n]) for n in range(4)]
    found = [worth(TIMES, need, an_offer(slots=slots or topics("sun"))) for slots in shared]

    assert found == [0, 0.5, 1, 1]


def test_who_has_one_moment_gets_all_by_that_moment() -> None:
    need = a_need(slots=topics("mon-evening"))

    assert worth(TIMES, need, an_offer(slots=topics("mon-evening", "sat-morning"))) == 1


def test_the_same_place_counts_in_full_and_online_by_half() -> None:
    need = a_need(place="Utrecht", meeting="either")

    assert worth(PLACE, need, an_offer(place="utrecht ", meeting="in_person")) == 1
    assert worth(PLACE, need, an_offer(place="Ede", meeting="online")) == 0.5
    assert worth(PLACE, need, an_offer(place="Ede", meeting="in_person")) == 0
    assert worth(PLACE, a_need(meeting="online"), an_offer(meeting="either")) == 1


def test_the_first_wish_counts_most() -> None:
    wishes = Criterion(name="wishes", kind="preference")
    need = a_need(extra={"wishes": ("Mia", "noa")})

    found = [worth(wishes, need, an_offer(id=name)) for name in ("MIA", "Noa", "Lou")]

    assert found == [1, 0.5, 0]


def test_wishes_of_the_mentor_count_where_the_policy_says_so() -> None:
    wishes = Criterion(name="wishes", kind="preference", options={"side": "mentor"})
    offer = an_offer(extra={"wishes": "ada"})

    assert worth(wishes, a_need(id="Ada"), offer) == 1
    assert worth(wishes, a_need(id="Ben"), offer) == 0


def test_a_wish_about_a_trait_is_the_choice_of_whoever_has_it() -> None:
    wish = Criterion(name="wish", kind="preference", offer="pronouns")
    need = a_need(extra={"wish": "she/her"})

    assert worth(wish, need, an_offer(extra={"pronouns": "she/her"})) == 1
    assert worth(wish, a_need(), an_offer(extra={"pronouns": "she/her"})) == 0


@pytest.mark.parametrize("criterion", Settings().criteria, ids=lambda each: each.name)
def test_not_answered_is_never_perfect(criterion: Criterion) -> None:
    full = {
        "topics": topics("debts"),
        "statements": ("Ik wil uit de schulden komen",),
        "languages": topics("nl"),
        "slots": topics("mon-evening"),
        "styles": topics("listen"),
        "place": "Ede",
        "meeting": "either",
    }

    assert worth(criterion, Need(id="a"), Offer(id="b")) == 0
    assert worth(criterion, Need(id="a", **full), Offer(id="b")) == 0  # type: ignore[arg-type]  # kinds by name
    assert worth(criterion, Need(id="a"), Offer(id="b", **full)) == 0  # type: ignore[arg-type]  # likewise
    assert worth(criterion, Need(id="a", **full), Offer(id="b", **full)) > 0.9  # type: ignore[arg-type]  # likewise


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"criterion": [{"name": "a", "kind": "magic"}]}, "magic"),
        ({"criterion": [{"name": "a", "kind": "set", "weight": "vital"}]}, "weight"),
        ({"criterion": [{"name": "a", "kind": "set", "weight": -1}]}, "zero or more"),
        ({"criterion": [{"name": "a", "kind": "set"}] * 2}, "same name"),
        ({"objective": "luck"}, "luck"),
        ({"colour": 1}, "colour"),
        ({"rule": [{"kind": "slot", "colour": 1}]}, "colour"),
        ({"floor": 2.0}, "floor"),
        ({"floor": float("nan")}, "floor"),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(table: dict[str, object], told: str) -> None:
    with pytest.raises((ValueError, TypeError), match=told):
        policy_of(table)


def test_the_four_levels_are_worth_four_two_one_and_nothing() -> None:
    levels = ("decisive", "high", "some", "off", 12)
    weights = [Criterion(name="a", kind="set", weight=each).worth for each in levels]

    assert weights == [4, 2, 1, 0, 12]


def extras(column: str, mentee: str, mentor: str) -> tuple[Need, Offer]:
    return a_need(extra={column: mentee}), an_offer(extra={column: mentor})
