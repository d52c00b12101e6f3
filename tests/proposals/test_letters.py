"""A programme says it in its own words, in each language, and nobody's words are lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.messages.models import Mail
from matcher.programmes.models import Programme
from matcher.proposals.models import Proposal, ProposalState
from matcher.proposals.models.letter_text import LetterText
from matcher.proposals.queries.letter_texts import WHICH
from matcher.proposals.services.closing import remind
from matcher.proposals.services.publishing import Day, offer
from matcher.proposals.views.letter_texts import first_words
from matcher.proposals.wording import Wording, says_when, unknown_names
from tests.conftest import Browse, Keep
from tests.factories import NOW, TODAY, a_coordinator, a_programme
from tests.factories.proposals import a_run, a_suggestion

OWN = {
    "subject": "Iemand voor jou!",
    "body": "Maak kennis met {partner}.\n\n100% zin? Zeg het vóór {dag}.",
}


def address(programme: Programme, letter: str = "offered-mentee-nl") -> str:
    return f"/coordination/{programme.id}/letters/{letter}"


def approved(db: Session) -> Proposal:
    proposal = a_suggestion(a_run(), state=ProposalState.APPROVED)
    proposal.mentee_enrolment.member.language = Language.NL
    db.add(proposal)
    db.flush()
    return proposal


def test_a_mail_is_sent_in_the_programmes_own_words(browse: Browse, db: Session) -> None:
    proposal = approved(db)
    db.commit()
    browser = browse(proposal.programme.contact)

    saved = browser.post(address(proposal.programme), data={**OWN, "seen": "0"})
    offer(db, proposal, by=None, day=Day(now=NOW, today=TODAY))

    assert saved.status_code == 302
    letters = {mail.language: mail.letter or {} for mail in db.scalars(select(Mail))}
    said = [say_it(each) for each in letters[Language.NL]["paragraphs"]]
    assert said[:2] == [
        "Maak kennis met Marijke.",
        "100% zin? Zeg het vóór donderdag 12 maart.",
    ]
    assert "knop" in said[2]  # nothing happens by opening a mail: that stays
    assert "We think that you could be" in str(letters[Language.EN])


def say_it(kept: dict[str, object]) -> str:
    from matcher.foundation.words import Sentence  # noqa: PLC0415  # only here

    return say(Sentence.from_json(kept), Language.NL)


def test_a_reminder_has_words_of_its_own(browse: Browse, db: Session) -> None:
    proposal = approved(db)
    db.commit()
    browse(proposal.programme.contact).post(
        address(proposal.programme, "reminded-mentee-nl"), data={**OWN, "seen": "0"}
    )
    offer(db, proposal, by=None, day=Day(now=NOW, today=TODAY))

    remind(db, proposal, now=NOW)

    reminders = db.scalars(select(Mail).where(Mail.kind == "proposal.reminded")).all()
    assert any("Maak kennis met" in str(each.letter) for each in reminders)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("Answer before {day}. Greetings, {coordinator}", "We do not know {coordinator}."),
        ("Meet {partner}.", "Please put {day} somewhere"),
        ("Until {day}, {}.", "We do not know {}."),
    ],
)
def test_what_cannot_be_filled_in_is_said_beside_the_field_and_nothing_is_lost(
    body: str, problem: str, browse: Browse, keep: Keep
) -> None:
    programme = a_programme()
    keep(programme)

    page = browse(programme.contact).post(
        address(programme), data={"subject": "Hello", "body": body, "seen": "0"}
    )

    assert page.status_code == 422
    assert problem in page.text
    assert body in page.text


def test_of_two_who_write_at_once_nobody_loses_anything(
    browse: Browse, keep: Keep, db: Session
) -> None:
    programme = a_programme()
    noor = a_coordinator(programme.id, "Noor")
    keep(programme, noor)
    mine = {"subject": "Mine", "body": "My words, until {day}.", "seen": "0"}
    browse(noor).post(address(programme), data={**OWN, "seen": "0"})
    browser, here = browse(programme.contact), address(programme)

    page = browser.post(here, data=mine)

    assert page.status_code == 409
    for words in ("Noor", "Maak kennis met {partner}.", "My words, until {day}."):
        assert words in page.text
    assert db.scalars(select(LetterText.subject)).all() == ["Iemand voor jou!"]
    db.rollback()
    seen = page.text.split('name="seen"', 1)[1].split('value="', 1)[1].split('"', 1)[0]
    assert browser.post(here, data={**mine, "seen": seen}).status_code == 302
    assert db.scalars(select(LetterText.subject)).all() == ["Mine"]


def test_our_own_words_can_be_had_again(browse: Browse, keep: Keep, db: Session) -> None:
    programme = a_programme()
    keep(programme)
    browser = browse(programme.contact)
    browser.post(address(programme), data={**OWN, "seen": "0"})

    browser.post(f"{address(programme)}/reset")

    assert db.scalars(select(LetterText)).all() == []
    browser.get("/account")  # reads the notices away
    assert "your words" not in browser.get(f"/coordination/{programme.id}/letters").text


def test_our_own_words_are_a_good_beginning() -> None:
    for which in WHICH.values():
        words = first_words(which)
        assert says_when(words.body)
        assert unknown_names(words.subject + words.body) == []


@settings(max_examples=300)
@given(st.text(min_size=1))
def test_any_text_that_has_no_unknown_braces_can_be_said(text: str) -> None:
    body = f"x{text}"
    if unknown_names(body):
        return
    values = {"partner": "Yara", "day": "1 May", "programme": "P", "contact": "Hanna"}

    said = " ".join(say(each, Language.EN) for each in Wording("x", body).paragraphs(values))

    assert "%(" not in said or "%(" in body
