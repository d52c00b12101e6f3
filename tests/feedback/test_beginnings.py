"""A coordinator hears when two cannot agree how to begin, and when help became too much."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import Signal
from matcher.feedback.services.beginnings import watch_agreements, watch_help, watch_hours
from matcher.guidance.tips import Side
from matcher.pairings.models import Agreement, HelpRequest, Pairing, Size
from matcher.pairings.services.agreements import answer_expectations, say_outside_hours, say_yes
from matcher.pairings.services.helping import Outcome, close_help
from tests.factories import NOW, TODAY, a_pairing
from tests.factories.leaves import EXPECTED

DAY = timedelta(days=1)
WATCHES = (watch_agreements, watch_help, watch_hours)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    db.add(pairing)
    db.flush()
    return pairing


def an_agreement(db: Session, pairing: Pairing, **mentees: str) -> Agreement:
    answer_expectations(db, pairing, EXPECTED, by=pairing.mentor, now=NOW)
    answer_expectations(db, pairing, EXPECTED | mentees, by=pairing.mentee, now=NOW)
    return db.scalars(select(Agreement)).one()


def raised_on(db: Session, days: int) -> list[str]:
    now = NOW + days * DAY
    found = [each for watch in WATCHES for each in watch(db, now=now)]
    db.flush()
    return [each.code for each in found]


def test_far_apart_and_not_agreed_in_two_weeks_signals_once(db: Session, pairing: Pairing) -> None:
    an_agreement(db, pairing, every="60")

    assert raised_on(db, 13) == []
    assert raised_on(db, 14) == ["W9"]
    assert raised_on(db, 15) == []
    assert db.scalars(select(Signal)).one().member_id is None  # about the two of them


def test_near_each_other_needs_no_coordinator(db: Session, pairing: Pairing) -> None:
    an_agreement(db, pairing, every="21")

    assert raised_on(db, 30) == []


def test_once_both_said_yes_nothing_signals(db: Session, pairing: Pairing) -> None:
    agreement = an_agreement(db, pairing, months="12")
    for side in Side:
        say_yes(db, agreement, seen=agreement.edition, by=pairing.member_on(side), now=NOW)

    assert raised_on(db, 30) == []


@pytest.mark.parametrize(
    ("fits", "expected"),
    [([1], []), ([1, 1], ["W11"]), ([1, 0], []), ([0, 1, 1], ["W11"]), ([1, None, 1], ["W11"])],
)
def test_too_much_help_twice_in_a_row_signals_once(
    fits: list[int | None], expected: list[str], db: Session, pairing: Pairing
) -> None:
    for number, fit in enumerate(fits):
        request = HelpRequest(pairing=pairing, asked_at=NOW, size=Size.SMALL)
        db.add(request)
        db.flush()
        close_help(request, Outcome(was_kept=None, fit=fit), now=NOW + number * DAY)
    db.flush()

    assert raised_on(db, 10) == expected
    assert raised_on(db, 11) == []


def test_contact_outside_agreed_hours_signals_on_the_second_day(
    db: Session, pairing: Pairing
) -> None:
    agreement = an_agreement(db, pairing)
    for side in Side:
        say_yes(db, agreement, seen=agreement.edition, by=pairing.member_on(side), now=NOW)
    for _twice in range(2):
        say_outside_hours(db, agreement, by=pairing.mentee, today=TODAY)
    say_outside_hours(db, agreement, by=pairing.mentor, today=TODAY)
    db.flush()
    assert raised_on(db, 1) == []

    say_outside_hours(db, agreement, by=pairing.mentee, today=TODAY + DAY)
    db.flush()

    assert raised_on(db, 2) == ["W11"]
    assert raised_on(db, 3) == []
    assert db.scalars(select(Signal)).one().member_id == pairing.mentee.id
