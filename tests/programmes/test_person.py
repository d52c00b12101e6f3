"""One person as their coordinators look after them: what they showed, and what happened."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.programmes.models import AdmissionCheck, Enrolment, EnrolmentState
from tests.conftest import Browse, Keep
from tests.factories import a_programme, an_enrolment
from tests.factories.programmes import a_check, a_programme_that_asks
from tests.programmes.sending import Fields, send


@pytest.fixture
def mentor(keep: Keep) -> Enrolment:
    programme = a_programme_that_asks(("vog", 36), ("intake_talk", None))
    mentor = an_enrolment(Side.MENTOR, programme=programme)
    keep(mentor)
    return mentor


@pytest.fixture
def coordinator(mentor: Enrolment, browse: Browse) -> FlaskClient:
    return browse(mentor.programme.contact)


def address(enrolment: Enrolment, rest: str = "") -> str:
    return f"/coordination/{enrolment.programme_id}/people/{enrolment.id}{rest}"


def checks(db: Session) -> list[tuple[str, date, date | None]]:
    found = [
        (each.item, each.done_on, each.expires_on) for each in db.scalars(select(AdmissionCheck))
    ]
    db.commit()  # whoever may write keeps all others from writing
    return found


def test_the_page_says_what_is_still_to_be_shown(
    coordinator: FlaskClient, mentor: Enrolment
) -> None:
    page = coordinator.get(address(mentor)).text

    assert "Not in the next run yet." in page
    assert "A certificate of good conduct (VOG): not recorded yet." in page
    assert "An intake talk: not recorded yet." in page


def test_once_everything_is_shown_they_can_be_in_the_next_run(
    coordinator: FlaskClient, mentor: Enrolment
) -> None:
    for item in ("vog", "intake_talk"):
        send(coordinator, address(mentor, f"/shown/{item}"), {"done_on": "2026-02-28"})

    page = coordinator.get(address(mentor)).text

    assert "Can be in the next run." in page
    assert "Recorded: A certificate of good conduct (VOG)" in page


@pytest.mark.parametrize(
    ("item", "fields", "until"),
    [
        ("vog", {"done_on": "2026-02-28"}, date(2029, 2, 28)),
        ("vog", {"done_on": "2024-02-29"}, date(2027, 2, 28)),
        ("vog", {"done_on": "2026-02-28", "expires_on": "2027-01-01"}, date(2027, 1, 1)),
        ("intake_talk", {"done_on": "2026-02-28"}, None),
    ],
)
def test_an_item_is_valid_as_long_as_the_programme_or_the_paper_says(  # noqa: PLR0913  # a row, and where
    *,
    item: str,
    fields: Fields,
    until: date | None,
    coordinator: FlaskClient,
    mentor: Enrolment,
    db: Session,
) -> None:
    page = send(coordinator, address(mentor, f"/shown/{item}"), fields)

    assert page.location == address(mentor)
    assert checks(db) == [(item, date.fromisoformat(str(fields["done_on"])), until)]


def test_shown_again_the_newer_one_counts(
    coordinator: FlaskClient, mentor: Enrolment, db: Session
) -> None:
    for day in ("2020-01-01", "2026-02-28"):
        send(coordinator, address(mentor, "/shown/vog"), {"done_on": day})

    assert checks(db) == [("vog", date(2026, 2, 28), date(2029, 2, 28))]


def test_what_was_recorded_by_mistake_is_taken_back_once(
    keep: Keep, coordinator: FlaskClient, mentor: Enrolment, db: Session
) -> None:
    keep(a_check(mentor, "vog"))

    done, again = (coordinator.post(address(mentor, "/shown/vog/erase")) for _ in range(2))

    assert (done.status_code, again.status_code) == (302, 409)
    assert "This was not recorded, or has been taken back already." in again.text
    assert checks(db) == []


TOMORROW = (clock.today() + timedelta(days=1)).isoformat()
REFUSED: list[tuple[str, Fields, str]] = [
    ("/shown/vog", {"done_on": ""}, "Please fill this in."),
    ("/shown/vog", {"done_on": "yesterday"}, "Please write a day like this"),
    ("/shown/vog", {"done_on": "9" * 30}, "Please write a day like this"),
    ("/shown/vog", {"done_on": TOMORROW}, "Please choose today or a day before."),
    (
        "/shown/vog",
        {"done_on": "2026-02-28", "expires_on": "2026-02-27"},
        "Please choose a day after it was shown.",
    ),
    ("/ground", {"ground": ""}, "Please fill this in."),
    ("/ground", {"ground": "a\x00b"}, "characters that cannot be shown"),
    ("/note", {"note": "much " * 50_000}, "Please keep this under 2000 characters."),
]


@pytest.mark.parametrize("row", REFUSED)
def test_what_cannot_be_is_refused_where_it_was_typed(
    row: tuple[str, Fields, str], coordinator: FlaskClient, mentor: Enrolment, keep: Keep
) -> None:
    deed, fields, why = row
    mentor.confirmed_at = None
    keep(mentor)

    page = send(coordinator, address(mentor, deed), fields)

    assert page.status_code == 422
    assert page.text.count(why) >= 2, "in the summary and beside the field"


def test_what_the_programme_does_not_ask_is_not_recorded(
    coordinator: FlaskClient, mentor: Enrolment
) -> None:
    page = send(coordinator, address(mentor, "/shown/training"), {"done_on": "2026-02-28"})

    assert page.status_code == 409
    assert "This programme does not ask for that." in page.text
    unknown = send(coordinator, address(mentor, "/shown/passport"), {"done_on": "2026-02-28"})
    assert unknown.status_code == 404


def test_a_recorded_ground_lets_somebody_in_who_has_not_confirmed(
    keep: Keep, browse: Browse
) -> None:
    mentee = an_enrolment()
    mentee.confirmed_at = None
    keep(mentee)
    browser = browse(mentee.programme.contact)
    assert "Not confirmed yet" in browser.get(address(mentee)).text

    send(browser, address(mentee, "/ground"), {"ground": "Said yes by phone."})

    page = browser.get(address(mentee)).text
    assert "Can be in the next run." in page
    assert "Said yes by phone." in page


def test_what_to_take_into_account_is_kept_sealed(
    coordinator: FlaskClient, mentor: Enrolment, db: Session
) -> None:
    send(coordinator, address(mentor, "/note"), {"note": "Needs a lift."})

    assert "Needs a lift." in coordinator.get(address(mentor)).text
    kept = db.execute(text("SELECT note_sealed FROM enrolment")).scalar_one()
    assert kept
    assert b"Needs" not in kept


def test_somebody_of_another_programme_is_not_found(
    keep: Keep, coordinator: FlaskClient, mentor: Enrolment
) -> None:
    other = an_enrolment(programme=a_programme())
    keep(other)

    here = f"/coordination/{mentor.programme_id}/people/{other.id}"
    assert coordinator.get(here).status_code == 404
    assert coordinator.get(address(other)).status_code == 404


@pytest.mark.parametrize("state", list(EnrolmentState))
def test_everybody_has_a_page_whatever_their_state(
    state: EnrolmentState, keep: Keep, browse: Browse
) -> None:
    enrolment = an_enrolment(state=state)
    keep(enrolment)

    assert browse(enrolment.programme.contact).get(address(enrolment)).status_code == 200
