"""What comparing own words promises, within Dutch, within English, and between the two."""

import random
from string import ascii_lowercase

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.ranking import exposure, ndcg, own_language_first
from benchmarks.text_people import by_hand, programme
from benchmarks.text_quality import plain
from matcher.matching.words import similarity
from matcher.matching.words.met import words_met
from matcher.matching.words.passages import read_person
from matcher.matching.words.space import WordSpace
from matcher.matching.words.terms import stem, words

PEOPLE = st.lists(
    st.lists(st.text(max_size=60) | st.sampled_from(["ik heb schulden", "my debts"]), max_size=3),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(needs=PEOPLE, offers=PEOPLE)
def test_whatever_people_write_likeness_lies_between_nothing_and_one(
    needs: list[list[str]], offers: list[list[str]]
) -> None:
    found = similarity(needs, offers)

    assert found.shape == (len(needs), len(offers))
    assert np.isfinite(found).all()
    assert ((found >= 0) & (found <= 1)).all()
    for row, need in enumerate(needs):
        if not any(map(words, need)):
            assert (found[row] == 0).all(), "nothing written is alike with nobody"


def test_a_person_is_several_texts_and_not_one_string() -> None:
    with pytest.raises(TypeError, match="sequence of texts"):
        similarity(["I have debts"], [["we look at debts"]])


@pytest.mark.parametrize(
    ("need", "fitting", "other"),
    [
        (
            "Ik heb schulden en durf de post niet te openen",
            "Hulp bij schulden",
            "Presenteren voor een groep",
        ),
        ("I have debts and dare not open my mail", "Debt and money worries", "Public speaking"),
        ("Ik heb schulden en durf de post niet te openen", "Getting out of debt", "Presenting"),
        ("I want to give a talk before a group", "Spreken voor een groep", "Schulden aflossen"),
        ("Mijn moeder heeft dementie", "Caring for someone with dementia", "Writing a thesis"),
    ],
)
def test_what_fits_is_more_alike_in_either_language(need: str, fitting: str, other: str) -> None:
    found = similarity([[need]], [[fitting], [other]])

    assert found[0, 0] > found[0, 1]


def test_other_forms_of_a_word_meet() -> None:
    assert stem("schulden", "nl") == stem("schuld", "nl")
    assert stem("presenting", "en") == stem("presented", "en")


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Ik wil leren om voor een groep te spreken"], "nl"),
        (["I want to learn how to speak for a group"], "en"),
        (["Ik werk hier", "and I do not know what my boss wants from me, but they will"], "en"),
        ([], "en"),
        (["42 !!"], "en"),
    ],
)
def test_the_language_is_told_from_the_commonest_words(texts: list[str], language: str) -> None:
    assert read_person(texts, 0)[0] == language


def test_a_text_that_mixes_languages_is_read_in_both() -> None:
    text = "Ik heb een meeting with my manager en ik weet niet what to say about the budget"
    _main, passages = read_person([text], 0)

    assert [each.language for each in passages] == [""]


def test_which_words_met_is_told_as_the_two_wrote_them() -> None:
    space = WordSpace([["Ik heb grote schulden bij de bank"]], [["We lezen brieven over schuld"]])

    assert ("schulden", "schuld") in {(each.need, each.offer) for each in words_met(space, 0, 0)}


def test_words_of_two_languages_that_met_are_told_side_by_side() -> None:
    space = WordSpace([["Ik heb schulden en een tas vol brieven"]], [["I got out of debt myself"]])

    met = {(each.need.lower(), each.offer.lower()) for each in words_met(space, 0, 0)}
    assert ("schulden", "debts") in met or ("schulden", "debt") in met


def test_nothing_met_tells_nothing() -> None:
    space = WordSpace([[""]], [["I got out of debt"]])

    assert words_met(space, 0, 0) == ()
    assert space.ways(0, 0) == {}


def test_the_parts_of_a_likeness_add_up_to_all_of_it() -> None:
    people = programme()
    space = WordSpace(people.needs, people.offers)

    for need in range(0, 63, 9):
        for offer in range(0, 44, 11):
            ways = space.ways(need, offer)
            assert not ways or sum(ways.values()) == pytest.approx(1)


def test_words_beat_chance_and_plain_words_within_and_across_languages() -> None:
    for people, least_within, least_across in ((programme(), 0.45, 0.38), (by_hand(), 0.45, 0.45)):
        scores, same = similarity(people.needs, people.offers), people.same_language
        assert ndcg(scores, people.fits, same) > least_within
        assert ndcg(scores, people.fits, ~same) > least_across
        assert ndcg(scores, people.fits, ~same) > ndcg(plain(people), people.fits, ~same) + 0.1


def test_offers_in_one_s_own_language_do_not_fill_the_first_five() -> None:
    people = programme()

    share = own_language_first(similarity(people.needs, people.offers), people.same_language)
    assert 0.45 < share < 0.68  # 54 % of the offers are in the need's language


def test_where_many_people_write_their_themes_are_compared_too() -> None:
    rng = random.Random(1)  # noqa: S311  # no secret
    made = [f"{one}{two}k" for one in ("bra", "sto", "kli", "wu") for two in ascii_lowercase]
    themes = made[:52], made[52:]
    texts = [[" ".join(rng.sample(theme, 10))] for _ in range(160) for theme in themes]

    few, many = (WordSpace(texts[:count], texts[:count]) for count in (100, 160))

    assert "themes" not in few.likeness(0, 1)
    found = many.likeness(0, 160)["themes"]
    same = np.equal.outer(np.arange(160) % 2, np.arange(160) % 2)
    assert np.diag(found) == pytest.approx(1.0)
    assert np.abs(found).max() <= 1 + 1e-9
    assert found[same].mean() > found[~same].mean() + 0.1


def test_ndcg_is_one_for_the_right_order_and_shares_places_between_equals() -> None:
    fits = np.array([[3.0, 0, 0, 0, 0, 0, 0, 0, 0, 0]])
    everybody = np.ones_like(fits, dtype=bool)

    assert ndcg(fits, fits, everybody) == 1
    by_chance = ndcg(np.zeros_like(fits), fits, everybody)
    assert by_chance == pytest.approx(sum(1 / np.log2(rank + 1) for rank in range(1, 6)) / 10)


def test_exposure_is_one_at_the_top_and_shared_between_equals() -> None:
    top = np.array([[0.9, 0.1, 0.0]])
    equal = np.array([[0.5, 0.5, 0.0]])

    assert exposure(top, 0) == 1
    assert exposure(equal, 0) == exposure(equal, 1) == pytest.approx((1 + 1 / np.log2(3)) / 2)
