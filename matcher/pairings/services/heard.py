"""Saying back what was heard, and making it right."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.messages.services import Occasion
from matcher.pairings.models import HeardLine, Meeting, MeetingState, TalkBalance
from matcher.pairings.queries.heard import find_talk
from matcher.pairings.services.leaf_letters import News, tell_news
from matcher.pairings.services.states import refuse_closed

MOST = 100


def say_back(db: Session, meeting: Meeting, text: str, *, now: datetime) -> HeardLine:
    """Write what was heard in a meeting. It may be changed until the mentee made it right."""
    _refuse_unheld(meeting)
    line = meeting.heard
    if line and line.kept_at:
        raise RuleBroken(N_("This has been made right already, and is kept as it is."))
    is_new = line is None
    line = line or HeardLine(meeting=meeting, written_at=now)
    line.said, line.written_at = text, now
    db.add(line)
    db.flush()
    if is_new:
        _tell(db, meeting, now=now)
    return line


def make_right(db: Session, meeting: Meeting, text: str | None = None, *, now: datetime) -> None:
    """Keep a line as it is, or in the mentee's own words. Only this becomes memory."""
    _refuse_unheld(meeting)
    line = meeting.heard
    if line is None or line.said is None:
        raise RuleBroken(N_("There is nothing to make right yet."))
    if line.kept_at:
        raise RuleBroken(N_("This has been made right already, and is kept as it is."))
    line.kept = text or line.said
    line.is_corrected = line.kept != line.said
    line.kept_at = now
    db.flush()


def note_talk(db: Session, meeting: Meeting, mine: int, *, by: Member, now: datetime) -> None:
    """Keep how much somebody talked in their own eyes, for nobody but them."""
    _refuse_unheld(meeting)
    if not 0 <= mine <= MOST:
        raise RuleBroken(N_("Choose a place on the line."))
    talk = find_talk(db, meeting.id, by)
    talk = talk or TalkBalance(meeting=meeting, member_id=by.id, answered_at=now)
    talk.share, talk.answered_at = {"mine": mine}, now
    db.add(talk)
    db.flush()


def _refuse_unheld(meeting: Meeting) -> None:
    refuse_closed(meeting.pairing)
    if meeting.state != MeetingState.HELD:
        raise RuleBroken(N_("Only about a meeting that was held."))


def _tell(db: Session, meeting: Meeting, *, now: datetime) -> None:
    pairing = meeting.pairing
    news = News(
        subject=sentence(N_("%(name)s wrote down what was heard"), name=pairing.mentor.name),
        said=(
            sentence(
                N_("Read it on your page together. Is it right, or would you like to add to it?")
            ),
        ),
        button=N_("Read what was heard"),
        endpoint="pairings.heard",
    )
    on = Occasion(kind="heard.said", subject_id=meeting.id)
    tell_news(db, pairing, pairing.mentee, news, on=on, now=now)
