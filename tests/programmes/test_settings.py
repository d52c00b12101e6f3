"""Each section of a programme keeps what is sent, or says in a sentence what to mend."""

from collections.abc import Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.programmes.models import Objective, Programme
from matcher.programmes.models.lacks import PROGRAMME_SECTIONS
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme
from tests.programmes.sending import Fields, send

NAMED = {"name_en": "Strong together", "name_nl": "Samen sterk"}
LEVELS = {
    f"criterion_{name}": "some"
    for name in ("topics", "words", "languages", "availability", "place", "style")
}


def address(programme: Programme, rest: str = "") -> str:
    return f"/coordination/{programme.id}/programme{rest}"


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme()
    keep(programme)
    return programme


@pytest.fixture
def coordinator(programme: Programme, browse: Browse) -> FlaskClient:
    return browse(programme.contact)


@pytest.mark.parametrize("section", PROGRAMME_SECTIONS)
def test_each_section_has_its_page(
    section: str, coordinator: FlaskClient, programme: Programme
) -> None:
    page = coordinator.get(address(programme, f"/{section}"))

    assert page.status_code == 200
    assert "<h1>" in page.text


SAVED: list[tuple[str, Fields, Mapping[str, Any]]] = [
    ("basics", {**NAMED, "for_whom_en": "For all."}, {"name_nl": "Samen sterk"}),
    ("dates", {"starts_on": "2027-01-11", "weeks": "26"}, {"planned_days": 182}),
    ("dates", {"sign_up_until": "2027-01-01", "weeks": "2"}, {"planned_days": 14}),
    (
        "people",
        {"topics": ["job-search"], "languages": ["nl"], "modes": ["online"]},
        {"topics": ["job-search"], "languages": ["nl"], "modes": ["online"]},
    ),
    (
        "matching",
        {**LEVELS, "rules": ["too_far"], "objective": "fair", "floor": "0.2"},
        {"rules": ["too_far"], "objective": Objective.FAIR, "floor": 0.2},
    ),
    (
        "rhythm",
        {"rhythm_days": "7", "cadence_weeks": "2", "answer_days": "5"},
        {"rhythm_days": 7, "cadence_weeks": 2, "answer_days": 5},
    ),
    (
        "admission",
        {"vog_sides": ["mentor"], "vog_months": "36", "training_sides": ["mentor", "mentee"]},
        {
            "admission": [
                {"item": "training", "side": "mentor", "months": None},
                {"item": "training", "side": "mentee", "months": None},
                {"item": "vog", "side": "mentor", "months": 36},
            ]
        },
    ),
    (
        "admission",
        {"vog_sides": ["mentor"], "vog_months": ""},
        {
            "admission": [
                {"item": "vog", "side": "mentor", "months": None},
            ]
        },
    ),
]


@pytest.mark.parametrize("row", SAVED)
def test_what_is_sent_is_settled(
    row: tuple[str, Fields, Mapping[str, Any]],
    coordinator: FlaskClient,
    programme: Programme,
    db: Session,
) -> None:
    section, fields, settled = row

    page = send(coordinator, address(programme, f"/{section}"), fields)

    assert page.status_code == 302
    db.refresh(programme)
    assert {name: getattr(programme, name) for name in settled} == settled
    assert coordinator.get(address(programme)).status_code == 200


REFUSED: list[tuple[str, Fields, str]] = [
    ("basics", {"name_en": "", "name_nl": "Samen"}, "Please fill this in."),
    ("dates", {"weeks": "1"}, "Please write a whole number from 2 to 156."),
    ("dates", {"weeks": "9" * 30}, "Please write a whole number from 2 to 156."),
    ("dates", {"weeks": ""}, "Please fill this in."),
    ("dates", {"weeks": "26", "starts_on": "yesterday"}, "Please write a day like this"),
    ("dates", {"weeks": "26", "starts_on": "9999-12-31"}, "Please write a day like this"),
    ("people", {"topics": ["no-such-topic"]}, "Please choose from the list."),
    ("people", {"languages": ["xx"]}, "Please choose from the list."),
    ("matching", {**LEVELS, "floor": "0.9"}, "Please choose from the list."),
    ("matching", {"floor": "0.2"}, "Please choose from the list."),
    ("matching", {**LEVELS, "objective": "mine", "floor": "0.2"}, "Please choose from the list."),
    ("rhythm", {"rhythm_days": "8", "cadence_weeks": "4", "answer_days": "10"}, "from the list"),
    ("rhythm", {"rhythm_days": "x", "cadence_weeks": "4", "answer_days": "10"}, "from the list"),
    ("contact", {"contact": "who@example.org"}, "Nobody here has this address."),
    ("contact", {"contact": "who"}, "This does not look like an e-mail address."),
    ("admission", {"vog_sides": ["mentor"], "vog_months": "0"}, "a whole number from 1 to 120"),
    ("consent", {"consent_en": "", "consent_nl": "Ja."}, "Please fill this in."),
]


@pytest.mark.parametrize("row", REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_changes(
    row: tuple[str, Fields, str], coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    section, fields, why = row
    version = programme.version

    page = send(coordinator, address(programme, f"/{section}"), fields)

    assert page.status_code == 422
    assert why in page.text
    db.refresh(programme)
    assert programme.version == version


def test_what_was_chosen_stays_chosen_when_something_else_is_refused(
    coordinator: FlaskClient, programme: Programme
) -> None:
    page = send(
        coordinator,
        address(programme, "/rhythm"),
        {"rhythm_days": "21", "cadence_weeks": "99", "answer_days": "10"},
    )

    assert '<option selected value="21">' in page.text


def test_contact_person_and_stand_in_are_named_by_their_addresses(
    keep: Keep, coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    sam = a_member("Sam")
    keep(sam)
    hanna = programme.contact
    people = {"contact": sam.email or "", "stand_in": hanna.email or ""}
    numbers = {"emergency_phone": "112", "crisis_line": "113"}

    send(coordinator, address(programme, "/contact"), {**people, **numbers})

    db.refresh(programme)
    assert (programme.contact, programme.stand_in) == (sam, hanna)
    assert "Sam" in coordinator.get(address(programme)).text


def test_another_consent_text_is_another_version(
    coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    for text in ("I agree wholly.", "I agree wholly."):
        fields = {"consent_en": text, "consent_nl": programme.consent_nl}
        send(coordinator, address(programme, "/consent"), fields)

    db.refresh(programme)
    assert programme.consent_version == 2


def test_who_changed_what_is_told(
    coordinator: FlaskClient, programme: Programme, db: Session
) -> None:
    send(coordinator, address(programme, "/basics"), NAMED)

    event = db.scalars(select(Event).where(Event.action == "programme.changed")).one()
    assert (event.actor, event.facts["kind"]) == (programme.contact.audit_key, "basics")
