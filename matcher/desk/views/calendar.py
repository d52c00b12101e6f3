"""A coordinator's calendar (iCalendar, RFC 5545). It goes to other services: no names in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, N_n, counted
from matcher.pairings.models import Meeting, MeetingState
from matcher.programmes.views.words import told

if TYPE_CHECKING:  # much to load, and seldom needed
    from icalendar import Event

MAKER = "-//Samen Sterk//What is due//EN"
ASKED = N_n("%(num)s person is asked how it goes", "%(num)s people are asked how it goes")
ANSWERS = N_n("Last day to answer %(num)s proposal", "Last day to answer %(num)s proposals")
MEETS = {
    MeetingState.PROPOSED: N_("A pair meets (not settled yet)"),
    MeetingState.PLANNED: N_("A pair meets"),
}


@dataclass(frozen=True, kw_only=True)
class Due:
    """What is due in one programme, for one coordinator."""

    programme_id: UUID
    programme: str
    language: Language
    zone: str
    check_ins: Mapping[date, int]
    answers: Mapping[date, int]
    meetings: Iterable[Meeting]


Address = Callable[..., str]


def calendar_of(due: Due, *, address: Address, now: datetime) -> bytes:
    """Write down what is due. `address` makes the whole address of a page behind the sign-in."""
    from icalendar import Calendar  # noqa: PLC0415  # much to load, and seldom needed

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", due.programme)
    calendar.add("refresh-interval;value=duration", "PT6H")
    for name, words, days in (("asked", ASKED, due.check_ins), ("answers", ANSWERS, due.answers)):
        for day, number in days.items():
            event = _event(f"{name}-{due.programme_id}-{day}", now)
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
            event.add("summary", say(counted(words, number), due.language))
            event.add("url", address(name))
            calendar.add_component(event)
    for meeting in due.meetings:
        calendar.add_component(_meeting(meeting, due, address, now))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _meeting(meeting: Meeting, due: Due, address: Address, now: datetime) -> "Event":
    starts = meeting.starts_at.astimezone(ZoneInfo(due.zone))
    event = _event(f"due-{meeting.id}", now)
    event.add("sequence", meeting.sequence)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    event.add("transp", "TRANSPARENT")
    event.add("summary", told(MEETS[meeting.state], due.language))
    event.add("url", address("pair", pairing_id=meeting.pairing_id))
    return event


def _event(uid: str, now: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # much to load, and seldom needed

    event = Event()
    event.add("uid", f"{uid}@samen-sterk")
    event.add("dtstamp", now)
    return event
