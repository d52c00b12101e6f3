"""The page of the two together."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.pairings.models import CardShown, Meeting, MeetingState, Pairing, PairingState
from matcher.pairings.services.cards import show_cards
from tests.conftest import Browse, Count, Keep
from tests.factories import a_coordinator, a_member, a_pairing
from tests.factories.pairings import a_meeting

DAY = timedelta(days=1)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    """A pairing since a week ago, with a card for each."""
    pairing = a_pairing(since=clock.today() - 7 * DAY)
    db.add(pairing)
    db.flush()
    show_cards(db, pairing, now=clock.now())
    db.commit()
    return pairing


def address(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}{more}"


def a_plan(**other: str) -> dict[str, str]:
    on = clock.today() + 7 * DAY
    plan = {"on": on.isoformat(), "at": "19:30", "minutes": "60", "online": "in_person"}
    return plan | {"where": "Library Neude"} | other


def meetings(db: Session) -> list[Meeting]:
    found = list(db.scalars(select(Meeting).execution_options(populate_existing=True)))
    db.commit()  # what only looks here would keep the pages waiting
    return found


@pytest.mark.parametrize("side", list(Side))
def test_each_sees_the_other_the_card_and_the_coordinator(
    side: Side, pairing: Pairing, browse: Browse
) -> None:
    page = browse(pairing.member_on(side)).get(address(pairing))

    assert page.status_code == 200
    assert f"You and {pairing.member_on(side.other).name}" in page.text
    assert "Plan your first meeting" in page.text
    assert "Was this useful?" in page.text
    assert "Tell Hanna, the coordinator." in page.text
    assert page.text.count("<h1") == 1


def test_in_dutch_too(pairing: Pairing, browse: Browse) -> None:
    pairing.mentee.language = Language.NL

    page = browse(pairing.mentee).get(address(pairing))

    assert "Jij en Marijke" in page.text


@pytest.mark.parametrize("who", ["a stranger", "the coordinator", "nobody"])
@pytest.mark.parametrize("where", ["", "/meetings/new", "/pause", "/end"])
def test_the_space_is_for_the_two(
    who: str, where: str, pairing: Pairing, app: Flask, browse: Browse
) -> None:
    if who == "nobody":
        assert app.test_client().get(address(pairing, where)).status_code == 401
        return
    other = a_member() if who == "a stranger" else a_coordinator(pairing.programme.id)

    assert browse(other).get(address(pairing, where)).status_code == 404


def test_a_meeting_of_another_pairing_is_not_found_here(
    pairing: Pairing, browse: Browse, keep: Keep
) -> None:
    other = a_pairing()
    meeting = a_meeting(other)
    keep(other, meeting)
    browser = browse(pairing.mentee)

    for page in ("agree", "cancel", "log", "change"):
        assert browser.post(address(pairing, f"/meetings/{meeting.id}/{page}")).status_code == 404
        assert browser.post(address(other, f"/meetings/{meeting.id}/{page}")).status_code == 404
    assert browser.get(address(pairing, f"/meetings/{meeting.id}.ics")).status_code == 404


def test_a_first_meeting_is_proposed_agreed_and_noted(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)

    assert mentee.post(address(pairing, "/meetings/new"), data=a_plan()).status_code == 302
    assert "Your proposal is with Marijke" in mentee.get(address(pairing)).text
    assert "Does this time suit you?" in mentor.get(address(pairing)).text
    [meeting] = meetings(db)
    mentor.post(address(pairing, f"/meetings/{meeting.id}/agree"))
    assert "Your first meeting is planned" in mentee.get(address(pairing)).text

    db.refresh(meeting)
    meeting.starts_at = clock.now() - timedelta(hours=2)
    db.commit()
    assert "Did you meet?" in mentor.get(address(pairing)).text
    mentor.post(address(pairing, f"/meetings/{meeting.id}/log"), data={"outcome": "held"})

    assert "Met once." in mentee.get(address(pairing)).text
    db.refresh(pairing)
    assert pairing.state == PairingState.ACTIVE


def test_the_file_for_the_calendar_opens(pairing: Pairing, browse: Browse, keep: Keep) -> None:
    meeting = a_meeting(pairing, starts_at=clock.now() + DAY)
    keep(meeting)

    page = browse(pairing.mentor).get(address(pairing, f"/meetings/{meeting.id}.ics"))

    [event] = Calendar.from_ical(page.text).walk("VEVENT")
    assert page.mimetype == "text/calendar"
    assert event.decoded("dtstart") == meeting.starts_at.replace(microsecond=0)


@pytest.mark.parametrize(
    ("field", "odd"),
    [
        *(("on", ""), ("on", "soon"), ("on", "2020-01-01"), ("on", "9" * 30), ("on", "\0")),
        *(("at", "25:00"), ("at", ""), ("at", "\ud800"), ("minutes", "7"), ("minutes", "x")),
        *(("where", "a\r\nb"), ("where", "a\0b"), ("where", "x" * 50_000), ("online", "moon")),
    ],
)
def test_what_cannot_be_planned_is_asked_for_again(
    field: str, odd: str, pairing: Pairing, browse: Browse, db: Session
) -> None:
    body = urlencode(
        {k: v.encode(errors="surrogatepass") for k, v in a_plan(**{field: odd}).items()}
    )

    page = browse(pairing.mentee).post(
        address(pairing, "/meetings/new"),
        data=body,
        content_type="application/x-www-form-urlencoded",
    )

    assert page.status_code == 422
    assert "needs your attention" in page.text
    assert meetings(db) == []


def test_times_at_which_both_can_are_one_press_away(pairing: Pairing, browse: Browse) -> None:
    page = browse(pairing.mentee).get(address(pairing, "/meetings/new"))
    chosen = browse(pairing.mentee).get(address(pairing, "/meetings/new?on=2027-03-10&at=19:00"))

    assert "You both said that you can then:" in page.text
    assert 'value="2027-03-10"' in chosen.text
    assert 'value="19:00"' in chosen.text
    assert "needs your attention" not in chosen.text


def test_a_meeting_without_a_plan_is_noted(pairing: Pairing, browse: Browse, db: Session) -> None:
    browser = browse(pairing.mentee)
    day = clock.today() - DAY

    page = browser.post(address(pairing, "/meetings/held"), data={"on": day.isoformat()})
    wrong = browser.post(address(pairing, "/meetings/held"), data={"on": "2090-01-01"})

    assert page.status_code == 302
    assert wrong.status_code == 422
    assert [each.state for each in meetings(db)] == [MeetingState.HELD]


def test_what_came_back_to_one_of_them_is_on_no_other_page(
    pairing: Pairing, browse: Browse
) -> None:
    """The blank form is made once for everybody: what somebody typed does not get into it."""
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    page = address(pairing)
    before = without_seed(mentee.get(page).text)

    again = mentee.post(address(pairing, "/meetings/held"), data={"on": "canary"})
    again_goals = mentee.post(address(pairing, "/goals/decided"), data={"moment": "canary"})

    assert [again.status_code, again_goals.status_code] == [422, 422]
    assert "canary" in again.text
    assert "canary" in again_goals.text
    assert '<details class="mt-4" open>' in again.text
    assert without_seed(mentee.get(page).text) == before
    for browser in (mentee, mentor):
        assert "canary" not in browser.get(page).text + browser.get(page + "/goals").text


def test_a_card_is_rated_by_its_reader_only(pairing: Pairing, browse: Browse, db: Session) -> None:
    mine = db.scalars(select(CardShown).where(CardShown.member_id == pairing.mentee.id)).one()
    db.commit()
    where = address(pairing, f"/cards/{mine.id}")

    theirs = browse(pairing.mentor).post(where, data={"useful": "1"})
    done = browse(pairing.mentee).post(where, data={"useful": "0.5"})

    db.refresh(mine)
    assert theirs.status_code == 404
    assert done.status_code == 302
    assert mine.answer == {"useful": 0.5}


def test_the_other_sees_nothing_of_what_one_answered(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentor = browse(pairing.mentor)
    before = mentor.get(address(pairing)).text
    mine = db.scalars(select(CardShown).where(CardShown.member_id == pairing.mentee.id)).one()
    mine.answer = {"useful": 0}
    db.commit()

    assert without_seed(mentor.get(address(pairing)).text) == without_seed(before)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("state", [each for each in PairingState if each != PairingState.CLOSED])
def test_resting_and_stopping_are_in_reach(
    state: PairingState, side: Side, pairing: Pairing, browse: Browse, db: Session
) -> None:
    pairing.state = state
    pairing.paused_until = clock.today() + DAY if state == PairingState.PAUSED else None
    db.commit()

    page = browse(pairing.member_on(side)).get(address(pairing)).text

    assert f'href="{address(pairing, "/end")}"' in page
    paused = state == PairingState.PAUSED
    assert (address(pairing, "/resume") if paused else address(pairing, "/pause")) in page


def test_either_rests_and_goes_on(pairing: Pairing, browse: Browse) -> None:
    browser = browse(pairing.mentor)
    until = clock.today() + 20 * DAY

    browser.post(address(pairing, "/pause"), data={"until": until.isoformat()})
    assert "You rest for a while" in browser.get(address(pairing)).text
    browser.post(address(pairing, "/resume"))

    assert "Plan your first meeting" in browser.get(address(pairing)).text


def test_either_stops_and_the_page_stays_readable(pairing: Pairing, browse: Browse) -> None:
    browser, other = browse(pairing.mentee), browse(pairing.mentor)

    page = browser.post(address(pairing, "/end"), data={"reason": "no_click", "after": "wait"})

    assert page.status_code == 302
    assert "Your pairing has ended" in browser.get(address(pairing)).text
    assert "suit each other" not in other.get(address(pairing)).text
    assert browser.post(address(pairing, "/meetings/new"), data=a_plan()).status_code == 422


def test_of_two_notes_at_the_same_moment_one_counts(
    pairing: Pairing, browse: Browse, keep: Keep
) -> None:
    meeting = a_meeting(pairing, starts_at=clock.now() - timedelta(hours=1))
    keep(meeting)
    where = address(pairing, f"/meetings/{meeting.id}/log")
    browsers = [browse(pairing.mentee), browse(pairing.mentor)]

    def note(browser: FlaskClient) -> int:
        return browser.post(where, data={"outcome": "held"}).status_code

    with ThreadPoolExecutor() as at_once:
        codes = sorted(at_once.map(note, browsers))

    assert codes == [302, 409]


@pytest.mark.parametrize("where", ["", "/meetings/new", "/pause", "/end"])
def test_a_page_takes_few_queries(
    where: str,
    pairing: Pairing,
    browse: Browse,
    keep: Keep,
    counted: Callable[[], AbstractContextManager[Count]],
) -> None:
    keep(*(a_meeting(pairing, starts_at=clock.now() - n * DAY) for n in range(1, 9)))
    browser = browse(pairing.mentee)

    with counted() as queries:
        page = browser.get(address(pairing, where))

    assert page.status_code == 200
    assert queries.value <= 4, queries.statements


def without_seed(page: str) -> str:
    return "\n".join(line for line in page.split("\n") if "csrf_token" not in line)
