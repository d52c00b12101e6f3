"""Entries in somebody's own words: found by whoever wrote them, or through what was shared."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, select
from sqlalchemy.orm import Session, contains_eager, selectinload

from matcher.members.models import Member
from matcher.pairings.models import EntryReply, OwnEntry, Pairing
from matcher.pairings.queries.pairings import with_people

MOST = 50
UNANSWERED = "shared_words"  # the leaf that counts what waits for the mentor


def find_own_entry(
    db: Session, pairing_id: UUID, entry_id: UUID, *, seen_by: Member
) -> OwnEntry | None:
    """Find an entry, but only for whoever wrote it."""
    return db.scalar(_one(pairing_id, entry_id).where(OwnEntry.member_id == seen_by.id))


def find_shared_entry(
    db: Session, pairing_id: UUID, entry_id: UUID, *, seen_by: Member
) -> OwnEntry | None:
    """Find an entry for the mentor with whom it is shared, for as long as it is."""
    with_them = OwnEntry.with_mentor, Pairing.mentor_member_id == seen_by.id
    return db.scalar(_one(pairing_id, entry_id).where(*with_them))


def list_own_entries(db: Session, pairing: Pairing, member: Member) -> Sequence[OwnEntry]:
    """List what somebody wrote in a pairing, the latest first."""
    return _list(db, OwnEntry.pairing_id == pairing.id, OwnEntry.member_id == member.id)


def list_shared_entries(db: Session, pairing: Pairing) -> Sequence[OwnEntry]:
    """List what is shared with the mentor just now, the latest first."""
    return _list(db, OwnEntry.pairing_id == pairing.id, OwnEntry.with_mentor.is_(True))


def list_told_entries(db: Session, pairing: Pairing) -> Sequence[OwnEntry]:
    """List what is shared with the coordinator just now, the latest first."""
    query = _latest(OwnEntry.pairing_id == pairing.id, OwnEntry.with_coordinator.is_(True))
    return db.scalars(query).all()


def count_own_entries(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    mine = OwnEntry.pairing_id == pairing_id, OwnEntry.member_id == member_id
    return select(func.count(OwnEntry.id)).where(*mine).scalar_subquery()


def count_unanswered(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    """Count what is shared with this mentor, and has not had an answer of theirs."""
    answered = (
        select(EntryReply.id)
        .where(EntryReply.entry_id == OwnEntry.id, EntryReply.by_id == member_id)
        .exists()
    )
    return (
        select(func.count(OwnEntry.id))
        .join(OwnEntry.pairing)
        .where(OwnEntry.pairing_id == pairing_id, OwnEntry.with_mentor, ~answered)
        .where(Pairing.mentor_member_id == member_id)
        .scalar_subquery()
    )


def _one(pairing_id: UUID, entry_id: UUID) -> Select[OwnEntry]:
    return (
        select(OwnEntry)
        .join(OwnEntry.pairing)
        .where(OwnEntry.id == entry_id, OwnEntry.pairing_id == pairing_id)
        .options(
            contains_eager(OwnEntry.pairing).options(*with_people()),
            selectinload(OwnEntry.replies),
        )
    )


def _list(db: Session, *these: ColumnElement[bool]) -> Sequence[OwnEntry]:
    return db.scalars(_latest(*these).options(selectinload(OwnEntry.replies))).all()


def _latest(*these: ColumnElement[bool]) -> Select[OwnEntry]:
    query = select(OwnEntry).where(*these)
    return query.order_by(OwnEntry.written_at.desc(), OwnEntry.id).limit(MOST)
