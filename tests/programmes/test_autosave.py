"""A draft is kept while somebody types: their own, and no more than can be kept."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from matcher.programmes.models import Enrolment, EnrolmentState
from tests.conftest import Browse, Keep
from tests.factories import an_enrolment
from tests.factories.programmes import FILLED, a_draft
from tests.programmes.sending import send


@pytest.fixture
def draft(keep: Keep) -> Enrolment:
    draft = a_draft()
    keep(draft)
    return draft


@pytest.fixture
def browser(draft: Enrolment, browse: Browse) -> FlaskClient:
    return browse(draft.member)


def address(enrolment: Enrolment, section: str) -> str:
    return f"/enrolments/{enrolment.id}/{section}/autosave"


@pytest.mark.parametrize("section", list(FILLED))
def test_each_section_is_kept_by_itself_and_says_when(
    section: str, browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    answer = send(browser, address(draft, section), FILLED[section])

    assert answer.status_code == 200
    assert answer.get_json()["saved"].count(":") == 1
    db.refresh(draft)
    assert draft.saved_at is not None
    assert draft.section == section


def test_half_a_section_is_kept_too(browser: FlaskClient, draft: Enrolment, db: Session) -> None:
    answer = send(browser, address(draft, "practical"), {"place": "Utr"})

    assert answer.status_code == 200
    db.refresh(draft)
    assert (draft.place, draft.slots) == ("Utr", [])


def test_what_cannot_be_kept_leaves_the_rest_kept_and_does_not_say_saved(
    browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    send(browser, address(draft, "words"), {"piece1": "My first words."})

    answer = send(
        browser, address(draft, "words"), {"piece1": "much " * 50_000, "goal": "To be heard."}
    )

    assert answer.status_code == 422
    db.refresh(draft)
    assert (draft.statements, draft.goal) == (["My first words."], "To be heard.")


def test_what_has_been_sent_is_not_changed_while_somebody_types(
    keep: Keep, browse: Browse, db: Session
) -> None:
    enrolment = an_enrolment(state=EnrolmentState.WAITING)
    keep(enrolment)

    answer = send(browse(enrolment.member), address(enrolment, "words"), FILLED["words"])

    assert answer.status_code == 409
    assert "Only your own draft is kept by itself." in answer.text
    db.refresh(enrolment)
    assert enrolment.goal == "One good conversation."


def test_what_somebody_writes_down_for_another_is_kept_only_when_they_say_so(
    draft: Enrolment, browse: Browse
) -> None:
    coordinator = browse(draft.programme.contact)

    assert send(coordinator, address(draft, "words"), FILLED["words"]).status_code == 409
