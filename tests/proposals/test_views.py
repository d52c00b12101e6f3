"""What is shown of words that met: numbered on both sides, cut nowhere, and never made up."""

from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.proposals.views.criteria import parts
from matcher.proposals.views.member import ProposalForMember
from matcher.proposals.views.people import Portrait, portrait
from matcher.proposals.views.words_met import Met, marked, words_met
from tests.factories import a_member, an_enrolment

MENTEE, MENTOR = ["Ik wil leren loslaten.", "Op tijd klaar."], ["Happy to help with letting go."]


def met(*pairs: tuple[str, str, float]) -> list[Met]:
    words = [{"need": need, "offer": offer, "weight": weight} for need, offer, weight in pairs]
    return words_met({"words": words}, MENTEE, MENTOR)


def test_a_member_view_has_no_place_for_answers_affinity_or_notes() -> None:
    fields = set(ProposalForMember.__dataclass_fields__) | set(Portrait.__dataclass_fields__)

    assert "my_answer" in fields
    assert fields.isdisjoint({"affinity", "note", "state", "version", "organisation", "email"})
    assert not any("their" in field or "partner_answer" in field for field in fields)


def test_only_words_that_stand_in_both_texts_are_shown_the_weightiest_first() -> None:
    found = met(("klaar", "help", 0.1), ("loslaten", "letting go", 0.3), ("concept", "happy", 0.9))

    assert found == [Met("loslaten", "letting go"), Met("klaar", "help")]


def test_each_word_is_numbered_once_so_that_both_sides_bear_the_same_numbers() -> None:
    found = met(("loslaten", "letting go", 0.3), ("loslaten", "help", 0.2), ("klaar", "help", 0.1))

    assert found == [Met("loslaten", "letting go"), Met("klaar", "help")]
    for texts, words in ((MENTEE, [m.need for m in found]), (MENTOR, [m.offer for m in found])):
        assert {piece.number for piece in marked(texts, words)} == {0, 1, 2}


def test_marking_loses_no_letter() -> None:
    pieces = marked(MENTEE, ["loslaten", "LEREN", "niet hier"])

    assert "".join(piece.text for piece in pieces) == "\n\n".join(MENTEE)
    assert [(piece.text, piece.number) for piece in pieces if piece.number] == [
        ("leren", 2),
        ("loslaten", 1),
    ]


def test_signs_in_what_people_write_are_only_signs() -> None:
    assert marked(["1 + 1 (twee) [ok]"], ["(twee)", "["])


def test_a_last_name_written_first_does_not_become_the_first_name() -> None:
    names = {"Vries, Hendrika de": "Hendrika", "Yara Al-Masri": "Yara", "Rahel": "Rahel"}
    for name, first in names.items():
        someone = an_enrolment(Side.MENTEE, member=a_member(name))
        assert portrait(someone, [], Language.EN).first == first


def test_criteria_that_do_not_count_are_left_out_and_the_rest_keep_their_order() -> None:
    contributions = [
        {"criterion": "topics", "share": 0.4, "weight": 0.5, "note": ""},
        {"criterion": "words", "share": 0.0, "weight": 0.0, "note": ""},
        {"criterion": "place", "share": 0.0, "weight": 0.5, "note": "not_answered"},
    ]

    shown = parts({"contributions": contributions}, Language.NL)

    assert [(part.label, part.share, part.note) for part in shown] == [
        ("Onderwerpen", 0.4, ""),
        ("Plaats", 0.0, "not_answered"),
    ]
