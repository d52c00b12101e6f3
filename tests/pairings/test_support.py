"""The mentee says what would help, and may share a line that disappears by itself."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.guidance.support import Support
from matcher.pairings.models import ContextLine, Meeting, MeetingState, Pairing, PairingState
from matcher.pairings.services.support import ask_for, share_context
from matcher.pairings.work import take_back_context
from tests.conftest import Browse, Counted
from tests.factories import NOW, TODAY, a_pairing
from tests.factories.jobs import some_work
from tests.factories.pairings import a_meeting

DAY = timedelta(days=1)
CANARY = "CANARY exam on Friday"


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    db.add(pairing)
    db.commit()
    return pairing


@pytest.fixture
def ahead(pairing: Pairing, db: Session) -> Meeting:
    meeting = a_meeting(pairing, starts_at=clock.now() + 5 * DAY)
    db.add(meeting)
    db.commit()
    return meeting


def space(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}{more}"


@pytest.mark.parametrize("support", Support)
def test_the_mentors_meeting_opens_with_sentences_that_fit(
    support: Support, ahead: Meeting, browse: Browse
) -> None:
    mentee, mentor = browse(ahead.pairing.mentee), browse(ahead.pairing.mentor)

    page = mentee.post(
        space(ahead.pairing, f"/meetings/{ahead.id}/support"), data={"support": str(support)}
    )

    assert page.status_code == 302
    first = {
        "hear": "Tell me more. I am in no hurry.",
        "think": "What have you thought of yourself?",
        "do": "Which part shall we do together now?",
        "tell": "What do you know about it already?",
    }[support]
    assert first in mentor.get(space(ahead.pairing)).text
    assert first in mentor.get(space(ahead.pairing, "/support")).text
    assert first not in mentee.get(space(ahead.pairing)).text
    assert "You said what would help:" in mentee.get(space(ahead.pairing)).text


@pytest.mark.parametrize("odd", ["", "moon", "\0", "hear'"])
def test_an_odd_choice_is_asked_for_again(odd: str, ahead: Meeting, browse: Browse) -> None:
    mentee = browse(ahead.pairing.mentee)
    where = space(ahead.pairing, f"/meetings/{ahead.id}/support")

    assert mentee.post(where, data={"support": odd}).status_code == 422
    assert mentee.post(where).status_code == 422


def test_nothing_is_asked_of_a_meeting_that_is_over(pairing: Pairing, db: Session) -> None:
    meeting = a_meeting(pairing, state=MeetingState.HELD)

    with pytest.raises(RuleBroken):
        ask_for(db, meeting, Support.HEAR)


def test_a_line_is_shared_with_the_mentor_and_taken_back_at_once(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    before = _same(mentor.get(space(pairing)).text)
    until = (clock.today() + 5 * DAY).isoformat()

    mentee.post(space(pairing, "/context"), data={"text": CANARY, "until": until})
    assert CANARY in mentor.get(space(pairing)).text
    assert CANARY in mentor.get(space(pairing, "/support")).text
    mentee.post(space(pairing, "/context/remove"))

    assert _same(mentor.get(space(pairing)).text) == before
    assert db.scalar(select(func.count(ContextLine.id))) == 0


def test_a_line_is_hidden_after_its_last_day_though_the_clock_has_not_come_by(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentor = browse(pairing.mentor)
    before = _same(mentor.get(space(pairing)).text)
    old = share_context(db, pairing, CANARY, clock.today(), now=clock.now())
    old.until = clock.today() - 2 * DAY
    db.commit()

    assert _same(mentor.get(space(pairing)).text) == before
    assert CANARY not in mentor.get(space(pairing, "/support")).text


@pytest.mark.parametrize(
    ("until", "outcome"),
    [
        *((TODAY - DAY, "refused"), (TODAY, "shared")),
        *((TODAY + 60 * DAY, "shared"), (TODAY + 61 * DAY, "refused")),
    ],
)
def test_a_line_has_a_last_day_at_most_sixty_days_ahead(
    until: date, outcome: str, pairing: Pairing, db: Session
) -> None:
    if outcome == "shared":
        assert share_context(db, pairing, CANARY, until, now=NOW).until == until
        return
    with pytest.raises(RuleBroken):
        share_context(db, pairing, CANARY, until, now=NOW)


@pytest.mark.parametrize(
    ("field", "odd"),
    [
        *(("until", ""), ("until", "soon"), ("until", "2090-01-01"), ("until", "\0")),
        *(("text", ""), ("text", "two\nlines"), ("text", "x" * 141), ("text", "a\0b")),
    ],
)
def test_an_odd_line_is_asked_for_again_and_stays_typed(
    field: str, odd: str, pairing: Pairing, browse: Browse
) -> None:
    given = {"text": "Exam", "until": (clock.today() + DAY).isoformat()} | {field: odd}

    page = browse(pairing.mentee).post(space(pairing, "/context"), data=given)

    assert page.status_code == 422
    assert "needs your attention" in page.text or "need your attention" in page.text
    if field == "until":
        assert 'value="Exam"' in page.text


def test_the_clock_removes_a_line_on_the_day_after_its_last(
    pairing: Pairing, db: Session, settings: Settings
) -> None:
    share_context(db, pairing, CANARY, TODAY + DAY, now=NOW)
    db.commit()

    take_back_context(some_work(settings, now=NOW + DAY))
    assert db.scalar(select(func.count(ContextLine.id))) == 1
    db.commit()
    take_back_context(some_work(settings, now=NOW + 2 * DAY))

    assert db.scalar(select(func.count(ContextLine.id))) == 0


def test_a_line_can_be_taken_back_though_the_pairing_has_ended(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    share_context(db, pairing, CANARY, clock.today() + DAY, now=clock.now())
    pairing.state, pairing.closed_on = PairingState.CLOSED, clock.today()
    db.commit()
    mentee = browse(pairing.mentee)

    assert "Take it back now" in mentee.get(space(pairing, "/support")).text
    assert mentee.post(space(pairing, "/context/remove")).status_code == 302

    assert db.scalar(select(func.count(ContextLine.id))) == 0


def test_a_line_is_sealed(pairing: Pairing, db: Session) -> None:
    share_context(db, pairing, CANARY, TODAY, now=NOW)
    db.commit()

    assert CANARY not in str(db.execute(text("SELECT * FROM context_line")).all())


def test_the_pages_take_few_queries(ahead: Meeting, browse: Browse, counted: Counted) -> None:
    for member in (ahead.pairing.mentee, ahead.pairing.mentor):
        browser = browse(member)
        for where in ("", "/support"):
            with counted() as queries:
                assert browser.get(space(ahead.pairing, where)).status_code == 200
            assert queries.value <= 4, queries.statements


def _same(page: str) -> str:
    return "\n".join(line for line in page.split("\n") if "csrf_token" not in line)
