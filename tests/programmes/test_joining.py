"""A visitor who signs up gets an account on the way, and does not learn who else has one."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.programmes.models import Enrolment, Programme
from tests.conftest import Keep
from tests.factories import a_programme
from tests.factories.members import PASSWORD, a_member_with_password
from tests.programmes.sending import Fields, send

YARA = {"name": "Yara Amrani", "email": "yara@example.org", "password": PASSWORD}


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme()
    keep(programme)
    return programme


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    return app.test_client()


def address(programme: Programme) -> str:
    return f"/programmes/{programme.address}/sign-up"


def told(page: TestResponse, email: str) -> str:
    """Return a page without what was typed, and without the seed that is new on every page."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page.text.replace(email, ""))


def sides(db: Session) -> list[Side]:
    return list(db.scalars(select(Enrolment.side).order_by(Enrolment.side)))


def link_in(mail: Mail) -> str:
    assert mail.letter
    return f"/confirm/{mail.letter['button']['values']['token']}"


def is_confirmed(db: Session, member: Member) -> bool:
    db.refresh(member)
    db.commit()  # whoever may write keeps all others from writing
    return member.email_confirmed_at is not None


@pytest.mark.parametrize("wanted", [["mentee"], ["mentor"], ["mentee", "mentor"]])
def test_a_visitor_signs_up_as_mentee_mentor_or_both(
    wanted: list[str], visitor: FlaskClient, programme: Programme, db: Session
) -> None:
    page = send(visitor, address(programme), {**YARA, "sides": wanted})

    assert page.status_code == 200
    assert "We sent a mail to yara@example.org." in page.text
    assert sides(db) == wanted
    member = db.scalars(select(Member).where(Member.name == "Yara Amrani")).one()
    assert (member.email, member.email_confirmed_at) == ("yara@example.org", None)


def test_the_mailed_link_confirms_the_address_and_leads_on_to_the_sign_up(
    visitor: FlaskClient, programme: Programme, db: Session
) -> None:
    send(visitor, address(programme), {**YARA, "sides": ["mentee"]})
    link = link_in(db.scalars(select(Mail)).one())
    member = db.scalars(select(Member).where(Member.name == "Yara Amrani")).one()
    db.commit()

    visitor.get(link)
    assert not is_confirmed(db, member), "a mail program looked, and nobody pressed"
    page = visitor.post(link, follow_redirects=True)

    assert is_confirmed(db, member)
    assert page.request.path.endswith("/about")
    assert "Mentee in" in page.text


def test_an_address_with_an_account_gets_the_same_answer_and_its_owner_a_mail(
    visitor: FlaskClient, programme: Programme, keep: Keep, db: Session
) -> None:
    owner = a_member_with_password()
    keep(owner)
    new = send(visitor, address(programme), {**YARA, "sides": ["mentee"]})

    known = send(
        visitor, address(programme), {**YARA, "sides": ["mentee"], "email": owner.email or ""}
    )

    assert told(new, YARA["email"]) == told(known, owner.email or "")
    assert new.status_code == known.status_code
    assert {name for name, _ in new.headers} == {name for name, _ in known.headers}
    mail = db.scalars(select(Mail).where(Mail.member_id == owner.id)).one()
    assert mail.address == owner.email
    mine = select(func.count(Enrolment.id)).where(Enrolment.member_id == owner.id)
    assert db.scalar(mine) == 0, "somebody else may have typed this address"


REFUSED: list[tuple[Fields, str]] = [
    ({**YARA, "sides": []}, "Please choose at least one."),
    ({**YARA, "sides": ["boss"]}, "Please choose from the list."),
    ({**YARA, "sides": ["mentee"], "name": " "}, "Please fill this in."),
    ({**YARA, "sides": ["mentee"], "name": "Yara\r\nBcc: x"}, "Please write this on one line."),
    ({**YARA, "sides": ["mentee"], "email": "yara"}, "This does not look like an e-mail address."),
    ({**YARA, "sides": ["mentee"], "password": "short"}, "12"),
]


@pytest.mark.parametrize(("fields", "why"), REFUSED)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    fields: Fields, why: str, visitor: FlaskClient, programme: Programme, db: Session
) -> None:
    page = send(visitor, address(programme), fields)

    assert page.status_code == 422
    assert why in page.text
    assert "yara" in page.text
    assert PASSWORD not in page.text
    assert sides(db) == []


def test_too_many_tries_are_asked_to_wait_with_everything_still_there(
    visitor: FlaskClient, programme: Programme
) -> None:
    fields = {**YARA, "sides": ["mentee"]}
    pages = [send(visitor, address(programme), fields) for _ in range(30)]

    assert pages[-1].status_code == 422
    assert "There were too many tries." in pages[-1].text
    assert "Yara Amrani" in pages[-1].text
