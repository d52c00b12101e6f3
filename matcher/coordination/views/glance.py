"""What a coordinator is shown of the programme as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.coordination.queries import Counts, LatestRun
from matcher.feedback.views import WorkItem
from matcher.foundation.words import N_, Language, N_n, Sentence, counted, sentence
from matcher.members.models import Member
from matcher.programmes.models import Programme, ProgrammeState
from matcher.proposals.models import RunState

RUNS = {
    RunState.QUEUED: N_("waits for its turn"),
    RunState.RUNNING: N_("is at work"),
    RunState.REVIEWED: N_("is ready to review"),
    RunState.PUBLISHED: N_("is published"),
    RunState.CANCELLED: N_("was cancelled"),
    RunState.FAILED: N_("did not finish"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeLine:
    """One programme in the list. `is_mine`: the reader looks after it, and may look inside."""

    id: UUID
    name: str
    is_open: bool
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The programme in numbers; each leads to the list behind it."""

    id: UUID
    name: str
    address: str
    week: int | None
    weeks: int
    signed_up: int
    unsent: int
    waiting: int
    mentors_waiting: int
    offered: int
    paired_mentees: int
    paused: int
    to_review: int
    approved: int
    answers_awaited: int
    declined: int
    pairs: int
    not_met: int
    under_way: int
    paused_pairs: int
    closing: int
    closed: int
    check_ins_open: int
    check_ins_answered: int
    check_ins_missed: int
    mail_returned: int
    run_id: UUID | None
    run_number: int | None
    run_words: str

    @property
    def is_empty(self) -> bool:
        return not self.signed_up and not self.unsent

    @property
    def answered_share(self) -> float | None:
        asked = self.check_ins_answered + self.check_ins_missed
        return self.check_ins_answered / asked if asked else None


def programme_lines(
    programmes: Sequence[Programme], member: Member, language: Language
) -> tuple[ProgrammeLine, ...]:
    return tuple(
        ProgrammeLine(
            id=each.id,
            name=each.name(language),
            is_open=each.state == ProgrammeState.OPEN,
            is_mine=each.id in member.coordinates,
        )
        for each in programmes
    )


def glance(
    programme: Programme, counts: Counts, run: LatestRun | None, *, today: date, language: Language
) -> Glance:
    people = {state: counts.of("mentee", state) + counts.of("mentor", state) for state in _STATES}
    return Glance(
        id=programme.id,
        name=programme.name(language),
        address=programme.address,
        week=_week(programme, today),
        weeks=round(programme.planned_days / 7),
        signed_up=sum(n for state, n in people.items() if state not in {"draft", "withdrawn"}),
        unsent=people["draft"],
        waiting=counts.of("mentee", "waiting"),
        mentors_waiting=counts.of("mentor", "waiting"),
        offered=counts.of("mentee", "offered"),
        paired_mentees=counts.of("mentee", "paired", "finished"),
        paused=people["paused"],
        to_review=counts.of("proposal", "suggested"),
        approved=counts.of("proposal", "approved"),
        answers_awaited=counts.of("proposal", "offered"),
        declined=counts.of("proposal", "declined", "expired"),
        pairs=counts.all("pairing") - counts.of("pairing", "closed"),
        not_met=counts.of("pairing", "beginning"),
        under_way=counts.of("pairing", "active"),
        paused_pairs=counts.of("pairing", "paused"),
        closing=counts.of("pairing", "closing"),
        closed=counts.of("pairing", "closed"),
        check_ins_open=counts.of("check_in", "open"),
        check_ins_answered=counts.of("check_in", "answered"),
        check_ins_missed=counts.of("check_in", "closed"),
        mail_returned=counts.of("mail", "returned"),
        run_id=run.id if run else None,
        run_number=run.number if run else None,
        run_words=RUNS[run.state] if run else "",
    )


_STATES = ("draft", "waiting", "offered", "paired", "finished", "paused", "withdrawn")


def _week(programme: Programme, today: date) -> int | None:
    if not programme.starts_on or today < programme.starts_on:
        return None
    return (today - programme.starts_on).days // 7 + 1


def waits(work: Sequence[WorkItem]) -> Sentence:
    """Say how much waits, and whether any of it cannot wait."""
    if not work:
        return sentence(N_("Nothing waits for you."))
    urgent = sum(item.is_urgent or item.is_overdue for item in work)
    if not urgent:
        return counted(N_n("One thing waits for you.", "%(num)s things wait for you."), len(work))
    both = N_n(
        "One thing waits for you; look at it first.",
        "%(num)s things wait for you; look at the top of the list first.",
    )
    return counted(both, len(work))


def pairs_message(page: Glance, work: Sequence[WorkItem]) -> Sentence:
    """The message of the chart: how many pairs, and how many deserve a look."""
    attention = len({item.pairing_id for item in work if item.pairing_id})
    if not attention:
        return counted(N_n("One pair, all quiet", "%(num)s pairs, all quiet"), page.pairs)
    return sentence(
        N_("%(pairs)s pairs, of which %(attention)s deserve a look"),
        pairs=page.pairs,
        attention=attention,
    )
