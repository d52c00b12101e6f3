"""To whom a coordinator writes at once, who can be reached when, and what became of the mails."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.coordination.queries import WantedBonds, count_bonds, list_bound
from matcher.desk.models import Circular
from matcher.members.models import Member
from matcher.messages.budget import A_WEEK
from matcher.messages.models import Budget, Mail, MailStop
from matcher.messages.queries import GONE
from matcher.programmes.models import Programme
from matcher.programmes.queries.people import Wanted, is_more_than, list_members

# More people than these are written to in parts: a mail to everyone deserves a second thought.
MOST = 1_000
KIND = "circular"


class TooMany(Exception):
    """More people are in the list than are written to at once."""


class Reach(StrEnum):
    """Whether a mail gets to somebody, and if not, why."""

    NOW = "now"
    LATER = "later"  # they had a programme message less than a week ago
    STOPPED = "stopped"
    RETURNED = "returned"  # it goes, but the last one came back
    UNCONFIRMED = "unconfirmed"
    NO_ADDRESS = "no_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody a mail is meant for."""

    member: Member
    reach: Reach
    from_day: datetime | None = None

    @property
    def is_reached(self) -> bool:
        return self.reach in {Reach.NOW, Reach.LATER, Reach.RETURNED}


def list_members_of_people(
    db: Session, programme: Programme, wanted: Wanted, *, seen_by: Member
) -> list[Member]:
    """List the members behind a list of people, each once, without whoever writes.

    Of a list that is too long nobody is read.
    """
    if is_more_than(db, programme, wanted, MOST):
        raise TooMany
    return _once(list_members(db, programme, replace(wanted, page=1, size=MOST)), seen_by)


def list_members_of_pairs(
    db: Session, programme: Programme, wanted: WantedBonds, *, seen_by: Member
) -> list[Member]:
    """List the members behind a list of pairs, each once."""
    if count_bonds(db, programme, wanted, seen_by=seen_by) > MOST // 2:
        raise TooMany
    both = list_bound(db, programme, wanted, seen_by=seen_by)
    return _once(db.scalars(select(Member).where(Member.id.in_(both))), seen_by)


def _once(members: Iterable[Member], seen_by: Member) -> list[Member]:
    each = {member.id: member for member in members if member.id != seen_by.id}
    return sorted(each.values(), key=lambda member: (member.name.casefold(), member.id))


def list_readers(db: Session, members: Sequence[Member], *, now: datetime) -> list[Reader]:
    """Say of each member whether a mail gets to them; two queries."""
    ids = [member.id for member in members]
    stopped = set(
        db.scalars(
            select(MailStop.member_id).where(
                MailStop.member_id.in_(ids), MailStop.budget == Budget.GUIDANCE
            )
        )
    )
    counting = Mail.budget.in_([Budget.PULSE, Budget.GUIDANCE]), Mail.delivery.in_(GONE)
    last = select(Mail.member_id, func.max(func.coalesce(Mail.sent_at, Mail.due_at)))
    rows = db.execute(last.where(Mail.member_id.in_(ids), *counting).group_by(Mail.member_id))
    written = {member_id: at for member_id, at in rows}  # noqa: C416  # dict() takes a result for a mapping
    return [_reader(each, stopped, written.get(each.id), now) for each in members]


def _reader(member: Member, stopped: set[UUID], last: datetime | None, now: datetime) -> Reader:
    if not member.email:
        return Reader(member=member, reach=Reach.NO_ADDRESS)
    if member.email_confirmed_at is None:
        return Reader(member=member, reach=Reach.UNCONFIRMED)
    if member.id in stopped:
        return Reader(member=member, reach=Reach.STOPPED)
    if member.email_returned_at:
        return Reader(member=member, reach=Reach.RETURNED)
    if last and now - last < A_WEEK:
        return Reader(member=member, reach=Reach.LATER, from_day=last + A_WEEK)
    return Reader(member=member, reach=Reach.NOW)


def list_circulars(
    db: Session, programme: Programme, *, limit: int = 100
) -> Sequence[tuple[Circular, str | None]]:
    query = (
        select(Circular, Member.name)
        .outerjoin(Member, Member.id == Circular.by_id)
        .where(Circular.programme_id == programme.id)
        .order_by(Circular.sent_at.desc())
        .limit(limit)
    )
    return [(circular, name) for circular, name in db.execute(query)]


def find_circular(
    db: Session, programme_id: UUID, circular_id: UUID, *, seen_by: Member
) -> Circular | None:
    """Find what was written, for those who look after the programme."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Circular.id == circular_id, Circular.programme_id == programme_id
    return db.scalar(select(Circular).where(*here))


def list_mails_of(db: Session, circular: Circular) -> Sequence[tuple[Mail, str]]:
    """List the mails of a circular with the names of their readers; those that failed first."""
    query = (
        select(Mail, Member.name)
        .join(Member, Member.id == Mail.member_id)
        .where(Mail.kind == KIND, Mail.subject_id == circular.id)
        .order_by(Mail.delivery, func.lower(Member.name))
    )
    return [(mail, name) for mail, name in db.execute(query)]


def list_names(db: Session, ids: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    """Return name and phone number of members that no mail could reach."""
    query = select(Member.id, Member.name, Member.phone).where(Member.id.in_(set(ids)))
    return {key: (name, phone or "") for key, name, phone in db.execute(query)}
