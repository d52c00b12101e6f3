"""What lists ask of a pair's reasons stands beside them, however the reasons were kept."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from matcher.migrations.upgrade import upgrade
from matcher.proposals.models import Proposal
from matcher.proposals.models.gist import gist_of, told_by
from matcher.proposals.queries.asked import Wanted
from matcher.proposals.queries.review import list_for_review
from tests.conftest import Keep
from tests.factories import NOW
from tests.factories.proposals import REASONS, a_run, a_suggestion
from tests.keep_schema import SCHEMAS

GIST = {
    "shares": [["topics", 0.4], ["words", 0.1], ["availability", 0.1]],
    "words": [["looking", "work"]],
    "met": ["job-search"],
    "missing": 0,
    "slots": ["mon-evening"],
}
BEST = {**REASONS, "first_choice": True}
BARE = {**REASONS, "first_choice": False, "topics_met": []}


@pytest.mark.parametrize(
    ("reasons", "first", "lacks"),
    [(REASONS, False, False), (BEST, True, False), (BARE, False, True), ({}, False, False)],
)
def test_a_thing_tells_it(reasons: dict[str, object], first: bool, lacks: bool) -> None:  # noqa: FBT001  # as parametrised
    pair = a_suggestion(a_run())
    pair.reasons = reasons

    assert (pair.first_choice, pair.lacks_topics) == (first, lacks)


def test_rows_kept_in_bulk_tell_it(keep: Keep, db: Session) -> None:
    run, one = a_run(), a_suggestion(a_run())
    keep(run, one)
    row = {
        "programme_id": run.programme_id,
        "run_id": run.id,
        "mentor_enrolment_id": one.mentor_enrolment_id,
        "mentee_enrolment_id": one.mentee_enrolment_id,
        "affinity": 0.5,
        "created_at": NOW,
        "on_behalf": {},
        "overruled": [],
    }
    kept = [row | {"id": run.id, "reasons": BEST}]
    db.execute(insert(Proposal), kept)

    found = db.scalars(select(Proposal).where(Proposal.run_id == run.id)).one()
    assert (found.first_choice, found.lacks_topics) == (True, False)
    assert told_by(found.reasons) == {
        "first_choice": True,
        "lacks_topics": False,
        "gist": found.gist,
    }
    assert found.gist == GIST


@pytest.mark.parametrize(("reasons", "told"), [(REASONS, (0, 0)), (BEST, (1, 0)), (BARE, (0, 1))])
def test_a_database_of_before_tells_it_once_it_is_upgraded(
    reasons: dict[str, object], told: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SCHEMAS / "0018.sql").read_text())
        connection.execute("UPDATE proposal SET reasons = ?", [json.dumps(reasons)])
        connection.commit()

    upgrade(f"sqlite:///{path}")

    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT first_choice, lacks_topics, gist FROM proposal")
        kept = [(*answers, json.loads(gist)) for *answers, gist in found]
    assert kept
    assert all(each == (*told, gist_of(reasons)) for each in kept)


def test_a_pair_that_an_older_process_kept_during_an_upgrade_is_listed_as_any_other(
    keep: Keep, db: Session
) -> None:
    run = a_run()
    keep(run, a_suggestion(run), a_suggestion(run, "Kasia", affinity=0.7))
    coordinator = run.programme.contact
    before = list_for_review(db, run, Wanted(), seen_by=coordinator, now=NOW)
    db.execute(update(Proposal).where(Proposal.id == UUID(str(before[0].id))).values(gist={}))

    assert list_for_review(db, run, Wanted(), seen_by=coordinator, now=NOW) == before
