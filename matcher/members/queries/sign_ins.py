"""Where members are signed in, and who is halfway."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager
from sqlalchemy.orm.attributes import set_committed_value

from matcher.foundation.asking import columns_of, made_once, put_in, rows_of
from matcher.members.models import Grant, Member, SecondStep, SignIn
from matcher.members.queries.factors import second_factor_of
from matcher.members.queries.tokens import fingerprint

# Sign-ins end after half a day without use (OWASP ASVS 5.0, 7.3.1), and in any case at `until`.
IDLE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Here:
    """A browser in which a member is signed in, as every page begins by asking."""

    member: Member
    id: UUID
    created_at: datetime
    seen_at: datetime
    proven_at: datetime | None
    has_second_factor: bool


def find_sign_in(db: Session, token: str, *, now: datetime) -> SignIn | None:
    """Find the sign-in that a browser's token stands for."""
    here = recognise(db, token, now=now)
    return db.get(SignIn, here.id) if here else None


def recognise(db: Session, token: str, *, now: datetime) -> Here | None:
    """Find who a browser's token stands for, with their roles. One query."""
    if not token:
        return None
    asked = {"fingerprint": fingerprint(token), "now": now, "idle": now - IDLE}
    rows = rows_of(db, _here(), asked)
    if not rows:
        return None
    roles = len(_MEMBER) + len(_GRANT)
    member = put_in(db, Member, _MEMBER, rows[0][: len(_MEMBER)], beside=True)
    grants = [row[len(_MEMBER) : roles] for row in rows]
    held = [put_in(db, Grant, _GRANT, each, beside=True) for each in grants if any(each)]
    for grant in held:
        set_committed_value(grant, "member", member)
    set_committed_value(member, "grants", held)
    return Here(member, *rows[0][roles:])


# Every page asks this first, so it takes columns: loading the things takes three times as long.
# Each role is a row, beside its member.
_MEMBER, _GRANT = columns_of(Member), columns_of(Grant)


@made_once
def _here(fingerprint: str, now: datetime, idle: datetime) -> Select[*tuple[Any, ...]]:
    return (
        select(
            *(getattr(Member, name) for name in _MEMBER),
            *(getattr(Grant, name) for name in _GRANT),
            *(SignIn.id, SignIn.created_at, SignIn.seen_at, SignIn.proven_at),
            second_factor_of(SignIn.member_id),
        )
        .join_from(SignIn, Member)
        .outerjoin(Grant, Grant.member_id == Member.id)
        .where(
            SignIn.fingerprint == fingerprint,
            SignIn.until > now,
            SignIn.seen_at > idle,
            SignIn.epoch == Member.epoch,
            Member.disabled_at.is_(None),
        )
    )


class Visit(NamedTuple):
    """A browser that a member is signed in with, in the list of all."""

    id: UUID
    browser: str
    created_at: datetime
    seen_at: datetime


def list_sign_ins(db: Session, member: Member, *, now: datetime) -> list[Visit]:
    """List where a member is signed in, the latest first."""
    asked = {"member_id": member.id, "epoch": member.epoch, "now": now, "idle": now - IDLE}
    return [Visit._make(row) for row in rows_of(db, _sign_ins(), asked)]


@made_once
def _sign_ins(
    member_id: UUID, epoch: int, now: datetime, idle: datetime
) -> Select[UUID, str, datetime, datetime]:
    return (
        select(SignIn.id, SignIn.browser, SignIn.created_at, SignIn.seen_at)
        .where(
            SignIn.member_id == member_id,
            SignIn.until > now,
            SignIn.seen_at > idle,
            SignIn.epoch == epoch,
        )
        .order_by(SignIn.seen_at.desc(), SignIn.id)
    )


def find_own_sign_in(db: Session, sign_in_id: UUID, *, seen_by: Member) -> SignIn | None:
    """Find one of the places where the member who asks is signed in."""
    mine = SignIn.id == sign_in_id, SignIn.member_id == seen_by.id
    return db.scalar(select(SignIn).where(*mine))


def find_second_step(db: Session, token: str, *, now: datetime) -> SecondStep | None:
    """Find who has shown the first thing in this browser, while the second is waited for."""
    query = (
        select(SecondStep)
        .join(SecondStep.member)
        .where(
            SecondStep.fingerprint == fingerprint(token),
            SecondStep.until > now,
            SecondStep.epoch == Member.epoch,
            Member.disabled_at.is_(None),
        )
        .options(contains_eager(SecondStep.member).joinedload(Member.grants))
    )
    return db.scalars(query).unique().one_or_none()
