"""What stands in the way of erasing somebody is said, and what was begun is not begun twice."""

from datetime import timedelta

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.feedback.models import Concern, ConcernAbout
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.jobs.models import Job
from matcher.pairings.models import Pairing
from matcher.privacy.services.erasing import begin_erasure, refuse_to_erase_for
from matcher.programmes.models import EnrolmentState
from matcher.proposals.models import ProposalState
from tests.conftest import Browse, Keep
from tests.factories import (
    NOW,
    a_member,
    a_pairing,
    a_programme,
    a_proposal,
    an_administrator,
    an_enrolment,
)

UNDERSTOOD = {"understood": "y"}


@pytest.fixture
def pairing(keep: Keep) -> Pairing:
    pairing = a_pairing()
    keep(pairing)
    return pairing


def page_about(pairing: Pairing) -> str:
    enrolment = pairing.mentee_enrolment
    return f"/coordination/{pairing.programme.id}/people/{enrolment.id}/erase"


def test_who_was_told_something_in_confidence_settles_it_first(
    db: Session, pairing: Pairing
) -> None:
    told = a_member()
    db.add(told)
    db.flush()
    concern = Concern(
        programme_id=pairing.programme.id,
        from_id=pairing.mentee.id,
        to_id=told.id,
        about=ConcernAbout.PARTNER,
        sent_at=NOW,
        pairing_id=pairing.id,
    )
    db.add(concern)
    db.flush()

    with pytest.raises(RuleBroken, match="in confidence"):
        begin_erasure(db, told, by=told, now=NOW)

    concern.handled_at = NOW
    begin_erasure(db, told, by=told, now=NOW)
    assert told.disabled_at == NOW


def test_asked_for_twice_it_is_begun_once(db: Session, pairing: Pairing) -> None:
    for minutes in (0, 1):
        now = NOW + timedelta(minutes=minutes)
        begin_erasure(db, pairing.mentee, by=pairing.mentee, now=now)
    db.flush()

    assert db.scalars(select(Job.kind)).all().count("erase_member") == 1
    asked = select(Event).where(Event.action == "member.erasure_asked")
    assert len(db.scalars(asked).all()) == 1
    assert pairing.mentee.disabled_at == NOW


def test_who_still_waits_is_looked_for_no_longer_and_proposed_to_nobody(db: Session) -> None:
    proposal = a_proposal()
    db.add(proposal)
    db.flush()
    enrolment = proposal.mentee_enrolment

    begin_erasure(db, enrolment.member, by=enrolment.member, now=NOW)

    assert enrolment.state == EnrolmentState.WITHDRAWN
    assert proposal.state == ProposalState.STALE


def test_an_administrator_answers_for_every_programme(db: Session, pairing: Pairing) -> None:
    elsewhere = an_enrolment(Side.MENTEE, member=pairing.mentee, programme=a_programme())
    admin = an_administrator()
    db.add_all([elsewhere, admin])
    db.flush()
    with pytest.raises(RuleBroken, match="other programmes"):
        refuse_to_erase_for(db, pairing.mentee, by=pairing.programme.contact)

    refuse_to_erase_for(db, pairing.mentee, by=admin)
    begin_erasure(db, pairing.mentee, by=admin, now=NOW)

    assert pairing.mentee.disabled_at == NOW


def test_the_page_says_what_to_hand_over_instead_of_asking(
    keep: Keep, browse: Browse, pairing: Pairing
) -> None:
    keep(an_enrolment(Side.MENTEE, member=pairing.mentee, programme=a_programme()))
    browser = browse(pairing.programme.contact)

    for address, why in (
        ("/account/erase", "You are the contact of"),
        (page_about(pairing), "has a part in other programmes"),
    ):
        page = browser.get(address).text
        assert why in page
        assert "cannot be undone" not in page


def test_a_box_that_was_not_ticked_is_asked_for_again(
    db: Session, browse: Browse, pairing: Pairing
) -> None:
    page = browse(pairing.programme.contact).post(page_about(pairing))

    assert page.status_code == 422
    assert "Tick this box" in page.text
    db.refresh(pairing.mentee)
    assert pairing.mentee.disabled_at is None


def test_a_browser_left_open_erases_nobody(db: Session, browse: Browse, pairing: Pairing) -> None:
    with time_machine.travel(clock.now(), tick=False) as hands:
        browsers = browse(pairing.mentee), browse(pairing.programme.contact)
        hands.shift(timedelta(minutes=11))

        assert _is_asked_who_it_is(browsers[0], "/account/erase")
        assert _is_asked_who_it_is(browsers[1], page_about(pairing))

    db.refresh(pairing.mentee)
    assert pairing.mentee.disabled_at is None


def _is_asked_who_it_is(browser: FlaskClient, address: str) -> bool:
    found = browser.post(address, data=UNDERSTOOD)
    return str(found.location).startswith("/account/prove?next=")
