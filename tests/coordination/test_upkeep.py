"""How signals work, who is away, and circles of mentors."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.coordination.models import CircleGuest
from matcher.feedback.known import Known
from matcher.feedback.models import Absence, Concern, Signal
from matcher.feedback.raising import raised
from matcher.feedback.services import answer_check_in
from matcher.feedback.triggers import TRIGGERS, Moment
from matcher.foundation import clock
from matcher.messages.models import Mail
from matcher.programmes.models import Programme
from tests.conftest import Browse, Keep
from tests.factories import NOW, TODAY, a_member, a_programme
from tests.factories.feedback import PULSE, a_check_in, a_met_pairing


def settled(programme: Programme, code: str, useful: int, of: int) -> list[Signal]:
    return [
        Signal(
            code=code,
            cause_id=uuid4(),
            programme_id=programme.id,
            raised_at=NOW,
            deadline=TODAY,
            handled_at=NOW + timedelta(minutes=number),
            was_useful=number < useful,
        )
        for number in range(of)
    ]


@pytest.mark.parametrize(
    ("useful", "of", "proposed"), [(7, 20, True), (8, 20, False), (0, 19, False)]
)
def test_below_two_in_five_over_twenty_a_stricter_threshold_is_proposed(
    keep: Keep,
    browse: Browse,
    useful: int,
    of: int,
    proposed: bool,  # noqa: FBT001  # a table
) -> None:
    programme = a_programme()
    keep(programme)
    keep(*settled(programme, "W4", useful, of))

    page = browse(programme.contact).get(f"/coordination/{programme.id}/signals").text

    assert ("was seldom useful" in page) == proposed
    assert f"Useful: {useful} of the latest {of}." in page


def test_a_programme_chooses_the_stricter_threshold_and_takes_it_back(
    db: Session, browse: Browse
) -> None:
    programme, met = a_programme(), TODAY - timedelta(days=7)
    check_in, other = (a_check_in(a_met_pairing(met, programme=programme)) for _ in range(2))
    db.add_all([check_in, other])
    db.commit()
    desk, page = browse(programme.contact), f"/coordination/{programme.id}/signals/threshold"
    low = {**PULSE, "listen.A": 1, "empathy.A": 2}

    assert desk.post(f"{page}/W4", data={"threshold": "strict"}).status_code == 302
    answer_check_in(db, check_in, low, now=NOW)
    db.commit()
    assert db.scalars(select(Signal)).all() == []
    db.commit()
    assert desk.post(f"{page}/W4", data={"threshold": "usual"}).status_code == 302
    answer_check_in(db, other, low, now=NOW)
    db.commit()
    assert [each.code for each in db.scalars(select(Signal))] == ["W4"]
    db.commit()
    for nonsense in ("W0", "W99", "x"):
        assert desk.post(f"{page}/{nonsense}", data={"threshold": "strict"}).status_code == 409


def test_whatever_is_strict_is_raised_only_where_the_usual_is_too() -> None:
    """A stricter threshold never brings a signal that the usual one would not."""
    for gap in range(90):
        for absences in range(4):
            known = Known(gap_days=gap, absences_in_a_row=absences, missed_in_a_row=absences)
            for at in (Moment.DAY, Moment.CLOSED):
                codes = {each.code for each in TRIGGERS}
                assert {r.code for r in raised(known, at, codes)} <= {
                    r.code for r in raised(known, at)
                }


def test_while_the_contact_person_is_away_the_stand_in_hears_concerns(
    db: Session, browse: Browse
) -> None:
    pairing = a_met_pairing(programme=a_programme())
    pairing.programme.stand_in = a_member("Karim")
    db.add(pairing)
    db.commit()
    programme, today = pairing.programme, clock.today()
    desk, page = browse(programme.contact), f"/coordination/{programme.id}/away"
    away = {"first_day": today.isoformat(), "last_day": (today + timedelta(days=7)).isoformat()}
    late = {**away, "last_day": (today - timedelta(days=1)).isoformat()}
    told = {"about": "partner", "text": "Something."}

    assert desk.post(page, data=late).status_code == 422
    assert desk.post(page, data=away).status_code == 302
    assert "Karim" in desk.get(page).text
    browse(pairing.mentee).post("/concern", data=told)

    (concern,) = db.scalars(select(Concern))
    assert programme.stand_in
    assert concern.to_id == programme.stand_in.id


def test_without_a_stand_in_nobody_is_noted_as_away(db: Session, browse: Browse) -> None:
    programme = a_programme()
    db.add(programme)
    db.commit()
    far = {"first_day": "2027-01-01", "last_day": date(2027, 1, 5).isoformat()}

    refused = browse(programme.contact).post(f"/coordination/{programme.id}/away", data=far)

    assert refused.status_code == 422


def test_four_to_six_mentors_are_invited_and_say_whether_they_come(
    db: Session, browse: Browse
) -> None:
    programme = a_programme()
    pairings = [a_met_pairing(programme=programme) for _ in range(5)]
    db.add_all(pairings)
    db.commit()
    desk, page = browse(programme.contact), f"/coordination/{programme.id}/circles"
    day = (clock.today() + timedelta(days=14)).isoformat()
    mentors = [str(each.mentor_member_id) for each in pairings]
    when = {"on": day, "at": "19:30", "where": "Library"}

    assert desk.post(page, data={**when, "mentors": mentors[:3]}).status_code == 422
    assert desk.post(page, data={**when, "mentors": ["x", *mentors[:3]]}).status_code == 422
    assert desk.post(page, data={**when, "mentors": mentors}).status_code == 302
    invited = db.scalars(select(Mail).where(Mail.kind == "circle.invited")).all()
    assert len(invited) == 5
    circle_id = db.scalars(select(CircleGuest.circle_id)).first()
    db.commit()
    mentor = browse(pairings[0].mentor)
    assert "Library" in mentor.get(f"/coordination/circles/{circle_id}").text
    coming = mentor.post(f"/coordination/circles/{circle_id}", data={"says": "yes"})
    assert coming.status_code == 302
    assert "comes" in desk.get(page).text
    assert browse(pairings[0].mentee).get(f"/coordination/circles/{circle_id}").status_code == 404


def test_an_urgent_answer_leads_a_stand_in_to_a_page_of_their_own(
    db: Session, browse: Browse
) -> None:
    """A stand-in may not be a coordinator, and has no work list."""
    check_in = a_check_in(a_met_pairing(TODAY - timedelta(days=7), programme=a_programme()))
    programme = check_in.pairing.programme
    programme.stand_in = a_member("Karim")
    db.add(check_in)
    db.flush()
    db.add(
        Absence(
            programme_id=programme.id,
            member_id=programme.contact.id,
            first_day=TODAY,
            last_day=TODAY,
        )
    )
    answer_check_in(db, check_in, {**PULSE, "talk": "yes"}, now=NOW)
    db.commit()
    (signal,) = db.scalars(select(Signal))
    db.commit()

    page = browse(programme.stand_in).get(f"/passed-on/{signal.id}")

    assert page.status_code == 200
    assert "You look after this now." in page.text
    assert browse(programme.contact).get(f"/passed-on/{signal.id}").status_code == 404
