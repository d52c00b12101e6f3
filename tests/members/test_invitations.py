"""Whoever a coordinator brought in takes their invitation themselves."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.members.services.accounts import invite
from matcher.messages.models import Mail
from tests.conftest import Browse, Keep
from tests.factories import a_member
from tests.factories.members import PASSWORD, a_member_with_password
from tests.members.test_resetting import FRESH, token_of


def an_invitation(db: Session, member: Member) -> str:
    db.add(member)
    db.flush()
    invite(db, member, now=clock.now())
    db.commit()
    mail = db.scalars(select(Mail)).one()
    db.commit()
    return f"/invitation/{token_of(mail)}"


def test_an_invited_person_chooses_a_password_and_is_in(app: Flask, db: Session) -> None:
    member = a_member("Yara")
    member.email_confirmed_at = None
    address = an_invitation(db, member)
    browser = app.test_client()

    page = browser.get(address)
    done = browser.post(address, data={"password": PASSWORD})

    assert str(member.email) in page.text
    assert done.status_code == 302
    assert browser.get("/account").status_code == 200
    assert db.scalar(select(Member.email_confirmed_at))


def test_an_invitation_is_not_for_who_is_signed_in_as_another(browse: Browse, db: Session) -> None:
    guest = a_member("Yara")
    address = an_invitation(db, guest)
    browser = browse(a_member("Sam"))

    page, done = browser.get(address), browser.post(address, data={"password": PASSWORD})

    assert "You are signed in as Sam." in page.text
    assert done.status_code == 409
    db.refresh(guest)
    assert guest.password_hash is None


def test_an_invitation_is_taken_once(app: Flask, db: Session) -> None:
    address = an_invitation(db, a_member())
    app.test_client().post(address, data={"password": PASSWORD})

    again = app.test_client().post(address, data={"password": FRESH})

    assert again.status_code == 404


def test_an_easy_password_is_refused(app: Flask, db: Session) -> None:
    address = an_invitation(db, a_member())

    assert app.test_client().post(address, data={"password": "welkom12345678"}).status_code == 422


def test_who_has_an_account_signs_in_instead(app: Flask, db: Session, keep: Keep) -> None:
    """An invitation is no second way to a password."""
    member = a_member_with_password()
    address = an_invitation(db, member)
    keep(member)

    page = app.test_client().get(address)
    done = app.test_client().post(address, data={"password": FRESH})

    assert "You have an account already." in page.text
    assert done.status_code == 409
    db.refresh(member)
    assert member.email_confirmed_at


def test_who_is_signed_in_goes_on(browse: Browse, db: Session) -> None:
    member = a_member("Yara")
    address = an_invitation(db, member)

    assert browse(member).get(address).location == "/home"
