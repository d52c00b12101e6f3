"""Goals, points to talk about and steps belong to the mentee; the mentor comments and proposes."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.pairings.fading import is_fading
from matcher.pairings.models import MeetingState, Pairing, Point, PointKind, PointState
from matcher.pairings.services.points import (
    MOVES,
    add_point,
    closing_list,
    comment_on,
    move_point,
)
from tests.conftest import Browse, Keep
from tests.factories import NOW, TODAY, a_pairing
from tests.factories.pairings import a_meeting

GOAL, AGENDA, ABLE = PointKind.GOAL, PointKind.AGENDA, PointKind.ABLE
HELD = MeetingState.HELD


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing(since=clock.today() - timedelta(days=7))
    db.add(pairing)
    db.commit()
    return pairing


def address(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}/goals{more}"


def points(db: Session) -> list[Point]:
    found = list(db.scalars(select(Point).execution_options(populate_existing=True)))
    db.commit()  # what only looks here would keep the pages waiting
    return found


def a_point(db: Session, pairing: Pairing, kind: PointKind = GOAL, text: str = "Work") -> Point:
    return add_point(db, pairing, kind, {"text": text}, by=pairing.mentee, now=NOW)


def a_proposal(db: Session, pairing: Pairing, kind: PointKind = GOAL) -> Point:
    return add_point(db, pairing, kind, {"text": "An idea"}, by=pairing.mentor, now=NOW)


def test_what_a_mentor_adds_is_a_proposal_and_the_mentee_is_told(
    pairing: Pairing, db: Session
) -> None:
    point = a_proposal(db, pairing)
    db.commit()

    assert point.state == PointState.PROPOSED
    mail = db.scalars(select(Mail)).one()
    assert mail.address == pairing.mentee.email
    assert "An idea" not in str(mail.letter)


@pytest.mark.parametrize("kind", [PointKind.STEP, ABLE])
def test_steps_and_what_goes_alone_are_written_by_the_mentee(
    kind: PointKind, pairing: Pairing, db: Session
) -> None:
    with pytest.raises(RuleBroken, match="for the mentee"):
        add_point(db, pairing, kind, {"text": "x"}, by=pairing.mentor, now=NOW)


@given(moves=st.lists(st.sampled_from(sorted(MOVES)), max_size=8), proposed=st.booleans())
def test_a_point_is_always_in_a_state_that_makes_sense(moves: list[str], proposed: bool) -> None:  # noqa: FBT001  # drawn
    state = PointState.PROPOSED if proposed else PointState.OPEN
    point = Point(pairing=a_pairing(), kind=GOAL, by=Side.MENTEE, added_at=NOW, state=state)
    for move in moves:
        before = point.state
        try:
            move_point(point, move, now=NOW)
        except RuleBroken:
            assert before not in MOVES[move][0]
        settled = point.state in {PointState.DONE, PointState.DROPPED}
        assert (point.settled_at is not None) == settled


def test_the_closing_list_holds_what_goes_alone_what_was_reached_and_what_is_next(
    pairing: Pairing, db: Session
) -> None:
    a_point(db, pairing, ABLE, "Call the municipality.")
    reached = a_point(db, pairing, GOAL, "An interview.")
    a_point(db, pairing, GOAL, "A diploma.")
    move_point(reached, "finish", now=NOW)
    db.flush()

    found = closing_list(db, pairing)

    assert found.able == ("Call the municipality.",)
    assert found.reached == ("An interview.",)
    assert found.ahead == ("A diploma.",)


def test_the_page_to_take_along_begins_with_it(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    a_point(db, pairing, ABLE, "Call the municipality.")
    a_point(db, pairing, GOAL, "A diploma.")
    db.commit()

    page = browse(pairing.mentee).get(f"/pairings/{pairing.id}/closing/takeaway").text

    assert "Call the municipality." in page
    assert "A diploma." in page


def test_fading_begins_at_seventy_percent() -> None:
    assert not is_fading(TODAY, 100, TODAY + timedelta(days=69))
    assert is_fading(TODAY, 100, TODAY + timedelta(days=70))


def test_a_closed_pairing_stays_as_it_is(pairing: Pairing, db: Session) -> None:
    point = a_point(db, pairing)
    pairing.state = pairing.state.CLOSED

    for do in (
        lambda: a_point(db, pairing),
        lambda: move_point(point, "finish", now=NOW),
        lambda: comment_on(point, "x"),
    ):
        with pytest.raises(RuleBroken, match="ended"):
            do()


def test_a_proposal_is_grey_until_the_mentee_takes_it(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)

    sent = mentor.post(address(pairing, "/new/goal"), data={"text": "Learn to cycle."})
    assert sent.status_code == 302
    assert "point-proposed" in mentee.get(address(pairing)).text
    [point] = points(db)
    mentee.post(address(pairing, f"/{point.id}"), data={"move": "take"})

    page = mentor.get(address(pairing)).text
    assert "point-proposed" not in page
    assert "Learn to cycle." in page


def test_the_mentor_comments_and_the_mentee_changes_and_finishes(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    mentee.post(address(pairing, "/new/agenda"), data={"text": "My letter", "part": "reality"})
    [point] = points(db)
    where = address(pairing, f"/{point.id}")

    assert mentor.post(where, data={"move": "drop"}).status_code == 403
    assert mentor.post(where + "/change", data={"text": "Mine"}).status_code == 403
    assert mentee.post(where + "/comment", data={"comment": "x"}).status_code == 403
    mentor.post(where + "/comment", data={"comment": "Bring a printed one."})
    mentee.post(where + "/change", data={"text": "My second letter", "part": "will"})

    page = mentee.get(address(pairing)).text
    assert "Bring a printed one." in page
    assert "My second letter" in page
    assert "Will: what am I going to do?" in page
    mentee.post(where, data={"move": "finish"})
    assert "1 point done or put aside" in mentee.get(address(pairing)).text


def test_after_a_meeting_the_mentee_is_asked_what_they_decided(
    pairing: Pairing, browse: Browse, db: Session, keep: Keep
) -> None:
    keep(a_meeting(pairing, starts_at=clock.now() - timedelta(hours=3), state=HELD))
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    question = "What did you decide?"
    step = {"moment": "it is Tuesday", "deed": "call the school"}

    assert question in mentee.get(address(pairing)).text
    assert question not in mentor.get(address(pairing)).text
    assert mentor.post(address(pairing, "/decided"), data=step).status_code == 403
    assert mentee.post(address(pairing, "/decided"), data={"moment": "x"}).status_code == 422
    mentee.post(address(pairing, "/decided"), data=step)

    page = mentee.get(address(pairing)).text
    assert question not in page
    assert "If it is Tuesday, then I call the school." in page
    assert points(db)[0].meeting_id is not None


def test_noting_a_meeting_leads_the_mentee_to_what_they_decided(
    pairing: Pairing, browse: Browse, keep: Keep
) -> None:
    meetings = [a_meeting(pairing, starts_at=clock.now() - timedelta(hours=n)) for n in (2, 3)]
    keep(*meetings)
    held = {"outcome": "held"}

    for member, where in ((pairing.mentee, address(pairing)), (pairing.mentor, "")):
        meeting = meetings.pop()
        log = f"/pairings/{pairing.id}/meetings/{meeting.id}/log"
        page = browse(member).post(log, data=held)
        assert page.location == (where or f"/pairings/{pairing.id}")


def test_from_seventy_percent_it_asks_what_goes_alone(pairing: Pairing, browse: Browse) -> None:
    mentee = browse(pairing.mentee)
    question = "What can you do now without your mentor?"
    assert question not in mentee.get(address(pairing)).text
    pairing.planned_days = 14
    pairing.since = clock.today() - timedelta(days=10)

    page = browse(pairing.mentee).get(address(pairing)).text

    assert question in page
    assert mentee.post(address(pairing, "/new/able"), data={"text": "Phone."}).status_code == 302
    refused = browse(pairing.mentor).post(address(pairing, "/new/able"), data={"text": "x"})
    assert refused.status_code == 422


@pytest.mark.parametrize("kind", ["step", "moon", ""])
def test_there_is_no_page_for_what_is_not_written_there(
    kind: str, pairing: Pairing, browse: Browse
) -> None:
    assert browse(pairing.mentee).get(address(pairing, f"/new/{kind}")).status_code == 404


def test_words_that_look_like_ours_are_left_alone(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    a_point(db, pairing, GOAL, "100%(name)s <b>Done</b>")
    db.commit()

    page = browse(pairing.mentor).get(address(pairing))

    assert "100%(name)s &lt;b&gt;Done&lt;/b&gt;" in page.text
