"""A coordinator signs somebody up who would rather tell than type: marked with who did, and why."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.members.models import Member, OneTimeLink, Purpose
from matcher.messages.models import Mail
from matcher.programmes.models import Consent, Enrolment, EnrolmentState, Programme, Source
from matcher.programmes.models.complete import SECTIONS
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme, an_enrolment
from tests.factories.programmes import FILLED, a_draft
from tests.programmes.sending import Fields, send

SAMIRA = {"side": "mentee", "name": "Samira", "email": "", "phone": "06 1", "language": "nl"}
BY_PHONE = {"why": "By phone on 3 March."}
AGREED = {"agree": "y", "version": "1", **BY_PHONE}


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme()
    keep(programme)
    return programme


@pytest.fixture
def coordinator(programme: Programme, browse: Browse) -> FlaskClient:
    return browse(programme.contact)


def address(programme: Programme) -> str:
    return f"/coordination/{programme.id}/people/new"


def begin(coordinator: FlaskClient, programme: Programme, db: Session, **fields: str) -> Enrolment:
    page = send(coordinator, address(programme), {**SAMIRA, **BY_PHONE, **fields})
    enrolment = db.scalars(select(Enrolment)).one()
    db.commit()  # whoever may write keeps all others from writing
    assert page.location == f"/enrolments/{enrolment.id}/about"
    return enrolment


def fill_in_and_send(coordinator: FlaskClient, enrolment: Enrolment) -> None:
    for section in SECTIONS:
        fields = {**FILLED[section], **BY_PHONE, "go": "next"}
        assert send(coordinator, f"/enrolments/{enrolment.id}/{section}", fields).location
    page = send(coordinator, f"/enrolments/{enrolment.id}/check", AGREED)
    assert page.location == f"/coordination/{enrolment.programme_id}/people/{enrolment.id}"


def test_somebody_without_an_address_is_signed_up_from_first_to_last(
    coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    enrolment = begin(coordinator, programme, db)

    fill_in_and_send(coordinator, enrolment)

    db.refresh(enrolment)
    assert (enrolment.state, enrolment.source) == (EnrolmentState.WAITING, Source.COORDINATOR)
    assert enrolment.entered_by_id == programme.contact.id
    assert (enrolment.entered_why, enrolment.member.email) == ("By phone on 3 March.", None)
    assert enrolment.is_confirmed
    consent = db.scalars(select(Consent)).one()
    assert consent.given_for_by_id == programme.contact.id
    assert db.scalars(select(Mail)).all() == []


def test_who_did_what_on_whose_behalf_is_told(
    coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    enrolment = begin(coordinator, programme, db)

    fill_in_and_send(coordinator, enrolment)

    events = db.scalars(select(Event).where(Event.action.like("enrolment.%for"))).all()
    assert {event.actor for event in events} == {programme.contact.audit_key}
    told = [event.facts.get("kind") for event in events]
    assert told == [None, *SECTIONS, "consent"]
    person = f"/coordination/{programme.id}/people/{enrolment.id}"
    db.commit()
    assert "Filled in by Hanna: By phone on 3 March." in coordinator.get(person).text


def test_who_can_be_reached_is_asked_to_confirm_themselves(
    coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    enrolment = begin(coordinator, programme, db, email="samira@example.org")

    fill_in_and_send(coordinator, enrolment)

    db.refresh(enrolment)
    assert not enrolment.is_confirmed
    assert enrolment.ground == "By phone on 3 March."
    assert [mail.address for mail in db.scalars(select(Mail))] == ["samira@example.org"]
    link = db.scalars(select(OneTimeLink)).one()
    assert (link.purpose, link.subject_id) == (Purpose.INVITATION, enrolment.id)


def test_why_it_is_filled_in_for_them_is_asked_in_every_section(
    keep: Keep, coordinator: FlaskClient, programme: Programme
) -> None:
    draft = a_draft(programme=programme)
    keep(draft)

    for section in SECTIONS:
        page = send(coordinator, f"/enrolments/{draft.id}/{section}", FILLED[section])
        assert page.status_code == 422
        assert "Please fill this in." in page.text


def test_the_reason_given_before_is_there_again(
    coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    enrolment = begin(coordinator, programme, db)

    page = coordinator.get(f"/enrolments/{enrolment.id}/words").text

    assert 'value="By phone on 3 March."' in page


def test_a_known_address_gets_a_place_and_no_second_account(
    keep: Keep, coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    known = a_member("Samira El Idrissi")
    keep(known)

    enrolment = begin(coordinator, programme, db, email=(known.email or "").upper())

    assert enrolment.member_id == known.id
    assert db.scalars(select(Member).where(Member.name == "Samira")).all() == []


def test_what_somebody_told_another_programme_stays_there(
    keep: Keep, coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    elsewhere = an_enrolment()
    elsewhere.place, elsewhere.organisation = "SECRET-PLACE", "SECRET-WORK"
    keep(elsewhere)

    send(
        coordinator,
        address(programme),
        {**SAMIRA, **BY_PHONE, "email": elsewhere.member.email or ""},
    )

    here = Enrolment.programme_id == programme.id
    begun = db.scalars(select(Enrolment).where(here)).one()
    assert (begun.place, begun.organisation, begun.slots) == ("", "", [])


def test_who_takes_part_already_is_not_signed_up_twice(
    keep: Keep, coordinator: FlaskClient, programme: Programme
) -> None:
    here = an_enrolment(programme=programme, member=a_member("Samira"))
    keep(here)

    page = send(
        coordinator, address(programme), {**SAMIRA, **BY_PHONE, "email": here.member.email or ""}
    )

    assert page.status_code == 409
    assert "Samira is in this programme already." in page.text


def test_who_had_stopped_is_taken_up_again(
    keep: Keep, coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    stopped = an_enrolment(programme=programme, state=EnrolmentState.WITHDRAWN)
    keep(stopped)

    begun = begin(coordinator, programme, db, email=stopped.member.email or "")

    db.refresh(begun)
    assert (begun, begun.state) == (stopped, EnrolmentState.DRAFT)


REFUSED: list[tuple[Fields, str]] = [
    ({**SAMIRA, "why": ""}, "Please fill this in."),
    ({**SAMIRA, **BY_PHONE, "name": ""}, "Please fill this in."),
    ({**SAMIRA, **BY_PHONE, "email": "samira"}, "This does not look like an e-mail address."),
    ({**SAMIRA, **BY_PHONE, "side": "boss"}, "Please choose from the list."),
    ({**SAMIRA, **BY_PHONE, "language": "xx"}, "Please choose from the list."),
    ({**SAMIRA, **BY_PHONE, "language": ""}, "Please choose from the list."),
    ({**SAMIRA, **BY_PHONE, "side": ""}, "Please choose from the list."),
]


@pytest.mark.parametrize(("fields", "why"), REFUSED)
def test_what_is_missing_is_said_and_nobody_is_made(
    fields: Fields, why: str, coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    page = send(coordinator, address(programme), fields)

    assert page.status_code == 422
    assert why in page.text
    assert db.scalars(select(Enrolment)).all() == []
