"""Whoever does not know yet whether it fits is asked once more, after the next meeting (W7)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, CheckInKind, CheckInState, Signal
from matcher.feedback.services import answer_check_in
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.pairings.models import Pairing
from tests.conftest import Browse, Keep
from tests.factories.feedback import PULSE, a_met_pairing, make_rounds

MET = date(2026, 3, 2)


@pytest.fixture
def doors(database: str) -> Iterator[Doors]:
    doors = Doors.to(database)
    yield doors
    doors.close()


def at(day: int) -> datetime:
    morning = datetime(MET.year, MET.month, MET.day, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    return (morning + timedelta(days=day)).astimezone(UTC)


@pytest.fixture
def pairing(db: Session, keep: Keep, doors: Doors) -> Pairing:
    """Two people of whom the mentee does not know yet."""
    pairing = a_met_pairing(MET)
    keep(pairing)
    make_rounds(doors, at(7))
    for check_in in db.scalars(select(CheckIn)):
        fit = "unsure" if check_in.side == Side.MENTEE else "yes"
        answer_check_in(db, check_in, {**PULSE, "fit": fit}, now=at(8))
    db.commit()
    return pairing


def meet(db: Session, pairing: Pairing, day: int) -> None:
    pairing.last_met_on = at(day).date()
    db.commit()


def asked_again(db: Session) -> list[CheckIn]:
    db.expire_all()
    found = list(db.scalars(select(CheckIn).where(CheckIn.kind == CheckInKind.FIT)))
    db.commit()
    return found


def test_one_question_comes_the_day_after_they_met(
    db: Session, doors: Doors, pairing: Pairing
) -> None:
    make_rounds(doors, at(12))
    assert asked_again(db) == []

    meet(db, pairing, 14)
    for day in (15, 15, 16, 22):
        make_rounds(doors, at(day))

    (check_in,) = asked_again(db)
    mails = list(db.scalars(select(Mail).where(Mail.subject_id == check_in.id)))
    db.commit()
    assert (check_in.side, check_in.asked, check_in.opens_on) == (
        Side.MENTEE,
        ["fit"],
        at(15).date(),
    )
    assert len(mails) == 1  # and no reminder


def test_near_the_next_check_in_it_stands_there_instead(
    db: Session, doors: Doors, pairing: Pairing
) -> None:
    meet(db, pairing, 22)
    make_rounds(doors, at(23))
    make_rounds(doors, at(28))

    pulses = select(CheckIn).where(CheckIn.period == 1, CheckIn.side == Side.MENTEE)
    assert asked_again(db) == []
    assert "fit" in db.scalars(pulses).one().asked


@pytest.mark.parametrize(("fit", "codes"), [("no", ["W7"]), ("yes", []), ("unsure", [])])
def test_no_brings_the_coordinator_in_and_nothing_is_asked_a_third_time_by_itself(
    fit: str, codes: list[str], db: Session, doors: Doors, pairing: Pairing
) -> None:
    meet(db, pairing, 14)
    make_rounds(doors, at(15))
    (check_in,) = asked_again(db)
    answer_check_in(db, db.merge(check_in), {"fit": fit}, now=at(16))
    db.commit()
    meet(db, pairing, 18)
    for day in (19, 20):
        make_rounds(doors, at(day))

    assert len(asked_again(db)) == 1
    assert [each.code for each in db.scalars(select(Signal))] == codes


def test_a_closed_window_is_no_debt_and_the_next_check_in_is_not_moved(
    db: Session, doors: Doors, pairing: Pairing
) -> None:
    meet(db, pairing, 14)
    for day in (15, 24, 25, 26, 28):
        make_rounds(doors, at(day))

    (check_in,) = asked_again(db)
    opened = select(CheckIn).where(CheckIn.period == 1)
    assert check_in.state == CheckInState.CLOSED
    assert {each.opens_on for each in db.scalars(opened)} == {at(28).date()}
    assert list(db.scalars(select(Signal))) == []


def test_on_the_page_it_is_one_tap_without_advice(
    db: Session, browse: Browse, doors: Doors, pairing: Pairing
) -> None:
    meet(db, pairing, 14)
    make_rounds(doors, at(15))
    (check_in,) = asked_again(db)
    check_in = db.merge(check_in)
    today = datetime.now(UTC).date()
    check_in.opens_on, check_in.closes_on = today, today + timedelta(days=10)
    db.commit()

    page = browse(pairing.mentee).get(f"/check-ins/{check_in.id}")
    assert "Does this pairing feel right so far?" in page.text
    assert "advice" not in page.text.lower()
    assert browse(pairing.mentor).get(f"/check-ins/{check_in.id}").status_code == 404
    sent = browse(pairing.mentee).post(f"/check-ins/{check_in.id}", data={"fit": "yes"})
    assert sent.status_code == 200
