"""Every list can be taken along as it is shown, and that it was taken along is kept account of."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from matcher.audit.models import Event
from matcher.feedback.models import CheckInState
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.programmes.models import Programme
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_member, a_programme, an_enrolment
from tests.factories.feedback import a_check_in, a_met_pairing, answered
from tests.factories.proposals import a_run, a_suggestion


def rows(page: TestResponse) -> list[list[str]]:
    assert page.status_code == 200, page.text
    return list(csv.reader(StringIO(page.data.decode("utf-8-sig"), newline="")))


def with_a_pair(keep: Keep) -> Programme:
    pairing = a_met_pairing()
    keep(pairing, answered(a_check_in(pairing), bond=2))
    keep(a_check_in(pairing, side=Side.MENTOR))
    return pairing.programme


def test_people_are_taken_along_as_they_are_shown(browse: Browse, keep: Keep, db: Session) -> None:
    programme = a_programme()
    keep(an_enrolment(member=a_member("=HYPERLINK(1)"), programme=programme))
    keep(an_enrolment(Side.MENTOR, member=a_member("Marijke"), programme=programme))
    browser = browse(programme.contact)

    page = browser.post(f"/coordination/{programme.id}/people/file?side=mentee")

    heading, *people = rows(page)
    assert heading[:3] == ["Name", "As", "Place"]
    assert [person[0] for person in people] == ["'=HYPERLINK(1)"]
    assert "example.org" not in page.text  # the list shows no addresses
    [event] = db.scalars(select(Event).where(Event.action == "list.taken_along"))
    assert event.actor == programme.contact.audit_key
    assert event.facts == {"kind": "people", "count": 1, "file": "csv"}


def test_a_dutch_reader_gets_a_dutch_file(browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    programme.contact.language = Language.NL
    keep(an_enrolment(programme=programme))

    page = browse(programme.contact).post(f"/coordination/{programme.id}/people/file")

    assert page.data.decode("utf-8-sig").startswith('"Naam";"Als";')


def test_proposals_are_taken_along_with_their_filters(browse: Browse, keep: Keep) -> None:
    run = a_run()
    keep(a_suggestion(run, affinity=0.3), a_suggestion(run, "Kofi", affinity=0.9))
    own = a_suggestion(run)
    own.mentor_enrolment.member = run.programme.contact
    keep(own)
    address = f"/coordination/{run.programme_id}/matching/{run.id}/proposals/file"

    browser = browse(run.programme.contact)

    weak = rows(browser.post(f"{address}?part=weak"))
    assert [row[:3] for row in weak[1:]] == [["Yara", "Marijke", "0.3"]]
    assert len(rows(browser.post(address))) == 3  # nothing about whoever takes it along


def test_pairs_and_check_ins_are_taken_along_without_answers(browse: Browse, keep: Keep) -> None:
    programme = with_a_pair(keep)
    browser = browse(programme.contact)

    pairs = rows(browser.post(f"/coordination/{programme.id}/pairs/file"))
    asked = rows(browser.post(f"/coordination/{programme.id}/check-ins/file?state=answered"))

    assert pairs[1][:2] == ["Yara", "Marijke"]
    assert asked[0] == ["Who", "Mentee", "Mentor", "Check-in", "Opens on", "Closes on", "State"]
    assert [row[0] for row in asked[1:]] == ["Yara"]
    assert "poor" not in str(asked)


@pytest.mark.parametrize("name", ["people", "pairs", "check-ins"])
def test_a_list_is_a_workbook_as_well(name: str, browse: Browse, keep: Keep) -> None:
    programme = with_a_pair(keep)

    page = browse(programme.contact).post(
        f"/coordination/{programme.id}/{name}/file", data={"format": "xlsx"}
    )

    sheet = load_workbook(BytesIO(page.data)).active
    assert sheet is not None
    assert sheet.max_row >= 2
    assert page.headers["Content-Disposition"] == f'attachment; filename="{name}.xlsx"'


def test_the_check_ins_are_listed_by_how_far_they_are(
    browse: Browse, keep: Keep, counted: Counted
) -> None:
    programme = with_a_pair(keep)
    for _ in range(12):
        keep(a_check_in(a_met_pairing(programme=programme)))
    browser, address = browse(programme.contact), f"/coordination/{programme.id}/check-ins"

    with counted() as queries:
        page = browser.get(f"{address}?state={CheckInState.ANSWERED}").text

    assert queries.value <= 8, queries.statements
    assert page.count("Yara and Marijke") == 1
    for odd in ("state=x", "page=-1", "page=abc", "page=999999999"):
        assert browser.get(f"{address}?{odd}").status_code == 200


def test_nothing_of_ones_own_pairing_is_listed(browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    keep(a_check_in(a_met_pairing(mentor=programme.contact, programme=programme)))

    page = browse(programme.contact).get(f"/coordination/{programme.id}/check-ins").text

    assert "Yara" not in page
