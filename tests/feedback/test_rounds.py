"""Weeks lived through in a second: everybody is asked once a period, and no mail comes twice."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, CheckInKind, CheckInState, Signal
from matcher.feedback.services import answer_check_in
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side, Tip
from matcher.messages.models import Budget, Guarantee, Mail
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState
from tests.conftest import Keep
from tests.factories import a_programme
from tests.factories.feedback import PULSE, a_met_pairing, make_rounds

MET = date(2026, 3, 2)


@pytest.fixture
def doors(database: str) -> Iterator[Doors]:
    doors = Doors.to(database)
    yield doors
    doors.close()


def at(day: int, hour: int = 9, *, zone: str = "Europe/Amsterdam", met: date = MET) -> datetime:
    return datetime.combine(met, datetime.min.time(), ZoneInfo(zone)) + timedelta(
        days=day, hours=hour
    )


def live(doors: Doors, first: int, last: int) -> None:
    for day in range(first, last + 1):
        for hour in (2, 9, 17):
            make_rounds(doors, at(day, hour).astimezone(UTC))


def opened(db: Session) -> list[CheckIn]:
    return list(db.scalars(select(CheckIn).where(CheckIn.state == CheckInState.OPEN)))


def signals(db: Session) -> list[Signal]:
    db.expire_all()
    found = db.scalars(select(Signal)).all()
    db.commit()  # whoever only looked must not keep the rounds from writing
    return list(found)


def mails(db: Session) -> list[tuple[str, str, int]]:
    db.expire_all()
    query = select(Mail).order_by(Mail.created_at, Mail.address)
    found = [mail for mail in db.scalars(query) if mail.kind.startswith("check_in")]
    db.commit()  # likewise
    return [(mail.kind, mail.period, (mail.created_at.date() - MET).days) for mail in found]


def test_six_weeks_without_an_answer(db: Session, keep: Keep, doors: Doors) -> None:
    keep(a_met_pairing(MET))

    live(doors, 0, 42)

    both = [
        ("check_in.opened", "", 7),
        ("check_in.reminded", "3", 10),
        ("check_in.reminded", "7", 14),
        ("check_in.opened", "", 28),
        ("check_in.reminded", "3", 31),
        ("check_in.reminded", "7", 35),
    ]
    assert mails(db) == [mail for mail in both for _ in Side]
    asked = select(Mail).where(Mail.kind.startswith("check_in"))
    assert {mail.budget for mail in db.scalars(asked)} == {Budget.PULSE}
    lines = db.scalars(select(Mail).where(Mail.kind == "silence.line")).all()
    assert {mail.budget for mail in lines} == {Budget.GUIDANCE}
    once = set(db.scalars(select(Mail.kind).where(Mail.guarantee == Guarantee.AT_MOST_ONCE)))
    assert once == {"check_in.reminded", "silence.line", "meeting.nudge"}
    assert len(lines) == 4  # one line each for every time that both stayed silent
    states = [
        (each.period, each.state.value)
        for each in db.scalars(select(CheckIn).order_by(CheckIn.period))
    ]
    assert states == [
        (period, state)
        for period, state in ((0, "closed"), (1, "closed"), (2, "planned"))
        for _ in Side
    ]


def test_who_answered_is_not_reminded(db: Session, keep: Keep, doors: Doors) -> None:
    keep(a_met_pairing(MET))
    live(doors, 0, 7)
    mentee = next(each for each in opened(db) if each.side == Side.MENTEE)
    answer_check_in(db, mentee, PULSE, now=at(8))
    mentor_id = mentee.pairing.mentor_member_id
    db.commit()

    live(doors, 8, 20)

    reminded = db.scalars(select(Mail.member_id).where(Mail.kind == "check_in.reminded"))
    assert set(reminded) == {mentor_id}


def test_the_first_check_in_asks_whether_it_fits_and_later_ones_about_three_tips(
    db: Session, keep: Keep, doors: Doors
) -> None:
    keep(a_met_pairing(MET))

    live(doors, 0, 7)
    live(doors, 28, 28)

    first, second = db.scalars(
        select(CheckIn).where(CheckIn.side == Side.MENTEE).order_by(CheckIn.period).limit(2)
    )
    assert len(first.asked) == len(second.asked) == 8
    assert "fit" in first.asked
    assert "fit" not in second.asked
    tips = [key for key in second.asked if "." in key]
    assert len(tips) == 4
    assert not set(tips) & set(first.asked) - {"safe.A", "listen.A"}


def test_what_is_asked_depends_on_ones_own_answers_only(
    db: Session, keep: Keep, doors: Doors
) -> None:
    keep(a_met_pairing(MET), a_met_pairing(MET))
    live(doors, 0, 7)
    one, other = db.scalars(select(Pairing.id))
    for each in opened(db):
        is_low = each.side == Side.MENTOR and each.pairing_id == other
        answers = {"empathy.A": 1} if is_low else {}
        answer_check_in(db, each, {**PULSE, **answers}, now=at(8))
    db.commit()

    live(doors, 28, 28)

    second = {
        (each.pairing_id, each.side): each.asked
        for each in db.scalars(select(CheckIn).where(CheckIn.period == 1))
    }
    assert second[one, Side.MENTEE] == second[other, Side.MENTEE]
    assert second[one, Side.MENTOR] != second[other, Side.MENTOR]


def test_half_a_year_brings_each_period_once_though_rounds_are_made_again_and_again(
    db: Session, keep: Keep, doors: Doors
) -> None:
    keep(a_met_pairing(MET))

    for day in range(185):
        make_rounds(doors, at(day))
        make_rounds(doors, at(day))

    kinds = [
        (each.kind, each.period, (each.opens_on - MET).days)
        for each in db.scalars(select(CheckIn).order_by(CheckIn.opens_on))
        if each.side == Side.MENTOR
    ]
    assert kinds == [
        (CheckInKind.PULSE, 0, 7),
        (CheckInKind.PULSE, 1, 28),
        (CheckInKind.PULSE, 2, 56),
        (CheckInKind.MIDPOINT, 3, 91),
        (CheckInKind.PULSE, 4, 112),
        (CheckInKind.PULSE, 5, 140),
        (CheckInKind.CLOSING, 6, 168),
    ]
    found = mails(db)
    assert len(found) == 7 * 3 * 2
    midpoint = db.scalars(select(CheckIn).where(CheckIn.kind == CheckInKind.MIDPOINT)).first()
    assert midpoint
    assert {f"{tip}.B" for tip in Tip} < set(midpoint.asked)


@pytest.mark.parametrize(
    ("zone", "met"),
    [
        ("Europe/Amsterdam", date(2026, 3, 21)),  # the clocks change on day 8
        ("Europe/Amsterdam", date(2026, 10, 18)),  # on day 7
        ("America/New_York", date(2026, 3, 1)),  # on day 7
        ("Pacific/Kiritimati", date(2028, 2, 22)),  # a leap day, fourteen hours ahead
        ("Pacific/Pago_Pago", date(2028, 1, 31)),
    ],
)
def test_each_programme_is_asked_on_its_own_day(
    db: Session, keep: Keep, doors: Doors, zone: str, met: date
) -> None:
    programme = a_programme()
    programme.zone = zone
    keep(a_met_pairing(met, programme=programme))

    for hours in range(36 * 24):
        if hours % 3 == 0:
            make_rounds(doors, at(0, zone=zone, met=met).astimezone(UTC) + timedelta(hours=hours))

    asked = db.scalars(select(CheckIn).where(CheckIn.opened_at.is_not(None))).all()
    assert sorted((each.opens_on - met).days for each in asked) == [7, 7, 28, 28]
    for each in asked:
        assert each.opened_at
        local = each.opened_at.astimezone(ZoneInfo(zone))
        assert local.date() == each.opens_on
        assert 8 <= local.hour < 20


def test_during_a_pause_nobody_is_asked_and_afterwards_the_rhythm_is_as_before(
    db: Session, keep: Keep, doors: Doors
) -> None:
    pairing = a_met_pairing(MET)
    keep(pairing)
    live(doors, 0, 8)
    pairing.state = PairingState.PAUSED
    db.commit()
    live(doors, 9, 50)
    assert {kind for kind, _, day in mails(db) if day > 8} == set()
    assert signals(db) == []

    pairing.state = PairingState.ACTIVE
    db.commit()
    live(doors, 51, 57)

    assert [day for kind, _, day in mails(db) if kind == "check_in.opened"] == [7, 7, 56, 56]


def test_a_pairing_that_ends_is_asked_nothing_more(db: Session, keep: Keep, doors: Doors) -> None:
    pairing = a_met_pairing(MET)
    keep(pairing)
    live(doors, 0, 8)
    pairing.state = PairingState.CLOSED
    db.commit()

    live(doors, 9, 60)

    assert {each.state for each in db.scalars(select(CheckIn))} == {CheckInState.CLOSED}
    assert signals(db) == []


def test_a_member_without_an_address_gets_no_mail_but_can_be_helped(
    db: Session, keep: Keep, doors: Doors
) -> None:
    pairing = a_met_pairing(MET)
    pairing.mentee.email = pairing.mentee.email_key = None
    keep(pairing)

    live(doors, 0, 15)

    assert set(db.scalars(select(Mail.member_id))) == {pairing.mentor_member_id}
    assert len(db.scalars(select(CheckIn).where(CheckIn.opened_at.is_not(None))).all()) == 2


def test_check_ins_that_both_leave_open_are_signalled_once(
    db: Session, keep: Keep, doors: Doors
) -> None:
    pairing = a_met_pairing(MET)
    keep(pairing)

    live(doors, 0, 20)

    found = [s for s in signals(db) if s.code == "W3"]
    assert [(each.pairing_id, each.member_id) for each in found] == [(pairing.id, None)]
    assert found[0].deadline == date(2026, 3, 26)  # five working days after 19 March


def test_no_first_meeting_for_three_weeks_is_signalled_once(
    db: Session, keep: Keep, doors: Doors
) -> None:
    pairing = a_met_pairing(MET)
    pairing.first_met_on = pairing.last_met_on = None
    pairing.state = PairingState.BEGINNING
    keep(pairing)

    live(doors, 0, 20)
    assert signals(db) == []

    live(doors, 21, 40)
    assert [each.code for each in signals(db)] == ["W1"]


def test_a_long_gap_is_signalled_once_until_they_meet_again(
    db: Session, keep: Keep, doors: Doors
) -> None:
    pairing = a_met_pairing(MET)
    first = Meeting(
        pairing=pairing, starts_at=at(0), minutes=60, proposed_by_id=None, state=MeetingState.HELD
    )
    keep(pairing, first)

    live(doors, 34, 40)

    gaps = [s for s in signals(db) if s.code == "W2"]
    assert [each.cause_id for each in gaps] == [first.id]


def test_two_meetings_missed_by_one_person_are_signalled(
    db: Session, keep: Keep, doors: Doors
) -> None:
    pairing = a_met_pairing(MET)
    missed = [
        Meeting(
            pairing=pairing,
            starts_at=at(day),
            minutes=60,
            proposed_by_id=None,
            state=MeetingState.MISSED,
            absent_id=pairing.mentor.id,
        )
        for day in (1, 2)
    ]
    keep(pairing, *missed)

    live(doors, 1, 1)
    assert signals(db) == []

    live(doors, 3, 3)
    assert [each.code for each in signals(db)] == ["W2"]
