"""Where mails can be read while trying things out, and how somebody stops them."""

from dataclasses import replace

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.app import create_app
from matcher.config import Settings
from matcher.members.models import Member
from matcher.messages.models import Budget, MailStop
from matcher.messages.stopping import StopWish, write_wish
from tests.conftest import Keep
from tests.factories import a_member
from tests.factories.mails import a_mail


def test_the_outbox_shows_every_mail_and_opens_it(app: Flask, db: Session) -> None:
    a_mail(db, address="yara@example.org", attachment="BEGIN:VCALENDAR")
    browser = app.test_client()

    listed = browser.get("/outbox")
    opened = browser.get(listed.text.partition('href="/outbox/')[2].join(["/outbox/", ""])[:44])

    assert "yara@example.org" in listed.text
    assert opened.status_code == 200
    assert 'href="http://localhost/no-mail/t0k"' in opened.text
    assert "In my &lt;b&gt;own&lt;/b&gt; words" in opened.text
    assert "BEGIN:VCALENDAR" in opened.text


def test_there_is_no_outbox_page_in_production(settings: Settings, db: Session) -> None:
    mail = a_mail(db)
    production = create_app(replace(settings, MODE="production")).test_client()

    assert production.get("/outbox").status_code == 404
    assert production.get(f"/outbox/{mail.id}").status_code == 404


def test_looking_at_the_link_stops_nothing(app: Flask, db: Session, keep: Keep) -> None:
    member = a_member()
    keep(member)

    page = app.test_client().get(f"/no-mail/{link(member, app)}")

    assert page.status_code == 200
    assert db.scalars(select(MailStop)).all() == []


def test_a_mail_program_stops_mails_with_one_click(app: Flask, db: Session, keep: Keep) -> None:
    member = a_member()
    keep(member)
    address = f"/no-mail/{link(member, app)}"
    strict = create_app(replace(app.config["SETTINGS"], WTF_CSRF_ENABLED=True)).test_client()

    answers = [
        strict.post(address, data={"List-Unsubscribe": "One-Click"}).status_code for _ in "12"
    ]

    assert answers == [200, 200]
    stop = db.scalars(select(MailStop)).one()
    assert (stop.member_id, stop.budget) == (member.id, Budget.GUIDANCE)


def test_mails_can_be_had_again(app: Flask, db: Session, keep: Keep) -> None:
    member = a_member()
    keep(member)
    browser = app.test_client()
    browser.post(f"/no-mail/{link(member, app)}")

    browser.post(f"/no-mail/{link(member, app)}/again")

    assert db.scalars(select(MailStop)).all() == []


def test_a_link_that_somebody_made_up_opens_nothing(app: Flask) -> None:
    browser = app.test_client()

    for token in ("x", "0.guidance.0", "%00", f"{'a' * 32}.guidance.{'b' * 40}"):
        assert browser.get(f"/no-mail/{token}").status_code == 404
        assert browser.post(f"/no-mail/{token}").status_code == 404


def link(member: Member, app: Flask) -> str:
    return write_wish(StopWish(member.id, Budget.GUIDANCE), app.config["SETTINGS"].SECRET_KEY)
