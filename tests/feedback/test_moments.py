"""Halfway, before the end, and three months later: longer questions, asked once."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.calendar import follow_up_slot
from matcher.feedback.models import Advice, CheckIn, CheckInKind, CheckInState, Signal
from matcher.feedback.questions import keys
from matcher.feedback.services import answer_check_in
from matcher.foundation.doors import Doors
from matcher.foundation.words import Language
from matcher.guidance.tips import Side, Tip
from matcher.messages.models import Mail
from matcher.pairings.models import Pairing, PairingState
from tests.conftest import Browse, Keep
from tests.factories import NOW, TODAY
from tests.factories.feedback import a_check_in, a_met_pairing, make_rounds

CANARY = "kingfisher"
ENDED = date(2026, 11, 30)


@pytest.fixture
def doors(database: str) -> Iterator[Doors]:
    doors = Doors.to(database)
    yield doors
    doors.close()


def at(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZoneInfo("Europe/Amsterdam")) + timedelta(
        hours=10
    )


@pytest.mark.parametrize("kind", [CheckInKind.MIDPOINT, CheckInKind.CLOSING])
@pytest.mark.parametrize("side", list(Side))
def test_halfway_and_before_the_end_all_sixteen_are_asked(kind: CheckInKind, side: Side) -> None:
    asked = keys(kind, side, (), is_first=False)

    assert {key for key in asked if "." in key} == {f"{tip}.{part}" for tip in Tip for part in "AB"}
    own = {CheckInKind.MIDPOINT: {"renew"}, CheckInKind.CLOSING: {"again", "follow_up"}}
    assert own[kind] < set(asked)


def test_keep_stop_start_are_opened_together_in_the_readers_language(
    db: Session, browse: Browse
) -> None:
    pairing = a_met_pairing(TODAY - timedelta(days=90))
    pairing.mentor.language = Language.NL
    both = [a_check_in(pairing, side=side, kind=CheckInKind.MIDPOINT) for side in Side]
    db.add_all(both)
    db.flush()
    given = {"bond": 4, "keep_on": CANARY, "start": "walk", "show_advice": "show", "renew": "yes"}
    for each in both:
        answer_check_in(db, each, given if each.side == Side.MENTEE else {"bond": 4}, now=NOW)
    db.commit()

    (advice,) = db.scalars(select(Advice))
    db.commit()
    assert advice.text == f"Houden: {CANARY}\nBeginnen: walk"
    assert CANARY in browse(pairing.mentor).get(f"/pairings/{pairing.id}/advice").text


def test_halfway_the_page_asks_for_keep_stop_and_start(browse: Browse, keep: Keep) -> None:
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    pairing = a_met_pairing(today - timedelta(days=90))
    check_in = a_check_in(pairing, kind=CheckInKind.MIDPOINT, opens_on=today)
    keep(check_in)
    browser = browse(pairing.mentee)

    page = browser.get(f"/check-ins/{check_in.id}").text
    assert 'name="keep_on"' in page
    assert 'name="advice"' not in page
    answers = {"bond": "4", "renew": "change", "stop": CANARY, "show_advice": "show"}
    thanks = browser.post(f"/check-ins/{check_in.id}", data=answers).text
    assert f"/pairings/{pairing.id}/agreement" in thanks
    assert CANARY in browser.get(f"/check-ins/{check_in.id}").text


def ended(db: Session, follow_up: str) -> Pairing:
    pairing = a_met_pairing(ENDED - timedelta(days=182))
    closing = a_check_in(
        pairing, kind=CheckInKind.CLOSING, period=6, opens_on=ENDED - timedelta(days=14)
    )
    closing.answers = {"bond": 4, "follow_up": follow_up}
    closing.state, closing.answered_at = CheckInState.ANSWERED, at(ENDED - timedelta(days=12))
    pairing.state, pairing.closed_on = PairingState.CLOSED, ENDED
    db.add_all([pairing, closing])
    db.commit()
    return pairing


def asked_later(db: Session, doors: Doors) -> list[CheckIn]:
    for days in (0, 30, 89, 90, 91, 93, 97, 101, 120):
        make_rounds(doors, at(ENDED + timedelta(days=days)))
        make_rounds(doors, at(ENDED + timedelta(days=days)))
    db.expire_all()
    found = list(db.scalars(select(CheckIn).where(CheckIn.kind == CheckInKind.FOLLOW_UP)))
    db.commit()
    return found


def test_three_months_later_only_whoever_agreed_is_asked_two_questions(
    db: Session, doors: Doors
) -> None:
    ended(db, "yes")

    (asked,) = asked_later(db, doors)

    assert (asked.side, asked.opens_on) == (Side.MENTEE, date(2027, 2, 28))
    assert asked.asked == ["lasting", "again"]
    assert asked.state == CheckInState.CLOSED
    sent = [(mail.kind, mail.period) for mail in db.scalars(select(Mail))]
    assert sorted(sent) == [
        ("check_in.opened", ""),
        ("check_in.reminded", "3"),
        ("check_in.reminded", "7"),
    ]
    assert db.scalars(select(Signal)).all() == []


def test_whoever_did_not_agree_is_left_in_peace(db: Session, doors: Doors) -> None:
    ended(db, "no")

    assert asked_later(db, doors) == []
    assert db.scalars(select(Mail)).all() == []


def test_the_look_back_is_answered_though_the_pairing_has_ended(db: Session, doors: Doors) -> None:
    pairing = ended(db, "yes")
    make_rounds(doors, at(date(2027, 2, 28)))
    check_in = db.scalars(select(CheckIn).where(CheckIn.kind == CheckInKind.FOLLOW_UP)).one()

    answer_check_in(db, check_in, {"lasting": 1, "again": 1}, now=at(date(2027, 3, 1)))

    assert check_in.state == CheckInState.ANSWERED
    assert db.scalars(select(Signal)).all() == []
    assert pairing.state == PairingState.CLOSED


@given(st.dates(date(2024, 1, 1), date(2034, 1, 1)))
def test_three_months_later_is_always_a_day_of_the_third_month(closed_on: date) -> None:
    slot = follow_up_slot(closed_on)

    months = (slot.opens_on.year - closed_on.year) * 12 + slot.opens_on.month - closed_on.month
    assert months == 3
    assert slot.opens_on.day in {closed_on.day, 28, 29, 30}
