"""All that a coordinator may know of somebody's place in a programme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.audit.models import Event
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.programmes.models import AdmissionCheck, Enrolment, EnrolmentState, Source
from matcher.programmes.models.choices import ADMISSION, SIDES
from matcher.programmes.models.complete import of_them
from matcher.programmes.queries.matchable import required, why_not_matchable
from matcher.programmes.services.pausing import PAUSABLE, STOPPABLE
from matcher.programmes.services.reminding import still_open
from matcher.programmes.services.states import LABELS
from matcher.programmes.views.answers import Part, answers
from matcher.programmes.views.people import WARN, may_remind
from matcher.programmes.views.sign_up import COLOURS
from matcher.programmes.views.words import told


@dataclass(frozen=True, slots=True)
class Checked:
    """An item of the admission list, and whether this person has shown it."""

    item: str
    label: str
    done_on: date | None
    expires_on: date | None
    is_over: bool
    is_soon: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """All that a coordinator may know of somebody's place in a programme."""

    id: UUID
    programme_id: UUID
    name: str
    email: str
    phone: str
    email_is_confirmed: bool
    email_returned_at: datetime | None
    side: str
    colour: str
    state: EnrolmentState
    state_words: str
    since: datetime | None
    paused_until: date | None
    reason: str
    parts: tuple[Part, ...]
    missing: tuple[Sentence, ...]
    hindrances: tuple[Sentence, ...]
    items: tuple[Checked, ...]
    ground: str
    is_confirmed: bool
    may_remind: bool
    reminded_at: datetime | None
    may_pause: bool
    may_resume: bool
    may_withdraw: bool
    source: Source
    entered_by: str
    entered_why: str
    history: tuple["Happened", ...]


@dataclass(frozen=True, slots=True)
class Happened:
    at: datetime
    words: Sentence
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known about somebody besides their answers."""

    checks: Sequence[AdmissionCheck]
    reminded: datetime | None
    events: Sequence[tuple[Event, str | None]]
    entered_by: str | None


def person_page(
    enrolment: Enrolment, about: About, *, now: datetime, language: Language
) -> PersonPage:
    member, state, today = enrolment.member, enrolment.state, now.date()
    return PersonPage(
        id=enrolment.id,
        programme_id=enrolment.programme_id,
        name=member.name,
        email=member.email or "",
        phone=member.phone or "",
        email_is_confirmed=member.email_confirmed_at is not None,
        email_returned_at=member.email_returned_at,
        side=told(SIDES[enrolment.side], language),
        colour=COLOURS[enrolment.side],
        state=state,
        state_words=told(LABELS[state], language),
        since=enrolment.state_since,
        paused_until=enrolment.paused_until,
        reason=enrolment.reason or "",
        parts=answers(enrolment, language, of_another=True),
        missing=of_them(still_open(enrolment)),
        hindrances=of_them(why_not_matchable(enrolment, about.checks, today)),
        items=checked(enrolment, about.checks, today, language),
        ground=enrolment.ground,
        is_confirmed=enrolment.is_confirmed,
        may_remind=may_remind(enrolment, still_open(enrolment), about.reminded, now),
        reminded_at=about.reminded,
        may_pause=state in PAUSABLE,
        may_resume=state == EnrolmentState.PAUSED,
        may_withdraw=state in STOPPABLE,
        source=enrolment.source,
        entered_by=about.entered_by or "",
        entered_why=enrolment.entered_why,
        history=tuple(_happened(event, name) for event, name in about.events),
    )


def _happened(event: Event, name: str | None) -> Happened:
    after = event.facts.get("after")
    state = sentence(LABELS[EnrolmentState(after)]) if after else sentence("")
    item = ADMISSION.get(event.facts.get("item", ""), "")
    values = {"state": state, "item": sentence(item), "action": event.action}
    words = Sentence(DEEDS.get(event.action, "%(action)s"), values)
    return Happened(event.at, words, name or "")


DEEDS = {
    "enrolment.begun": N_("Sign-up begun"),
    "enrolment.begun_for": N_("Sign-up begun on their behalf"),
    "enrolment.filled_in_for": N_("Answers written down on their behalf"),
    "enrolment.moved": N_("Now: %(state)s"),
    "enrolment.reminded": N_("Reminder sent"),
    "enrolment.ground_recorded": N_("Ground recorded for being in a run"),
    "enrolment.noted": N_("What to take into account was changed"),
    "admission.recorded": N_("Recorded: %(item)s"),
    "admission.erased": N_("Taken back: %(item)s"),
    "enrolment.imported": N_("Came in with a spreadsheet"),
}


def checked(
    enrolment: Enrolment, checks: Iterable[AdmissionCheck], today: date, language: Language
) -> tuple[Checked, ...]:
    """List what the programme asks of this person, and what they have shown."""
    shown = {each.item: each for each in checks}
    items = required(enrolment.programme.admission, enrolment.side)
    return tuple(_checked(item, shown.get(item), today, language) for item in items)


def _checked(item: str, check: AdmissionCheck | None, today: date, language: Language) -> Checked:
    until = check.expires_on if check else None
    return Checked(
        item=item,
        label=told(ADMISSION[item], language),
        done_on=check.done_on if check else None,
        expires_on=until,
        is_over=until is not None and until < today,
        is_soon=until is not None and today <= until <= today + WARN,
    )
