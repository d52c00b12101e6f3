"""A new programme begins from an old one: how it works comes along, and nobody in it does."""

from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.programmes.models import CardText, CardTextState, Enrolment, Objective, Programme
from matcher.proposals.models.letter_text import LetterKind, LetterText
from tests.conftest import Browse, Keep
from tests.factories import NOW, TODAY, a_programme, an_administrator, an_enrolment

NEW = "/coordination/programmes/new"
CARD = "listen.early.mentor"
NAMES = {"name_en": "Autumn", "name_nl": "Najaar"}


def an_old_one() -> Programme:
    old = a_programme()
    old.criteria, old.objective, old.floor = {"topics": "some"}, Objective.FAIR, 0.35
    old.about_en, old.about_nl, old.consent_en = "About it.", "Erover.", "I agree to all."
    old.admission = [{"item": "vog", "side": "mentor", "months": 36}]
    old.starts_on, old.cadence_weeks = TODAY, 6
    return old


def test_settings_texts_topics_and_admission_come_along_and_people_and_dates_do_not(
    keep: Keep, browse: Browse, db: Session
) -> None:
    old = an_old_one()
    keep(an_enrolment(programme=old))
    browser = browse(old.contact)
    sent = {**NAMES, "begin_from": str(old.id), "about_nl": "Nieuw."}

    assert old.name_en in browser.get(NEW).text
    browser.post(NEW, data=sent)

    made = db.scalars(select(Programme).where(Programme.name_en == "Autumn")).one()
    for name in ("criteria", "objective", "floor", "admission", "topics", "consent_en"):
        assert getattr(made, name) == getattr(old, name), name
    assert (made.about_en, made.about_nl) == ("About it.", "Nieuw.")
    assert (made.starts_on, made.current_run_id, str(made.state)) == (None, None, "draft")
    count = select(func.count(Enrolment.id)).where(Enrolment.programme_id == made.id)
    assert db.scalar(count) == 0


def test_of_another_organisation_nothing_is_copied(keep: Keep, browse: Browse, db: Session) -> None:
    mine, theirs = a_programme(), an_old_one()
    keep(mine, theirs)
    browser = browse(mine.contact)

    assert theirs.name_en not in browser.get(NEW).text
    for asked in (str(theirs.id), str(uuid4()), "x"):
        assert browser.post(NEW, data={**NAMES, "begin_from": asked}).status_code == 422
    assert db.scalar(select(func.count(Programme.id))) == 2


def test_an_administrator_may_begin_from_any(keep: Keep, browse: Browse, db: Session) -> None:
    old = an_old_one()
    keep(old)

    browse(an_administrator()).post(NEW, data={**NAMES, "begin_from": str(old.id)})

    made = db.scalars(select(Programme).where(Programme.name_en == "Autumn")).one()
    assert made.cadence_weeks == 6


def test_words_in_mails_and_cards_that_are_in_use_come_along(
    keep: Keep, browse: Browse, db: Session
) -> None:
    old = an_old_one()
    keep(old)
    letter = LetterText(
        kind=LetterKind.OFFERED,
        side=Side.MENTEE,
        language=Language.NL,
        subject="Iemand voor je",
        body="Misschien past {partner} bij je.",
        programme_id=old.id,
        changed_at=NOW,
        by_id=old.contact.id,
    )
    keep(letter, a_card_text(old, CardTextState.LIVE), a_card_text(old, CardTextState.DRAFT))

    browse(old.contact).post(NEW, data={**NAMES, "begin_from": str(old.id)})

    made = db.scalars(select(Programme).where(Programme.name_en == "Autumn")).one()
    mine = db.scalars(select(LetterText).where(LetterText.programme_id == made.id)).one()
    assert (mine.kind, mine.side, mine.language) == ("offered", "mentee", "nl")
    assert (mine.subject, mine.body) == (letter.subject, letter.body)
    card = db.scalars(select(CardText).where(CardText.programme_id == made.id)).one()
    assert (card.card, card.text_nl, card.state) == (CARD, "Luister nog even.", "live")
    assert card.approved_by_id == old.contact.id


def a_card_text(programme: Programme, state: CardTextState) -> CardText:
    return CardText(
        programme_id=programme.id,
        card=CARD,
        base_version=1,
        written_at=NOW,
        text_en="Listen a little longer.",
        text_nl="Luister nog even.",
        written_by_id=None,
        state=state,
        approved_by_id=programme.contact.id,
        live_at=NOW,
    )
