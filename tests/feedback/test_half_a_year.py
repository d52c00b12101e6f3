"""Six months of forty pairs in one test: nobody is asked twice, and nobody is forgotten."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.calendar import slots
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.services import answer_check_in
from matcher.feedback.work import ask_how_it_goes
from matcher.foundation.doors import Doors
from matcher.messages.models import Mail
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme
from tests.factories import a_programme
from tests.factories.feedback import a_met_pairing, at_work

PAIRS, BEGIN = 40, date(2027, 9, 13)  # over the change of clocks, a leap day and five month ends
ZONES = ("Europe/Amsterdam", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago")
LAST = 205


@pytest.fixture
def doors(database: str) -> Iterator[Doors]:
    doors = Doors.to(database)
    yield doors
    doors.close()


def midnight(day: int) -> datetime:
    """Return the beginning of a day in UTC: at 15 and 20 o'clock it is day in all four zones."""
    return datetime.combine(BEGIN, datetime.min.time(), UTC) + timedelta(days=day)


def pairs() -> list[Pairing]:
    programmes: list[Programme] = []
    for zone in ZONES:
        programme = a_programme()
        programme.zone, programme.cadence_weeks = zone, 2 + len(programmes)
        programmes.append(programme)
    found = []
    for number in range(PAIRS):
        met = BEGIN + timedelta(days=number % 13)
        pairing = a_met_pairing(met, programme=programmes[number % len(ZONES)])
        pairing.planned_days = 182
        pairing.mentee.zone = ZONES[(number // 2) % len(ZONES)]
        if number % 10 == 9:
            pairing.mentee.email = pairing.mentee.email_key = None
        found.append(pairing)
    return found


def waits(check_in_id: UUID, chance: Random, kept: dict[UUID, int | None]) -> int | None:
    """After how many days somebody answers; some never do."""
    if check_in_id not in kept:
        kept[check_in_id] = None if chance.random() < 0.3 else chance.randint(0, 9)
    return kept[check_in_id]


def test_six_months_of_forty_pairs_without_a_double_or_a_missing_message(
    db: Session, doors: Doors
) -> None:
    everybody = pairs()
    db.add_all(everybody)
    db.commit()
    chance, after = Random(40), dict[UUID, int | None]()  # noqa: S311  # a test repeats itself

    for day in range(LAST):
        for hour in (15, 20):
            ask_how_it_goes(at_work(doors, midnight(day) + timedelta(hours=hour)))
        answer_due(db, midnight(day) + timedelta(hours=22), chance, after)

    check_ins = db.scalars(select(CheckIn)).all()
    mails = db.scalars(select(Mail)).all()
    assert_each_period_once(everybody, check_ins)
    assert_each_message_once(check_ins, mails, after)


def answer_due(db: Session, now: datetime, chance: Random, after: dict[UUID, int | None]) -> None:
    db.expire_all()
    for each in db.scalars(select(CheckIn).where(CheckIn.state == CheckInState.OPEN)):
        today = now.astimezone(ZoneInfo(each.pairing.programme.zone)).date()
        days = waits(each.id, chance, after)
        if days is not None and today >= each.opens_on + timedelta(days=days) < each.closes_on:
            answer_check_in(db, each, {"bond": chance.randint(1, 5), "safe.A": 4}, now=now)
    db.commit()


def assert_each_period_once(everybody: list[Pairing], check_ins: object) -> None:
    rows: list[CheckIn] = list(check_ins)  # type: ignore[call-overload]  # a sequence of them
    asked = Counter((each.pairing_id, each.side, each.kind, each.period) for each in rows)
    assert set(asked.values()) == {1}
    for pairing in everybody:
        assert pairing.first_met_on
        planned = slots(
            first_met_on=pairing.first_met_on,
            planned_days=pairing.planned_days,
            cadence_weeks=pairing.programme.cadence_weeks,
        )
        expected = sorted((slot.opens_on, slot.kind) for slot in planned)
        for side in ("mentee", "mentor"):
            opened = sorted(
                (each.opens_on, each.kind)
                for each in rows
                if each.pairing_id == pairing.id and each.side == side
            )
            assert opened == expected
    never = {CheckInKind.FOLLOW_UP, CheckInKind.FIT}
    assert {each.kind for each in rows} == set(CheckInKind) - never


def assert_each_message_once(
    check_ins: object, mails: object, after: dict[UUID, int | None]
) -> None:
    sent = Counter((m.kind, m.subject_id, m.period, m.address) for m in mails)  # type: ignore[attr-defined]  # rows
    assert set(sent.values()) == {1}
    told = Counter((kind, subject, period) for kind, subject, period, _address in sent)
    for each in check_ins:  # type: ignore[attr-defined]  # likewise
        days, reached = after[each.id], each.member.email is not None
        ends = (each.closes_on - each.opens_on).days
        assert told["check_in.opened", each.id, ""] == reached
        for reminder in (3, 7):
            if days == reminder:
                continue  # on the same day: the reminder or the answer, whichever comes first
            due = reached and reminder < ends and (days is None or days > reminder)
            assert told["check_in.reminded", each.id, str(reminder)] == due, (days, ends)
