"""Every private text is a canary: no page shows it to anybody whose it is not.

Each sealed text, and what people wrote in plain columns, holds a word of its own. Then everybody
opens every page, and the words they find must be among those that the register lets them see.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Enum, String, select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.feedback.models import CheckIn
from matcher.feedback.services.answering import answer_check_in
from matcher.foundation import clock
from matcher.foundation.columns import Audience
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_read, open_to_write
from matcher.foundation.sealed import SealedText
from matcher.members.models import Member
from matcher.privacy.paper import as_data
from matcher.privacy.queries.own import all_of
from matcher.privacy.register import entries, model_of
from matcher.privacy.ties import ties
from tests.access.table import TABLE
from tests.access.test_access import ask_page, browsers
from tests.access.world import World
from tests.databases import another
from tests.factories.feedback import PULSE

# What people write in plain columns; other texts there are codes of our own.
WRITTEN = {
    *(("member", "phone"), ("enrolment", "goal"), ("enrolment", "entered_why")),
    *(("enrolment", "organisation"), ("enrolment", "ground"), ("enrolment", "reference")),
    *(("check_in", "entered_why"), ("concern", "reach_by"), ("meeting", "where")),
    ("identity", "subject"),
}
# Different on every page, whoever looks.
TOKEN = re.compile(rb'name="csrf_token"[^>]*value="[^"]*"|name="csrf-token" content="[^"]*"')
# What one may answer of the same weeks.
SCORES = ("bond", "goal", "safe.A", "listen.A", "empathy.A")
GOOD: dict[str, object] = PULSE | dict.fromkeys(SCORES, 5)
BAD: dict[str, object] = (
    PULSE | dict.fromkeys(SCORES, 1) | {"talk": "yes", "advice": "It is not going well."}
)
# For machines; and mails, which are shown while trying things out and not in production.
LEFT_OUT = {"operations.metrics", "messages.outbox", "messages.read", "styleguide.show", "static"}


@dataclass(frozen=True)
class Canary:
    word: str
    audience: Audience
    column: str
    owners: frozenset[str]


def put_out(db: Session, world: World) -> list[Canary]:
    """Put a word of its own into every private text of the world."""
    found: list[Canary] = []
    for table in Base.metadata.sorted_tables:
        model = model_of(table)
        texts = {k.column: n for n, k in vars(model).items() if isinstance(k, SealedText)}
        for entry in entries(table):
            column = table.c[entry.column]
            plain = isinstance(column.type, String) and not isinstance(column.type, Enum)
            if entry.column in texts or (plain and (table.name, entry.column) in WRITTEN):
                for row in db.scalars(select(model)):
                    word = f"canary{len(found):04}x"
                    setattr(row, texts.get(entry.column, entry.column), word)
                    owners = frozenset(owners_of(db, row, world))
                    name = f"{table.name}.{entry.column}"
                    found.append(Canary(word, entry.audience, name, owners))
    db.commit()
    return found


def owners_of(db: Session, row: Base, world: World) -> Iterator[str]:
    table = row.__table__
    for who, member_id in world.members.items():
        if isinstance(row, Member) and row.id == member_id:
            yield who
        for tie in ties(table):
            mine = select(table.c.id).where(table.c.id == row.id, tie.leads_to(member_id))
            if db.scalar(mine):
                yield who


def may_see(canary: Canary, who: str) -> bool:
    """Say whether the register lets somebody see this; the coordinator looks after everybody."""
    looks_after = who == "coordinator"
    match canary.audience:
        case Audience.OWN:
            return who in canary.owners
        case Audience.SAFEGUARDING:
            return looks_after  # whom it was told to
        case Audience.COORDINATOR:
            return looks_after or who in canary.owners
        case Audience.PAIR:
            return looks_after or who in {"mentor", "mentee"} or who in canary.owners
        case _:
            return canary.audience == Audience.PUBLIC


def test_no_page_shows_anybody_what_is_not_theirs(app: Flask, db: Session, world: World) -> None:
    canaries = put_out(db, world)
    assert len(canaries) > 25
    assert {each.audience for each in canaries} >= {Audience.PAIR, Audience.COORDINATOR}
    leaks, seen = [], set()
    pages = sorted(name for name, method in TABLE if method == "GET" and name not in LEFT_OUT)
    for who, browser in list(browsers(app, db, world)):
        for endpoint in pages:
            rule = next(app.url_map.iter_rules(endpoint))
            text = ask_page(browser, rule, world).data.decode(errors="ignore")
            for canary in canaries:
                if canary.word in text:
                    seen.add(canary.word)
                    if not may_see(canary, who):
                        leaks.append((who, endpoint, canary.column))

    assert set(leaks) == set()
    assert seen, "Nobody saw any canary: the test looks at nothing."


def test_no_copy_holds_what_is_not_its_owners(db: Session, world: World) -> None:
    canaries = put_out(db, world)
    leaks = []
    for who, member_id in world.members.items():
        data = as_data(all_of(db, db.get_one(Member, member_id)), made=clock.now())
        leaks += [
            (who, canary.column)
            for canary in canaries
            if canary.word in data and who not in canary.owners
        ]

    assert set(leaks) == set()


@pytest.mark.usefixtures("app")
def test_no_log_holds_any(
    app: Flask, db: Session, world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    canaries = put_out(db, world)
    for _who, browser in list(browsers(app, db, world)):
        for endpoint in ("home.mine", "coordination.today", "pairings.show", "feedback.told"):
            ask_page(browser, next(app.url_map.iter_rules(endpoint)), world)

    written = "".join(capfd.readouterr())

    assert [each.column for each in canaries if each.word in written] == []


def test_the_partners_pages_are_the_same_whatever_one_answered(
    app: Flask, db: Session, world: World, settings: Settings, tmp_path: Path
) -> None:
    """Two worlds, equal but for what the mentee answered: every byte for the mentor is equal."""
    db.close()
    first = pages_after(GOOD, app, world, settings, tmp_path / "good")
    second = pages_after(BAD, app, world, settings, tmp_path / "bad")

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def pages_after(
    given: dict[str, object], app: Flask, world: World, settings: Settings, folder: Path
) -> dict[str, bytes]:
    """Answer as the mentee in a copy of the world, and return all that the mentor gets there."""
    folder.mkdir()
    url = another(settings.database, folder)
    engines = {"read": open_to_read(url), "write": open_to_write(url)}
    for door, engine in engines.items():
        app.extensions[door].configure(bind=engine)
    app.config["SETTINGS"] = replace(settings, DATABASE_URL=url)
    with Session(engines["write"], expire_on_commit=False) as db:
        check_in = db.get_one(CheckIn, UUID(world.address["check_in_id"]))
        answer_check_in(db, check_in, given, now=clock.now())
        db.commit()
        mentor = dict(browsers(app, db, world))["mentor"]
    found = {}
    for endpoint in sorted(n for n, method in TABLE if method == "GET" and n not in LEFT_OUT):
        page = ask_page(mentor, next(app.url_map.iter_rules(endpoint)), world)
        headers = sorted((k, v) for k, v in page.headers if k != "Set-Cookie")
        said = json.dumps([page.status_code, headers]).encode()
        found[endpoint] = said + TOKEN.sub(b"", page.data)
    for engine in engines.values():
        engine.dispose()
    return found
