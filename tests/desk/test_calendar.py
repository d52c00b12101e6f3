"""What is due stands in a coordinator's own calendar: by a secret address, without names."""

from datetime import timedelta

from icalendar import Calendar
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.desk.models import CalendarFeed
from matcher.feedback.models import CheckInState
from matcher.foundation import clock
from matcher.members.models import Role
from matcher.members.queries import fingerprint
from matcher.pairings.models import Pairing
from tests.conftest import Browse, Keep
from tests.factories import TODAY
from tests.factories.feedback import a_check_in, a_met_pairing
from tests.factories.pairings import a_meeting
from tests.factories.proposals import an_offer


def living(keep: Keep) -> Pairing:
    """Keep a pair with a meeting, a check-in and a proposal around this very day."""
    pairing, today = a_met_pairing(TODAY), clock.today()
    asked = a_check_in(pairing, opens_on=today + timedelta(days=3), state=CheckInState.PLANNED)
    offer = an_offer(programme=pairing.programme)
    offer.answer_by = today + timedelta(days=5)
    meeting = a_meeting(pairing, starts_at=clock.now() + timedelta(days=2), where="Secret café")
    keep(pairing, asked, offer, meeting)
    return pairing


def address_from(page: str) -> str:
    return page.split('value="http://localhost', 1)[1].split('"', 1)[0]


def test_it_tells_days_and_numbers_and_no_names(browse: Browse, keep: Keep, db: Session) -> None:
    pairing = living(keep)
    browser = browse(pairing.programme.contact)
    address = f"/coordination/{pairing.programme_id}/calendar"

    made = address_from(browser.post(address).text)
    read = browser.application.test_client().get(made)

    calendar = Calendar.from_ical(read.data)
    said = sorted(str(event["summary"]) for event in calendar.walk("VEVENT"))
    assert said == [
        "1 person is asked how it goes",
        "A pair meets",
        "Last day to answer 1 proposal",
    ]
    for name in ("Yara", "Marijke", "Secret café", "example.org"):
        assert name not in read.text
    assert made.removeprefix("/calendar/").removesuffix(".ics") not in str(
        db.scalars(select(CalendarFeed.fingerprint)).all()
    )


def test_the_address_is_shown_once_and_only_its_fingerprint_is_kept(
    browse: Browse, keep: Keep, db: Session
) -> None:
    pairing = living(keep)
    browser = browse(pairing.programme.contact)
    address = f"/coordination/{pairing.programme_id}/calendar"

    made = address_from(browser.post(address).text)

    token = made.removeprefix("/calendar/").removesuffix(".ics")
    assert token not in browser.get(address).text
    assert db.scalars(select(CalendarFeed)).one().fingerprint == fingerprint(token)


def test_a_new_address_ends_the_old_one_and_ending_it_ends_all(browse: Browse, keep: Keep) -> None:
    pairing = living(keep)
    browser = browse(pairing.programme.contact)
    address = f"/coordination/{pairing.programme_id}/calendar"
    first = address_from(browser.post(address).text)

    second = address_from(browser.post(address).text)

    assert (browser.get(first).status_code, browser.get(second).status_code) == (404, 200)
    browser.post(f"{address}/end")
    assert browser.get(second).status_code == 404


def test_who_no_longer_looks_after_the_programme_reads_nothing(
    browse: Browse, keep: Keep, db: Session
) -> None:
    pairing = living(keep)
    contact = pairing.programme.contact
    browser = browse(contact)
    made = address_from(browser.post(f"/coordination/{pairing.programme_id}/calendar").text)

    for grant in contact.grants:
        if grant.role == Role.COORDINATOR:
            grant.ended_at = clock.now()
    db.commit()

    assert browser.get(made).status_code == 404


def test_nothing_of_ones_own_pairing_stands_in_it(browse: Browse, keep: Keep, db: Session) -> None:
    pairing = living(keep)
    pairing.mentor = pairing.programme.contact
    db.commit()
    browser = browse(pairing.programme.contact)

    made = address_from(browser.post(f"/coordination/{pairing.programme_id}/calendar").text)

    assert "A pair meets" not in browser.get(made).text
