"""A tip can be left out and taken back; styles are learned from all people, never from one."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.guidance.cards import cards, variants
from matcher.guidance.tips import Side, Stage, Tip
from matcher.pairings.models import CardShown, Pairing
from matcher.pairings.models.card_learning import StyleTally
from matcher.pairings.queries.learning import find_learned, list_mutes
from matcher.pairings.services.cards import mute_tip, rate_card, show_card, unmute_tip
from matcher.pairings.services.learning import count_styles
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_programme
from tests.factories.feedback import a_met_pairing

DAY = timedelta(days=1)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_met_pairing(TODAY - 5 * DAY)
    db.add(pairing)
    db.flush()
    return pairing


def test_a_tip_that_is_left_out_does_not_come(db: Session, pairing: Pairing) -> None:
    mute_tip(db, pairing, Tip.LISTEN, by=pairing.mentee, now=NOW)
    mute_tip(db, pairing, Tip.LISTEN, by=pairing.mentee, now=NOW)
    mentees = show_card(db, pairing, Side.MENTEE, now=NOW)
    mentors = show_card(db, pairing, Side.MENTOR, now=NOW)

    assert mentees
    assert mentees.tip != Tip.LISTEN
    assert mentors
    assert mentors.tip == Tip.LISTEN

    unmute_tip(db, pairing, Tip.LISTEN, by=pairing.mentee)
    assert list_mutes(db, pairing, pairing.mentee) == frozenset()


def test_safety_cannot_be_left_out(db: Session, pairing: Pairing) -> None:
    with pytest.raises(RuleBroken, match="always stay on"):
        mute_tip(db, pairing, Tip.SAFE, by=pairing.mentee, now=NOW)


def test_the_chance_of_a_card_is_kept_with_it(db: Session, pairing: Pairing) -> None:
    shown = show_card(db, pairing, Side.MENTEE, now=NOW)

    assert shown
    assert len(variants(shown.tip, Stage.EARLY, Side.MENTEE)) == 2
    assert shown.propensity == 0.5
    assert shown.style == cards()[shown.card].style


def test_where_a_cell_has_one_card_it_is_certain(db: Session) -> None:
    pairing = a_met_pairing(TODAY)
    pairing.first_met_on = None
    db.add(pairing)
    shown = show_card(db, pairing, Side.MENTEE, now=NOW)

    assert shown
    assert (shown.stage, shown.propensity) == (Stage.BEFORE, 1.0)


def _said(db: Session, pairing: Pairing, style: str, useful: float | None) -> None:
    shown = CardShown(
        pairing=pairing,
        member_id=pairing.mentee.id,
        tip=Tip.LISTEN,
        stage=Stage.EARLY,
        card="listen.early.mentee",
        card_version=1,
        shown_at=NOW,
        why="stage",
        style=style,
    )
    db.add(shown)
    db.flush()
    if useful is not None:
        rate_card(shown, useful, now=NOW)


def test_answers_are_added_up_and_silence_is_no_answer(db: Session, pairing: Pairing) -> None:
    for style, useful in (("plain", 1.0), ("plain", 0.5), ("example", 0.0), ("example", None)):
        _said(db, pairing, style, useful)
    count_styles(db, pairing.programme_id, now=NOW)
    tally = count_styles(db, pairing.programme_id, now=NOW)

    assert tally.answered == 3
    assert tally.styles == {"plain": [1.5, 0.5], "example": [0.0, 1.0]}
    assert len(db.scalars(select(StyleTally)).all()) == 1
    assert not find_learned(db, pairing.programme_id).is_on


def test_learning_begins_above_five_hundred_answers_of_all_programmes(
    db: Session, pairing: Pairing
) -> None:
    elsewhere = a_programme()
    db.add(elsewhere)
    db.flush()
    there = StyleTally(
        programme_id=elsewhere.id,
        counted_at=NOW,
        answered=500,
        styles={"plain": [250.0, 250.0]},
    )
    db.add(there)
    db.flush()
    assert not find_learned(db, pairing.programme_id).is_on

    there.answered = 501
    db.flush()
    learned = find_learned(db, pairing.programme_id)

    assert (learned.is_on, learned.pooled, learned.tallies) == (True, 0.5, {})


def test_on_the_page_a_tip_is_left_out_and_taken_back(
    browse: Browse, db: Session, pairing: Pairing
) -> None:
    shown = show_card(db, pairing, Side.MENTEE, now=NOW)
    assert shown
    db.commit()
    where, browser = f"/pairings/{pairing.id}", browse(pairing.mentee)

    assert "Rather not this tip" in browser.get(where).text
    assert browser.post(f"{where}/cards/{shown.id}/mute").status_code == 302
    assert "You left this tip out" in browser.get(where).text
    assert browser.post(f"{where}/cards/{shown.id}/unmute").status_code == 302
    assert "Rather not this tip" in browser.get(where).text
    assert browser.post(f"{where}/tips", data={"muted": ["feedback"]}).status_code == 302
    assert browser.post(f"{where}/tips", data={"muted": ["safe"]}).status_code == 422
    assert list_mutes(db, pairing, pairing.mentee) == {Tip.FEEDBACK}
