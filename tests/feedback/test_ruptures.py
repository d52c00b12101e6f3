"""A hard stretch: known to whoever noticed it, shared by consent, and over when it is quiet."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, Signal
from matcher.feedback.services import answer_check_in
from matcher.feedback.views import work_list
from matcher.guidance.tips import Side, Stage
from matcher.pairings.models import Pairing
from matcher.pairings.models.rupture import Rupture
from matcher.pairings.services.cards import show_card
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_programme
from tests.factories.feedback import PULSE, a_check_in, a_met_pairing

LOW = {"listen.A": 1, "empathy.A": 2}


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_met_pairing(TODAY - timedelta(days=60), programme=a_programme())
    db.add(pairing)
    db.commit()
    return pairing


def answers(db: Session, pairing: Pairing, period: int, **given: object) -> CheckIn:
    opens_on = TODAY - timedelta(days=9 - period)
    check_in = a_check_in(pairing, period=period, opens_on=opens_on)
    db.add(check_in)
    db.flush()
    answer_check_in(db, check_in, {**PULSE, **given}, now=NOW)
    db.commit()
    return check_in


def ruptures(db: Session) -> list[Rupture]:
    found = list(db.scalars(select(Rupture).order_by(Rupture.began_at)))
    db.commit()
    return found


def test_low_answers_begin_it_for_whoever_gave_them(db: Session, pairing: Pairing) -> None:
    answers(db, pairing, 0, **LOW)
    answers(db, pairing, 1, **LOW)

    (rupture,) = ruptures(db)
    assert (rupture.member_id, rupture.shared_at) == (pairing.mentee_member_id, None)


def test_a_clear_fall_begins_it_as_well(db: Session, pairing: Pairing) -> None:
    for period in (0, 1):
        answers(db, pairing, period, **{"safe.A": 5, "listen.A": 5, "empathy.A": 5})
    answers(db, pairing, 2, **{"safe.A": 4, "listen.A": 4, "empathy.A": 3})

    (rupture,) = ruptures(db)
    assert rupture.member_id == pairing.mentee_member_id
    assert [each.code for each in db.scalars(select(Signal))] == ["W5"]


def test_it_ends_after_two_quiet_check_ins_and_not_after_one(db: Session, pairing: Pairing) -> None:
    answers(db, pairing, 0, **LOW)
    answers(db, pairing, 1)
    assert ruptures(db)[0].ended_at is None
    answers(db, pairing, 2)

    assert (ruptures(db)[0].ended_at, ruptures(db)[0].ended) == (NOW, "quiet")


def test_answers_corrected_back_and_forth_open_the_same_one_again(
    db: Session, pairing: Pairing
) -> None:
    for period in (0, 1):
        answers(db, pairing, period)
    last = answers(db, pairing, 2, **LOW)
    for given in ({}, LOW, {}, LOW):
        answer_check_in(db, last, {**PULSE, **given}, now=NOW)
        db.commit()

    (rupture,) = ruptures(db)
    assert rupture.ended_at is None


def test_one_low_answer_again_keeps_it_open(db: Session, pairing: Pairing) -> None:
    answers(db, pairing, 0, **LOW)
    answers(db, pairing, 1, **{"listen.A": 1})
    answers(db, pairing, 2)

    assert ruptures(db)[0].ended_at is None


def test_the_three_ways_in_the_browser_and_the_other_learns_nothing_without_consent(
    db: Session, browse: Browse, pairing: Pairing
) -> None:
    mine, theirs = browse(pairing.mentee), browse(pairing.mentor)
    page = f"/pairings/{pairing.id}/hard"
    before = seen(theirs, page)
    answers(db, pairing, 0, **LOW)
    (rupture,) = ruptures(db)

    assert "I leave it for now" in mine.get(page).text
    assert seen(theirs, page) == before
    assert mine.post(f"{page}/{rupture.id}", data={"wish": "later"}).status_code == 302
    assert mine.post(f"{page}/{rupture.id}", data={"wish": "together"}).status_code == 302
    assert theirs.post(f"{page}/{rupture.id}", data={"wish": "later"}).status_code == 404
    assert seen(theirs, page) == before
    waits = work_list(
        db, [pairing.programme_id], seen_by=pairing.programme.contact, today=NOW.date()
    )
    db.commit()
    assert "Would like to prepare a talk together with you." in {w.reasons[0].text for w in waits}

    assert mine.post(f"{page}/{rupture.id}/share").status_code == 302
    assert "This is a good moment to ask" in theirs.get(page).text


def seen(browser: FlaskClient, page: str) -> str:
    """Return a page without the token that changes every second."""
    return re.sub(r'value="[^"]{60,}"', "", browser.get(page).text)


@pytest.mark.parametrize("side", list(Side))
def test_whoever_may_know_gets_cards_for_a_hard_stretch(
    db: Session, pairing: Pairing, side: Side
) -> None:
    answers(db, pairing, 0, **LOW)

    shown = show_card(db, pairing, side, now=NOW)

    expected = Stage.RUPTURE if side == Side.MENTEE else Stage.MIDDLE
    assert shown
    assert shown.stage == expected


def test_a_coordinator_gives_the_other_a_card_and_notes_that_it_is_repaired(
    db: Session, browse: Browse, pairing: Pairing
) -> None:
    answers(db, pairing, 0, **LOW)
    desk = browse(pairing.programme.contact)
    here = f"/coordination/{pairing.programme_id}/pairs/{pairing.id}"

    assert "A hard stretch" in desk.get(here).text
    assert desk.post(f"{here}/card").status_code == 302
    assert (
        "This is a good moment" in browse(pairing.mentor).get(f"/pairings/{pairing.id}/hard").text
    )
    assert desk.post(f"{here}/repaired").status_code == 302
    assert desk.post(f"{here}/repaired").status_code == 409

    db.expire_all()
    assert ruptures(db)[0].ended == "repaired"
    assert db.scalars(select(Signal)).one().handled_at is None
