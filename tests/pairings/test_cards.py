"""Each of the two sees one card at a time, and says for themselves whether it was of use."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Language
from matcher.guidance.cards import cards
from matcher.guidance.tips import Side, Stage
from matcher.pairings.knowing import Knowledge
from matcher.pairings.models import CardShown, Pairing
from matcher.pairings.queries.around import Card
from matcher.pairings.services import begin_pairing
from matcher.pairings.services.cards import rate_card, show_card, show_cards
from matcher.pairings.services.meetings import log_unplanned
from matcher.pairings.views.cards import card_view
from tests.factories import NOW, TODAY, an_enrolment
from tests.factories import a_programme as a_new_programme

DAY = timedelta(days=1)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    programme = a_new_programme()
    mentor = an_enrolment(Side.MENTOR, programme=programme)
    mentee = an_enrolment(Side.MENTEE, programme=programme)
    db.add_all([mentor, mentee])
    db.flush()
    return begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)


def shown_to(db: Session, pairing: Pairing, side: Side) -> list[CardShown]:
    mine = CardShown.member_id == pairing.member_on(side).id
    return list(db.scalars(select(CardShown).where(mine).order_by(CardShown.shown_at)))


@pytest.mark.parametrize("side", list(Side))
def test_the_first_card_is_there_from_the_first_day(
    side: Side, db: Session, pairing: Pairing
) -> None:
    [shown] = shown_to(db, pairing, side)

    assert shown.stage == Stage.BEFORE
    assert cards()[shown.card].side == side
    assert shown.card_version == cards()[shown.card].version


def test_a_next_card_comes_after_two_weeks(db: Session, pairing: Pairing) -> None:
    assert show_cards(db, pairing, now=NOW + 13 * DAY) == []
    assert len(show_cards(db, pairing, now=NOW + 14 * DAY)) == 2

    first, second = shown_to(db, pairing, Side.MENTEE)
    assert first.tip != second.tip


def test_a_new_stage_brings_its_card_sooner(db: Session, pairing: Pairing) -> None:
    later = NOW + 8 * DAY

    log_unplanned(db, pairing, TODAY + 8 * DAY, by=pairing.mentee, now=later)

    assert [each.stage for each in shown_to(db, pairing, Side.MENTEE)] == [
        Stage.BEFORE,
        Stage.EARLY,
    ]


def test_two_cards_never_come_within_a_week(db: Session, pairing: Pairing) -> None:
    log_unplanned(db, pairing, TODAY + DAY, by=pairing.mentee, now=NOW + DAY)

    assert len(shown_to(db, pairing, Side.MENTEE)) == 1


def test_after_a_concern_it_is_quiet(db: Session, pairing: Pairing) -> None:
    later = NOW + 20 * DAY

    assert (
        show_card(db, pairing, Side.MENTEE, now=later, known=Knowledge(concern_at=later - DAY))
        is None
    )


def test_whether_a_card_was_of_use_is_sealed(db: Session, pairing: Pairing) -> None:
    [shown] = shown_to(db, pairing, Side.MENTEE)

    rate_card(shown, 0.5, now=NOW)
    db.flush()

    assert shown.answer == {"useful": 0.5}
    kept = db.execute(text("SELECT answer_sealed FROM card_shown WHERE answer_sealed IS NOT NULL"))
    assert b"useful" not in kept.scalar_one()


def test_only_the_three_answers_count(db: Session, pairing: Pairing) -> None:
    with pytest.raises(RuleBroken):
        rate_card(shown_to(db, pairing, Side.MENTEE)[0], 7.0, now=NOW)


@pytest.mark.parametrize("card_id", sorted(cards()))
def test_every_card_can_be_shown(card_id: str) -> None:
    """With the telephone numbers that some of them name."""
    card = cards()[card_id]
    shown = Card(
        id=uuid4(),
        tip=card.tip,
        card=card_id,
        why="stage",
        is_answered=False,
        is_muted=False,
        own_en=None,
        own_nl=None,
    )

    view = card_view(shown, {"emergency": "112", "crisis_line": "113"}, Language.NL)

    assert view
    assert "{" not in view.text
