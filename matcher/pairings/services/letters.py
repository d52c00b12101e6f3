"""What the two people of a pairing are written."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import dates
from sqlalchemy.orm import Session

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.pairings.calendars import calendar_file
from matcher.pairings.models import Meeting, Pairing


def tell_of_beginning(db: Session, pairing: Pairing, *, now: datetime) -> None:
    """Tell both, each in their own language, that they are paired."""
    for side in Side:
        on = Occasion(kind="pairing.begun", subject_id=pairing.id)
        write_to(db, pairing.member_on(side), _you_are_paired(pairing, side), on=on, now=now)


def why(pairing: Pairing) -> Sentence:
    """Say why somebody gets a mail about their pairing."""
    contact = pairing.programme.contact.name
    return sentence(
        N_("You get this mail because you take part in mentoring. Questions? Ask %(name)s."),
        name=contact,
    )


def to_the_space(pairing: Pairing) -> Link:
    return Link(
        text=sentence(N_("To your page together")),
        endpoint="pairings.show",
        values={"pairing_id": str(pairing.id)},
    )


def _you_are_paired(pairing: Pairing, side: Side) -> Letter:
    partner = pairing.member_on(side.other).name
    return Letter(
        subject=sentence(N_("You and %(name)s are paired"), name=partner),
        name=pairing.member_on(side).name,
        paragraphs=(
            sentence(
                N_("You both said yes. From today you and %(name)s are paired."), name=partner
            ),
            sentence(
                N_(
                    "The first step is a first meeting: choose a time and a place that suit you "
                    "both. On your page together you propose one in a minute."
                )
            ),
        ),
        why=why(pairing),
        button=to_the_space(pairing),
    )


def tell_of_proposed(db: Session, meeting: Meeting, *, by: Member, now: datetime) -> None:
    """Tell the other one which time was proposed."""
    reader = _other(meeting.pairing, by)
    letter = _letter(
        meeting.pairing,
        reader,
        sentence(N_("%(name)s proposes a time to meet"), name=by.name),
        *(_when(meeting, reader, at) for at in meeting.offered),
        sentence(N_("Does it suit you? Say so on your page together, or propose another time.")),
    )
    write_to(db, reader, letter, on=_occasion("meeting.proposed", meeting), now=now)


def tell_of_planned(db: Session, meeting: Meeting, *, now: datetime) -> None:
    """Tell both that a meeting is planned, with the file for their calendars."""
    for reader in (meeting.pairing.mentor, meeting.pairing.mentee):
        partner = _other(meeting.pairing, reader).name
        letter = _letter(
            meeting.pairing,
            reader,
            sentence(N_("You and %(name)s are going to meet"), name=partner),
            _when(meeting, reader),
            sentence(N_("Open the file with this mail to put it into your calendar.")),
        )
        letter = replace(letter, attachment=calendar_file(meeting, reader, now=now))
        write_to(db, reader, letter, on=_occasion("meeting.planned", meeting), now=now)


def tell_of_cancelled(db: Session, meeting: Meeting, *, by: Member, now: datetime) -> None:
    """Tell the other one that a meeting is off, and take it out of their calendar."""
    reader = _other(meeting.pairing, by)
    letter = _letter(
        meeting.pairing,
        reader,
        sentence(N_("%(name)s cannot come after all"), name=by.name),
        _when(meeting, reader),
        sentence(N_("This meeting is off. Propose another time on your page together.")),
    )
    letter = replace(letter, attachment=calendar_file(meeting, reader, now=now))
    write_to(db, reader, letter, on=_occasion("meeting.cancelled", meeting), now=now)


def tell_of_pause(db: Session, pairing: Pairing, *, by: Member, now: datetime) -> None:
    reader = _other(pairing, by)
    letter = _letter(
        pairing,
        reader,
        sentence(N_("You and %(name)s rest for a while"), name=by.name),
        sentence(
            N_("%(name)s would like to pause until %(day)s. Nothing is asked of you until then."),
            name=by.name,
            day=_day(pairing.paused_until, reader),
        ),
    )
    on = Occasion(kind="pairing.paused", subject_id=pairing.id, period=f"{now:%Y%m%dT%H%M%S}")
    write_to(db, reader, letter, on=on, now=now)


def tell_of_end(db: Session, pairing: Pairing, *, by: Member | None, now: datetime) -> None:
    """Tell whoever did not end it that a pairing has ended; never why."""
    for reader in (pairing.mentor, pairing.mentee):
        if reader is by:
            continue
        partner = _other(pairing, reader).name
        letter = _letter(
            pairing,
            reader,
            sentence(N_("You and %(name)s are no longer paired"), name=partner),
            sentence(
                N_(
                    "Sometimes a pairing ends, and nobody is to blame. Would you like to talk "
                    "about it? %(coordinator)s is glad to hear from you."
                ),
                coordinator=pairing.programme.contact.name,
            ),
        )
        on = Occasion(kind="pairing.ended", subject_id=pairing.id)
        write_to(db, reader, letter, on=on, now=now)


def _letter(pairing: Pairing, reader: Member, subject: Sentence, *said: Sentence) -> Letter:
    return Letter(
        subject=subject,
        name=reader.name,
        paragraphs=said,
        why=why(pairing),
        button=to_the_space(pairing),
    )


def _other(pairing: Pairing, member: Member) -> Member:
    return pairing.mentor if member.id == pairing.mentee_member_id else pairing.mentee


def _occasion(kind: str, meeting: Meeting) -> Occasion:
    """Each change of a meeting is an occasion of its own."""
    return Occasion(kind=kind, subject_id=meeting.id, period=str(meeting.sequence))


def _when(meeting: Meeting, reader: Member, at: datetime | None = None) -> Sentence:
    """Say when and where, in the reader's language and on their clocks."""
    local = (at or meeting.starts_at).astimezone(ZoneInfo(reader.zone))
    time = dates.format_time(local, "HH:mm", locale=str(reader.language))
    values = {"day": _day(local, reader), "time": time, "where": meeting.where}
    if meeting.where:
        return sentence(N_("%(day)s at %(time)s, %(where)s."), **values)
    return sentence(N_("%(day)s at %(time)s."), **values)


def _day(day: date | None, reader: Member) -> str:
    return dates.format_date(day, "EEEE d MMMM y", locale=str(reader.language)) if day else ""
