"""Who waits is told honestly why; and the programme says whom it looks for, naming nobody."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.desk.models import Appeal
from matcher.desk.queries.waiting import Need
from matcher.desk.views.appeals import first_text, gap_of
from matcher.foundation import clock
from matcher.foundation.words import Language, sentence
from matcher.matching.rules import SENTENCES
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import Leftover
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_coordinator, a_member, a_programme, an_enrolment
from tests.factories.proposals import a_run, a_suggestion


def left_over(keep: Keep, name: str = "Yara", days: int = 20) -> tuple[Programme, Enrolment]:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    enrolment = an_enrolment(member=a_member(name), programme=run.programme)
    enrolment.state_since = clock.now() - timedelta(days=days)
    reasons = [
        {"code": code, "sentence": sentence(SENTENCES[code], total=4, possible=2).to_json()}
        for code in ("ruled_out", "no_shared_slot", "gain_moment")
    ]
    keep(Leftover(run_id=run.id, enrolment=enrolment, reasons=reasons))
    return run.programme, enrolment


def test_the_reasons_of_the_run_and_what_would_help_stand_with_each_person(
    browse: Browse, keep: Keep, counted: Counted
) -> None:
    programme, _ = left_over(keep)
    later = an_enrolment(member=a_member("Kofi"), programme=programme)
    later.statements, later.topics = [], []
    keep(later)
    browser, here = browse(programme.contact), f"/coordination/{programme.id}/waiting"

    with counted() as queries:
        page = browser.get(here).text

    assert queries.value <= 8, queries.statements
    assert "2 mentees wait for a mentor" in page
    assert "None of the 4 mentors is possible." in page
    assert "One more free moment could help. Mentors who then fit: 2." in page
    assert "Was not in the last run" in page
    taken = browser.post(f"{here}/file").text
    assert "The two are never free at the same time." in taken
    for odd in ("page=x", "page=-3", "page=99999999"):
        assert browser.get(f"{here}?{odd}").status_code == 200


def test_who_has_a_proposal_on_its_way_is_shown_so(browse: Browse, keep: Keep) -> None:
    run = a_run()
    keep(a_suggestion(run))

    page = browse(run.programme.contact).get(f"/coordination/{run.programme_id}/waiting").text

    assert "Has a proposal on its way." in page


def some_needs(number: int) -> tuple[Programme, list[Enrolment]]:
    programme = a_programme()
    return programme, [an_enrolment(programme=programme) for _ in range(number)]


def asked(needs: list[Enrolment]) -> list[Need]:
    return [Need(each.topics, each.languages, each.slots) for each in needs]


@pytest.mark.parametrize("language", list(Language))
def test_what_few_look_for_is_not_said_aloud(language: Language) -> None:
    programme, needs = some_needs(3)
    needs[0].topics = ["job-search", "dutch-conversation"]
    needs[0].languages, needs[1].languages = ["ti", "en"], ["ti"]

    gap = gap_of(asked(needs), ["dutch-conversation"])
    text = first_text(programme, gap, language)

    assert gap.topics == ("job-search",)
    assert gap.languages == ()
    assert programme.name(language) in text
    assert "3" in text
    assert "%(" not in text


def test_of_one_who_waits_no_number_and_no_wish_is_told() -> None:
    programme, needs = some_needs(1)

    text = first_text(programme, gap_of(asked(needs), ["job-search"]), Language.EN)

    assert text.startswith(f"{programme.name_en} looks for mentors.")
    assert "help with" not in text


def test_it_is_public_only_once_a_coordinator_turns_it_on(
    browse: Browse, keep: Keep, app: Flask
) -> None:
    programme, _ = left_over(keep)
    browser, here = browse(programme.contact), f"/coordination/{programme.id}/we-look-for"
    public = f"/programmes/{programme.address}/we-look-for"
    said = {"text_en": "We look for you.", "text_nl": "We zoeken jou.", "seen": "0"}
    anybody = app.test_client()
    assert "looks for" in browser.get(here).text

    browser.post(here, data={**said, "show": "no"})
    assert anybody.get(public).status_code == 404
    browser.post(here, data={**said, "seen": "1", "show": "yes"})

    assert "We look for you." in anybody.get(public).text
    dutch = anybody.get(public, headers={"Accept-Language": "nl"})
    assert "We zoeken jou." in dutch.text
    browser.post(here, data={**said, "seen": "2", "show": "no"})
    assert anybody.get(public).status_code == 404


def test_of_two_who_write_at_once_nobody_loses_anything(
    browse: Browse, keep: Keep, db: Session
) -> None:
    programme, _ = left_over(keep)
    noor = a_coordinator(programme.id, "Noor")
    keep(noor)
    here = f"/coordination/{programme.id}/we-look-for"
    mine = {"text_en": "Mine.", "text_nl": "De mijne.", "seen": "0"}
    browse(noor).post(here, data={**mine, "text_en": "Theirs."})

    page = browse(programme.contact).post(here, data=mine)

    assert page.status_code == 409
    for words in ("Noor", "Theirs.", "Mine."):
        assert words in page.text
    assert db.scalars(select(Appeal.text_en)).all() == ["Theirs."]
