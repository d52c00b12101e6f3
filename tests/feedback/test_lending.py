"""A mentee is asked once whether answers may choose tips for the mentor; the choice then stands."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, Leave
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing
from tests.conftest import Browse, Keep
from tests.factories import TODAY
from tests.factories.feedback import a_check_in, a_met_pairing

ONCE = "We ask this once and remember it."
AGAIN = "As before"
DAY = timedelta(days=1)


@pytest.fixture
def pairing(keep: Keep) -> Pairing:
    pairing = a_met_pairing(TODAY - 30 * DAY)
    keep(pairing)
    return pairing


def open_one(db: Session, pairing: Pairing, period: int, side: Side = Side.MENTEE) -> CheckIn:
    today = datetime.now(ZoneInfo(pairing.programme.zone)).date()
    check_in = a_check_in(pairing, period=period, side=side, opens_on=today)
    db.add(check_in)
    db.commit()
    return check_in


def allowed(db: Session, check_in: CheckIn) -> bool:
    db.expire_all()
    found = bool((check_in.answers or {}).get("guides_mentor"))
    db.commit()
    return found


def standing(db: Session) -> list[bool]:
    db.expire_all()
    found = [each.allows for each in db.scalars(select(Leave))]
    db.commit()
    return found


def send(browser: FlaskClient, check_in: CheckIn, **given: str) -> None:
    sent = browser.post(f"/check-ins/{check_in.id}", data={"bond": "4", **given})
    assert sent.status_code == 200


def test_it_is_asked_once_off_and_stands_until_it_is_changed(
    db: Session, browse: Browse, pairing: Pairing
) -> None:
    mine = browse(pairing.mentee)
    first = open_one(db, pairing, 1)
    page = mine.get(f"/check-ins/{first.id}").text
    assert ONCE in page
    assert AGAIN not in page
    send(mine, first, guides_mentor="y")
    assert (allowed(db, first), standing(db)) == (True, [True])

    second = open_one(db, pairing, 2)
    page = mine.get(f"/check-ins/{second.id}").text
    assert ONCE not in page
    assert "Until now: yes." in page
    send(mine, second, leave="as_before")
    assert (allowed(db, second), standing(db)) == (True, [True])

    third = open_one(db, pairing, 3)
    send(mine, third, leave="no")
    assert (allowed(db, third), standing(db)) == (False, [False])


def test_left_unticked_it_is_remembered_as_no_and_not_asked_from_nothing_again(
    db: Session, browse: Browse, pairing: Pairing
) -> None:
    mine = browse(pairing.mentee)
    first, second = open_one(db, pairing, 1), open_one(db, pairing, 2)
    send(mine, first)

    assert standing(db) == [False]
    assert "Until now: no." in mine.get(f"/check-ins/{second.id}").text


def test_a_page_of_its_own_says_what_it_means_and_changes_it(
    db: Session, browse: Browse, pairing: Pairing
) -> None:
    mine, address = browse(pairing.mentee), f"/pairings/{pairing.id}/answers"
    assert address in mine.get(f"/pairings/{pairing.id}/tips").text
    assert "may guess why" in mine.get(address).text

    assert mine.post(address, data={}).status_code == 422
    assert mine.post(address, data={"says": "yes"}).status_code == 302
    assert standing(db) == [True]
    check_in = open_one(db, pairing, 1)
    send(mine, check_in, leave="as_before")
    assert allowed(db, check_in)


def test_the_mentor_is_neither_asked_nor_told(
    db: Session, browse: Browse, pairing: Pairing
) -> None:
    theirs = browse(pairing.mentor)
    check_in = open_one(db, pairing, 1, Side.MENTOR)

    page = theirs.get(f"/check-ins/{check_in.id}").text
    assert ONCE not in page
    assert AGAIN not in page
    send(theirs, check_in, guides_mentor="y", leave="yes")
    assert standing(db) == []
    assert "/answers" not in theirs.get(f"/pairings/{pairing.id}/tips").text
    assert theirs.get(f"/pairings/{pairing.id}/answers").status_code == 403
