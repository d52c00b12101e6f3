"""Topics are those of the programme: searched, suggested by what somebody wrote, chosen."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from matcher.programmes.models import Enrolment
from tests.conftest import Browse, Keep
from tests.factories.programmes import a_draft
from tests.programmes.sending import send


@pytest.fixture
def draft(keep: Keep) -> Enrolment:
    draft = a_draft()
    keep(draft)
    return draft


@pytest.fixture
def browser(draft: Enrolment, browse: Browse) -> FlaskClient:
    return browse(draft.member)


def address(enrolment: Enrolment) -> str:
    return f"/enrolments/{enrolment.id}/topics"


def test_without_a_script_topics_are_searched_and_what_was_chosen_stays(
    browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    chosen = {"topics": ["dutch-conversation"], "q": "sollicitatie", "go": "search"}

    page = browser.get(send(browser, address(draft), chosen).location).text

    assert "Found for “sollicitatie”" in page
    db.refresh(draft)
    assert draft.topics == ["dutch-conversation"]


def test_topics_of_the_programme_can_be_chosen_and_no_others(
    browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    page = send(browser, address(draft), {"topics": ["job-search", "housing"]})

    assert page.status_code == 422
    assert "Please choose from the list." in page.text
    db.refresh(draft)
    assert draft.topics == []


def test_topics_that_stand_in_their_words_are_suggested(
    browser: FlaskClient, draft: Enrolment
) -> None:
    assert "Does this fit what you wrote?" not in browser.get(address(draft)).text

    words = {"piece1": "Ik oefen voor een sollicitatiegesprek."}
    send(browser, f"/enrolments/{draft.id}/words", words)

    page = browser.get(address(draft)).text
    assert 'data-topics-suggested="job-interviews' in page
