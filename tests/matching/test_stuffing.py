"""Writing to be found does not pay, and who copied or stuffed is shown to the coordinator."""

from dataclasses import replace

import pytest

from benchmarks.text_exposure import TRICKS, gained
from benchmarks.text_people import programme
from matcher.matching.notices import notices
from matcher.matching.profiles import Profile
from matcher.matching.snapshot import Snapshot
from matcher.matching.words.terms import MOST_WORDS, words
from tests.factories.matching import a_need, an_offer, the_programme

OWN = (
    "Ik heb twaalf jaar bij de kredietbank gewerkt en weet hoe je met schuldeisers praat.",
    "Eerst leggen we alles op tafel, daarna maken we samen een plan dat je kunt volhouden.",
)
# Every mentor in turn takes a minute: benchmarks/text_exposure.py. Here every eighth.
SOME = range(0, 44, 8)


@pytest.mark.parametrize("name", TRICKS)
def test_a_trick_gains_next_to_nothing(name: str) -> None:
    most = 1.25 if "copied" in name else 1.10

    ours, _plain = gained(programme(), TRICKS[name], SOME)

    assert ours <= most


def test_of_a_text_no_more_than_its_first_words_are_read() -> None:
    assert len(words("woord " * 50_000)) == MOST_WORDS


@pytest.mark.parametrize(
    "text", ["schul\u00adden", "schul\u200bden", "<b>schulden</b>", "SCHULDEN", "schu\u0308lden"]
)
def test_marks_that_nobody_sees_make_no_other_word(text: str) -> None:
    assert words(text) == ["schulden"]


def told(*people: Profile) -> list[tuple[str, dict[str, object]]]:
    snapshot = Snapshot(
        needs=(a_need(id="a"),),
        offers=tuple(an_offer(id=each.id, statements=each.statements) for each in people),
    )
    return [(each.code, dict(each.values)) for each in notices(snapshot)]


def test_a_text_that_is_nearly_another_s_is_shown_with_both() -> None:
    copy = tuple(text.replace("samen", "rustig") for text in OWN)

    found = told(an_offer(id="m", statements=OWN), an_offer(id="n", statements=copy))

    assert found == [("copied", {"one": "m", "other": "n"})]


def test_saying_the_same_thing_in_one_s_own_words_is_no_copy() -> None:
    others = ("Bij de bank hielp ik mensen met schulden. We maken een plan aan tafel.",)

    assert told(an_offer(id="m", statements=OWN), an_offer(id="n", statements=others)) == []


def test_a_list_of_words_is_shown_and_honest_texts_are_not() -> None:
    stuffed = an_offer(id="m", statements=(" ".join(f"schulden{n} toeslagen" for n in range(40)),))

    assert told(stuffed) == [("list_of_words", {"id": "m"})]
    assert notices(the_programme()) == ()


def test_one_person_on_both_sides_has_copied_from_nobody() -> None:
    need = a_need(id="a", person="ada@x.org", statements=OWN)
    offer = an_offer(id="m", person="Ada@x.org", statements=OWN)
    snapshot = Snapshot(needs=(need,), offers=(offer,))

    assert notices(snapshot) == ()
    other = replace(snapshot, offers=(replace(offer, person="bo@x.org"),))
    assert [each.code for each in notices(other)] == ["copied"]
