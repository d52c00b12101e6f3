"""With a hundred thousand members each page still looks at its own: by an index, a page at a time.

How quickly that goes is measured by `python -m benchmarks.pages`. Here stands why: no question of a
page goes through a whole table, and none asks more, or shows more, because there are more people.
Looking for a name in the trail is the one that reads all names, and nothing but names.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, event, insert, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.members.models import Member
from matcher.programmes.models import EnrolmentState
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from tests.conftest import Browse, Counted
from tests.databases import ON_POSTGRES
from tests.factories import NOW, TODAY, a_pairing, an_administrator
from tests.factories.proposals import a_run
from tests.proposals.crowds import keep_many

# Tables that grow with the members. The others hold a few rows for each programme.
GROWING = {
    *("member", "enrolment", "proposal", "pairing", "meeting", "check_in", "sign_in", "event"),
    *("mail", "signal", "card_shown", "leftover", "admission_check", "consent", "concern"),
}
FEW, MANY = 60, 500
SCAN = re.compile(r"SCAN (\w+)")


@dataclass(frozen=True)
class Programme:
    """One of two programmes: a run with proposals, somebody paired, and who looks after it."""

    run: MatchRun
    pairing: str
    member: FlaskClient
    coordinator: FlaskClient

    def address(self, page: str) -> str:
        names = {"run": self.run.id, "here": f"/coordination/{self.run.programme_id}"}
        return page.format(pairing=self.pairing, **names)


MEMBERS = ("/home", "/account", "/pairings/{pairing}", "/pairings/{pairing}/goals")
LISTS = (
    *("{here}", "{here}/people", "{here}/pairs", "{here}/waiting", "{here}/answers"),
    *("{here}/answers/left", "{here}/check-ins", "{here}/signals"),
    *("{here}/hand-over", "{here}/ruled-out", "{here}/matching", "{here}/matching/{run}"),
    *("{here}/matching/{run}/proposals", "{here}/matching/{run}/proposals?order=mentee&page=2"),
    *("{here}/matching/{run}/by-hand", "{here}/matching/{run}/publish"),
)


def a_programme_of(db: Session, browse: Browse, number: int) -> Programme:
    run = a_run()
    db.add(run)
    db.flush()
    run.programme.current_run_id = run.id
    keep_many(db, run, number)
    states = (ProposalState.SUGGESTED, ProposalState.APPROVED, ProposalState.REJECTED)
    for n, each in enumerate(db.scalars(select(Proposal).where(Proposal.run_id == run.id))):
        each.state = (*states, ProposalState.OFFERED, ProposalState.DECLINED)[n % 5]
        if each.state in {ProposalState.OFFERED, ProposalState.DECLINED}:
            each.offered_at, each.answer_by = NOW, TODAY
    pairing = a_pairing(programme=run.programme)
    pairing.mentee_enrolment.state = EnrolmentState.PAIRED
    db.add(pairing)
    db.commit()
    return Programme(
        run=run,
        pairing=str(pairing.id),
        member=browse(pairing.mentee),
        coordinator=browse(run.programme.contact),
    )


def looked(programme: Programme, page: str) -> str:
    browser = programme.member if page in MEMBERS else programme.coordinator
    answer = browser.get(programme.address(page))
    assert answer.status_code == 200, page
    return answer.text


def test_no_page_goes_through_a_whole_table(app: Flask, db: Session, browse: Browse) -> None:
    programme = a_programme_of(db, browse, FEW)
    scans: list[tuple[str, str, str]] = []
    for page in (*MEMBERS, *LISTS):
        for statement, values in _asked(app, partial(looked, programme, page)):
            tables = _scanned(app, statement, values)
            scans.extend((page, table, statement) for table in tables)

    assert not scans


def _asked(app: Flask, look: Callable[[], object]) -> list[tuple[str, Any]]:
    asked: list[tuple[str, Any]] = []

    def _note(
        _connection: object, _cursor: object, statement: str, values: Any, *_rest: object
    ) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            asked.append((statement, values))

    engine = app.extensions["read"].kw["bind"]
    event.listen(engine, "before_cursor_execute", _note)
    try:
        look()
    finally:
        event.remove(engine, "before_cursor_execute", _note)
    return asked


def _scanned(app: Flask, statement: str, values: Any) -> list[str]:
    """Name the growing tables that answering would go through whole."""
    with app.extensions["read"].kw["bind"].connect() as connection:
        scanned = _on_server if ON_POSTGRES else _in_file
        return [table for table in scanned(connection, statement, values) if table in GROWING]


def _in_file(connection: Connection, statement: str, values: Any) -> list[str]:
    """Ask SQLite. `SCAN x USING INDEX` goes through all of x as well."""
    names = dict(re.findall(r"\b(\w+) AS (\w+_\d+)\b", statement))
    real = {alias: table for table, alias in names.items()}
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    found = [SCAN.match(line[3]) for line in plan]
    return [real.get(str(each[1]), str(each[1])) for each in found if each]


def _on_server(connection: Connection, statement: str, values: Any) -> list[str]:
    """Ask PostgreSQL, which reads few rows one by one though it has an index, unless it is told."""
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    plan = connection.exec_driver_sql(f"EXPLAIN {statement}", values)
    return [table for line in plan for table in re.findall(r"Seq Scan on (\w+)", line[0])]


TRAIL = (
    *("/trail", "/trail?page=3", "/trail?family=member", "/trail?family=proposal&page=2"),
    *("/trail?programme={programme}", "/trail?programme={programme}&family=proposal"),
    *("/trail?since=2026-01-01&until=2026-03-09", "/trail?family=run&since=2026-01-01"),
)
NAMED = ("/trail?member=Person 1", "/trail?member=Person 1&family=proposal")


def a_trail(db: Session, programme: Programme, number: int) -> Member:
    """Keep many deeds of as many members; return an administrator."""
    db.add(bea := an_administrator())
    keys = db.scalars(select(Member.audit_key).limit(number)).all()
    actions = ("proposal.approved", "proposal.declined", "member.password_changed")
    rows = [
        {
            "id": uuid4(),
            "at": NOW + timedelta(seconds=n),
            "actor": keys[n % len(keys)],
            "action": actions[n % len(actions)],
            "thing": "proposal",
            "thing_id": programme.run.id,
            "programme_id": programme.run.programme_id,
            "facts": {},
        }
        for n in range(number)
    ]
    db.execute(insert(Event), rows)
    db.commit()
    return bea


def test_the_trail_is_read_a_page_at_a_time(app: Flask, db: Session, browse: Browse) -> None:
    programme = a_programme_of(db, browse, FEW)
    browser = browse(a_trail(db, programme, 4 * FEW))
    scans: list[tuple[str, str]] = []
    for page in (*TRAIL, *NAMED):
        address = page.format(programme=programme.run.programme_id)
        asked = _asked(app, partial(browser.get, address))
        assert any("event" in statement for statement, _values in asked), page
        for statement, values in asked:
            scans.extend((page, table) for table in _scanned(app, statement, values))

    assert scans == [(page, "member") for page in NAMED]


def test_the_trail_says_the_same_whichever_way_it_is_read(db: Session, browse: Browse) -> None:
    """A family is put together from the newest of each deed: as if all had been looked through."""
    programme = a_programme_of(db, browse, FEW)
    browser = browse(a_trail(db, programme, 4 * FEW))

    everywhere, here = (
        [
            browser.get(f"/trail?family=proposal{rest}&page={page}").text.partition("<tbody>")[2]
            for page in (1, 2, 3, 4)
        ]
        for rest in ("", f"&programme={programme.run.programme_id}")
    )

    rows = [re.findall(r"<tr>.*?</tr>", page, re.S) for page in everywhere]
    assert [len(each) for each in rows] == [50, 50, 50, 10]
    assert rows == [re.findall(r"<tr>.*?</tr>", page, re.S) for page in here]


def test_no_page_asks_or_shows_more_because_there_are_more(
    db: Session, browse: Browse, counted: Counted
) -> None:
    few, many = (a_programme_of(db, browse, number) for number in (FEW, MANY))
    for page in (*MEMBERS, *LISTS):
        asked, shown = [], []
        for programme in (few, many):
            looked(programme, page)
            with counted() as queries:
                text_of_page = looked(programme, page)
            asked.append(queries.value)
            shown.append(text_of_page.count("<tr") + text_of_page.count("<li"))
        assert asked[1] <= asked[0] + 1, (page, asked)
        assert shown[1] <= shown[0] + 120, (page, shown)


def test_a_question_without_an_index_is_seen(app: Flask) -> None:
    """If a scan were not recognised, the first test would prove nothing."""
    asked = "SELECT * FROM member AS member_1 WHERE member_1.name = 'Noor'"

    assert _scanned(app, asked, None) == ["member"]
