"""What two people write beneath their space stays between them: canaries, looked for everywhere."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.database import Base
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.pairings.models import (
    HelpAnswer,
    Meeting,
    MeetingState,
    Pairing,
    PointKind,
    ResourceShown,
    Size,
    Tried,
)
from matcher.pairings.queries.agreements import find_start
from matcher.pairings.queries.helping import list_requests
from matcher.pairings.services.agreements import (
    answer_expectations,
    change_agreement,
    say_outside_hours,
    say_yes,
)
from matcher.pairings.services.helping import (
    Outcome,
    Reply,
    Wanted,
    answer_help,
    ask_for_help,
    close_help,
)
from matcher.pairings.services.library import TEXTS, add_resource
from matcher.pairings.services.points import add_point, comment_on
from matcher.pairings.services.sharing import ask_what_is_known, say_what_came_of_it, take_step
from matcher.privacy.queries.own import all_of
from tests.access.table import TABLE
from tests.conftest import Browse
from tests.factories import NOW, a_pairing
from tests.factories.leaves import EXPECTED, TERMS
from tests.factories.pairings import a_meeting

WORD = "canary"
# Lists that are taken along, and what has values of its own in its address.
ADDRESSES = frozenset({"pairing_id", "programme_id", "enrolment_id"})
OF_THE_TWO = frozenset({"pairing_id"})


@pytest.fixture
def pairing(db: Session) -> Pairing:
    """A pairing in which every text that can be written is written."""
    pairing = a_pairing(since=clock.today() - timedelta(days=30))
    db.add(pairing)
    db.flush()
    mentor, mentee = pairing.mentor, pairing.mentee
    answer_expectations(db, pairing, EXPECTED, by=mentor, now=NOW)
    answer_expectations(db, pairing, EXPECTED | {"every": "60"}, by=mentee, now=NOW)
    held = a_meeting(pairing, starts_at=clock.now() - timedelta(days=3), state=MeetingState.HELD)
    db.add(held)
    _write_points(db, pairing, held)
    _write_help(db, pairing)
    _write_library(db, pairing)
    db.commit()
    return pairing


def _write_points(db: Session, pairing: Pairing, held: Meeting) -> None:
    agreement = find_start(db, pairing).agreement
    assert agreement
    words = {"topics": f"{WORD} topics", "private": f"{WORD} private", "ending": f"{WORD} end"}
    change_agreement(
        db, agreement, TERMS | words, seen=agreement.edition, by=pairing.mentee, now=NOW
    )
    for kind in (PointKind.GOAL, PointKind.AGENDA, PointKind.ABLE):
        text = {"text": f"{WORD} {kind}"}
        comment_on(add_point(db, pairing, kind, text, by=pairing.mentee, now=NOW), f"{WORD} too")
    step = {"if": f"{WORD} moment", "then": f"{WORD} deed"}
    add_point(db, pairing, PointKind.STEP, step, by=pairing.mentee, now=NOW, meeting_id=held.id)
    add_point(db, pairing, PointKind.GOAL, {"text": f"{WORD} idea"}, by=pairing.mentor, now=NOW)


def _write_help(db: Session, pairing: Pairing) -> None:
    for is_closed in (False, True):
        wanted = Wanted(what=f"{WORD} help", size=Size.SMALL, by=None)
        asked = ask_for_help(db, pairing, wanted, by=pairing.mentee, now=NOW)
        reply = Reply(answer=HelpAnswer.ELSE, by=None, words=f"{WORD} instead")
        answer_help(db, asked, reply, by=pairing.mentor, now=NOW)
        if is_closed:
            close_help(asked, Outcome(was_kept=None, fit=1), now=NOW)


def _write_library(db: Session, pairing: Pairing) -> None:
    texts = dict.fromkeys(TEXTS, "") | {"name_en": "Language café"}
    programme = pairing.programme
    place = add_resource(db, programme, texts, by=programme.contact, now=NOW, today=NOW.date())
    shown = ask_what_is_known(db, pairing, place, by=pairing.mentor, now=NOW)
    for step, side in (
        *(("known", Side.MENTEE), ("share", Side.MENTOR), ("react", Side.MENTEE)),
        ("introduce", Side.MENTOR),
    ):
        take_step(db, shown, step, f"{WORD} {step}", by=pairing.member_on(side), now=NOW)


def pages_of(
    app: Flask, browser: FlaskClient, pairing: Pairing, about: frozenset[str] = ADDRESSES
) -> dict[str, str]:
    """Open every page that this person can, about this pairing and its programme, and home."""
    values: dict[str, Any] = {
        "pairing_id": pairing.id,
        "programme_id": pairing.programme.id,
        "enrolment_id": pairing.mentee_enrolment.id,
    }
    found = {}
    for rule in app.url_map.iter_rules():
        is_about = rule.arguments and rule.arguments <= about
        if (rule.endpoint, "GET") in TABLE and (is_about or rule.endpoint == "home.mine"):
            built = rule.build({name: values[name] for name in rule.arguments})
            assert built is not None
            page = browser.get(built[1])
            found[rule.endpoint] = page.text if (page.mimetype or "").startswith("text") else ""
    return found


def test_the_two_read_it(pairing: Pairing, app: Flask, browse: Browse) -> None:
    """Else the tests below would find nothing because there is nothing."""
    pages = pages_of(app, browse(pairing.mentee), pairing, OF_THE_TWO)

    for endpoint in ("agreement", "goals", "help_board", "library"):
        assert WORD in pages[f"pairings.{endpoint}"], endpoint


def test_their_coordinator_reads_how_many_and_no_word(
    pairing: Pairing, app: Flask, browse: Browse
) -> None:
    pages = pages_of(app, browse(pairing.programme.contact), pairing)

    assert [endpoint for endpoint, page in pages.items() if WORD in page] == []
    pair = pages["coordination.pair"]
    assert "3 goals" not in pair
    assert "1 goal, 0 reached; 1 step." in pair
    assert "Help was asked for 2 times; 1 request open." in pair


def test_another_pair_reads_nothing(
    pairing: Pairing, app: Flask, browse: Browse, db: Session
) -> None:
    other = a_pairing(programme=pairing.programme)
    db.add(other)
    db.commit()

    pages = pages_of(app, browse(other.mentor), pairing)

    assert [endpoint for endpoint, page in pages.items() if WORD in page] == []


def test_no_mail_carries_a_word_of_it(pairing: Pairing, db: Session) -> None:  # noqa: ARG001  # there
    mails = db.scalars(select(Mail)).all()

    assert len(mails) > 10
    assert [each.kind for each in mails if WORD in str(each.letter)] == []


def test_nothing_of_it_stands_open_in_the_database(pairing: Pairing, db: Session) -> None:
    for table in Base.metadata.sorted_tables:
        rows = db.connection().execute(select(table)).all()
        assert WORD not in str(rows), table
    assert pairing.is_open


@pytest.mark.parametrize("side", list(Side))
def test_how_help_fitted_changes_no_page_of_anybody(
    side: Side, pairing: Pairing, app: Flask, browse: Browse, db: Session
) -> None:
    browser = browse(pairing.member_on(side))
    pages_of(app, browser, pairing, OF_THE_TWO)  # from now on it says that they opened it
    before = pages_of(app, browser, pairing, OF_THE_TWO)
    closed = next(each for each in list_requests(db, pairing) if each.closed_at)
    closed.fit = {"fit": -1}
    db.commit()

    after = pages_of(app, browser, pairing, OF_THE_TWO)

    for endpoint, page in before.items():
        assert bare(page) == bare(after[endpoint]), endpoint


def bare(page: str) -> list[str]:
    """Leave out what differs with every request."""
    changing = ("csrf_token", "ago", "?v=", "nonce")
    return [line for line in page.splitlines() if not any(each in line for each in changing)]


def test_a_copy_of_ones_data_holds_nothing_that_only_the_other_told(
    pairing: Pairing, db: Session
) -> None:
    agreement = find_start(db, pairing).agreement
    assert agreement
    for member in (pairing.mentor, pairing.mentee):
        say_yes(db, agreement, seen=agreement.edition, by=member, now=NOW)
    say_outside_hours(db, agreement, by=pairing.mentee, today=NOW.date())
    shown = db.scalars(select(ResourceShown)).one()
    say_what_came_of_it(shown, Tried.NOT_FOR_ME, now=NOW)
    take_step(db, shown, "why", "Too far by bike.", by=pairing.mentee, now=NOW)
    db.flush()

    mentors, mentees = (
        {each.table: str(each.rows) for each in all_of(db, member)}
        for member in (pairing.mentor, pairing.mentee)
    )

    assert "'every': '60'" in mentees["expectation"]
    assert "'every': '60'" not in mentors["expectation"]
    assert "Too far by bike." in mentees["resource_shown"]
    assert "Too far by bike." not in mentors["resource_shown"]
    assert "'fit': 1" in mentees["help_request"]
    assert "'fit': 1" not in mentors["help_request"]
    assert "outside_hours" in mentees
    assert "outside_hours" not in mentors
