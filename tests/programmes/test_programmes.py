"""A coordinator makes a programme, changes it section by section, opens it and closes it."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.members.models import Member
from matcher.programmes.models import Programme, ProgrammeState
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme, an_administrator
from tests.programmes.sending import send

NEW = "/coordination/programmes/new"
NAMED = {"name_en": "Strong together", "name_nl": "Samen sterk"}


def address(programme: Programme, rest: str = "") -> str:
    return f"/coordination/{programme.id}/programme{rest}"


def find(db: Session, name: str) -> Programme:
    db.expire_all()
    return db.scalars(select(Programme).where(Programme.name_en == name)).one()


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme()
    programme.about_en, programme.about_nl = "Mentoring.", "Mentoraat."
    keep(programme)
    return programme


@pytest.fixture
def coordinator(programme: Programme, browse: Browse) -> FlaskClient:
    return browse(programme.contact)


def test_an_administrator_makes_a_programme_and_looks_after_it(browse: Browse, db: Session) -> None:
    browser = browse(an_administrator())

    page = send(browser, NEW, NAMED)

    made = find(db, "Strong together")
    assert page.location == f"/coordination/{made.id}/programme"
    assert browser.get(page.location).status_code == 200
    assert (made.state, made.address) == (ProgrammeState.DRAFT, "strong-together")


def test_a_new_programme_lacks_only_what_nobody_else_can_write(browse: Browse, db: Session) -> None:
    browser = browse(an_administrator())
    page = send(browser, NEW, NAMED)

    shown = browser.get(page.location or "").text

    assert "Tell in both languages what the programme is." in shown
    assert shown.count("Choose at least one") == 0
    assert "Ik wil meedoen aan dit programma" in find(db, "Strong together").consent_nl


def test_two_programmes_of_one_name_get_two_addresses(browse: Browse, db: Session) -> None:
    browser = browse(an_administrator())
    for _ in range(2):
        send(browser, NEW, NAMED)

    assert set(db.scalars(select(Programme.address))) == {"strong-together", "strong-together-2"}


def test_a_name_without_latin_letters_gets_an_address_too(browse: Browse, db: Session) -> None:
    send(browse(an_administrator()), NEW, {"name_en": "ሓቢርካ", "name_nl": "معًا"})

    assert find(db, "ሓቢርካ").address == "programme"


def test_an_administrator_lets_somebody_else_look_after_it(
    keep: Keep, browse: Browse, db: Session
) -> None:
    hanna = a_member("Hanna")
    keep(hanna)
    browser = browse(an_administrator())

    page = send(browser, NEW, {**NAMED, "coordinator": hanna.email or ""})

    made = find(db, "Strong together")
    assert page.location == f"/coordination/{made.id}/programme/team"
    assert "Hanna" in browser.get(page.location).text
    assert browse(hanna).get(address(made)).status_code == 200
    assert browser.get(address(made)).status_code == 404


def test_somebody_without_an_account_cannot_look_after_it(browse: Browse, db: Session) -> None:
    page = send(browse(an_administrator()), NEW, {**NAMED, "coordinator": "who@example.org"})

    assert page.status_code == 422
    assert "Nobody here has this address. They need an account first." in page.text
    assert "Strong together" in page.text
    assert db.scalars(select(Programme)).all() == []


def test_a_programme_without_a_name_is_not_made(browse: Browse) -> None:
    page = send(browse(an_administrator()), NEW, {"name_en": "  ", "name_nl": "Samen"})

    assert page.status_code == 422
    assert "Please fill this in." in page.text
    assert "Samen" in page.text


def test_members_make_no_programmes(browse: Browse) -> None:
    assert browse(a_member()).get(NEW).status_code == 403


def test_a_programme_opens_once_nothing_is_missing(
    keep: Keep, coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    programme.state, programme.about_nl = ProgrammeState.DRAFT, ""
    keep(programme)
    refused = coordinator.post(address(programme, "/open"))
    assert refused.status_code == 409
    assert "Something is still missing before this programme can be opened." in refused.text

    send(coordinator, address(programme, "/basics"), {**NAMED, "about_nl": "Mentoraat."})
    coordinator.post(address(programme, "/open"))

    db.refresh(programme)
    assert programme.state == ProgrammeState.OPEN


def test_closing_asks_once_more_and_can_be_undone(
    coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    asked = coordinator.get(address(programme, "/close"))
    assert "Close sign-up?" in asked.text
    public = f"/programmes/{programme.address}"

    coordinator.post(address(programme, "/close"))
    assert coordinator.get(public).status_code == 404

    coordinator.post(address(programme, "/open"))
    assert coordinator.get(public).status_code == 200
    moves = db.scalars(select(Event.facts).where(Event.action == "programme.moved")).all()
    assert [each["after"] for each in moves] == ["closed", "open"]


def test_a_draft_is_not_closed(keep: Keep, coordinator: FlaskClient, programme: Programme) -> None:
    programme.state = ProgrammeState.DRAFT
    keep(programme)

    page = coordinator.post(address(programme, "/close"))

    assert page.status_code == 409
    assert "never a draft again" not in page.text
    assert "has not been opened yet" in page.text


def test_there_are_no_other_sections(coordinator: FlaskClient, programme: Programme) -> None:
    assert coordinator.get(address(programme, "/secrets")).status_code == 404
    assert coordinator.post(address(programme, "/secrets")).status_code == 404


def test_only_its_own_coordinators_see_a_programme(
    programme: Programme, browse: Browse, keep: Keep
) -> None:
    elsewhere = a_programme()
    keep(elsewhere)
    people: list[Member] = [elsewhere.contact, an_administrator(), a_member()]

    assert {browse(each).get(address(programme)).status_code for each in people} == {404}
