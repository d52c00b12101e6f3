"""The people of a programme, as their coordinators see them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from matcher.foundation.words import N_, Language, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import EnrolmentState, Programme
from matcher.programmes.models.choices import SIDES
from matcher.programmes.models.complete import of_them
from matcher.programmes.policy import may_look_after
from matcher.programmes.queries.checks import Shown
from matcher.programmes.queries.listed import SignUp
from matcher.programmes.queries.matchable import why_not_matchable
from matcher.programmes.queries.people import PAGE
from matcher.programmes.services.reminding import ASKED, BETWEEN, still_open
from matcher.programmes.services.states import LABELS
from matcher.programmes.views.sign_up import COLOURS
from matcher.programmes.views.words import told

# Long enough before its end to ask for a new certificate.
WARN = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the list, in which language, and when."""

    member: Member
    language: Language
    now: datetime


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in line after line, looked up once."""

    sides: Mapping[Side, str]
    states: Mapping[EnrolmentState, str]

    @classmethod
    def of(cls, language: Language) -> "Words":
        return cls(
            {side: told(words, language) for side, words in SIDES.items()},
            {state: told(words, language) for state, words in LABELS.items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInList:
    """One line of the list: who, how far, and what keeps them from being in a run."""

    id: UUID
    name: str
    place: str
    side: str
    colour: str
    state: EnrolmentState
    state_words: str
    topics: int
    missing: tuple[Sentence, ...]
    hindrances: tuple[Sentence, ...]
    expires_soon: date | None
    may_open: bool
    may_remind: bool
    reminded_at: datetime | None

    @property
    def is_matchable(self) -> bool:
        return not self.hindrances


def in_people(
    found: Iterable[SignUp],
    checks: Mapping[UUID, Sequence[Shown]],
    reminded: Mapping[UUID, datetime],
    reader: Reader,
) -> tuple[PersonInList, ...]:
    words = Words.of(reader.language)
    return tuple(
        _in_list(each, checks.get(each.id, ()), reminded.get(each.id), reader, words)
        for each in found
    )


def _in_list(
    enrolment: SignUp,
    checks: Sequence[Shown],
    reminded: datetime | None,
    reader: Reader,
    words: Words,
) -> PersonInList:
    now = reader.now
    may_open = may_look_after(reader.member, enrolment)
    lacking = still_open(enrolment)
    return PersonInList(
        id=enrolment.id,
        name=enrolment.member.name,
        place=enrolment.place,
        side=words.sides[enrolment.side],
        colour=COLOURS[enrolment.side],
        state=enrolment.state,
        state_words=words.states[enrolment.state],
        topics=len(enrolment.topics),
        missing=of_them(lacking),
        hindrances=of_them(why_not_matchable(enrolment, checks, now.date())),
        expires_soon=_soonest(checks, now.date()),
        may_open=may_open,
        may_remind=may_open and may_remind(enrolment, lacking, reminded, now),
        reminded_at=reminded,
    )


def may_remind(
    enrolment: SignUp, lacking: Sequence[Sentence], reminded: datetime | None, now: datetime
) -> bool:
    rested = reminded is None or reminded <= now - BETWEEN
    asked = enrolment.state in ASKED
    return rested and asked and bool(enrolment.member.email) and bool(lacking)


def _soonest(checks: Iterable[Shown], today: date) -> date | None:
    days = [each.expires_on for each in checks if each.expires_on]
    return min((day for day in days if today <= day <= today + WARN), default=None)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure above the list."""

    label: Sentence
    text: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    programme: str
    programme_id: UUID
    people: tuple[PersonInList, ...]
    total: int
    number: int
    first: int
    last: int
    counts: tuple[Count, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which page of how many people."""

    total: int
    number: int


def people_page(
    programme: Programme,
    people: tuple[PersonInList, ...],
    counts: Mapping[tuple[str, str], int],
    place: Place,
    language: Language,
) -> PeoplePage:
    first = (place.number - 1) * PAGE + 1
    return PeoplePage(
        programme=programme.name(language),
        programme_id=programme.id,
        people=people,
        total=place.total,
        number=place.number,
        first=first,
        last=first + len(people) - 1,
        counts=tuple(_count(side, counts) for side in Side),
        is_empty=not counts,
    )


def _count(side: Side, counts: Mapping[tuple[str, str], int]) -> Count:
    here = {state: number for (of, state), number in counts.items() if of == side}
    waiting, draft = here.get(EnrolmentState.WAITING, 0), here.get(EnrolmentState.DRAFT, 0)
    alive = sum(here.values()) - here.get(EnrolmentState.WITHDRAWN, 0)
    text = sentence(N_("%(waiting)s waiting for somebody"), waiting=waiting)
    if draft:
        text = sentence(
            N_("%(waiting)s waiting, %(draft)s not sent yet."), waiting=waiting, draft=draft
        )
    return Count(counted(MANY[side], alive), text)


MANY = {
    Side.MENTEE: N_n("%(num)s mentee", "%(num)s mentees"),
    Side.MENTOR: N_n("%(num)s mentor", "%(num)s mentors"),
}
