"""Where members are signed in, and who is halfway."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.foundation.asking import made_once
from matcher.members.models import Member, SecondStep, SignIn
from matcher.members.queries.factors import second_factor_of
from matcher.members.queries.tokens import fingerprint

# Sign-ins end after half a day without use (OWASP ASVS 5.0, 7.3.1), and in any case at `until`.
IDLE = timedelta(hours=12)


def find_sign_in(db: Session, token: str, *, now: datetime) -> SignIn | None:
    """Find the sign-in that a browser's token stands for, with its member and their roles."""
    found = recognise(db, token, now=now)
    return found[0] if found else None


def recognise(db: Session, token: str, *, now: datetime) -> tuple[SignIn, bool] | None:
    """Find it, and whether its member has a second factor. One query: every page begins with it."""
    if not token:
        return None
    asked = {"fingerprint": fingerprint(token), "now": now, "idle": now - IDLE}
    found = db.execute(_SIGN_IN, asked).unique().one_or_none()
    return (found[0], found[1]) if found else None


# Made once: making it takes longer than the database takes to answer.
_SIGN_IN = (
    select(SignIn, second_factor_of(SignIn.member_id))
    .join(SignIn.member)
    .where(
        SignIn.fingerprint == bindparam("fingerprint"),
        SignIn.until > bindparam("now"),
        SignIn.seen_at > bindparam("idle"),
        SignIn.epoch == Member.epoch,
        Member.disabled_at.is_(None),
    )
    .options(joinedload(SignIn.member).joinedload(Member.grants))
)


def list_sign_ins(db: Session, member: Member, *, now: datetime) -> list[SignIn]:
    """List where a member is signed in, the latest first."""
    asked = {"member_id": member.id, "epoch": member.epoch, "now": now, "idle": now - IDLE}
    return list(db.scalars(_sign_ins(), asked))


@made_once
def _sign_ins(member_id: UUID, epoch: int, now: datetime, idle: datetime) -> Select[SignIn]:
    return (
        select(SignIn)
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
