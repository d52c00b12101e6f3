"""Whoever looks after the installation sees what hangs, and can settle it; nobody else does."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.config import Settings
from matcher.jobs.models import Job, JobState, Turn
from matcher.jobs.services import enqueue
from matcher.jobs.work import Task
from matcher.messages.models import Delivery, Mail
from matcher.operations.health import Facts, checks, is_late
from tests.conftest import Browse, Counted, Keep
from tests.factories import NOW, a_member, an_administrator
from tests.factories.mails import a_mail


def a_parked_job(db: Session) -> Job:
    job = enqueue(db, "match_run", uuid4(), now=NOW)
    job.state, job.attempts, job.error = JobState.PARKED, 5, "ValueError in run.py:12"
    db.commit()
    return job


def a_failed_mail(db: Session, delivery: Delivery = Delivery.FAILED) -> Mail:
    mail = a_mail(db, address="yara@example.org")
    mail.delivery, mail.error = delivery, "reader: 550"
    db.commit()
    return mail


def test_what_failed_too_often_is_shown_and_tried_again(db: Session, browse: Browse) -> None:
    job = a_parked_job(db)
    browser = browse(an_administrator())

    page = browser.get("/installation").text
    after = browser.post(f"/installation/jobs/{job.id}/again", follow_redirects=True)

    assert "Failed too often" in page
    assert "ValueError in run.py:12" in page
    assert "Match" in page
    assert after.status_code == 200
    db.refresh(job)
    assert (job.state, job.attempts, job.error) == (JobState.QUEUED, 0, None)
    assert "job.tried_again" in list(db.scalars(select(Event.action)))


def test_what_was_put_aside_can_still_be_tried_again(db: Session, browse: Browse) -> None:
    job = a_parked_job(db)
    browser = browse(an_administrator())

    browser.post(f"/installation/jobs/{job.id}/aside")
    page = browser.get("/installation").text

    db.refresh(job)
    assert job.state == JobState.CANCELLED
    db.commit()
    assert "Work that waits for you" not in page
    assert f"/installation/jobs/{job.id}/again" in page
    assert browser.post(f"/installation/jobs/{job.id}/aside").status_code == 409


@pytest.mark.parametrize("delivery", [Delivery.FAILED, Delivery.UNKNOWN])
def test_a_mail_goes_again_and_nothing_tells_to_whom(
    delivery: Delivery, db: Session, browse: Browse
) -> None:
    mail = a_failed_mail(db, delivery)
    browser = browse(an_administrator())

    page = browser.get("/installation").text
    browser.post(f"/installation/mails/{mail.id}/again")

    assert "yara@example.org" not in page
    assert "reader: 550" in page
    db.refresh(mail)
    assert mail.delivery == Delivery.QUEUED
    db.commit()
    assert browser.post(f"/installation/mails/{mail.id}/again").status_code == 409


def test_a_mail_that_was_not_wanted_is_no_failure(db: Session, browse: Browse) -> None:
    mail = a_failed_mail(db)
    mail.error = "not wanted"
    db.commit()
    browser = browse(an_administrator())

    assert "No mail failed" in browser.get("/installation").text
    assert browser.post(f"/installation/mails/{mail.id}/again").status_code == 409


def test_an_empty_installation_says_what_will_stand_here(browse: Browse, counted: Counted) -> None:
    browser = browse(an_administrator())
    with counted() as queries:
        page = browser.get("/installation").text

    assert "Something wants your attention." in page
    assert "Start it." in page
    assert "will stand here" in page
    assert queries.value <= 8


def test_others_find_no_such_page(browse: Browse) -> None:
    browser = browse(a_member())

    assert browser.get("/installation").status_code == 404
    assert "/installation" not in browser.get("/coordination").text


@pytest.mark.parametrize(
    ("minutes", "is_well"), [(1, True), (4, True), (6, False), (60 * 24, False)]
)
def test_a_worker_that_was_not_seen_is_missed(
    minutes: int, *, is_well: bool, settings: Settings
) -> None:
    turn = Turn(task="seal_trail", owner="", until=NOW, last_done_at=NOW)
    facts = Facts(turns=[turn], oldest_due_mail=None, now=NOW + timedelta(minutes=minutes))

    assert checks(facts, settings)[0].is_well == is_well


def test_mails_that_wait_and_backups_that_are_old_are_said(settings: Settings) -> None:
    turn = Turn(task="back_up", owner="", until=NOW, last_done_at=NOW)
    fresh = Facts(turns=[turn], oldest_due_mail=None, now=NOW + timedelta(hours=30))
    stale = Facts(turns=[turn], oldest_due_mail=NOW, now=NOW + timedelta(hours=50))

    assert [check.is_well for check in checks(fresh, settings)][1:3] == [True, True]
    assert [check.is_well for check in checks(stale, settings)][1:3] == [False, False]
    never = replace(settings, BACKUP_EVERY_HOURS=0, MODE="production")
    assert [check.is_well for check in checks(fresh, never)][1:3] == [False, True]


def test_a_task_is_late_after_its_time_and_a_little() -> None:
    task = Task(name="tidy", every=timedelta(hours=1), does=lambda _work: None)
    turn = Turn(task="tidy", owner="", until=NOW, last_done_at=NOW)

    assert not is_late(turn, task, NOW + timedelta(minutes=69))
    assert is_late(turn, task, NOW + timedelta(minutes=71))
    assert not is_late(None, task, NOW)


def test_the_figures_name_nobody(app: Flask, db: Session, keep: Keep) -> None:
    a_parked_job(db)
    a_failed_mail(db)
    keep(a_member("Yara"))
    with time_machine.travel(NOW, tick=False):
        answer = app.test_client().get("/metrics")

    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain")
    assert 'matcher_jobs{kind="match_run",state="parked"} 1.0' in answer.text
    assert 'matcher_mails{delivery="failed"} 1.0' in answer.text
    assert "matcher_disk_free_ratio" in answer.text
    assert "yara" not in answer.text.lower()


def test_figures_are_for_this_machine_or_whoever_has_the_token(
    app: Flask, settings: Settings
) -> None:
    browser = app.test_client()

    assert browser.get("/metrics").status_code == 200
    assert browser.get("/metrics", headers={"Host": "127.0.0.1:8000"}).status_code == 200
    assert browser.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404
    far = {"REMOTE_ADDR": "192.0.2.7"}
    assert browser.get("/metrics", environ_base=far).status_code == 404

    app.config["SETTINGS"] = replace(settings, METRICS_TOKEN="a long token")
    good, bad = {"Authorization": "Bearer a long token"}, {"Authorization": "Bearer another"}
    assert browser.get("/metrics", environ_base=far, headers=good).status_code == 200
    assert browser.get("/metrics", headers=bad).status_code == 404
    assert browser.get("/metrics").status_code == 404


def test_requests_are_counted_by_page_and_not_by_address(app: Flask) -> None:
    browser = app.test_client()
    browser.get("/no-mail/a-secret-token")

    told = browser.get("/metrics").text

    assert 'page="messages.stop_page"' in told
    assert "a-secret-token" not in told


def test_a_disk_without_room_is_said(settings: Settings, tmp_path: Path) -> None:
    facts = Facts(turns=[], oldest_due_mail=None, now=NOW)

    assert checks(facts, replace(settings, INSTANCE=tmp_path / "not" / "there"))[3].is_well
