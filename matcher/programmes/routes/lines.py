"""What the lines of the list of people look like, and what they say."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from flask import url_for

from matcher.foundation.text import first_letters
from matcher.foundation.words import Sentence
from matcher.programmes.models import EnrolmentState
from matcher.programmes.views.people import PersonInList
from matcher.web.seals import seal
from matcher.web.words import said, short_day

ANY = UUID(int=0)  # stands in an address for whoever a line is about


class Look(NamedTuple):
    """What a line looks like: see templates/enrolments/person_line.html."""

    colour: str
    state: EnrolmentState
    state_words: str
    missing: tuple[str, ...]
    hindrances: tuple[str, ...]
    is_matchable: bool
    expires_soon: bool
    may_open: bool
    may_remind: bool
    was_reminded: bool


def people_lines(
    people: Iterable[PersonInList], programme_id: UUID
) -> list[tuple[Look, Sequence[str]]]:
    person, reminder = (
        url_for(page, programme_id=programme_id, enrolment_id=ANY)
        for page in ("enrolments.person", "enrolments.send_reminder")
    )
    own = seal()
    return [(_look(each), _says(each, person, reminder, own)) for each in people]


def _look(each: PersonInList) -> Look:
    others = (sentence for sentence in each.hindrances if sentence not in each.missing)
    return Look(
        colour=each.colour,
        state=each.state,
        state_words=each.state_words,
        missing=_said(each.missing),
        hindrances=_said(others),
        is_matchable=each.is_matchable,
        expires_soon=each.expires_soon is not None,
        may_open=each.may_open,
        may_remind=each.may_remind,
        was_reminded=each.reminded_at is not None,
    )


def _says(each: PersonInList, person: str, reminder: str, own: str) -> Sequence[str]:
    key = str(each.id)
    return (
        each.name,
        first_letters(each.name),
        f"{each.side} · {each.place}" if each.place else each.side,
        person.replace(str(ANY), key),
        short_day(each.expires_soon) if each.expires_soon else "",
        short_day(each.reminded_at) if each.reminded_at else "",
        reminder.replace(str(ANY), key),
        own,
    )


def _said(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple([said(each) for each in sentences])
