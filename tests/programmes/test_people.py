"""A coordinator's list of people: searched, filtered, in pages; whatever stands in its address."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState, Meets, Programme
from matcher.programmes.queries.people import Wanted, count_people, list_people
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_member, a_programme, an_enrolment
from tests.factories.programmes import a_check, a_programme_that_asks

NAMES = ("Ada", "Béla", "Chidi", "Dunya")


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme_that_asks(("vog", 36))
    keep(programme)
    return programme


@pytest.fixture
def coordinator(programme: Programme, browse: Browse) -> FlaskClient:
    return browse(programme.contact)


@pytest.fixture
def people(programme: Programme, keep: Keep) -> dict[str, Enrolment]:
    """Keep four people of whom each is special in one way."""
    made = {name: an_enrolment(member=a_member(name), programme=programme) for name in NAMES}
    made["Ada"].side, made["Ada"].languages = Side.MENTOR, ["ti"]
    made["Béla"].organisation, made["Béla"].topics = "100% Helder_", ["dutch-conversation"]
    made["Chidi"].meets, made["Chidi"].place = Meets.IN_PERSON, ""
    made["Dunya"].state = EnrolmentState.WITHDRAWN
    keep(*made.values())
    return made


def address(programme: Programme, **asked: object) -> str:
    return f"/coordination/{programme.id}/people?{urlencode(asked)}"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "Ada Béla Chidi"),
        ({"text": "ad"}, "Ada"),
        ({"text": "HELDER"}, "Béla"),
        ({"text": "100%"}, "Béla"),
        ({"text": "r_"}, "Béla"),
        ({"text": "example.org"}, "Ada Béla Chidi"),
        ({"text": "'; DROP TABLE member"}, ""),
        ({"side": "mentor"}, "Ada"),
        ({"side": "mentee"}, "Béla Chidi"),
        ({"state": "withdrawn"}, "Dunya"),
        ({"language": "nl"}, ""),
        ({"language": "en"}, "Béla Chidi"),
        ({"topic": "dutch-conversation"}, "Béla"),
        ({"incomplete": "y"}, "Chidi"),
        ({"side": "mentee", "topic": "job-search"}, "Chidi"),
    ],
)
@pytest.mark.usefixtures("people")
def test_people_are_found_by_what_is_asked(
    asked: dict[str, str], found: str, coordinator: FlaskClient, programme: Programme
) -> None:
    page = coordinator.get(address(programme, **asked)).text

    assert [name for name in NAMES if f">{name}<" in page] == found.split()
    assert ("Nobody found" in page) == (found == "")


@pytest.mark.parametrize("side", ["", *Side])
@pytest.mark.parametrize("state", ["", *EnrolmentState])
@pytest.mark.usefixtures("people")
def test_what_is_counted_by_side_and_state_tells_how_many_are_found(
    side: str, state: str, db: Session, programme: Programme
) -> None:
    wanted = Wanted(side=side, state=state)

    found = list_people(db, programme, wanted)
    told = list_people(db, programme, wanted, counts=count_people(db, programme))

    assert told.total == found.total == len(found.people)


@pytest.mark.parametrize(
    ("name", "letters"), [("ada van bee", "AB"), ("Ömer", "Ö"), ("<b> {0} &", "<&")]
)
def test_the_letters_beside_a_name_are_those_of_every_face(
    name: str, letters: str, coordinator: FlaskClient, programme: Programme, keep: Keep
) -> None:
    keep(an_enrolment(member=a_member(name), programme=programme))

    listed = coordinator.get(address(programme)).text

    face = '<span class="face face-need face-s" aria-hidden="true">'
    assert f"{face}{escape(letters)}</span>" in listed
    assert f'<span class="person-name">{escape(name)}</span>' in listed


def test_nobody_opens_or_reminds_themselves(
    coordinator: FlaskClient, programme: Programme, keep: Keep
) -> None:
    own = an_enrolment(member=programme.contact, programme=programme)
    own.languages = []
    keep(own)

    listed = coordinator.get(address(programme)).text

    assert programme.contact.name in listed
    assert str(own.id) not in listed


@pytest.mark.usefixtures("people")
def test_a_list_asks_for_all_it_tells_at_once(
    coordinator: FlaskClient, programme: Programme, counted: Counted
) -> None:
    coordinator.get(address(programme))

    for asked in ({}, {"text": "a"}):
        with counted() as queries:
            coordinator.get(address(programme, **asked))
        assert queries.value <= 7, queries.statements


@pytest.mark.parametrize(
    "asked",
    [
        {"side": "boss"},
        {"state": "asleep"},
        {"topic": '"] or 1=1'},
        {"page": "abc"},
        {"page": "-1"},
        {"page": "1.5"},
        {"text": "a\x00b"},
        {"text": "a" * 50_000},
    ],
)
@pytest.mark.usefixtures("people")
def test_what_makes_no_sense_in_the_address_is_left_out(
    asked: dict[str, str], coordinator: FlaskClient, programme: Programme
) -> None:
    page = coordinator.get(address(programme, **asked))

    assert page.status_code == 200
    assert ">Chidi<" in page.text


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "10001", "2"])
@pytest.mark.usefixtures("people")
def test_a_page_beyond_the_last_is_a_page_all_the_same(
    number: str, coordinator: FlaskClient, programme: Programme
) -> None:
    assert coordinator.get(address(programme, page=number)).status_code == 200


def test_letters_that_are_none_find_nobody_and_break_nothing(
    coordinator: FlaskClient, programme: Programme
) -> None:
    for text in ("%ED%A0%80", "%ff", "%00"):
        asked = f"/coordination/{programme.id}/people?text={text}&page={text}&topic={text}"
        assert coordinator.get(asked).status_code == 200


def test_fifty_stand_on_a_page_and_the_search_goes_along_to_the_next(
    keep: Keep, coordinator: FlaskClient, programme: Programme
) -> None:
    keep(*(an_enrolment(member=a_member(f"N{n:02}"), programme=programme) for n in range(51)))

    first = coordinator.get(address(programme, side="mentee"))
    second = coordinator.get(address(programme, side="mentee", page=2))

    assert "1 to 50 of 51" in first.text
    assert "51 to 51 of 51" in second.text
    assert ">N49<" in first.text
    assert ">N50<" not in first.text
    assert ">N50<" in second.text
    assert "side=mentee&amp;page=2" in first.text


@pytest.mark.parametrize(
    "name", ["programme_id", "endpoint", "_external", "_scheme", "_anchor", "_method", "x"]
)
def test_a_strange_name_in_the_address_does_not_lead_elsewhere(
    name: str, keep: Keep, coordinator: FlaskClient, programme: Programme
) -> None:
    keep(*(an_enrolment(member=a_member(), programme=programme) for _ in range(51)))

    page = coordinator.get(address(programme, **{name: "elsewhere"}))

    assert page.status_code == 200
    assert f'href="/coordination/{programme.id}/people?page=2"' in page.text


def test_an_empty_programme_says_how_people_come_in(
    coordinator: FlaskClient, programme: Programme
) -> None:
    assert "Nobody has signed up yet" in coordinator.get(address(programme)).text


@pytest.mark.usefixtures("people")
def test_each_line_says_what_keeps_somebody_out_of_the_next_run(
    coordinator: FlaskClient, programme: Programme
) -> None:
    page = coordinator.get(address(programme)).text

    assert "A certificate of good conduct (VOG): not recorded yet." in page
    assert "Where they live, to meet in person" in page


@pytest.mark.parametrize(("days", "said"), [(61, False), (60, True), (0, True), (-1, False)])
def test_sixty_days_before_an_item_expires_the_list_says_so(
    days: int,
    said: bool,  # noqa: FBT001  # a column of the table above
    keep: Keep,
    coordinator: FlaskClient,
    programme: Programme,
) -> None:
    mentor = an_enrolment(Side.MENTOR, programme=programme)
    until = clock.today() + timedelta(days=days)
    keep(mentor, a_check(mentor, "vog", expires_on=until))

    page = coordinator.get(address(programme)).text

    assert ("Something expires on" in page) == said
    assert ("no longer valid." in page) == (days < 0)


def test_a_coordinator_who_takes_part_is_in_the_list_and_looked_after_by_another(
    keep: Keep, coordinator: FlaskClient, programme: Programme
) -> None:
    mine = an_enrolment(member=programme.contact, programme=programme)
    keep(mine)

    page = coordinator.get(address(programme)).text

    assert ">Hanna<" in page
    assert f"/people/{mine.id}" not in page
    assert coordinator.get(f"/coordination/{programme.id}/people/{mine.id}").status_code == 403


def test_people_of_other_programmes_are_not_in_the_list(
    keep: Keep, coordinator: FlaskClient, programme: Programme
) -> None:
    keep(an_enrolment(member=a_member("SECRET-NAME"), programme=a_programme()))

    assert "SECRET" not in coordinator.get(address(programme)).text
