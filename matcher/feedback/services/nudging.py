"""Kind mails that the service sends by itself when two do not meet, or do not answer."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from babel import dates
from sqlalchemy.orm import Session

from matcher.feedback.calendar import local_day
from matcher.feedback.known import Known
from matcher.feedback.models import CheckIn
from matcher.feedback.raising import is_early
from matcher.feedback.services.words_from import WHY
from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.models import Budget
from matcher.messages.services import Occasion
from matcher.pairings.models import Meeting, MeetingState, Pairing
from matcher.pairings.times import Suggested, suggest_times

PROPOSED = 3
AHEAD = {MeetingState.PROPOSED, MeetingState.PLANNED}

UNMET = N_(
    "You and %(name)s have not met yet. The first time is often the hardest to plan. Propose a "
    "time: a short walk or half an hour by phone counts as well."
)
LONG_AGO = N_(
    "It is a while since you and %(name)s met. That happens. Would you like to choose a time?"
)
FITS = N_("According to both of you, these times could suit: %(times)s.")
LINE = N_(
    "We have not heard how it goes with you and %(name)s for a while. That is fine: no answer is "
    "a debt. If a call is easier than questions, %(coordinator)s is glad to hear from you."
)


def needs_nudge(known: Known, ahead: bool) -> str | None:  # noqa: FBT001  # a fact, named where called
    """Return what to say to both, or nothing: a meeting ahead is reason enough to be silent."""
    if ahead:
        return None
    if is_early("W1", known):
        return UNMET
    return LONG_AGO if is_early("W2", known) else None


def is_ahead(meetings: Sequence[Meeting], *, now: datetime) -> bool:
    return any(each.state in AHEAD and each.offered[-1] > now for each in meetings)


def nudge_both(db: Session, pairing: Pairing, said: str, cause: UUID, *, now: datetime) -> None:
    """Propose three times to both, each in their own language: once for each gap."""
    today = local_day(now, pairing.programme.zone)
    mine, theirs = pairing.mentor_enrolment.slots, pairing.mentee_enrolment.slots
    times = suggest_times(mine, theirs, today=today)[:PROPOSED]
    for to, partner in ((pairing.mentee, pairing.mentor), (pairing.mentor, pairing.mentee)):
        letter = Letter(
            subject=sentence(N_("A time for you and %(name)s?"), name=partner.name),
            name=to.name,
            paragraphs=(sentence(said, name=partner.name), *_fitting(times, to)),
            button=Link(
                text=sentence(N_("Choose a time")),
                endpoint="pairings.offer" if len(times) > 1 else "pairings.plan",
                values={"pairing_id": str(pairing.id)},
            ),
            why=sentence(WHY, name=pairing.programme.contact.name),
        )
        on = Occasion(kind="meeting.nudge", subject_id=cause, budget=Budget.GUIDANCE)
        write_to(db, to, letter, on=on, now=now)


def one_line(db: Session, check_in: CheckIn, to: Member, *, now: datetime) -> None:
    """Send one personal line to somebody who did not answer, without scolding."""
    pairing = check_in.pairing
    partner = pairing.mentor if to.id == pairing.mentee_member_id else pairing.mentee
    contact = pairing.programme.contact.name
    letter = Letter(
        subject=sentence(N_("How are you and %(name)s?"), name=partner.name),
        name=to.name,
        paragraphs=(sentence(LINE, name=partner.name, coordinator=contact),),
        button=Link(
            text=sentence(N_("To your page together")),
            endpoint="pairings.show",
            values={"pairing_id": str(pairing.id)},
        ),
        why=sentence(WHY, name=contact),
    )
    on = Occasion(
        kind="silence.line",
        subject_id=pairing.id,
        period=f"{check_in.kind} {check_in.period}",
        budget=Budget.GUIDANCE,
    )
    write_to(db, to, letter, on=on, now=now)


def _fitting(times: Sequence[Suggested], to: Member) -> tuple[Sentence, ...]:
    said = [f"{_day(each.on, to)}, {each.at:%H:%M}" for each in times]
    return (sentence(FITS, times="; ".join(said)),) if said else ()


def _day(on: date, to: Member) -> str:
    return str(dates.format_date(on, "EEEE d MMMM", locale=str(to.language)))
