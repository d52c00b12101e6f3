"""A coordinator hears when two cannot agree how to begin, and when help became too much."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from matcher.feedback.models import Signal
from matcher.feedback.services.beginnings import watch_agreements, watch_help, watch_hours
from matcher.guidance.selection import Reason
from matcher.guidance.tips import Side, Tip
from matcher.pairings.models import Agreement, CardShown, HelpRequest, Pairing, Size
from matcher.pairings.queries import list_cards_shown
from matcher.pairings.services.agreements import answer_expectations, say_outside_hours, say_yes
from matcher.pairings.services.cards import show_card
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
    [
        ([1, 1], []),
        ([1, 1, 1], ["W11"]),
        ([1, 1, 0], []),
        ([0, 1, 1, 1], ["W11"]),
        ([1, None, 1, 1], ["W11"]),
    ],
)
def test_too_much_help_again_and_again_signals_once(
    fits: list[int | None], expected: list[str], db: Session, pairing: Pairing
) -> None:
    close(db, pairing, *fits)

    assert raised_on(db, 10) == expected
    assert raised_on(db, 11) == []


def close(db: Session, pairing: Pairing, *fits: int | None) -> None:
    """Ask for help and close it a day later each, with how it fitted."""
    for number, fit in enumerate(fits):
        request = HelpRequest(pairing=pairing, asked_at=NOW, size=Size.SMALL)
        db.add(request)
        db.flush()
        close_help(request, Outcome(was_kept=None, fit=fit), now=NOW + number * DAY)
    db.flush()


def cards(db: Session, pairing: Pairing, side: Side) -> list[tuple[Tip, str]]:
    """Return the two cards of the coming weeks, and why."""
    for days in (10, 17):
        show_card(db, pairing, side, now=NOW + days * DAY)
        db.flush()
    shown = list_cards_shown(db, pairing, pairing.member_on(side))
    return [(each.tip, each.why) for each in reversed(shown)]


OWN_BOUNDS = [(Tip.AUTONOMY, Reason.ANSWERED), (Tip.SAFE, Reason.ANSWERED)]


def test_too_much_help_twice_brings_the_mentee_tips_five_and_seven_a_week_apart(
    db: Session, pairing: Pairing
) -> None:
    close(db, pairing, 1)
    once = cards(db, pairing, Side.MENTEE)
    assert Reason.ANSWERED not in {why for _tip, why in once}
    db.execute(delete(CardShown))
    close(db, pairing, 1)

    assert cards(db, pairing, Side.MENTEE) == OWN_BOUNDS
    assert Reason.ANSWERED not in {why for _tip, why in cards(db, pairing, Side.MENTOR)}


@pytest.mark.parametrize("side", list(Side))
def test_being_reached_outside_hours_once_brings_tips_five_and_seven_to_them_alone(
    side: Side, db: Session, pairing: Pairing
) -> None:
    agreement = an_agreement(db, pairing)
    for each in Side:
        say_yes(db, agreement, seen=agreement.edition, by=pairing.member_on(each), now=NOW)
    say_outside_hours(db, agreement, by=pairing.member_on(side), today=TODAY + DAY)
    db.flush()

    assert cards(db, pairing, side) == OWN_BOUNDS
    assert Reason.ANSWERED not in {why for _tip, why in cards(db, pairing, side.other)}


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
