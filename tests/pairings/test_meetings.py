"""Meetings: proposed, agreed, in the calendar, and noted afterwards."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Language
from matcher.messages.models import Mail
from matcher.pairings.calendars import calendar_file
from matcher.pairings.models import MeetingState, Pairing, PairingState
from matcher.pairings.services.meetings import (
    Outcome,
    agree_to_meeting,
    cancel_meeting,
    change_meeting,
    log_meeting,
    log_unplanned,
    propose_meeting,
)
from tests.factories import NOW, TODAY, a_pairing
from tests.factories.pairings import LATER, a_meeting, a_plan

AFTER = LATER + timedelta(hours=2)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    db.add(pairing)
    db.flush()
    return pairing


def mails(db: Session, kind: str) -> list[Mail]:
    db.flush()
    return list(db.scalars(select(Mail).where(Mail.kind == kind)))


def test_one_proposes_and_the_other_is_written_to(db: Session, pairing: Pairing) -> None:
    meeting = propose_meeting(db, pairing, a_plan(), by=pairing.mentee, now=NOW)

    assert meeting.state == MeetingState.PROPOSED
    assert [mail.member_id for mail in mails(db, "meeting.proposed")] == [pairing.mentor.id]


def test_the_other_agrees_and_both_get_it_for_their_calendars(
    db: Session, pairing: Pairing
) -> None:
    meeting = propose_meeting(db, pairing, a_plan(), by=pairing.mentee, now=NOW)

    agree_to_meeting(db, meeting, by=pairing.mentor, now=NOW)

    assert meeting.state == MeetingState.PLANNED
    sent = mails(db, "meeting.planned")
    assert {mail.member_id for mail in sent} == {pairing.mentor.id, pairing.mentee.id}
    for mail in sent:
        calendar = Calendar.from_ical((mail.letter or {})["attachment"])
        assert calendar["METHOD"] == "PUBLISH"


def test_nobody_agrees_to_their_own_proposal(db: Session, pairing: Pairing) -> None:
    meeting = propose_meeting(db, pairing, a_plan(), by=pairing.mentee, now=NOW)

    with pytest.raises(RuleBroken, match="the other one answers"):
        agree_to_meeting(db, meeting, by=pairing.mentee, now=NOW)


def test_one_meeting_at_a_time_is_in_the_making(db: Session, pairing: Pairing) -> None:
    propose_meeting(db, pairing, a_plan(), by=pairing.mentee, now=NOW)

    with pytest.raises(RuleBroken, match="ahead already"):
        propose_meeting(db, pairing, a_plan(AFTER), by=pairing.mentor, now=NOW)


def test_the_past_cannot_be_planned(db: Session, pairing: Pairing) -> None:
    with pytest.raises(RuleBroken, match="That time is over"):
        propose_meeting(db, pairing, a_plan(NOW), by=pairing.mentee, now=NOW)


def test_a_changed_time_is_agreed_anew(db: Session, pairing: Pairing) -> None:
    meeting = propose_meeting(db, pairing, a_plan(), by=pairing.mentee, now=NOW)
    agree_to_meeting(db, meeting, by=pairing.mentor, now=NOW)

    change_meeting(db, meeting, a_plan(AFTER), by=pairing.mentor, now=NOW)

    assert (meeting.state, meeting.starts_at) == (MeetingState.PROPOSED, AFTER)
    agree_to_meeting(db, meeting, by=pairing.mentee, now=NOW)
    assert len(mails(db, "meeting.planned")) == 4


def test_a_meeting_that_is_off_leaves_the_calendar(db: Session, pairing: Pairing) -> None:
    meeting = propose_meeting(db, pairing, a_plan(), by=pairing.mentee, now=NOW)
    agree_to_meeting(db, meeting, by=pairing.mentor, now=NOW)

    cancel_meeting(db, meeting, by=pairing.mentor, now=NOW)

    [mail] = mails(db, "meeting.cancelled")
    calendar = Calendar.from_ical((mail.letter or {})["attachment"])
    [event] = calendar.walk("VEVENT")
    assert mail.member_id == pairing.mentee.id
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert (
        event["UID"]
        == Calendar.from_ical((mails(db, "meeting.planned")[0].letter or {})["attachment"]).walk(
            "VEVENT"
        )[0]["UID"]
    )


def test_the_file_says_the_time_on_the_readers_clock(pairing: Pairing) -> None:
    """After the clocks change, half past seven is half past seven."""
    pairing.mentee.language = Language.NL
    local = datetime(2026, 3, 30, 19, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    meeting = a_meeting(pairing, starts_at=local, where="Bibliotheek; zaal 2, boven\\links")

    written = calendar_file(meeting, pairing.mentee, now=NOW)

    calendar = Calendar.from_ical(written)
    [event] = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == local
    assert "DTSTART;TZID=Europe/Amsterdam:20260330T193000" in written
    assert event.decoded("dtend") == local + timedelta(hours=1)
    assert [str(each["TZID"]) for each in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    assert str(event["LOCATION"]) == "Bibliotheek; zaal 2, boven\\links"
    assert "Marijke" in str(event["SUMMARY"])


def test_someone_elsewhere_gets_it_on_their_own_clock(pairing: Pairing) -> None:
    pairing.mentor.zone = "America/New_York"
    meeting = a_meeting(pairing, starts_at=datetime(2026, 7, 1, 17, 30, tzinfo=ZoneInfo("UTC")))

    written = calendar_file(meeting, pairing.mentor, now=NOW)

    assert "DTSTART;TZID=America/New_York:20260701T133000" in written


def test_the_first_held_meeting_makes_the_pairing_active(db: Session, pairing: Pairing) -> None:
    meeting = a_meeting(pairing)
    db.add(meeting)

    log_meeting(db, meeting, Outcome.HELD, by=pairing.mentor, now=AFTER)

    assert meeting.state == MeetingState.HELD
    assert pairing.state == PairingState.ACTIVE
    assert pairing.first_met_on == pairing.last_met_on == date(2026, 3, 9)


def test_first_and_last_meeting_are_kept_in_whatever_order_they_are_noted(
    db: Session, pairing: Pairing
) -> None:
    for days in (10, 3, 20):
        log_unplanned(
            db, pairing, TODAY + timedelta(days=days), by=pairing.mentee, now=NOW + timedelta(30)
        )

    assert pairing.first_met_on == TODAY + timedelta(days=3)
    assert pairing.last_met_on == TODAY + timedelta(days=20)


def test_a_meeting_that_both_of_them_note_is_there_once(db: Session, pairing: Pairing) -> None:
    noted = [
        log_unplanned(db, pairing, TODAY, by=each, now=NOW)
        for each in (pairing.mentee, pairing.mentor, pairing.mentor)
    ]

    assert noted[0] == noted[1] == noted[2]


@pytest.mark.parametrize("days", [-1, 1])
def test_only_a_day_of_the_pairing_that_has_come_is_noted(
    days: int, db: Session, pairing: Pairing
) -> None:
    with pytest.raises(RuleBroken, match="Choose a day between"):
        log_unplanned(db, pairing, TODAY + timedelta(days=days), by=pairing.mentee, now=NOW)


@pytest.mark.parametrize(
    ("outcome", "state", "absent"),
    [
        (Outcome.CALLED_OFF, MeetingState.CANCELLED, None),
        (Outcome.I_COULD_NOT, MeetingState.MISSED, "mentor"),
        (Outcome.PARTNER_DID_NOT_COME, MeetingState.MISSED, "mentee"),
    ],
)
def test_what_did_not_happen_is_noted_too(
    outcome: Outcome, state: MeetingState, absent: str | None, db: Session, pairing: Pairing
) -> None:
    meeting = a_meeting(pairing)
    db.add(meeting)

    log_meeting(db, meeting, outcome, by=pairing.mentor, now=AFTER)

    assert meeting.state == state
    assert meeting.absent_id == (getattr(pairing, absent).id if absent else None)
    assert pairing.state == PairingState.BEGINNING


def test_a_meeting_is_noted_after_it_began_and_once(db: Session, pairing: Pairing) -> None:
    meeting = a_meeting(pairing)
    db.add(meeting)

    with pytest.raises(RuleBroken, match="still to come"):
        log_meeting(db, meeting, Outcome.HELD, by=pairing.mentor, now=NOW)
    log_meeting(db, meeting, Outcome.HELD, by=pairing.mentor, now=AFTER)
    with pytest.raises(RuleBroken, match="settled already"):
        log_meeting(db, meeting, Outcome.CALLED_OFF, by=pairing.mentee, now=AFTER)
