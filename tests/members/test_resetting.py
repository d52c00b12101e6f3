"""A forgotten password."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.jobs.models import Job
from matcher.jobs.work import Work
from matcher.members.models import Member, Purpose
from matcher.members.services.accounts import send_reset
from matcher.members.services.links import make_link
from matcher.members.work import WORK
from matcher.messages.models import Mail
from tests.conftest import Browse, Keep
from tests.factories import a_member
from tests.factories.members import PASSWORD, a_member_with_password
from tests.members.test_doors import send, told_without

FRESH = "nieuwe lamp naast de kast"


class NoHold:
    """The work is ours for as long as the test lasts."""

    def confirm(self, db: Session) -> None: ...

    def report(self, phase: str, done: float) -> None: ...


def do_all_work(app: Flask, db: Session) -> None:
    settings = app.config["SETTINGS"]
    doors = Doors.to(settings.database)
    jobs = db.scalars(select(Job)).all()
    db.commit()
    for job in jobs:
        work = Work(subject_id=job.subject_id, settings=settings, doors=doors, hold=NoHold())
        WORK[job.kind](work)
    doors.close()


def token_of(mail: Mail) -> str:
    letter = mail.letter or {}
    return str(letter["button"]["values"]["token"])


def a_way_in(db: Session, member: Member) -> str:
    return make_link(db, member, Purpose.RESET_PASSWORD, now=clock.now(), lasts=timedelta(hours=1))


def test_whoever_forgot_gets_a_link_by_mail(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()

    asked = browser.post("/forgotten-password", data={"email": member.email})
    do_all_work(app, db)
    mail = db.scalars(select(Mail)).one()
    db.commit()
    chosen = browser.post(f"/reset/{token_of(mail)}", data={"password": FRESH})

    assert asked.status_code == 200
    assert mail.address == member.email
    assert (chosen.status_code, chosen.location) == (302, "/sign-in")
    assert send(app.test_client(), member.email, PASSWORD).status_code == 422
    assert send(app.test_client(), member.email, FRESH).status_code == 302


def test_known_or_not_the_answer_is_the_same(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    addresses = [str(member.email), "nobody@example.org"]

    pages = [
        app.test_client().post("/forgotten-password", data={"email": each}) for each in addresses
    ]

    assert len({told_without(each, page) for each, page in zip(addresses, pages, strict=True)}) == 1
    assert db.scalar(select(func.count()).select_from(Job)) == 2
    do_all_work(app, db)
    assert db.scalars(select(Mail.address)).all() == [member.email]


def test_asking_again_and_again_sends_few_mails(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)

    pages = [
        app.test_client().post("/forgotten-password", data={"email": member.email})
        for _ in range(20)
    ]

    assert {page.status_code for page in pages} == {200}
    assert (db.scalar(select(func.count()).select_from(Job)) or 0) <= 2


def test_a_newer_link_takes_the_place_of_the_older(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    older = a_way_in(db, member)
    send_reset(db, member, now=clock.now())
    db.commit()

    assert app.test_client().get(f"/reset/{older}").status_code == 404


def test_a_new_password_ends_every_sign_in(app: Flask, browse: Browse, db: Session) -> None:
    member = a_member_with_password()
    elsewhere = browse(member)
    token = a_way_in(db, member)
    db.commit()

    app.test_client().post(f"/reset/{token}", data={"password": FRESH})

    assert elsewhere.get("/account").status_code == 401


def test_a_link_gives_one_new_password(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    token = a_way_in(db, member)
    db.commit()
    browser = app.test_client()
    browser.post(f"/reset/{token}", data={"password": FRESH})

    again = browser.post(f"/reset/{token}", data={"password": "nog een andere lange zin"})

    assert again.status_code == 404
    assert send(app.test_client(), member.email, FRESH).status_code == 302


def test_an_easy_password_is_refused_and_the_link_kept(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password("Yara Amrani")
    keep(member)
    token = a_way_in(db, member)
    db.commit()
    browser = app.test_client()

    easy = browser.post(f"/reset/{token}", data={"password": "YaraAmrani2026"})

    assert easy.status_code == 422
    assert "easy to guess" in easy.text
    assert browser.get(f"/reset/{token}").status_code == 200


def test_the_owner_always_gets_in_by_mail(app: Flask, keep: Keep, db: Session) -> None:
    """Whatever strangers tried: choosing a new password makes this browser a known one."""
    member = a_member_with_password()
    keep(member)
    for number in range(9):
        send(app.test_client(), member.email, f"guess number {number}")
    token = a_way_in(db, member)
    db.commit()
    owner = app.test_client()
    assert send(owner, member.email).status_code == 429

    owner.post(f"/reset/{token}", data={"password": FRESH})

    assert send(owner, member.email, FRESH).status_code == 302


def test_the_owner_is_told_of_a_new_password(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    token = a_way_in(db, member)
    db.commit()

    app.test_client().post(f"/reset/{token}", data={"password": FRESH})

    subjects = [(mail.letter or {})["subject"]["text"] for mail in db.scalars(select(Mail))]
    assert subjects == ["Your password was changed"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example"])
def test_another_host_is_not_served(host: str, app: Flask) -> None:
    page = app.test_client().post(
        "/forgotten-password", data={"email": "a@example.org"}, headers={"Host": host}
    )

    assert page.status_code == 400


def test_a_member_whose_account_is_closed_gets_no_link(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member()
    member.disabled_at = clock.now()
    keep(member)

    app.test_client().post("/forgotten-password", data={"email": member.email})
    do_all_work(app, db)

    assert db.scalars(select(Mail)).all() == []
