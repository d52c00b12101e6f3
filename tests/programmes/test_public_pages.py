"""What a visitor learns of a programme: what it is, for whom, until when; and nothing of people."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.foundation import clock
from matcher.programmes.models import ProgrammeState
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme, an_enrolment
from tests.factories.programmes import a_programme_that_asks


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    return app.test_client()


def test_open_programmes_are_listed_and_no_others(keep: Keep, visitor: FlaskClient) -> None:
    programmes = {state: a_programme() for state in ProgrammeState}
    for state, programme in programmes.items():
        programme.state = state
    keep(*programmes.values())

    page = visitor.get("/programmes").text

    assert {state for state, each in programmes.items() if each.name_en in page} == {"open"}


def test_without_open_programmes_the_list_says_so(visitor: FlaskClient) -> None:
    assert "No programme is open now" in visitor.get("/programmes").text


@pytest.mark.parametrize("state", [ProgrammeState.DRAFT, ProgrammeState.CLOSED])
def test_the_page_of_one_that_is_not_open_is_for_its_coordinators(
    state: ProgrammeState, keep: Keep, visitor: FlaskClient, browse: Browse
) -> None:
    programme = a_programme()
    programme.state = state
    keep(programme)

    preview = f"/coordination/{programme.id}/programme/preview"
    assert visitor.get(f"/programmes/{programme.address}").status_code == 404
    assert "This is a preview." in browse(programme.contact).get(preview).text


def test_a_visitor_reads_it_in_their_own_language(keep: Keep, visitor: FlaskClient) -> None:
    programme = a_programme()
    programme.about_en, programme.about_nl = "Told in English.", "Verteld in het Nederlands."
    keep(programme)
    address = f"/programmes/{programme.address}"

    assert "Told in English." in visitor.get(address).text
    dutch = visitor.get(address, headers={"Accept-Language": "nl"}).text

    assert "Verteld in het Nederlands." in dutch
    assert "Told in English." not in dutch


def test_it_says_what_is_asked_of_whom(keep: Keep, visitor: FlaskClient) -> None:
    programme = a_programme_that_asks(("vog", 36))
    keep(programme)

    page = visitor.get(f"/programmes/{programme.address}").text

    assert "We ask of mentors" in page
    assert "A certificate of good conduct (VOG)" in page
    assert "We ask of mentees" not in page


@pytest.mark.parametrize(("days", "is_open"), [(0, True), (-1, False)])
def test_signing_up_goes_on_until_the_last_day(
    days: int,
    is_open: bool,  # noqa: FBT001  # a column of the table above
    keep: Keep,
    visitor: FlaskClient,
) -> None:
    programme = a_programme()
    programme.sign_up_until = clock.today() + timedelta(days=days)
    keep(programme)
    address = f"/programmes/{programme.address}"

    pages = [visitor.get(address).text, visitor.get(f"{address}/sign-up").text]

    assert ["Sign-up has ended." in page for page in pages] == [not is_open] * 2
    late = visitor.post(f"{address}/sign-up", data={"sides": "mentee"})
    assert late.status_code == (422 if is_open else 409)


def test_who_takes_part_finds_their_sign_up_there(keep: Keep, browse: Browse) -> None:
    member = a_member()
    enrolment = an_enrolment(member=member)
    keep(enrolment)

    page = browse(member).get(f"/programmes/{enrolment.programme.address}").text

    assert f"/enrolments/{enrolment.id}/check" in page
    assert "Take part on the other side too" in page


def test_nobody_who_takes_part_is_on_the_page(keep: Keep, visitor: FlaskClient) -> None:
    enrolment = an_enrolment(member=a_member("SECRET-NAME"))
    keep(enrolment)

    assert "SECRET" not in visitor.get(f"/programmes/{enrolment.programme.address}").text


@pytest.mark.parametrize("address", ["nowhere", "%00", "%ED%A0%80", "x" * 5000, "9" * 30])
def test_unknown_addresses_are_not_found(address: str, visitor: FlaskClient) -> None:
    assert visitor.get(f"/programmes/{address}").status_code == 404
    assert visitor.get(f"/programmes/{address}/sign-up").status_code == 404
