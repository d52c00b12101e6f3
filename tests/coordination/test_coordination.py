"""What a coordinator sees, in few queries, and nobody else."""

from datetime import timedelta

from flask import Flask, url_for
from markupsafe import escape
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckInState
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme
from tests.conftest import Browse, Counted, Keep
from tests.factories import TODAY, a_member, a_programme, an_administrator, an_enrolment
from tests.factories.feedback import a_check_in, a_met_pairing, answered
from tests.factories.pairings import a_meeting


def some_pairs(keep: Keep, number: int) -> Programme:
    programme = a_programme()
    for _ in range(number):
        pairing = a_met_pairing(programme=programme)
        keep(pairing, a_check_in(pairing), a_meeting(pairing))
    return programme


def test_an_empty_programme_says_what_comes_first(browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    keep(programme)

    page = browse(programme.contact).get(f"/coordination/{programme.id}").text

    assert "Three steps to the first pairs" in page


def test_the_glance_counts_people_and_pairs(browse: Browse, keep: Keep) -> None:
    programme = some_pairs(keep, 2)
    keep(an_enrolment(programme=programme))

    page = browse(programme.contact).get(f"/coordination/{programme.id}").text

    assert "2 pairs, all quiet" in page


def test_the_work_list_takes_eight_queries_however_many_pairs(
    browse: Browse, keep: Keep, counted: Counted
) -> None:
    programme = some_pairs(keep, 12)
    browser = browse(programme.contact)

    for address in (f"/coordination/{programme.id}", f"/coordination/{programme.id}/pairs"):
        with counted() as queries:
            browser.get(address)
        assert queries.value <= 8, queries.statements


def test_pairs_come_in_pages(browse: Browse, keep: Keep) -> None:
    programme = some_pairs(keep, 26)
    browser, address = browse(programme.contact), f"/coordination/{programme.id}/pairs"

    assert "1 of 2" in browser.get(address).text
    assert "2 of 2" in browser.get(f"{address}?page=2").text
    for odd in ("abc", "-1", "0", "9" * 30):
        assert browser.get(f"{address}?page={odd}").status_code == 200


def test_each_pair_leads_to_its_page(browse: Browse, keep: Keep, app: Flask) -> None:
    programme = a_programme()
    pairings = [a_met_pairing(programme=programme) for _ in range(3)]
    pairings[0].mentee.name = "Ada <b> & {0}"
    keep(*pairings)

    page = browse(programme.contact).get(f"/coordination/{programme.id}/pairs").text

    with app.test_request_context():
        for each in pairings:
            address = url_for("coordination.pair", programme_id=programme.id, pairing_id=each.id)
            both = escape(f"{each.mentee.name} and {each.mentor.name}")
            assert f'<a href="{address}">{both}</a>' in page


def test_a_pair_tells_the_nearest_check_in_that_is_planned(browse: Browse, keep: Keep) -> None:
    pairing = a_met_pairing()
    past, near, far = (TODAY + timedelta(days=days) for days in (9, 16, 44))
    keep(a_check_in(pairing, opens_on=past, period=1, state=CheckInState.CLOSED))
    keep(a_check_in(pairing, opens_on=far, period=3, state=CheckInState.PLANNED))
    keep(a_check_in(pairing, opens_on=near, period=2, state=CheckInState.PLANNED))

    page = browse(pairing.programme.contact).get(f"/coordination/{pairing.programme_id}/pairs").text

    assert "18 Mar" in page
    assert "11 Mar" not in page
    assert "15 Apr" not in page


def test_a_coordinator_reads_the_check_ins_by_name(browse: Browse, keep: Keep) -> None:
    pairing = a_met_pairing()
    keep(pairing, answered(a_check_in(pairing), bond=2))

    page = browse(pairing.programme.contact).get(address_of(pairing)).text

    assert "How is the contact with your mentor?" in page
    assert "poor" in page


def test_a_note_is_kept_and_neither_of_the_two_sees_it(
    browse: Browse, keep: Keep, db: Session
) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    browser = browse(pairing.programme.contact)

    browser.post(f"{address_of(pairing)}/note", data={"note": "Call before the holidays."})

    db.refresh(pairing)
    assert pairing.note == "Call before the holidays."
    db.commit()
    assert "Call before the holidays." in browser.get(address_of(pairing)).text
    assert "Call before" not in browse(pairing.mentee).get(f"/pairings/{pairing.id}").text


def test_nobody_looks_after_their_own_pairing(browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    pairing = a_met_pairing(mentor=programme.contact, programme=programme)
    keep(pairing)

    assert browse(programme.contact).get(address_of(pairing)).status_code == 404


def test_who_looks_after_one_programme_goes_straight_to_it(browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    keep(programme)

    page = browse(programme.contact).get("/coordination")

    assert page.location == f"/coordination/{programme.id}"


def test_who_looks_after_none_is_not_told_of_any(browse: Browse, keep: Keep, app: Flask) -> None:
    programme = a_programme()
    keep(programme)
    nobody: Member = a_member()

    assert programme.name_en not in browse(nobody).get("/coordination").text
    assert app.test_client().get("/coordination").status_code == 401


def address_of(pairing: Pairing) -> str:
    assert pairing.since <= TODAY
    return f"/coordination/{pairing.programme_id}/pairs/{pairing.id}"


def test_an_administrator_finds_every_programme_to_name_its_coordinators(
    browse: Browse, keep: Keep
) -> None:
    programme = a_programme()
    keep(programme)

    page = browse(an_administrator()).get("/coordination").text

    assert programme.name_en in page
    assert f"/coordination/{programme.id}/programme/team" in page
    assert f'href="/coordination/{programme.id}"' not in page
