"""What somebody is shown once their sign-up is sent: what happens next, and what is still open."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.programmes.models import Consent, Enrolment, EnrolmentState
from tests.conftest import Browse, Keep
from tests.factories import an_enrolment
from tests.factories.programmes import a_draft
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


def test_before_sending_nobody_is_thanked_for_it(browser: FlaskClient, draft: Enrolment) -> None:
    assert browser.get(address(draft, "sent")).location == address(draft)


def test_where_nothing_is_filled_in_the_first_section_comes_first(
    keep: Keep, browse: Browse
) -> None:
    empty = a_draft()
    keep(empty)

    assert browse(empty.member).get(address(empty)).location == address(empty, "about")


def test_who_is_both_goes_on_with_the_other_side(
    browser: FlaskClient, draft: Enrolment, keep: Keep
) -> None:
    other = a_draft(Side.MENTOR, member=draft.member, programme=draft.programme)
    keep(other)

    page = browser.get(send(browser, address(draft), AGREED).location).text

    assert "Now your sign-up as mentor" in page
    assert address(other, "about") in page


def test_who_has_not_confirmed_the_address_is_asked_to(
    browser: FlaskClient, draft: Enrolment, keep: Keep, db: Session
) -> None:
    draft.member.email_confirmed_at = None
    keep(draft.member)

    page = browser.get(send(browser, address(draft), AGREED).location).text

    assert f"We sent a mail to {draft.member.email}." in page
    db.refresh(draft)
    assert not draft.is_confirmed


def test_who_came_in_with_a_spreadsheet_confirms_by_agreeing(
    keep: Keep, browse: Browse, db: Session
) -> None:
    brought = an_enrolment(state=EnrolmentState.WAITING)
    brought.confirmed_at = None
    keep(brought)

    send(browse(brought.member), address(brought), AGREED)

    db.refresh(brought)
    assert brought.is_confirmed
    assert db.scalar(select(func.count(Consent.id))) == 1
