"""The next card follows one's own answers; the other side's reach it only where they allowed it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, Concern, ConcernAbout
from matcher.feedback.services.choosing import known_for_cards
from matcher.feedback.services.lending import choose_leave
from matcher.guidance.selection import Reason
from matcher.guidance.tips import Side, Stage, Tip
from matcher.pairings.models import CardShown, Pairing
from matcher.pairings.services.cards import show_card
from matcher.programmes.models import Programme
from tests.factories import NOW, TODAY, a_programme
from tests.factories.feedback import a_check_in, a_met_pairing, answered

DAY = timedelta(days=1)
FOUR = ("listen.A", "empathy.A", "express.A", "safe.A")
LOW = {"feedback.A": 1, "listen.A": 5, "empathy.A": 5, "safe.A": 5}
Say = Callable[..., CheckIn]


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_met_pairing(TODAY - 60 * DAY)
    db.add(pairing)
    db.flush()
    return pairing


@pytest.fixture
def say(db: Session, pairing: Pairing) -> Say:
    """Let one side answer a check-in a while ago."""

    def _say(side: Side, days: int = 20, **answers: object) -> CheckIn:
        check_in = a_check_in(pairing, side=side, period=2, opens_on=TODAY - days * DAY)
        db.add(answered(check_in, NOW - days * DAY, **answers))
        db.flush()
        return check_in

    return _say


def card_of(db: Session, pairing: Pairing, side: Side, days: int = 0) -> CardShown:
    shown = show_card(db, pairing, side, now=NOW + days * DAY)
    assert shown
    return shown


def test_ones_own_low_answer_brings_its_tip(db: Session, pairing: Pairing, say: Say) -> None:
    assert card_of(db, pairing, Side.MENTOR).tip == Tip.AUTONOMY
    say(Side.MENTEE, **LOW)

    assert card_of(db, pairing, Side.MENTEE).tip == Tip.FEEDBACK


@pytest.mark.parametrize("side", list(Side))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(scores=st.dictionaries(st.sampled_from([f"{tip}.A" for tip in Tip]), st.integers(1, 5)))
def test_whatever_the_other_answered_the_card_is_the_same(
    side: Side, scores: dict[str, int], db: Session, pairing: Pairing
) -> None:
    """The leak rule, both ways: same people, same moments, other values."""
    db.execute(delete(CardShown))
    theirs = a_check_in(pairing, side=side.other, period=2, opens_on=TODAY - 20 * DAY)
    db.add(answered(theirs, NOW - 20 * DAY, **scores))
    db.flush()
    shown = show_card(db, pairing, side, now=NOW)
    db.delete(theirs)
    db.flush()

    assert shown
    assert (shown.tip, shown.why) == (Tip.AUTONOMY, Reason.STAGE)


def test_what_the_mentee_allows_reaches_both_some_days_later(
    db: Session, pairing: Pairing, say: Say
) -> None:
    check_in = say(Side.MENTEE, days=0, guides_mentor=True, **LOW)
    suggestion = known_for_cards(db, pairing, Side.MENTOR, NOW).suggestion
    assert suggestion
    assert suggestion.tip == Tip.FEEDBACK
    assert 2 * DAY <= suggestion.not_before - NOW <= 9 * DAY
    assert suggestion == known_for_cards(db, pairing, Side.MENTEE, NOW).suggestion

    mentors, mentees = (card_of(db, pairing, side, days=10) for side in (Side.MENTOR, Side.MENTEE))

    assert (mentors.tip, mentors.why) == (Tip.FEEDBACK, Reason.SUGGESTED)
    assert (mentees.tip, mentees.why) == (Tip.FEEDBACK, Reason.STAGE)
    later = NOW + 30 * DAY
    assert known_for_cards(db, pairing, Side.MENTOR, later).suggestion is None  # it came
    assert check_in.answered_at == NOW


def test_without_leave_nothing_is_suggested(db: Session, pairing: Pairing, say: Say) -> None:
    say(Side.MENTEE, **LOW)
    say(Side.MENTOR, guides_mentor=True, **LOW)  # only mentees can allow it

    for side in Side:
        assert known_for_cards(db, pairing, side, NOW).suggestion is None


def test_what_was_not_allowed_in_a_later_check_in_suggests_nothing(
    db: Session, pairing: Pairing, say: Say
) -> None:
    say(Side.MENTEE, days=40, guides_mentor=True, **LOW)
    newer = a_check_in(pairing, period=3, opens_on=TODAY - DAY)
    db.add(answered(newer, NOW - DAY))
    db.flush()

    assert known_for_cards(db, pairing, Side.MENTOR, NOW).suggestion is None


def test_leave_that_was_taken_back_stops_what_was_still_to_come(
    db: Session, pairing: Pairing, say: Say
) -> None:
    say(Side.MENTEE, days=0, guides_mentor=True, **LOW)
    assert known_for_cards(db, pairing, Side.MENTOR, NOW).suggestion
    choose_leave(db, pairing, allows=False, by=pairing.mentee, now=NOW)

    for side in Side:
        assert known_for_cards(db, pairing, side, NOW).suggestion is None


def _others(db: Session, programme: Programme, number: int) -> None:
    for _ in range(number):
        other = a_met_pairing(TODAY - 60 * DAY, programme=programme)
        check_in = a_check_in(other, period=2, opens_on=TODAY - 5 * DAY)
        db.add_all([other, answered(check_in, NOW - 5 * DAY, **{"listen.A": 1})])
    db.flush()


def test_lows_of_five_others_guide_a_mentor(db: Session) -> None:
    programme = a_programme()
    pairing = a_met_pairing(TODAY - 60 * DAY, programme=programme)
    db.add(pairing)
    _others(db, programme, 4)
    assert known_for_cards(db, pairing, Side.MENTOR, NOW).estimates.programme == {}

    _others(db, programme, 1)
    assert card_of(db, pairing, Side.MENTOR).tip == Tip.LISTEN
    assert known_for_cards(db, pairing, Side.MENTEE, NOW).estimates.programme == {}


def test_too_much_help_asks_for_letting_choose(db: Session, pairing: Pairing, say: Say) -> None:
    say(Side.MENTEE, **{"practical.A": 5})
    own = known_for_cards(db, pairing, Side.MENTEE, NOW).estimates.own

    assert Tip.PRACTICAL not in own
    assert own[Tip.AUTONOMY] < 0.6


def test_too_little_help_asks_for_practical_help(db: Session, pairing: Pairing, say: Say) -> None:
    say(Side.MENTEE, **{"practical.A": 1})

    assert known_for_cards(db, pairing, Side.MENTEE, NOW).estimates.own[Tip.PRACTICAL] < 0.6


def test_a_fall_of_three_quarters_brings_an_own_card_before_its_turn(
    db: Session, pairing: Pairing, say: Say
) -> None:
    for period, days in enumerate((50, 30)):
        check_in = a_check_in(pairing, period=period, opens_on=TODAY - days * DAY)
        db.add(answered(check_in, NOW - days * DAY, **dict.fromkeys(FOUR, 4)))
    first = card_of(db, pairing, Side.MENTEE, days=-9)
    assert show_card(db, pairing, Side.MENTEE, now=NOW) is None  # not yet its turn

    say(Side.MENTEE, days=1, **{**dict.fromkeys(FOUR, 4), "express.A": 2, "listen.A": 3})
    second = card_of(db, pairing, Side.MENTEE)

    assert first.why == Reason.STAGE
    assert (second.tip, second.why, second.stage) == (Tip.EXPRESS, Reason.ANSWERED, Stage.MIDDLE)
    assert card_of(db, pairing, Side.MENTOR).why == Reason.STAGE  # the other notices nothing
    assert show_card(db, pairing, Side.MENTEE, now=NOW + 8 * DAY) is None  # once is enough


def test_two_days_after_a_concern_it_is_quiet(db: Session, pairing: Pairing) -> None:
    concern = Concern(
        programme_id=pairing.programme_id,
        from_id=pairing.mentee.id,
        to_id=pairing.programme.contact.id,
        about=ConcernAbout.PARTNER,
        sent_at=NOW - DAY,
    )
    db.add(concern)
    db.flush()

    assert show_card(db, pairing, Side.MENTEE, now=NOW) is None
    assert card_of(db, pairing, Side.MENTOR).tip == Tip.AUTONOMY  # the other notices nothing
    assert card_of(db, pairing, Side.MENTEE, days=2).tip
