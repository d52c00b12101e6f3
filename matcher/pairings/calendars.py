"""A meeting as a file for one's calendar (iCalendar, RFC 5545)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from matcher.foundation.translate import say
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.pairings.models import Meeting, MeetingState

if TYPE_CHECKING:  # much to load, and seldom needed
    from icalendar import Event

MAKER = "-//Samen Sterk//Meetings//EN"


def calendar_file(meeting: Meeting, member: Member, *, now: datetime) -> str:
    """Write a meeting down for one of the two: in their language, on their clocks.

    Its UID stays and SEQUENCE counts up, so that a calendar replaces what it holds.
    """
    from icalendar import Calendar  # noqa: PLC0415  # much to load, and seldom needed

    is_off = meeting.state == MeetingState.CANCELLED
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_off else "PUBLISH")
    calendar.add_component(_event(meeting, member, now))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(meeting: Meeting, member: Member, now: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # much to load, and seldom needed

    pairing = meeting.pairing
    mine = pairing.side_of(member)
    partner = pairing.mentor if mine and member is pairing.mentee else pairing.mentee
    starts = meeting.starts_at.astimezone(ZoneInfo(member.zone))
    summary = sentence(N_("Meeting with %(name)s"), name=partner.name)
    event = Event()
    event.add("uid", f"{meeting.id}@samen-sterk")
    event.add("dtstamp", now)
    event.add("sequence", meeting.sequence)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=meeting.minutes))
    event.add("summary", say(summary, member.language))
    event.add("status", STATUS[meeting.state])
    if meeting.where:
        event.add("location", meeting.where)
    return event


STATUS = {
    MeetingState.PROPOSED: "TENTATIVE",
    MeetingState.PLANNED: "CONFIRMED",
    MeetingState.HELD: "CONFIRMED",
    MeetingState.CANCELLED: "CANCELLED",
    MeetingState.MISSED: "CANCELLED",
}
