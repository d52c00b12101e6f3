"""Signing in by a link or a code that is mailed."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.jobs.models import Job
from matcher.jobs.work import Work
from matcher.members.models import Member, OneTimeLink, SignIn
from matcher.members.services.mailed_links import LASTS
from matcher.members.work import WORK
from matcher.messages.models import Mail
from tests.conftest import Keep
from tests.factories import NOW
from tests.factories.members import a_member_with_password
from tests.members.test_doors import told_without
from tests.members.test_resetting import NoHold


def do_the_work(app: Flask, db: Session) -> None:
    """Do what waits in the queue, once."""
    settings, hold = app.config["SETTINGS"], NoHold()
    doors = Doors.to(settings.database)
    waiting = [(each.kind, each.subject_id, each.payload) for each in db.scalars(select(Job))]
    db.execute(delete(Job))
    db.commit()
    for kind, who, what in waiting:
        work = Work(subject_id=who, settings=settings, doors=doors, hold=hold, payload=what)
        WORK[kind](work)
    doors.close()


def ask(app: Flask, db: Session, email: str | None, **rest: str) -> tuple[FlaskClient, str, str]:
    """Return the browser that asked for a link, the path of the link, and the code."""
    browser = app.test_client()
    assert browser.post("/sign-in/mail", data={"email": email, **rest}).status_code == 302
    do_the_work(app, db)
    # Theirs: in a test whose clock stands still, all mails are equally new.
    theirs = func.lower(Mail.address) == (email or "").strip().lower()
    newest = select(Mail).where(theirs).order_by(Mail.created_at.desc(), Mail.id)
    letter = db.scalars(newest).first().letter or {}  # type: ignore[union-attr]  # one was sent
    code = letter["paragraphs"][2]["values"]["code"]
    db.commit()
    return browser, f"/sign-in/mail/{letter['button']['values']['token']}", code


def is_in(browser: FlaskClient) -> bool:
    return browser.get("/account").status_code == 200


def test_the_link_lets_the_browser_in_that_asked(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    browser, link, _code = ask(app, db, member.email, next="/account?a=1")

    looked = browser.get(link)
    was_in = is_in(browser)
    entered = browser.post(link)

    assert looked.status_code == 200
    assert not was_in, "looking changes nothing: a button does"
    assert (entered.status_code, entered.location) == (302, "/account?a=1")
    assert is_in(browser)


def test_elsewhere_the_link_opens_nothing(app: Flask, keep: Keep, db: Session) -> None:
    """Who is sent a link that somebody else asked for lets nobody in, and gets nowhere."""
    member = a_member_with_password()
    keep(member)
    _browser, link, _code = ask(app, db, member.email)
    elsewhere, asked_too = app.test_client(), app.test_client()
    asked_too.post("/sign-in/mail", data={"email": member.email})

    pages = [elsewhere.get(link), elsewhere.post(link), asked_too.post(link)]

    assert [page.status_code for page in pages] == [200, 409, 409]
    assert "in which you asked for it" in pages[0].text
    assert not is_in(elsewhere)
    assert not is_in(asked_too)


def test_the_code_is_typed_where_it_was_asked_for(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    browser, _link, code = ask(app, db, member.email)
    elsewhere, _, other = ask(app, db, member.email)

    wrong = browser.post("/sign-in/code", data={"code": other})
    assert wrong.status_code == 422
    browser.post("/sign-in/code", data={"code": f" {code.lower().replace('-', ' ')} "})

    assert is_in(browser)
    assert elsewhere.post("/sign-in/code", data={"code": code}).status_code == 422


def test_a_code_can_be_tried_eight_times(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    browser, _link, code = ask(app, db, member.email)

    for _ in range(8):
        browser.post("/sign-in/code", data={"code": "AAAA-AAAA"})
    page = browser.post("/sign-in/code", data={"code": code})

    assert "too many tries" in page.text
    assert not is_in(browser)


def test_link_and_code_work_once_between_them(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    browser, link, code = ask(app, db, member.email)
    browser.post("/sign-in/code", data={"code": code})
    with browser.session_transaction() as kept:
        kept["asked_link"] = ["", "", "/home"]

    assert browser.post(link).status_code == 404
    assert browser.post("/sign-in/code", data={"code": code}).status_code == 422


def test_both_last_a_quarter_of_an_hour(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    with time_machine.travel(NOW, tick=False):
        browser, link, code = ask(app, db, member.email)
    with time_machine.travel(NOW + LASTS - timedelta(seconds=1), tick=False):
        assert "Good to see you again" in browser.get(link).text
    with time_machine.travel(NOW + LASTS, tick=False):
        assert browser.post(link).status_code == 404
        assert browser.post("/sign-in/code", data={"code": code}).status_code == 422


def test_a_link_to_an_earlier_address_opens_nothing(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    browser, link, code = ask(app, db, member.email)
    member.email, member.email_key = "new@example.org", "new@example.org"
    db.commit()

    assert browser.post(link).status_code == 404
    assert browser.post("/sign-in/code", data={"code": code}).status_code == 422


def test_a_closed_account_gets_no_mail(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    member.disabled_at = NOW
    keep(member)

    app.test_client().post("/sign-in/mail", data={"email": member.email})
    do_the_work(app, db)

    assert db.scalars(select(Mail)).all() == []


def test_known_or_not_the_page_is_the_same(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    addresses = [str(member.email), "nobody@example.org"]
    browsers = [app.test_client() for _ in addresses]

    answers = [
        browser.post("/sign-in/mail", data={"email": each})
        for browser, each in zip(browsers, addresses, strict=True)
    ]
    pages = [
        told_without(e, b.get("/sign-in/code")) for b, e in zip(browsers, addresses, strict=True)
    ]

    assert len({(page.status_code, page.text, page.location) for page in answers}) == 1
    assert len(set(pages)) == 1
    assert len(db.scalars(select(Job)).all()) == 2, "the same deed for both"


def test_asking_too_often_sends_no_more(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)

    codes = {
        app.test_client().post("/sign-in/mail", data={"email": member.email}).status_code
        for _ in range(12)
    }

    assert codes == {302}, "nobody learns that it was too often"
    assert len(db.scalars(select(Job)).all()) == 8


def test_neither_code_nor_token_nor_browser_is_kept_as_it_is(
    app: Flask, keep: Keep, db: Session
) -> None:
    member = a_member_with_password()
    keep(member)
    browser, link, code = ask(app, db, member.email)
    with browser.session_transaction() as kept:
        secret = kept["asked_link"][0]

    row = db.scalars(select(OneTimeLink)).one()

    said = f"{row.fingerprint} {row.code} {row.browser}"
    assert not {code, code.replace("-", ""), link.rsplit("/", 1)[1], secret} & set(said.split())


def test_signing_in_by_mail_gives_a_new_row_and_confirms_the_address(
    app: Flask, keep: Keep, db: Session
) -> None:
    member = a_member_with_password()
    member.email_confirmed_at = None
    keep(member)
    browser, link, _code = ask(app, db, member.email)

    browser.post(link)

    here = db.scalars(select(SignIn)).one()
    assert db.scalar(select(Member.email_confirmed_at))
    assert clock.now() - here.created_at < timedelta(minutes=1)


@pytest.mark.parametrize("path", ["/sign-in/mail"])
def test_where_it_is_not_offered_there_is_no_such_page(path: str, app: Flask) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], SIGN_IN_BY_MAIL=False)
    browser = app.test_client()

    assert browser.get(path).status_code == 404
    assert browser.post(path, data={"email": "a@example.org"}).status_code == 404
    assert "/sign-in/mail" not in browser.get("/sign-in").text


def test_the_code_page_without_asking_leads_to_signing_in(app: Flask) -> None:
    browser = app.test_client()

    assert browser.get("/sign-in/code").location == "/sign-in"
    assert browser.post("/sign-in/code", data={"code": "AAAA-AAAA"}).location == "/sign-in"
