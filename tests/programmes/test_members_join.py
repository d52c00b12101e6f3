"""A member begins a sign-up by choosing a side: once for each, and again after they stopped."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme, an_enrolment
from tests.programmes.sending import send


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme()
    keep(programme)
    return programme


def address(programme: Programme) -> str:
    return f"/programmes/{programme.address}/sign-up"


def sides(db: Session) -> list[Side]:
    return list(db.scalars(select(Enrolment.side).order_by(Enrolment.side)))


def test_a_member_only_chooses_a_side(browse: Browse, programme: Programme, db: Session) -> None:
    member = a_member()
    browser = browse(member)
    assert "password" not in browser.get(address(programme)).text

    page = send(browser, address(programme), {"sides": ["mentor", "mentee"]})

    first = db.scalars(select(Enrolment).where(Enrolment.side == Side.MENTEE)).one()
    assert page.location == f"/enrolments/{first.id}/about"
    assert first.member_id == member.id
    assert sides(db) == ["mentee", "mentor"]


def test_begun_twice_is_begun_once(browse: Browse, programme: Programme, db: Session) -> None:
    browser = browse(a_member())

    first, again = (send(browser, address(programme), {"sides": ["mentee"]}) for _ in range(2))

    assert again.status_code in {302, 422}
    assert first.status_code == 302
    assert sides(db) == ["mentee"]


def test_who_is_in_on_one_side_is_asked_for_the_other(
    keep: Keep, browse: Browse, programme: Programme
) -> None:
    member = a_member()
    keep(an_enrolment(member=member, programme=programme))

    page = browse(member).get(address(programme)).text

    assert 'value="mentor"' in page
    assert 'value="mentee"' not in page


def test_who_stopped_may_begin_again_with_the_answers_still_there(
    keep: Keep, browse: Browse, programme: Programme, db: Session
) -> None:
    stopped = an_enrolment(programme=programme, state=EnrolmentState.WITHDRAWN)
    keep(stopped)

    page = send(browse(stopped.member), address(programme), {"sides": ["mentee"]})

    db.refresh(stopped)
    assert page.location == f"/enrolments/{stopped.id}/about"
    assert (stopped.state, stopped.confirmed_at) == (EnrolmentState.DRAFT, None)
    assert stopped.statements == ["I want to talk about looking for work."]


def test_when_and_where_are_taken_over_from_an_earlier_sign_up(
    keep: Keep, browse: Browse, programme: Programme, db: Session
) -> None:
    member = a_member()
    earlier = an_enrolment(member=member)
    keep(earlier)

    send(browse(member), address(programme), {"sides": ["mentee"]})

    begun = db.scalars(select(Enrolment).where(Enrolment.programme_id == programme.id)).one()
    assert (begun.slots, begun.place) == (earlier.slots, earlier.place)
    assert (begun.statements, begun.topics) == ([], [])
