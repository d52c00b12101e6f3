"""What a visitor and a member see first."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.members.models import Member
from matcher.pairings.models import MeetingState, PairingState
from matcher.programmes.models import EnrolmentState, Programme
from tests.conftest import Browse, Counted, Keep
from tests.factories import TODAY, a_member, a_programme, an_enrolment
from tests.factories.feedback import a_check_in, a_met_pairing
from tests.factories.pairings import a_meeting
from tests.factories.proposals import an_offer

FIRST = {
    "name": "Bea",
    "email": "bea@example.org",
    "password": "tuinhek lopen maandag kers",
    "name_en": "Buddies",
    "name_nl": "Maatjes",
}


def test_an_empty_installation_leads_to_its_first_page(app: Flask) -> None:
    page = app.test_client().get("/")

    assert page.location == "/first-run"


def test_the_first_person_becomes_administrator_of_a_first_programme(
    app: Flask, db: Session
) -> None:
    page = app.test_client().post("/first-run", data=FIRST)

    bea = db.scalars(select(Member)).one()
    programme = db.scalars(select(Programme)).one()
    assert bea.is_administrator
    assert bea.coordinates == {programme.id}
    assert page.location == f"/coordination/{programme.id}/programme"


def test_the_first_page_keeps_what_was_typed(app: Flask) -> None:
    page = app.test_client().post("/first-run", data=FIRST | {"email": "bea at example"})

    assert page.status_code == 422
    assert 'value="bea at example"' in page.text
    assert 'value="Maatjes"' in page.text


def test_the_first_page_is_gone_once_somebody_is_here(app: Flask, keep: Keep) -> None:
    keep(a_member())
    browser = app.test_client()

    assert browser.get("/first-run").status_code == 404
    assert browser.post("/first-run", data=FIRST).status_code == 404


def test_a_visitor_sees_the_programmes_that_are_open(app: Flask, keep: Keep) -> None:
    programme = a_programme()
    keep(programme)

    assert programme.name_en in app.test_client().get("/").text


def test_a_visitor_reads_in_the_language_of_the_browser(app: Flask, keep: Keep) -> None:
    keep(a_programme())

    page = app.test_client().get("/", headers={"Accept-Language": "nl"})

    assert "Samen sta je steviger" in page.text


def test_a_new_member_is_told_what_to_do_next(browse: Browse) -> None:
    assert "You have not signed up yet" in browse(a_member()).get("/home").text


def test_a_proposal_comes_before_everything_else(browse: Browse, keep: Keep) -> None:
    yara = a_member("Yara")
    keep(an_offer(yara, a_member("Marijke")))

    page = browse(yara).get("/home").text

    assert "There is a proposal for you" in page
    assert "Read about Marijke" in page


def test_an_open_check_in_is_the_next_thing(browse: Browse, keep: Keep) -> None:
    check_in = a_check_in()
    keep(check_in)

    assert "How is it going?" in browse(check_in.member).get("/home").text


def test_an_unfinished_sign_up_waits_for_its_member(browse: Browse, keep: Keep) -> None:
    draft = an_enrolment(state=EnrolmentState.DRAFT)
    keep(draft)

    assert "Finish your sign-up" in browse(draft.member).get("/home").text


def test_who_has_nothing_planned_is_asked_to_plan(browse: Browse, keep: Keep) -> None:
    pairing = a_met_pairing()
    keep(pairing)

    assert "Plan your next meeting" in browse(pairing.mentee).get("/home").text


def test_a_time_waits_only_for_whom_it_was_proposed_to(browse: Browse, keep: Keep) -> None:
    pairing = a_met_pairing(mentor=a_member("Marijke"), mentee=a_member("Yara"))
    soon = clock.now() + timedelta(days=3)
    keep(a_meeting(pairing, starts_at=soon, state=MeetingState.PROPOSED))

    assert "Yara proposes a time to meet" in browse(pairing.mentor).get("/home").text
    hers = browse(pairing.mentee).get("/home").text
    assert "Your proposal waits for an answer" in hers
    assert 'class="next"' not in hers


def test_the_nearest_meeting_stands_on_top(browse: Browse, keep: Keep) -> None:
    pairing = a_met_pairing(mentor=a_member("Marijke"), mentee=a_member("Yara"))
    keep(a_meeting(pairing, starts_at=clock.now() + timedelta(days=3)))

    assert "Your next meeting with Marijke" in browse(pairing.mentee).get("/home").text


def test_who_worked_together_earlier_is_still_found(browse: Browse, keep: Keep) -> None:
    pairing = a_met_pairing(mentor=a_member("Marijke"))
    pairing.state, pairing.closed_on = PairingState.CLOSED, TODAY
    keep(pairing)

    page = browse(pairing.mentee).get("/home").text

    assert "Together earlier" in page
    assert f"/pairings/{pairing.id}" in page
    assert "Plan your next meeting" not in page


def test_a_members_home_takes_three_queries(browse: Browse, keep: Keep, counted: Counted) -> None:
    pairing = a_met_pairing()
    keep(pairing, a_check_in(pairing), an_offer(pairing.mentee))
    browser = browse(pairing.mentee)

    with counted() as queries:
        browser.get("/home")

    assert queries.value <= 3, queries.statements


def test_a_member_reads_in_their_own_language(browse: Browse) -> None:
    page = browse(a_member("Yara", language=Language.NL)).get("/home", headers={})

    assert 'lang="nl"' in page.text
