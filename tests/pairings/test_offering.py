"""A few times are proposed at once, and the other one picks the one that suits."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.messages.models import Mail
from matcher.pairings.models import Meeting, MeetingState, Pairing
from matcher.pairings.services.meetings import (
    Outcome,
    Plan,
    agree_to_meeting,
    change_meeting,
    log_meeting,
    propose_meeting,
)
from matcher.pairings.times import suggest_times
from tests.conftest import Browse, Counted
from tests.factories import NOW, a_pairing
from tests.factories.pairings import LATER, a_plan

DAY = timedelta(days=1)
THREE = (LATER, LATER + DAY, LATER + 2 * DAY)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    for enrolment in (pairing.mentor_enrolment, pairing.mentee_enrolment):
        enrolment.slots = ["mon-evening", "wed-morning", "sat-afternoon"]
    db.add(pairing)
    db.commit()
    return pairing


def three_times() -> Plan:
    return Plan(starts_at=THREE[0], minutes=60, online=False, where="Library", others=THREE[1:])


def space(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}{more}"


def on_offer(pairing: Pairing) -> list[str]:
    today = clock.now().astimezone(ZoneInfo(pairing.mentee.zone)).date()
    slots = pairing.mentee_enrolment.slots
    found = suggest_times(slots, slots, today=today, most=8)
    return [f"{each.on.isoformat()}T{each.at:%H:%M}" for each in found]


def offered(times: list[str]) -> str:
    return urlencode([("times", at) for at in times] + [("minutes", "60"), ("online", "online")])


def test_the_one_that_was_picked_is_planned(pairing: Pairing, db: Session) -> None:
    meeting = propose_meeting(db, pairing, three_times(), by=pairing.mentee, now=NOW)
    assert list(meeting.offered) == list(THREE)

    agree_to_meeting(db, meeting, THREE[1], by=pairing.mentor, now=NOW)

    assert meeting.state == MeetingState.PLANNED
    assert list(meeting.offered) == [THREE[1]]


@pytest.mark.parametrize("at", [None, LATER + 9 * DAY])
def test_one_of_those_on_offer_is_picked(
    at: datetime | None, pairing: Pairing, db: Session
) -> None:
    meeting = propose_meeting(db, pairing, three_times(), by=pairing.mentee, now=NOW)

    with pytest.raises(RuleBroken):
        agree_to_meeting(db, meeting, at, by=pairing.mentor, now=NOW)


def test_a_later_one_can_be_picked_when_the_first_is_over(pairing: Pairing, db: Session) -> None:
    meeting = propose_meeting(db, pairing, three_times(), by=pairing.mentee, now=NOW)
    now = THREE[0] + timedelta(hours=1)

    with pytest.raises(RuleBroken):
        log_meeting(db, meeting, Outcome.HELD, by=pairing.mentee, now=now)
    with pytest.raises(RuleBroken):
        agree_to_meeting(db, meeting, THREE[0], by=pairing.mentor, now=now)
    agree_to_meeting(db, meeting, THREE[2], by=pairing.mentor, now=now)

    assert meeting.starts_at == THREE[2]


def test_none_of_them_may_be_over_and_another_plan_takes_their_place(
    pairing: Pairing, db: Session
) -> None:
    past = Plan(starts_at=LATER, minutes=60, online=True, where="", others=(NOW - DAY,))
    with pytest.raises(RuleBroken):
        propose_meeting(db, pairing, past, by=pairing.mentee, now=NOW)
    meeting = propose_meeting(db, pairing, three_times(), by=pairing.mentee, now=NOW)

    change_meeting(db, meeting, a_plan(LATER + 5 * DAY), by=pairing.mentor, now=NOW)

    assert list(meeting.offered) == [LATER + 5 * DAY]


def test_the_mail_names_every_time(pairing: Pairing, db: Session) -> None:
    propose_meeting(db, pairing, three_times(), by=pairing.mentee, now=NOW)

    [mail] = db.scalars(select(Mail).where(Mail.kind == "meeting.proposed")).all()
    assert all(str(at.day) in str(mail.letter) for at in THREE)


def test_three_times_are_two_presses_away_and_picked_with_one(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    assert "Propose a few times at once" in mentee.get(space(pairing)).text
    times = on_offer(pairing)[:3]
    form = "application/x-www-form-urlencoded"

    page = mentee.post(space(pairing, "/meetings/offer"), data=offered(times), content_type=form)
    assert page.status_code == 302
    meeting = db.scalars(select(Meeting)).one()
    third = meeting.offered[2].isoformat()
    db.commit()
    assert f'value="{third}"' in mentor.get(space(pairing)).text
    assert "You proposed a few times." in mentee.get(space(pairing)).text
    agreed = mentor.post(space(pairing, f"/meetings/{meeting.id}/agree"), data={"at": third})

    assert agreed.status_code == 302
    db.refresh(meeting)
    assert (meeting.state, meeting.starts_at.isoformat()) == (MeetingState.PLANNED, third)


@pytest.mark.parametrize("chosen", [[0], [0, 1, 2, 3], []])
def test_two_or_three_are_asked_for(chosen: list[int], pairing: Pairing, browse: Browse) -> None:
    times = [on_offer(pairing)[n] for n in chosen]

    page = browse(pairing.mentee).post(
        space(pairing, "/meetings/offer"),
        data=offered(times),
        content_type="application/x-www-form-urlencoded",
    )

    assert page.status_code == 422


@pytest.mark.parametrize("odd", ["x", "\0", "2026-03-02", "0001-01-01T00:00:00+14:00", "9" * 50])
def test_an_odd_pick_is_refused(odd: str, pairing: Pairing, browse: Browse, db: Session) -> None:
    plan = Plan(
        starts_at=clock.now() + DAY,
        minutes=60,
        online=True,
        where="",
        others=(clock.now() + 2 * DAY,),
    )
    meeting = propose_meeting(db, pairing, plan, by=pairing.mentee, now=clock.now())
    db.commit()

    page = browse(pairing.mentor).post(
        space(pairing, f"/meetings/{meeting.id}/agree"), data={"at": odd}
    )

    assert page.status_code == 409


def test_who_shares_no_times_is_shown_the_other_way(
    pairing: Pairing, browse: Browse, db: Session, counted: Counted
) -> None:
    pairing.mentor_enrolment.slots = []
    db.commit()
    browser = browse(pairing.mentee)

    with counted() as queries:
        page = browser.get(space(pairing, "/meetings/offer"))

    assert "No times that you share" in page.text
    assert "Propose a few times at once" not in browser.get(space(pairing)).text
    assert queries.value <= 4, queries.statements


def test_times_keep_their_zone(pairing: Pairing, db: Session) -> None:
    elsewhere = ZoneInfo("Asia/Kathmandu")
    plan = Plan(
        starts_at=LATER,
        minutes=60,
        online=True,
        where="",
        others=(datetime(2026, 3, 12, 19, 0, tzinfo=elsewhere).astimezone(UTC),),
    )

    meeting = propose_meeting(db, pairing, plan, by=pairing.mentee, now=NOW)
    db.commit()
    db.expire_all()

    assert meeting.offered[1].astimezone(elsewhere).hour == 19
