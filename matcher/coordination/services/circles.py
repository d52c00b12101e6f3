"""Circles: four to six mentors who learn from each other's cases, without names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel import dates
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.coordination.models import Circle, CircleGuest
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.programmes.models import Programme

FEWEST, MOST = 4, 6
MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    starts_at: datetime
    where: str
    guests: Sequence[Member]


def invite_circle(
    db: Session, programme: Programme, gathering: Gathering, *, by: Member, now: datetime
) -> Circle:
    """Invite mentors to a circle of an hour. Each gets a mail and says yes or no."""
    if not FEWEST <= len(gathering.guests) <= MOST:
        raise RuleBroken(N_("Choose four to six mentors."))
    if gathering.starts_at <= now:
        raise RuleBroken(N_("That time is over. Choose one that is still to come."))
    circle = Circle(
        programme_id=programme.id,
        by_id=by.id,
        starts_at=gathering.starts_at,
        minutes=MINUTES,
        where=gathering.where,
        created_at=now,
    )
    db.add(circle)
    db.flush()
    for guest in gathering.guests:
        db.add(CircleGuest(circle_id=circle.id, member_id=guest.id))
        _invite(db, circle, guest, by=by, now=now)
    note(db, "circle.invited", circle, by=by, at=now, programme_id=programme.id)
    return circle


def answer_circle(circle: Circle, guest: CircleGuest, *, says: bool, now: datetime) -> None:
    if circle.starts_at <= now:
        raise RuleBroken(N_("This circle has been."))
    guest.says, guest.said_at = says, now


def _invite(db: Session, circle: Circle, guest: Member, *, by: Member, now: datetime) -> None:
    local = circle.starts_at.astimezone(ZoneInfo(guest.zone))
    day = dates.format_datetime(local, "EEEE d MMMM y, HH:mm", locale=str(guest.language))
    letter = Letter(
        subject=sentence(N_("A circle of mentors: do you come?")),
        name=guest.name,
        paragraphs=(
            sentence(
                N_(
                    "%(name)s invites you to a circle of mentors: an hour with a few others, about "
                    "what you come across. No names of mentees are said."
                ),
                name=by.name,
            ),
            sentence(N_("%(day)s, %(where)s."), day=day, where=circle.where),
        ),
        button=Link(
            text=sentence(N_("Say whether you come")),
            endpoint="coordination.circle",
            values={"circle_id": str(circle.id)},
        ),
        why=sentence(
            N_("You get this mail because you take part in mentoring. Questions? Ask %(name)s."),
            name=by.name,
        ),
    )
    on = Occasion(kind="circle.invited", subject_id=circle.id)
    write_to(db, guest, letter, on=on, now=now)
