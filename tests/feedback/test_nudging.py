"""What the service does by itself: propose times, send one kind line, and ask again."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, CheckInKind
from matcher.feedback.services import answer_check_in
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side
from matcher.messages.models import Budget, Mail
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState
from tests.conftest import Keep
from tests.factories.feedback import PULSE, a_met_pairing, make_rounds

MET = date(2026, 3, 2)


@pytest.fixture
def doors(database: str) -> Iterator[Doors]:
    doors = Doors.to(database)
    yield doors
    doors.close()


def at(day: int) -> datetime:
    return datetime.combine(MET, datetime.min.time(), UTC) + timedelta(days=day, hours=10)


def nudges(db: Session) -> list[Mail]:
    found = list(db.scalars(select(Mail).where(Mail.kind == "meeting.nudge")))
    db.commit()
    return found


def unmet() -> Pairing:
    pairing = a_met_pairing(MET)
    pairing.first_met_on = pairing.last_met_on = None
    pairing.since, pairing.state = MET, PairingState.BEGINNING
    return pairing


def test_after_two_weeks_without_a_meeting_both_get_three_times_once(
    db: Session, keep: Keep, doors: Doors
) -> None:
    pairing = unmet()
    keep(pairing)

    make_rounds(doors, at(13))
    assert nudges(db) == []
    for day in (14, 15, 20):
        make_rounds(doors, at(day))

    found = nudges(db)
    assert {mail.member_id for mail in found} == {
        pairing.mentee_member_id,
        pairing.mentor_member_id,
    }
    assert {mail.budget for mail in found} == {Budget.GUIDANCE}
    (_, times) = (found[0].letter or {})["paragraphs"]
    assert times["values"]["times"].count(";") == 2


def test_with_a_meeting_ahead_nobody_is_nudged(db: Session, keep: Keep, doors: Doors) -> None:
    pairing = unmet()
    ahead = Meeting(pairing=pairing, starts_at=at(30), minutes=60, proposed_by_id=None)
    keep(pairing, ahead)

    make_rounds(doors, at(15))

    assert nudges(db) == []


def test_a_long_gap_nudges_once_and_again_only_after_they_have_met(
    db: Session, keep: Keep, doors: Doors
) -> None:
    """Every 14 days was agreed: more than 24 days is long."""
    pairing = a_met_pairing(MET)
    keep(pairing)
    make_rounds(doors, at(24))
    assert nudges(db) == []
    for day in (25, 26, 30):
        make_rounds(doors, at(day))
    assert len(nudges(db)) == 2

    met = Meeting(
        pairing=pairing, starts_at=at(31), minutes=60, proposed_by_id=None, state=MeetingState.HELD
    )
    pairing.last_met_on = at(31).date()
    keep(pairing, met)
    for day in (40, 57, 58):
        make_rounds(doors, at(day))
    assert len(nudges(db)) == 4


@pytest.mark.parametrize("meets", [True, False])
def test_who_does_not_know_yet_is_asked_again_after_the_next_meeting(
    db: Session,
    keep: Keep,
    doors: Doors,
    meets: bool,  # noqa: FBT001  # a table
) -> None:
    pairing = a_met_pairing(MET)
    keep(pairing)
    make_rounds(doors, at(7))
    for check_in in db.scalars(select(CheckIn)):
        fit = "unsure" if check_in.side == Side.MENTEE else "yes"
        answer_check_in(db, check_in, {**PULSE, "fit": fit}, now=at(8))
    if meets:
        pairing.last_met_on = at(20).date()
    db.commit()

    make_rounds(doors, at(28))

    asked = {
        each.side: each.asked
        for each in db.scalars(select(CheckIn).where(CheckIn.period == 1))
        if each.kind == CheckInKind.PULSE
    }
    assert ("fit" in asked[Side.MENTEE]) == meets
    assert "fit" not in asked[Side.MENTOR]
    assert len(asked[Side.MENTEE]) == len(asked[Side.MENTOR]) == 8
