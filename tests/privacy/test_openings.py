"""A member can see who opened what of theirs, and take back what they agreed to."""

from datetime import timedelta

import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Opening
from matcher.audit.openings import CONCERN, note_opening
from matcher.foundation import clock
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Consent, EnrolmentState
from tests.conftest import Browse, Keep
from tests.factories import NOW
from tests.factories.feedback import a_met_pairing


def test_both_see_that_their_coordinator_read_their_answers(
    db: Session, keep: Keep, browse: Browse
) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    coordinator = browse(pairing.programme.contact)
    address = f"/coordination/{pairing.programme.id}/pairs/{pairing.id}"

    for _ in range(3):
        assert coordinator.get(address).status_code == 200

    for member in (pairing.mentor, pairing.mentee):
        page = browse(member).get("/account/data/opened").text
        assert page.count("your check-in answers") == 1
        assert pairing.programme.contact.name in page
    with time_machine.travel(clock.now() + timedelta(hours=2)):
        coordinator.get(address)
    assert len(db.scalars(select(Opening)).all()) == 4


def test_the_reason_is_told_and_kept_sealed(db: Session, keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    mentee, by = pairing.mentee, pairing.programme.contact
    note_opening(db, CONCERN, pairing.id, of=mentee.id, by=by, at=NOW, reason="To call her")
    db.commit()

    assert "To call her" in browse(mentee).get("/account/data/opened").text
    assert b"To call her" not in (db.scalar(select(Opening.reason_sealed)) or b"")


def test_nobody_else_sees_it(db: Session, keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    by = pairing.programme.contact
    note_opening(db, CONCERN, pairing.id, of=pairing.mentee.id, by=by, at=NOW, reason="Hush")
    db.commit()

    for other in (pairing.mentor, by):
        assert "Hush" not in browse(other).get("/account/data/opened").text


def consented(keep: Keep) -> tuple[Pairing, Consent]:
    pairing = a_met_pairing()
    consent = Consent(
        enrolment=pairing.mentee_enrolment,
        text="I agree to this.",
        language=pairing.mentee.language,
        text_version=3,
        given_at=NOW,
    )
    keep(pairing, consent)
    return pairing, consent


def take_back(browser: FlaskClient, consent: Consent) -> int:
    return browser.post(f"/account/consents/{consent.id}/withdraw").status_code


def test_what_was_agreed_to_stands_there_with_its_version(keep: Keep, browse: Browse) -> None:
    pairing, _consent = consented(keep)

    page = browse(pairing.mentee).get("/account/data").text

    assert "I agree to this." in page
    assert "The text, version 3" in page


def test_taking_it_back_ends_the_part_in_the_programme(
    db: Session, keep: Keep, browse: Browse
) -> None:
    pairing, consent = consented(keep)
    browser = browse(pairing.mentee)

    assert "nobody is looked for" in browser.get(f"/account/consents/{consent.id}/withdraw").text
    assert take_back(browser, consent) == 302
    assert take_back(browser, consent) in {403, 404}

    db.expire_all()
    assert consent.withdrawn_at is not None
    assert pairing.state == PairingState.CLOSED
    assert pairing.mentee_enrolment.state == EnrolmentState.FINISHED
    assert "taken back on" in browser.get("/account/data").text


def test_nobody_takes_back_another_persons_consent(keep: Keep, browse: Browse) -> None:
    pairing, consent = consented(keep)

    for other in (pairing.mentor, pairing.programme.contact):
        assert take_back(browse(other), consent) == 404


def test_opening_what_one_wrote_oneself_is_no_news(db: Session, keep: Keep) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    mentee = pairing.mentee

    note_opening(db, CONCERN, pairing.id, of=mentee.id, by=mentee, at=NOW)

    assert db.scalars(select(Opening)).all() == []
