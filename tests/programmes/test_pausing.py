"""Stepping back for a while, coming back, and stopping: asked once more, and without a reason."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.programmes.models import Enrolment, EnrolmentState
from tests.conftest import Browse, Keep
from tests.factories import an_enrolment
from tests.factories.programmes import a_draft, in_state
from tests.programmes.sending import Fields, send

_S = EnrolmentState
DAY = timedelta(days=1)


@pytest.fixture
def enrolment(keep: Keep) -> Enrolment:
    enrolment = an_enrolment()
    keep(enrolment)
    return enrolment


@pytest.fixture
def browser(enrolment: Enrolment, browse: Browse) -> FlaskClient:
    return browse(enrolment.member)


def address(enrolment: Enrolment, deed: str) -> str:
    return f"/enrolments/{enrolment.id}/{deed}"


def test_a_pause_lasts_until_its_day_and_keeps_the_reason_for_coordinators(
    browser: FlaskClient, enrolment: Enrolment, db: Session, browse: Browse
) -> None:
    until = clock.today() + 30 * DAY
    assert "Pause your sign-up?" in browser.get(address(enrolment, "pause")).text

    page = send(
        browser, address(enrolment, "pause"), {"until": until.isoformat(), "words": "A new baby."}
    )

    assert page.location == address(enrolment, "check")
    assert "Paused until" in browser.get(page.location).text
    db.refresh(enrolment)
    db.commit()  # whoever may write keeps all others from writing
    assert (enrolment.state, enrolment.paused_until) == (_S.PAUSED, until)
    person = f"/coordination/{enrolment.programme_id}/people/{enrolment.id}"
    assert "A new baby." in browse(enrolment.programme.contact).get(person).text


def test_a_pause_needs_no_day_and_no_reason(
    browser: FlaskClient, enrolment: Enrolment, db: Session
) -> None:
    send(browser, address(enrolment, "pause"), {"until": "", "words": ""})

    db.refresh(enrolment)
    assert (enrolment.state, enrolment.paused_until) == (_S.PAUSED, None)


@pytest.mark.parametrize(
    ("until", "why"),
    [
        ((clock.today()).isoformat(), "Please choose a day to come."),
        ("2001-01-01", "Please choose a day to come."),
        ("soon", "Please write a day like this"),
        ("9" * 30, "Please write a day like this"),
    ],
)
def test_a_pause_ends_on_a_day_to_come(
    until: str, why: str, browser: FlaskClient, enrolment: Enrolment, db: Session
) -> None:
    page = send(browser, address(enrolment, "pause"), {"until": until, "words": "Still here."})

    assert page.status_code == 422
    assert why in page.text
    assert "Still here." in page.text
    db.refresh(enrolment)
    assert enrolment.state == _S.WAITING


def test_who_comes_back_is_looked_for_again(keep: Keep, browse: Browse, db: Session) -> None:
    paused = in_state(_S.PAUSED)
    paused.paused_until, paused.reason = date(2031, 1, 1), "A new baby."
    keep(paused)
    browser = browse(paused.member)
    assert "Take part again?" in browser.get(address(paused, "resume")).text

    browser.post(address(paused, "resume"))

    db.refresh(paused)
    assert [paused.state, paused.paused_until, paused.reason] == [_S.WAITING, None, None]


def test_who_stops_is_asked_once_more_and_may_say_why(
    browser: FlaskClient, enrolment: Enrolment, db: Session
) -> None:
    assert "Stop taking part?" in browser.get(address(enrolment, "withdraw")).text

    send(browser, address(enrolment, "withdraw"), {"words": "I found somebody."})

    db.refresh(enrolment)
    assert (enrolment.state, enrolment.reason) == (_S.WITHDRAWN, "I found somebody.")


def test_a_draft_can_be_thrown_away(keep: Keep, browse: Browse, db: Session) -> None:
    draft = a_draft()
    keep(draft)

    browse(draft.member).post(address(draft, "withdraw"))

    db.refresh(draft)
    assert draft.state == _S.WITHDRAWN


REFUSED: list[tuple[EnrolmentState, str, str]] = [
    (_S.PAIRED, "pause", "You are paired now. Talk with Hanna first"),
    (_S.PAIRED, "withdraw", "You are paired now. Talk with Hanna first"),
    (_S.DRAFT, "pause", "cannot become “paused”."),
    (_S.WITHDRAWN, "pause", "cannot become “paused”."),
    (_S.WAITING, "resume", "This sign-up is not paused."),
    (_S.WITHDRAWN, "resume", "This sign-up is not paused."),
]


@pytest.mark.parametrize(("state", "deed", "why"), REFUSED)
def test_what_cannot_be_is_said_in_a_sentence(
    state: EnrolmentState, deed: str, why: str, keep: Keep, browse: Browse
) -> None:
    enrolment = in_state(state)
    keep(enrolment)

    page = browse(enrolment.member).post(address(enrolment, deed))

    assert page.status_code == 409
    assert why in page.text


def test_each_page_offers_only_what_can_be_done(keep: Keep, browse: Browse) -> None:
    offered: dict[EnrolmentState, set[str]] = {}
    for state in EnrolmentState:
        enrolment = in_state(state)
        enrolment.saved_at = clock.now()
        keep(enrolment)
        page = browse(enrolment.member).get(address(enrolment, "check")).text
        deeds = ("pause", "resume", "withdraw")
        offered[state] = {deed for deed in deeds if address(enrolment, deed) in page}

    assert offered == {
        _S.DRAFT: {"withdraw"},
        _S.WAITING: {"pause", "withdraw"},
        _S.OFFERED: {"pause", "withdraw"},
        _S.PAIRED: set(),
        _S.PAUSED: {"resume", "withdraw"},
        _S.FINISHED: set(),
        _S.WITHDRAWN: set(),
    }


@pytest.mark.parametrize("deed", ["pause", "withdraw"])
def test_a_coordinator_does_it_for_somebody_who_asked(
    deed: str, enrolment: Enrolment, browse: Browse, db: Session
) -> None:
    coordinator = browse(enrolment.programme.contact)
    fields: Fields = {"words": "By phone."}

    assert coordinator.get(address(enrolment, deed)).status_code == 200
    send(coordinator, address(enrolment, deed), fields)

    db.refresh(enrolment)
    assert enrolment.state in {_S.PAUSED, _S.WITHDRAWN}
