"""Whoever stays behind without a word gets a goodbye from the coordinator."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from matcher.feedback.services.goodbyes import miss_goodbye
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.queries import list_meetings
from matcher.pairings.queries.closing import find_ending
from matcher.pairings.services.closing import Words, begin_on_time, write_words
from tests.factories import NOW, TODAY
from tests.factories.feedback import a_met_pairing
from tests.factories.pairings import a_meeting

DAY = timedelta(days=1)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_met_pairing(TODAY - 100 * DAY)
    pairing.planned_days = 128
    db.add(pairing)
    db.flush()
    begin_on_time(db, pairing, now=NOW)
    return pairing


def raised_at(db: Session, pairing: Pairing, days: int) -> list[tuple[str, object]]:
    ending, meetings = find_ending(db, pairing), list_meetings(db, pairing)
    signals = miss_goodbye(db, pairing, ending, meetings, now=NOW + days * DAY)
    db.flush()
    return [(each.code, each.member_id) for each in signals]


def test_two_weeks_of_silence_bring_the_coordinator_in_once(db: Session, pairing: Pairing) -> None:
    write_words(db, pairing, Words("a", "b", "c"), by=pairing.mentee, now=NOW + DAY)

    assert raised_at(db, pairing, 13) == []
    assert raised_at(db, pairing, 14) == [("W12", pairing.mentor.id)]
    assert raised_at(db, pairing, 15) == []


def test_a_goodbye_is_due_within_seven_days(db: Session, pairing: Pairing) -> None:
    ending = find_ending(db, pairing)
    [signal] = miss_goodbye(db, pairing, ending, [], now=NOW + 14 * DAY)

    assert signal.member_id is None  # both are silent
    assert signal.deadline <= TODAY + 21 * DAY


def test_whoever_plans_the_last_meeting_is_not_silent(db: Session, pairing: Pairing) -> None:
    db.add(a_meeting(pairing, starts_at=NOW + 20 * DAY))
    db.flush()

    assert raised_at(db, pairing, 14) == []


def test_what_has_ended_needs_no_goodbye(db: Session, pairing: Pairing) -> None:
    pairing.state = PairingState.CLOSED

    assert raised_at(db, pairing, 30) == []
