"""No mail carries anything private to anybody whose it is not, whatever happens and when.

Everybody presses every button, and then five weeks go by. A letter is kept as it will be said, so
what is looked at is its whole text, with all values and what is attached.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.feedback.models import CheckIn
from matcher.feedback.services.answering import answer_check_in
from matcher.foundation import clock
from matcher.foundation.columns import Audience
from matcher.foundation.engines import open_to_write
from matcher.messages.models import Mail
from matcher.work import SCHEDULE
from tests.access.table import IN, TABLE
from tests.access.test_access import browsers, method_of, token
from tests.access.test_canaries import BAD, GOOD, may_see, put_out
from tests.access.world import ACTORS, World
from tests.databases import another
from tests.factories import NOW
from tests.factories.jobs import some_work

# Enough of what forms ask for to have many of them accepted.
FILLED = {
    "text": "A few words.",
    "words": "A few words.",
    "message": "A few words.",
    "reason": "time",
    "answer": "yes",
    "decision": "approve",
    "way": "talk",
    "about": "partner",
    "to": "coordinator",
    "name": "Yara",
    "email": "someone@example.org",
    "day": "2026-03-12",
    "time": "19:30",
    "minutes": "60",
    "sure": "yes",
}
# These end what the others still need; they have tests of their own.
LAST = {"privacy.erase", "privacy.erase_for", "enrolments.erase", "programmes.close"}
PASSES = (timedelta(days=1), timedelta(days=9), timedelta(days=16), timedelta(days=35))
SECRET = re.compile(r'"(token|password)": "[^"]*"')


def press_every_button(app: Flask, db: Session, world: World) -> None:
    for who, browser in list(browsers(app, db, world)):
        for (endpoint, method), row in sorted(TABLE.items()):
            if method != "POST" or row[ACTORS.index(who)] != IN or endpoint in LAST:
                continue
            rule = next(app.url_map.iter_rules(endpoint))
            values = {**world.address, "token": token(endpoint, world), "section": "basics"}
            path = rule.build({name: values[name] for name in rule.arguments})
            assert path
            assert browser.open(path[1], method=method_of(rule), data=FILLED).status_code < 500


def let_time_pass(settings: Settings) -> None:
    """Do what is done by the clock, as long as it concerns what people get."""
    for passed in PASSES:
        with time_machine.travel(NOW + passed, tick=False):
            for task in SCHEDULE:
                work = some_work(settings, now=NOW + passed)
                task.does(work)
                work.doors.close()


def test_no_mail_carries_what_is_not_its_readers(
    app: Flask, db: Session, world: World, settings: Settings
) -> None:
    canaries = put_out(db, world)
    known = {member_id: who for who, member_id in world.members.items()}
    before = set(db.scalars(select(Mail.id)))

    press_every_button(app, db, world)
    let_time_pass(settings)

    db.expire_all()
    mails = [each for each in db.scalars(select(Mail)) if each.id not in before]
    assert len({each.kind for each in mails}) >= 7, {each.kind for each in mails}
    leaks = []
    for mail in mails:
        said, who = json.dumps(mail.letter), known.get(mail.member_id, "elsewhere")  # type: ignore[arg-type]  # nobody's address is None
        leaks += [
            (mail.kind, who, canary.column)
            for canary in canaries
            if canary.word in said
            and (canary.audience == Audience.SAFEGUARDING or not may_see(canary, who))
        ]
    assert set(leaks) == set()


def test_the_partner_gets_the_same_mails_at_the_same_time_whatever_one_answered(
    db: Session, world: World, settings: Settings, tmp_path: Path
) -> None:
    db.close()

    first = mails_after(GOOD, world, settings, tmp_path / "good")
    second = mails_after(BAD, world, settings, tmp_path / "bad")

    assert first == second
    assert len(first) > 1


def mails_after(
    given: Mapping[str, Any], world: World, settings: Settings, folder: Path
) -> list[tuple[str, datetime, datetime, str]]:
    """Answer as the mentee in a copy of the world; return all that the mentor gets in weeks."""
    folder.mkdir()
    here = replace(settings, DATABASE_URL=another(settings.database, folder), INSTANCE=folder)
    write = open_to_write(here.database)
    with Session(write) as db:
        check_in = db.get_one(CheckIn, UUID(world.address["check_in_id"]))
        answer_check_in(db, check_in, given, now=clock.now())
        db.commit()
        let_time_pass(here)
        db.expire_all()
        mine = select(Mail).where(Mail.member_id == world.members["mentor"])
        found = [
            (each.kind, each.created_at, each.due_at, SECRET.sub("", json.dumps(each.letter)))
            for each in db.scalars(mine)
        ]
    write.dispose()
    return sorted(found)
