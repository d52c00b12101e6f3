"""Practical help: the mentee asks, the mentor answers, the mentee says how it fitted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.messages.services import Occasion
from matcher.pairings.models import HelpAnswer, HelpRequest, Pairing, Size
from matcher.pairings.services.leaf_letters import News, tell_news
from matcher.pairings.services.states import refuse_closed
from matcher.pairings.times import local_day

PAGE = "pairings.help_board"
TOO_LITTLE, JUST_RIGHT, TOO_MUCH = -1, 0, 1
FITS = (TOO_LITTLE, JUST_RIGHT, TOO_MUCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    what: str
    size: Size
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    answer: HelpAnswer
    by: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it ended, as the mentee says: whether a promise was kept, and how the help fitted."""

    was_kept: bool | None
    fit: int | None


def ask_for_help(
    db: Session, pairing: Pairing, wanted: Wanted, *, by: Member, now: datetime
) -> HelpRequest:
    """Ask for practical help. Only the mentee does; the mentor is told that there is a question."""
    refuse_closed(pairing)
    if by.id != pairing.mentee_member_id:
        raise RuleBroken(N_("Only the mentee asks for help here."))
    _refuse_past(wanted.by, pairing, now)
    request = HelpRequest(pairing=pairing, asked_at=now, size=wanted.size, wanted_by=wanted.by)
    request.what = wanted.what
    db.add(request)
    db.flush()
    news = News(
        subject=sentence(N_("%(name)s asks you for help with something"), name=by.name),
        said=(sentence(N_("Yes by a day, no, or something else: any of these is a good answer.")),),
        button=N_("See what it is"),
        endpoint=PAGE,
    )
    on = Occasion(kind="help.asked", subject_id=request.id)
    tell_news(db, pairing, pairing.mentor, news, on=on, now=now)
    return request


def answer_help(
    db: Session, request: HelpRequest, reply: Reply, *, by: Member, now: datetime
) -> None:
    """Answer: yes by a day, no, or something else. May be changed as long as it is open."""
    pairing = request.pairing
    _refuse_settled(request)
    if reply.answer == HelpAnswer.YES and reply.by is None:
        raise RuleBroken(N_("Say by which day."))
    if reply.answer == HelpAnswer.ELSE and not reply.words:
        raise RuleBroken(N_("Say what you can do instead."))
    _refuse_past(reply.by, pairing, now)
    request.answer, request.answered_at = reply.answer, now
    request.promised_by = reply.by if reply.answer == HelpAnswer.YES else None
    request.reply = reply.words or None
    db.flush()
    news = News(
        subject=sentence(N_("%(name)s answered your question for help"), name=by.name),
        said=(sentence(N_("The answer stands on your page together.")),),
        button=N_("Read the answer"),
        endpoint=PAGE,
    )
    on = Occasion(kind="help.answered", subject_id=request.id, period=str(request.version))
    tell_news(db, pairing, pairing.mentee, news, on=on, now=now)


def close_help(request: HelpRequest, outcome: Outcome, *, now: datetime) -> None:
    """Close a request. How the help fitted is sealed, and for the mentee alone."""
    _refuse_settled(request)
    if outcome.fit is not None and outcome.fit not in FITS:
        raise RuleBroken(N_("Choose too little, just right or too much."))
    request.closed_at = now
    promised = request.answer == HelpAnswer.YES
    request.was_kept = outcome.was_kept if promised else None
    request.fit = None if outcome.fit is None else {"fit": outcome.fit}


def too_much_in_a_row(newest_first: Sequence[HelpRequest]) -> list[HelpRequest]:
    """Return the latest requests that were too much, up to one that fitted (W11)."""
    rated = (each for each in newest_first if each.fit is not None)
    return list(takewhile(lambda each: (each.fit or {}).get("fit") == TOO_MUCH, rated))


def _refuse_settled(request: HelpRequest) -> None:
    refuse_closed(request.pairing)
    if request.closed_at:
        raise RuleBroken(N_("This request is closed."))


def _refuse_past(day: date | None, pairing: Pairing, now: datetime) -> None:
    if day and day < local_day(now, pairing.programme.zone):
        raise RuleBroken(N_("Choose today or a day that is still to come."))
