"""All answers are checked together, agreed to in words that are kept, and then sent, once."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.programmes.models import Consent, Enrolment, EnrolmentState
from tests.conftest import Browse, Keep
from tests.factories import an_enrolment
from tests.programmes.sending import send

AGREED = {"agree": "y", "version": "1"}


@pytest.fixture
def draft(keep: Keep) -> Enrolment:
    """Keep a sign-up that is complete and not sent."""
    draft = an_enrolment(state=EnrolmentState.DRAFT)
    draft.confirmed_at, draft.saved_at = None, clock.now()
    keep(draft)
    return draft


@pytest.fixture
def browser(draft: Enrolment, browse: Browse) -> FlaskClient:
    return browse(draft.member)


def address(enrolment: Enrolment, rest: str = "check") -> str:
    return f"/enrolments/{enrolment.id}/{rest}"


def consents(db: Session) -> list[Consent]:
    return list(db.scalars(select(Consent)))


def test_everything_stands_together_with_a_way_back_to_each_part(
    browser: FlaskClient, draft: Enrolment
) -> None:
    page = browser.get(address(draft)).text

    assert "I want to talk about looking for work." in page
    assert "Monday evening" in page
    for section in ("about", "words", "topics", "practical", "wishes"):
        assert f"/enrolments/{draft.id}/{section}?check=1" in page
    assert "I agree." in page


def test_a_part_that_was_changed_leads_back_to_the_check(
    browser: FlaskClient, draft: Enrolment
) -> None:
    page = send(browser, address(draft, "topics?check=1"), {"topics": ["job-search"], "go": "next"})

    assert page.location == address(draft)


def test_who_agrees_and_sends_is_waiting_from_then_on(
    browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    before = clock.now()

    page = send(browser, address(draft), AGREED)

    assert page.location == address(draft, "sent")
    assert "This is what happens next" in browser.get(page.location).text
    db.refresh(draft)
    assert draft.state == EnrolmentState.WAITING
    assert draft.is_confirmed
    [consent] = consents(db)
    assert (consent.text, consent.text_version) == ("I agree.", 1)
    assert (consent.language, consent.given_for_by_id) == (Language.EN, None)
    assert before <= consent.given_at <= clock.now()


def test_what_was_agreed_to_stays_as_it_was_whatever_is_written_later(
    browser: FlaskClient, draft: Enrolment, keep: Keep
) -> None:
    send(browser, address(draft), AGREED)
    draft.programme.consent_en, draft.programme.consent_version = "Other words.", 2
    keep(draft.programme)

    page = browser.get(address(draft)).text

    assert "Version 1, on " in page
    assert "I agree." in page
    assert "Other words." not in page


def test_without_agreement_nothing_is_sent(
    browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    page = send(browser, address(draft), {"version": "1"})

    assert page.status_code == 422
    assert "We need your agreement before we can look for anyone." in page.text
    assert consents(db) == []


def test_a_text_that_was_changed_meanwhile_is_read_once_more(
    browser: FlaskClient, draft: Enrolment, db: Session, keep: Keep
) -> None:
    draft.programme.consent_version = 2
    keep(draft.programme)

    page = send(browser, address(draft), AGREED)

    assert page.status_code == 409
    assert "The text you agree to was changed. Please read it once more." in page.text
    assert consents(db) == []


@pytest.mark.parametrize("version", ["", "x", "9" * 30, "-1"])
def test_a_version_that_is_none_is_refused(
    version: str, browser: FlaskClient, draft: Enrolment, db: Session
) -> None:
    assert send(browser, address(draft), {**AGREED, "version": version}).status_code == 422
    assert consents(db) == []


def test_what_is_missing_is_said_and_cannot_be_sent(
    browser: FlaskClient, draft: Enrolment, keep: Keep, db: Session
) -> None:
    draft.slots = []
    keep(draft)

    assert "Say when you can meet." in browser.get(address(draft)).text
    page = send(browser, address(draft), AGREED)

    assert page.status_code == 409
    assert "Say when you can meet." in page.text
    assert consents(db) == []


def test_sent_twice_is_sent_once(browser: FlaskClient, draft: Enrolment, db: Session) -> None:
    send(browser, address(draft), AGREED)

    page = send(browser, address(draft), AGREED)

    assert page.status_code == 409
    assert "This sign-up has been sent already." in page.text
    assert len(consents(db)) == 1


def test_who_sends_after_stopping_is_told_it_was_sent(
    browser: FlaskClient, draft: Enrolment, keep: Keep
) -> None:
    draft.state = EnrolmentState.WITHDRAWN
    keep(draft)

    assert send(browser, address(draft), AGREED).status_code == 409
