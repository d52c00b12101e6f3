"""What a mentor heard is kept only as the mentee made it right."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.messages.models import Mail
from matcher.pairings.models import HeardLine, Meeting, MeetingState, Pairing, TalkBalance
from matcher.pairings.services.heard import make_right, note_talk, say_back
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_pairing
from tests.factories.pairings import a_meeting

DAY = timedelta(days=1)
CANARY = "CANARY-the-interview-felt-hard"


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing(since=clock.today() - 30 * DAY)
    db.add(pairing)
    db.commit()
    return pairing


@pytest.fixture
def met(pairing: Pairing, db: Session) -> Meeting:
    """A meeting that was held two days ago."""
    meeting = a_meeting(pairing, starts_at=clock.now() - 2 * DAY, state=MeetingState.HELD)
    db.add(meeting)
    db.commit()
    return meeting


def address(meeting: Meeting, more: str = "") -> str:
    return f"/pairings/{meeting.pairing.id}/meetings/{meeting.id}/{more}"


def space(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}{more}"


def test_a_line_is_said_back_and_made_right(met: Meeting, browse: Browse, db: Session) -> None:
    mentor, mentee = browse(met.pairing.mentor), browse(met.pairing.mentee)

    assert mentor.post(address(met, "heard"), data={"text": CANARY}).status_code == 302
    assert CANARY in mentee.get(space(met.pairing, "/heard")).text
    assert "That is right" in mentee.get(space(met.pairing, "/heard")).text
    assert mentee.post(address(met, "heard/right")).status_code == 302

    line = db.scalars(select(HeardLine)).one()
    assert (line.kept, line.is_corrected) == (CANARY, False)
    assert "What you keep together" in mentor.get(space(met.pairing, "/heard")).text


def test_the_mentees_own_words_take_the_place_of_what_was_heard(
    met: Meeting, browse: Browse, db: Session
) -> None:
    mentor, mentee = browse(met.pairing.mentor), browse(met.pairing.mentee)
    mentor.post(address(met, "heard"), data={"text": "It went fine"})

    mentee.post(address(met, "heard/add"), data={"text": CANARY})

    line = db.scalars(select(HeardLine)).one()
    assert (line.kept, line.is_corrected) == (CANARY, True)
    page = mentor.get(space(met.pairing, "/heard")).text
    assert CANARY in page
    assert "It went fine" not in page


def test_only_what_was_made_right_is_remembered_before_the_next_meeting(
    met: Meeting, browse: Browse, keep: Keep
) -> None:
    pairing = met.pairing
    keep(a_meeting(pairing, starts_at=clock.now() + 5 * DAY))
    mentor, mentee = browse(pairing.mentor), browse(pairing.mentee)
    mentor.post(address(met, "heard"), data={"text": CANARY})

    assert CANARY not in mentor.get(space(pairing)).text
    assert CANARY not in mentee.get(space(pairing)).text
    mentee.post(address(met, "heard/right"))

    assert "Ask how it went." in mentor.get(space(pairing)).text
    assert CANARY in mentor.get(space(pairing)).text
    assert CANARY in mentee.get(space(pairing)).text


def test_listening_back_never_stands_above_a_meeting(
    met: Meeting, browse: Browse, db: Session
) -> None:
    pairing = met.pairing
    mentor = browse(pairing.mentor)
    met.starts_at = clock.now() - 3 * DAY
    db.commit()
    assert "Plan your next meeting" in mentor.get(space(pairing)).text
    ahead = a_meeting(pairing, starts_at=clock.now() + 5 * DAY, state=MeetingState.PROPOSED)
    db.add(ahead)
    db.commit()
    assert "Does this time suit you?" in mentor.get(space(pairing)).text
    ahead.state = MeetingState.PLANNED
    db.commit()

    assert "Write what I heard" in mentor.get(space(pairing)).text
    ahead.starts_at = clock.now() + timedelta(hours=3)
    db.commit()
    assert "Write what I heard" not in mentor.get(space(pairing)).text


def test_a_meeting_is_looked_back_on_while_it_is_fresh(
    met: Meeting, browse: Browse, db: Session
) -> None:
    mentor, mentee = browse(met.pairing.mentor), browse(met.pairing.mentee)
    met.starts_at = clock.now() - timedelta(hours=3)
    db.commit()

    page = mentor.get(space(met.pairing)).text
    assert "Write what I heard" in page
    assert "Propose a time" in page  # planning is still one press away
    assert "Plan your next meeting" in mentee.get(space(met.pairing)).text
    mentor.post(address(met, "heard"), data={"text": "You slept badly."})

    assert "Were you heard right?" in mentee.get(space(met.pairing)).text
    assert "Plan your next meeting" in mentor.get(space(met.pairing)).text


def test_what_was_made_right_stays_as_it_is(met: Meeting, browse: Browse, db: Session) -> None:
    mentor, mentee = browse(met.pairing.mentor), browse(met.pairing.mentee)
    mentor.post(address(met, "heard"), data={"text": "Once"})
    mentee.post(address(met, "heard/right"))

    again = mentor.post(address(met, "heard"), data={"text": "Twice"})
    twice = mentee.post(address(met, "heard/add"), data={"text": "Thrice"})

    assert (again.status_code, twice.status_code) == (409, 409)
    assert db.scalars(select(HeardLine)).one().kept == "Once"


def test_the_mail_tells_that_there_is_a_line_and_not_what_it_says(
    met: Meeting, db: Session
) -> None:
    say_back(db, met, CANARY, now=clock.now())
    say_back(db, met, f"{CANARY} again", now=clock.now())

    [mail] = db.scalars(select(Mail)).all()
    assert mail.member_id == met.pairing.mentee.id
    db.commit()
    rows = db.execute(text("SELECT * FROM mail")).all()
    assert CANARY not in str(rows)


def test_what_was_heard_is_sealed(met: Meeting, db: Session) -> None:
    say_back(db, met, CANARY, now=clock.now())
    make_right(db, met, f"{CANARY}, really", now=clock.now())
    note_talk(db, met, 80, by=met.pairing.mentee, now=clock.now())
    db.commit()

    kept = db.execute(text("SELECT * FROM heard_line")).all()
    assert CANARY not in str(kept)
    assert "80" not in str(db.execute(text("SELECT share_sealed FROM talk_balance")).all())[:8]


def test_who_talked_most_is_for_whoever_answered(met: Meeting, browse: Browse, db: Session) -> None:
    mentor, mentee = browse(met.pairing.mentor), browse(met.pairing.mentee)
    before = _same(mentor.get(space(met.pairing, "/heard")).text)

    assert mentee.post(address(met, "talk"), data={"mine": "80"}).status_code == 302

    talk = db.scalars(select(TalkBalance)).one()
    assert (talk.member_id, talk.share) == (met.pairing.mentee.id, {"mine": 80})
    assert 'value="80"' in mentee.get(space(met.pairing, "/heard")).text
    assert _same(mentor.get(space(met.pairing, "/heard")).text) == before


def test_the_coordinator_is_told_how_often_and_never_what(
    met: Meeting, browse: Browse, db: Session
) -> None:
    pairing = met.pairing
    contact = browse(pairing.programme.contact)
    where = f"/coordination/{pairing.programme_id}/pairs/{pairing.id}"
    assert "wrote down what was heard" not in contact.get(where).text

    say_back(db, met, CANARY, now=clock.now())
    make_right(db, met, f"{CANARY}, really", now=clock.now())
    db.commit()

    page = contact.get(where).text
    assert "After one of their meetings the mentor wrote down what was heard" in page
    assert "The mentee made it right once." in page
    assert CANARY not in page


@pytest.mark.parametrize("odd", ["", "101", "-1", "x", "\0", "9" * 40])
def test_an_odd_place_on_the_line_is_asked_for_again(
    odd: str, met: Meeting, browse: Browse
) -> None:
    page = browse(met.pairing.mentee).post(address(met, "talk"), data={"mine": odd})

    assert page.status_code == 422


@pytest.mark.parametrize("odd", ["", " ", "a\0b", "x" * 401])
def test_an_odd_line_is_asked_for_again(odd: str, met: Meeting, browse: Browse) -> None:
    page = browse(met.pairing.mentor).post(address(met, "heard"), data={"text": odd})

    assert page.status_code == 422
    assert "needs your attention" in page.text


def test_nothing_is_said_back_of_a_meeting_that_was_not_held(
    pairing: Pairing, browse: Browse, keep: Keep
) -> None:
    meeting = a_meeting(pairing, starts_at=clock.now() + DAY)
    keep(meeting)

    page = browse(pairing.mentor).post(address(meeting, "heard"), data={"text": "Early"})

    assert page.status_code == 409


def test_the_page_speaks_dutch_and_takes_few_queries(
    met: Meeting, browse: Browse, counted: Counted
) -> None:
    met.pairing.mentor.language = Language.NL
    browser = browse(met.pairing.mentor)

    with counted() as queries:
        page = browser.get(space(met.pairing, "/heard"))

    assert "Wat is gehoord" in page.text
    assert queries.value <= 4, queries.statements


def _same(page: str) -> str:
    return "\n".join(line for line in page.split("\n") if "csrf_token" not in line)
