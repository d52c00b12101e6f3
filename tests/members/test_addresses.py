"""E-mail addresses: signing up, confirming, changing, and undoing a change."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.members.models import Identity, Member, Passkey, Purpose
from matcher.members.queries import find_link
from matcher.members.services.accounts import (
    NewMember,
    register,
    remind,
    send_confirmation,
)
from matcher.members.services.addresses import confirm_address
from matcher.members.services.links import make_link
from matcher.messages.models import Mail
from matcher.programmes.models import Enrolment
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_programme
from tests.factories.members import HASH, PASSWORD, a_member_with_password, a_passkey
from tests.members.test_doors import send
from tests.members.test_proving import without_address
from tests.members.test_resetting import FRESH, token_of

NEW = "new@example.org"


def mails(db: Session) -> dict[str, Mail]:
    found = {mail.address: mail for mail in db.scalars(select(Mail).order_by(Mail.created_at))}
    db.commit()  # what only looks here would keep the pages waiting
    return found


def again(db: Session, member: Member) -> None:
    db.refresh(member)
    db.commit()


def subject(mail: Mail) -> str:
    return str((mail.letter or {})["subject"]["text"])


def a_newcomer(db: Session) -> Member:
    new = NewMember(name="Yara", email="yara@example.org", password_hash=HASH)
    return register(db, new, now=clock.now())


def ask(browser: object, email: str, password: str = PASSWORD) -> int:
    page = browser.post(  # type: ignore[attr-defined]  # a test client
        "/account/e-mail", data={"email-email": email, "email-password": password}
    )
    return int(page.status_code)


def test_a_newcomer_confirms_by_a_button(app: Flask, db: Session) -> None:
    member = a_newcomer(db)
    send_confirmation(db, member, now=clock.now())
    db.commit()
    token = token_of(mails(db)["yara@example.org"])
    browser = app.test_client()

    looked = browser.get(f"/confirm/{token}")
    again(db, member)
    before = member.email_confirmed_at
    pressed = browser.post(f"/confirm/{token}")

    db.refresh(member)
    assert "yara@example.org" in looked.text
    assert before is None
    assert member.email_confirmed_at
    assert pressed.status_code == 302


def test_confirming_lets_nobody_in_who_did_not_sign_up_here(app: Flask, db: Session) -> None:
    """A stranger may have signed up with this address, and know the password."""
    member = a_newcomer(db)
    send_confirmation(db, member, now=clock.now())
    db.commit()
    browser = app.test_client()

    pressed = browser.post(f"/confirm/{token_of(mails(db)['yara@example.org'])}")

    assert "/sign-in" in pressed.location
    assert browser.get("/account").status_code == 401


def test_the_browser_that_signed_up_goes_on_at_once(app: Flask, db: Session, keep: Keep) -> None:
    programme = a_programme()
    keep(programme)
    browser = app.test_client()
    yara = {"name": "Yara Amrani", "email": "yara@example.org", "password": PASSWORD}
    signed_up = {**yara, "sides": ["mentee"]}
    browser.post(f"/programmes/{programme.address}/sign-up", data=signed_up)

    pressed = browser.post(f"/confirm/{token_of(mails(db)['yara@example.org'])}")

    enrolment_id = db.scalars(select(Enrolment.id)).one()
    assert str(enrolment_id) in pressed.location, "to the sign-up that was begun"
    assert browser.get("/account").status_code == 200


def test_whoever_signs_up_again_is_written_to_once_a_day(db: Session, keep: Keep) -> None:
    owner = a_member_with_password()
    keep(owner)

    for _ in range(3):
        remind(db, owner, now=NOW)

    assert subject(mails(db)[owner.email or ""]) == "You already have an account"


def test_a_new_address_counts_once_it_is_confirmed(browse: Browse, db: Session) -> None:
    member = a_member_with_password()
    old = str(member.email)
    browser = browse(member)

    assert ask(browser, NEW) == 302
    again(db, member)
    assert member.email == old

    browser.post(f"/confirm/{token_of(mails(db)[NEW])}")
    db.refresh(member)
    assert (member.email, member.email_key) == (NEW, NEW)
    assert subject(mails(db)[old]) == "Your e-mail address was changed"


def test_changing_an_address_asks_for_the_password(browse: Browse, db: Session) -> None:
    member = a_member_with_password()
    browser = browse(member)

    assert ask(browser, NEW, "not this one at all") == 422
    assert mails(db) == {}


def test_a_borrowed_browser_cannot_guess_for_ever(browse: Browse, db: Session) -> None:
    browser = browse(a_member_with_password())
    for number in range(9):
        ask(browser, NEW, f"guess number {number}")

    assert ask(browser, NEW) == 422
    assert mails(db) == {}


def test_an_address_of_somebody_else_is_answered_alike(
    browse: Browse, db: Session, keep: Keep
) -> None:
    member, other = a_member_with_password(), a_member_with_password("Sam")
    keep(other)
    browser = browse(member)
    other_email = str(other.email)

    taken = browser.post(
        "/account/e-mail", data={"email-email": other_email, "email-password": PASSWORD}
    )
    free = browser.post("/account/e-mail", data={"email-email": NEW, "email-password": PASSWORD})

    assert (taken.status_code, taken.location) == (free.status_code, free.location)
    assert (mails(db)[other_email].letter or {})["button"] is None
    assert (mails(db)[NEW].letter or {})["button"]


def test_an_address_taken_meanwhile_stays_with_its_owner(
    browse: Browse, db: Session, keep: Keep
) -> None:
    member = a_member_with_password()
    browser = browse(member)
    ask(browser, NEW)
    token = token_of(mails(db)[NEW])
    other = a_member_with_password("Sam")
    other.email = other.email_key = NEW
    keep(other)

    assert browser.post(f"/confirm/{token}").status_code == 409


def test_the_old_address_gets_the_account_back(app: Flask, browse: Browse, db: Session) -> None:
    """Somebody with the password changed the address: it comes back, and they are out."""
    member = a_member_with_password()
    old = str(member.email)
    thief = browse(member)
    ask(thief, NEW)
    thief.post(f"/confirm/{token_of(mails(db)[NEW])}")
    owner = app.test_client()
    token = token_of(mails(db)[old])

    assert NEW in owner.get(f"/undo/{token}").text
    undone = owner.post(f"/undo/{token}")
    chosen = owner.post(undone.location, data={"password": FRESH})

    again(db, member)
    assert member.email == old
    assert thief.get("/account").status_code == 401
    assert send(app.test_client(), NEW, PASSWORD).status_code == 422
    assert send(app.test_client(), old, PASSWORD).status_code == 422
    assert chosen.status_code == 302
    assert send(app.test_client(), old, FRESH).status_code == 302


def test_what_was_added_to_sign_in_with_goes_as_well(browse: Browse, db: Session) -> None:
    """Who changed the address may have kept a key: added that day, or in the days after."""
    member = a_member_with_password()
    old = str(member.email)
    thief, owner = browse(member), browse(member)
    ask(thief, NEW)
    thief.post(f"/confirm/{token_of(mails(db)[NEW])}")
    now, hour = clock.now(), timedelta(hours=1)
    added = {"long ago": -25 * hour, "that day": -23 * hour, "since": hour}
    for name, since in added.items():
        passkey = a_passkey(member, name)
        passkey.made_at = now + since
        db.add(passkey)
    db.add(Identity(member=member, issuer="https://id.example", subject="17", since=now))
    db.commit()

    owner.post(f"/undo/{token_of(mails(db)[old])}")

    assert db.scalars(select(Passkey.name)).all() == ["long ago"]
    assert db.scalars(select(Identity)).all() == []


def confirm_the_new_one(db: Session, member: Member) -> None:
    """Do what the link to the new address does."""
    day = timedelta(days=1)
    token = make_link(db, member, Purpose.CHANGE_EMAIL, now=NOW, lasts=day, address=NEW)
    link = find_link(db, token, Purpose.CHANGE_EMAIL, now=NOW)
    assert link
    confirm_address(db, link, now=NOW)


def test_undoing_works_for_seven_days(db: Session, keep: Keep) -> None:
    member = a_member_with_password()
    old = str(member.email)
    keep(member)
    confirm_the_new_one(db, member)
    back = token_of(mails(db)[old])

    day = timedelta(days=1)
    assert find_link(db, back, Purpose.REVERT_EMAIL, now=NOW + day * 6.99)
    assert find_link(db, back, Purpose.REVERT_EMAIL, now=NOW + day * 7) is None


def test_a_first_address_is_taken_without_a_letter_to_an_older_one(db: Session, keep: Keep) -> None:
    member = without_address(a_member_with_password())
    keep(member)

    confirm_the_new_one(db, member)
    db.flush()

    assert (member.email, member.email_confirmed_at) == (NEW, NOW)
    assert mails(db) == {}
