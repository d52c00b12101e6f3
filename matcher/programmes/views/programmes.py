"""A programme as visitors see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.foundation.words import Language
from matcher.programmes import topics
from matcher.programmes.models import Enrolment, Programme
from matcher.programmes.models.choices import (
    ADMISSION,
    MODES,
    SIDES,
)
from matcher.programmes.queries.matchable import required
from matcher.programmes.services.sign_up import is_open
from matcher.programmes.views.words import in_a_sentence, language_names, told, told_all

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class InList:
    address: str
    name: str
    for_whom: str
    languages: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, slots=True)
class MySide:
    """A sign-up that the reader already has here."""

    id: UUID
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage:
    """What anybody may know about a programme."""

    address: str
    name: str
    about: str
    for_whom: str
    until: date | None
    starts_on: date | None
    weeks: int
    languages: tuple[str, ...]
    modes: tuple[str, ...]
    topics: tuple[tuple[str, tuple[str, ...]], ...]
    rhythm_days: int
    contact: str
    contact_phone: str
    wanted_of_mentors: tuple[str, ...]
    wanted_of_mentees: tuple[str, ...]
    is_open: bool
    mine: tuple[MySide, ...]


def in_list(programmes: Iterable[Programme], language: Language) -> tuple[InList, ...]:
    return tuple(
        InList(
            address=each.address,
            name=each.name(language),
            for_whom=each.for_whom(language),
            languages=tuple(each.languages),
            until=each.sign_up_until,
        )
        for each in programmes
    )


def programme_page(
    programme: Programme, mine: Sequence[Enrolment], *, language: Language, today: date
) -> ProgrammePage:
    return ProgrammePage(
        address=programme.address,
        name=programme.name(language),
        about=programme.about(language),
        for_whom=programme.for_whom(language),
        until=programme.sign_up_until,
        starts_on=programme.starts_on,
        weeks=programme.planned_days // WEEK,
        languages=tuple(language_names(programme.languages, language)),
        modes=tuple(told_all(programme.modes, MODES, language)),
        topics=_topics(programme.topics, language),
        rhythm_days=programme.rhythm_days,
        contact=programme.contact.name,
        contact_phone=programme.contact_phone,
        wanted_of_mentors=_wanted(programme, "mentor", language),
        wanted_of_mentees=_wanted(programme, "mentee", language),
        is_open=is_open(programme, today),
        mine=tuple(
            MySide(each.id, told(SIDES[each.side], language)) for each in mine if not each.is_over
        ),
    )


def _topics(keys: Sequence[str], language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (told(topics.GROUPS[group], language), tuple(each.labels[language] for each in inside))
        for group, inside in (topics.grouped(keys) if keys else [])
    )


def _wanted(programme: Programme, side: str, language: Language) -> tuple[str, ...]:
    items = told_all(required(programme.admission, side), ADMISSION, language)
    return (*items[:1], *in_a_sentence(items[1:]))
