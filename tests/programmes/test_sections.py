"""A sign-up is filled in section by section, back and forth, and nothing of it is lost."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, Meets
from matcher.programmes.models.complete import SECTIONS, is_complete
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme
from tests.factories.programmes import FILLED, a_draft
from tests.programmes.sending import Fields, send

NEXT = dict(zip(SECTIONS, [*SECTIONS[1:], "check"], strict=True))
MENTOR = {**FILLED, "wishes": {**FILLED["wishes"], "places": "3"}}


@pytest.fixture
def draft(keep: Keep) -> Enrolment:
    draft = a_draft()
    keep(draft)
    return draft


@pytest.fixture
def browser(draft: Enrolment, browse: Browse) -> FlaskClient:
    return browse(draft.member)


def address(enrolment: Enrolment, section: str, rest: str = "") -> str:
    return f"/enrolments/{enrolment.id}/{section}{rest}"


def kept(db: Session, enrolment: Enrolment) -> dict[str, Any]:
    """Read anew what is kept of every answer."""
    db.refresh(enrolment)
    db.refresh(enrolment.member)
    db.commit()  # whoever may write keeps all others from writing
    names = ("role", "organisation", "statements", "goal", "topics", "slots", "meets", "place")
    rest = ("languages", "styles", "avoids_own_organisation", "note", "places", "section")
    return {name: getattr(enrolment, name) for name in names + rest}


@pytest.mark.parametrize("side", list(Side))
def test_from_the_first_section_to_the_last_each_leads_to_the_next(
    side: Side, keep: Keep, browse: Browse, db: Session
) -> None:
    draft = a_draft(side)
    keep(draft)
    browser = browse(draft.member)
    filled = MENTOR if side == Side.MENTOR else FILLED

    for section in SECTIONS:
        assert browser.get(address(draft, section)).status_code == 200
        page = send(browser, address(draft, section), {**filled[section], "go": "next"})
        assert page.location == address(draft, NEXT[section])

    answers = kept(db, draft)
    assert is_complete(draft)
    assert answers["statements"] == [FILLED["words"]["piece1"], FILLED["words"]["piece2"]]
    assert answers["topics"] == ["job-search", "job-interviews"]
    assert (answers["meets"], answers["place"]) == (Meets.EITHER, "Utrecht")
    assert answers["note"] == "Not my neighbour, please."
    assert answers["places"] == (3 if side == Side.MENTOR else 1)
    assert answers["section"] == "check"


@pytest.mark.parametrize("go", ["back", "later", "next"])
@pytest.mark.parametrize("section", SECTIONS)
def test_every_button_keeps_what_was_typed(
    section: str, go: str, browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    before = kept(db, draft)

    page = send(browser, address(draft, section), {**FILLED[section], "go": go})

    assert page.status_code == 302
    assert browser.get(page.location).status_code in {200, 302}
    assert kept(db, draft) != before
    shown = browser.get(address(draft, section)).text
    for typed in FILLED[section].values():
        for each in [typed] if isinstance(typed, str) else typed:
            assert each in shown


def test_going_back_leads_one_section_back(browser: FlaskClient, draft: Enrolment) -> None:
    for section, before in zip(SECTIONS[1:], SECTIONS, strict=False):
        page = send(browser, address(draft, section), {**FILLED[section], "go": "back"})
        assert page.location == address(draft, before)


def test_a_section_may_be_left_half_filled_in(browser: FlaskClient, draft: Enrolment) -> None:
    page = send(browser, address(draft, "practical"), {"slots": ["mon-evening"], "go": "later"})

    assert page.location == "/home"
    assert "mon-evening" in browser.get(address(draft, "practical")).text


UNFINISHED: list[tuple[Fields, str]] = [
    ({**FILLED["practical"], "slots": []}, "Please choose at least one part of the week."),
    ({**FILLED["practical"], "meets": []}, "Please choose how you would like to meet."),
    (
        {**FILLED["practical"], "meets": "in_person", "place": ""},
        "To meet in person, we need to know your town.",
    ),
    ({**FILLED["practical"], "languages": []}, "Please choose at least one language."),
    ({**FILLED["practical"], "slots": ["moon-night"]}, "Please choose from the list."),
    ({**FILLED["practical"], "meets": "moon"}, "Please choose from the list."),
]


@pytest.mark.parametrize(("fields", "why"), UNFINISHED)
def test_going_on_says_what_is_still_needed(
    fields: Fields, why: str, browser: FlaskClient, draft: Enrolment
) -> None:
    page = send(browser, address(draft, "practical"), {**fields, "go": "next"})

    assert page.status_code == 422
    assert why in page.text


@pytest.mark.parametrize("places", ["", "21", "-1", "1.5", "٣", "9" * 30])
def test_places_are_a_whole_number_that_somebody_can_bear(
    places: str, keep: Keep, browse: Browse, db: Session
) -> None:
    draft = a_draft(Side.MENTOR)
    keep(draft)

    page = send(browse(draft.member), address(draft, "wishes"), {"places": places})

    assert page.status_code == 422
    assert kept(db, draft)["places"] == 1


def test_one_more_piece_can_be_added_until_there_are_eight(
    browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    pieces = {f"piece{n}": f"This is piece number {n}." for n in range(1, 9)}

    for number in range(3, 9):
        sent = {name: pieces[name] for name in list(pieces)[:number]}
        page = send(browser, address(draft, "words"), {**sent, "go": "more"})
        shown = browser.get(page.location).text
        assert shown.count("<textarea") == min(number + 1, 8) + 1  # the last is the goal

    assert kept(db, draft)["statements"] == list(pieces.values())


def test_what_was_left_open_in_between_stays_open(
    browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    words = {"piece1": "First.", "piece2": "", "piece3": "Third."}

    send(browser, address(draft, "words"), {**words, "go": "next"})

    assert kept(db, draft)["statements"] == ["First.", "", "Third."]


def test_what_both_sides_ask_is_filled_in_once(keep: Keep, browse: Browse, db: Session) -> None:
    member, programme = a_member(), a_programme()
    mine = [a_draft(side, member=member, programme=programme) for side in Side]
    keep(*mine)

    send(browse(member), address(mine[0], "practical"), FILLED["practical"])

    assert kept(db, mine[1])["slots"] == FILLED["practical"]["slots"]


def test_there_are_no_other_sections(browser: FlaskClient, draft: Enrolment) -> None:
    assert browser.get(address(draft, "secrets")).status_code == 404


def test_nobody_else_can_look(draft: Enrolment, keep: Keep, browse: Browse, db: Session) -> None:
    elsewhere = a_programme()
    keep(elsewhere)

    for other in (a_member(), elsewhere.contact):
        assert browse(other).get(address(draft, "words")).status_code == 404
    assert db.scalars(select(Enrolment)).all() == [draft]
