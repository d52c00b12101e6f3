"""What a coordinator is shown: the programme at a glance, and its pairings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from matcher.coordination.queries import Bond, Counts
from matcher.feedback.views import WorkItem
from matcher.foundation.words import N_, Language, N_n, Sentence, counted, sentence
from matcher.members.models import Member
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState
from matcher.programmes.models import Programme, ProgrammeState
from matcher.proposals.models import MatchRun, RunState

PAIRINGS = {
    PairingState.BEGINNING: N_("Have not met yet"),
    PairingState.ACTIVE: N_("Under way"),
    PairingState.PAUSED: N_("Paused"),
    PairingState.CLOSING: N_("Coming to an end"),
    PairingState.CLOSED: N_("Closed"),
}
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """One pairing in the list."""

    id: UUID
    mentee: str
    mentor: str
    since: date
    state_words: str
    last_met: date | None
    next_check_in: date | None
    signals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairForCoordinator:
    id: UUID
    programme_id: UUID
    mentee: Person
    mentor: Person
    since: date
    state: PairingState
    state_words: str
    rhythm_days: int
    ends_on: date
    first_met: date | None
    last_met: date | None
    paused_until: date | None
    closed_on: date | None
    note: str
    mentee_enrolment_id: UUID
    mentor_enrolment_id: UUID


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
    programme: Programme, counts: Counts, run: MatchRun | None, *, today: date, language: Language
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
        run_id=run.id if run else None,
        run_number=run.number if run else None,
        run_words=RUNS[run.state] if run else "",
    )


_STATES = ("draft", "waiting", "offered", "paired", "finished", "paused", "withdrawn")


def _week(programme: Programme, today: date) -> int | None:
    if not programme.starts_on or today < programme.starts_on:
        return None
    return (today - programme.starts_on).days // 7 + 1


def pair_lines(bonds: Sequence[Bond]) -> tuple[PairLine, ...]:
    return tuple(
        PairLine(
            id=bond.pairing.id,
            mentee=bond.pairing.mentee.name,
            mentor=bond.pairing.mentor.name,
            since=bond.pairing.since,
            state_words=PAIRINGS[bond.pairing.state],
            last_met=bond.pairing.last_met_on,
            next_check_in=bond.next_check_in,
            signals=bond.signals,
        )
        for bond in bonds
    )


def pair_for_coordinator(pairing: Pairing) -> PairForCoordinator:
    people = (pairing.mentee, pairing.mentor)
    mentee, mentor = (Person(name=m.name, email=m.email, phone=m.phone) for m in people)
    return PairForCoordinator(
        id=pairing.id,
        programme_id=pairing.programme_id,
        mentee=mentee,
        mentor=mentor,
        since=pairing.since,
        state=pairing.state,
        state_words=PAIRINGS[pairing.state],
        rhythm_days=pairing.rhythm_days,
        ends_on=_end(pairing),
        first_met=pairing.first_met_on,
        last_met=pairing.last_met_on,
        paused_until=pairing.paused_until,
        closed_on=pairing.closed_on,
        note=pairing.note or "",
        mentee_enrolment_id=pairing.mentee_enrolment_id,
        mentor_enrolment_id=pairing.mentor_enrolment_id,
    )


def _end(pairing: Pairing) -> date:
    """The planned last day: counted from the first meeting, or else from the beginning."""
    return (pairing.first_met_on or pairing.since) + timedelta(days=pairing.planned_days)


MEETINGS = {
    MeetingState.PROPOSED: N_("proposed"),
    MeetingState.PLANNED: N_("planned"),
    MeetingState.HELD: N_("held"),
    MeetingState.CANCELLED: N_("called off"),
    MeetingState.MISSED: N_("one of the two did not come"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    starts_at: datetime
    state_words: str


def meeting_lines(meetings: Sequence[Meeting]) -> tuple[MeetingLine, ...]:
    """When they met, and nothing else of it."""
    return tuple(
        MeetingLine(starts_at=each.starts_at, state_words=MEETINGS[each.state]) for each in meetings
    )


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
