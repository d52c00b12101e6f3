"""Answers can be changed until somebody is paired; then others rely on them."""

import pytest
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState
from tests.conftest import Browse, Keep
from tests.factories import an_enrolment
from tests.factories.programmes import FILLED
from tests.programmes.sending import send


def address(enrolment: Enrolment, section: str) -> str:
    return f"/enrolments/{enrolment.id}/{section}"


@pytest.mark.parametrize("state", [EnrolmentState.WAITING, EnrolmentState.OFFERED])
def test_answers_can_be_changed_until_then(
    state: EnrolmentState, keep: Keep, browse: Browse, db: Session
) -> None:
    enrolment = an_enrolment(state=state)
    keep(enrolment)

    page = send(browse(enrolment.member), address(enrolment, "words"), FILLED["words"])

    assert page.location == address(enrolment, "check")
    db.refresh(enrolment)
    assert (enrolment.goal, enrolment.state) == (FILLED["words"]["goal"], state)


@pytest.mark.parametrize(
    "state", [EnrolmentState.PAIRED, EnrolmentState.FINISHED, EnrolmentState.WITHDRAWN]
)
def test_afterwards_answers_are_fixed_and_whom_to_ask_is_said(
    state: EnrolmentState, keep: Keep, browse: Browse
) -> None:
    enrolment = an_enrolment(state=state)
    keep(enrolment)
    browser = browse(enrolment.member)

    pages = [
        browser.get(address(enrolment, "words")),
        send(browser, address(enrolment, "words"), FILLED["words"]),
    ]

    assert [page.status_code for page in pages] == [409, 409]
    assert "Your answers are fixed while you are paired, or after you stopped. Ask Hanna." in (
        pages[1].text
    )


def test_who_is_paired_may_still_say_how_many_more_they_take(
    keep: Keep, browse: Browse, db: Session
) -> None:
    mentor = an_enrolment(Side.MENTOR, state=EnrolmentState.PAIRED)
    keep(mentor)

    send(browse(mentor.member), address(mentor, "wishes"), {"places": "4"})

    db.refresh(mentor)
    assert mentor.places == 4
