"""The database is locked, full or away: looking goes on, writing is kindly refused, it passes."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, func, select, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from matcher.app import create_app
from matcher.audit.models import Denial
from matcher.config import Settings
from matcher.feedback.models import Concern, Signal
from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.members.models import Member
from matcher.members.services.signing_in import sign_in
from matcher.messages.carriers import carrier_for
from matcher.messages.models import Delivery, Mail
from matcher.messages.postman import Postman
from matcher.migrations.upgrade import upgrade
from tests.conftest import Browse, Keep
from tests.databases import ON_POSTGRES, make_database
from tests.factories import a_member
from tests.factories.feedback import a_met_pairing
from tests.messages.servers import Mood, free_port
from tests.messages.servers import a_server as a_server_of_mails
from tests.postgres import a_server


def write(browser: FlaskClient) -> TestResponse:
    """Do something that must be kept: a try to sign in is counted."""
    return browser.post("/sign-in", data={"email": "a@example.org", "password": "not this one"})


def assert_refused_kindly(answer: TestResponse) -> None:
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "text/html" in answer.content_type
    assert "<h1>" in answer.text


@pytest.mark.skipif(ON_POSTGRES, reason="locks a file; a server's table is locked below")
def test_while_the_database_is_locked_pages_are_read_and_writing_waits_ten_seconds(
    browse: Browse, settings: Settings
) -> None:
    browser = browse(a_member())
    path = settings.database.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        home, tips = browser.get("/home"), browser.get("/tips")
        looked = time.monotonic() - begun
        refused = write(browser)
        waited = time.monotonic() - begun

        other.execute("ROLLBACK")
    again = write(browser)

    assert (home.status_code, tips.status_code) == (200, 200)
    assert looked < 5
    assert_refused_kindly(refused)
    assert waited - looked < 12
    assert again.status_code < 500


def test_while_the_disk_is_full_pages_are_read_and_nothing_is_kept_by_halves(
    app: Flask, browse: Browse, keep: Keep, db: Session
) -> None:
    keep(pairing := a_met_pairing())
    browser = browse(pairing.mentee)
    engine: Engine = app.extensions["write"].kw["bind"]

    with full(engine):
        answers = [tell(browser) for _ in range(10)]
        pages = [browser.get(path).status_code for path in ("/home", "/concern", "/health/live")]
    afterwards = tell(browser)

    refused = [each for each in answers if each.status_code == 503]
    assert {each.status_code for each in answers} <= {200, 503}
    assert refused
    assert_refused_kindly(refused[0])
    assert pages == [200, 200, 200]
    assert afterwards.status_code == 200
    db.rollback()
    told = len(answers) - len(refused) + 1
    for table in (Concern, Signal, Mail):
        assert db.scalar(select(func.count()).select_from(table)) == told
    if not ON_POSTGRES:
        with closing(sqlite3.connect(str(engine.url.database))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def tell(browser: FlaskClient) -> TestResponse:
    """Do something that keeps a concern, a signal and a mail, or none of them."""
    way = browser.get("/concern").text.split('name="way"')[1].split('value="')[1].split('"')[0]
    return browser.post("/concern", data={"way": way, "about": "partner", "text": "x" * 3000})


def full(engine: Engine) -> AbstractContextManager[None]:
    """Let the database grow no further, as a full disk does."""
    return _full_server(engine) if ON_POSTGRES else _full_file(engine)


@contextmanager
def _full_server(engine: Engine) -> Iterator[None]:
    """Let the server say that its disk is full where the last of several things is to be kept."""
    tables = [each.__tablename__ for each in (Mail, Denial)]
    with engine.begin() as connection:
        connection.execute(
            text(
                "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql "
                "AS 'BEGIN RAISE disk_full; END'"
            )
        )
        for each in tables:
            trigger = f"CREATE TRIGGER no_room BEFORE INSERT ON {each} EXECUTE FUNCTION no_room()"
            connection.execute(text(trigger))
    yield
    with engine.begin() as connection:
        connection.execute(text("DROP FUNCTION no_room CASCADE"))


@contextmanager
def _full_file(engine: Engine) -> Iterator[None]:
    def stop_growing(connection: DBAPIConnection, _entry: object) -> None:
        connection.cursor().execute("PRAGMA max_page_count = 1")  # no less than there are

    engine.dispose()
    event.listen(engine, "connect", stop_growing)
    yield
    event.remove(engine, "connect", stop_growing)
    engine.dispose()


@pytest.mark.postgres
def test_when_the_server_is_restarted_pages_say_so_and_come_back_by_themselves(
    settings: Settings, tmp_path: Path
) -> None:
    with a_server() as server:
        url = make_database(server.url)
        upgrade(url)
        app = create_app(replace(settings, DATABASE_URL=url, INSTANCE=tmp_path))
        doors = Doors.to(url)
        with doors.writing() as db:
            member = a_member()
            db.add(member)
            token = sign_in(db, member, now=clock.now())
        browser = app.test_client()
        browser.set_cookie("session", token)
        assert browser.get("/home").status_code == 200

        server.stop()
        looking, writing = browser.get("/home"), write(browser)
        ready, live = browser.get("/health/ready"), browser.get("/health/live")
        server.start()

        assert browser.get("/home").status_code == 200
        assert write(browser).status_code in {422, 429}
        with doors.reading() as db:
            assert db.scalar(select(func.count(Member.id))) == 1
        for door in ("read", "write"):
            app.extensions[door].kw["bind"].dispose()
        doors.close()

    assert_refused_kindly(looking)
    assert_refused_kindly(writing)
    assert (ready.status_code, live.status_code) == (503, 200)


@pytest.mark.postgres
def test_while_a_table_is_locked_on_the_server_writing_waits_ten_seconds(
    settings: Settings, tmp_path: Path, postgres_url: str
) -> None:
    upgrade(postgres_url)
    app = create_app(replace(settings, DATABASE_URL=postgres_url, INSTANCE=tmp_path))
    browser = app.test_client()
    doors = Doors.to(postgres_url)
    with doors.writing() as other:
        other.execute(text("LOCK TABLE attempt IN EXCLUSIVE MODE"))
        begun = time.monotonic()
        refused = write(browser)
        waited = time.monotonic() - begun
        looked = browser.get("/sign-in")
    again = write(browser)
    for door in ("read", "write"):
        app.extensions[door].kw["bind"].dispose()
    doors.close()

    assert_refused_kindly(refused)
    assert waited < 12
    assert looked.status_code == 200
    assert again.status_code in {422, 429}


def test_while_the_mail_server_is_away_for_a_day_pages_are_as_ever_and_then_all_mails_go_once(
    app: Flask, browse: Browse, keep: Keep, db: Session, settings: Settings
) -> None:
    keep(pairing := a_met_pairing())
    browser = browse(pairing.mentee)
    now = clock.now()
    doors, mood = Doors.to(settings.database), Mood()

    def post(server: str) -> Postman:
        carrier = carrier_for(f"smtp://{server}", folder=settings.INSTANCE)
        return Postman(
            doors=doors,
            paper=app.extensions["stationery"],
            carrier=carrier,
            now=lambda: now + passed,
        )

    passed = timedelta()
    postman, answers = post(f"127.0.0.1:{free_port()}"), []
    for quarter in range(4 * 24):
        passed = timedelta(minutes=15 * quarter)
        if quarter % 12 == 0:
            answers.append(tell(browser).status_code)
        if postman.is_needed():
            postman.go()
    with a_server_of_mails(mood) as server:
        passed = timedelta(hours=26)
        post(server).go()
    doors.close()

    assert answers == [200] * 8
    kept = list(db.scalars(select(Mail.delivery)))
    assert len(kept) == len(mood.received) >= len(answers)
    assert set(kept) == {Delivery.SENT}
    assert len({str(each["Message-ID"]) for each in mood.received}) == len(kept)


def test_who_may_not_is_refused_even_while_the_refusal_cannot_be_kept(
    app: Flask, browse: Browse
) -> None:
    browser = browse(a_member())
    with full(app.extensions["write"].kw["bind"]):
        answers = {browser.get("/coordination/programmes/new").status_code for _ in range(60)}

    assert answers == {403}
