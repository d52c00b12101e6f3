"""Naming who looks after a programme, and taking that back."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Grant, Member, Role
from matcher.programmes.models import Programme
from matcher.programmes.queries.programmes import list_coordinators


def name_coordinator(
    db: Session, programme: Programme, member: Member, *, by: Member, now: datetime
) -> None:
    """Let a member look after a programme. Asked twice, it is done once."""
    grant = _grant(db, programme, member)
    if grant is not None and grant.ended_at is None:
        return
    if grant is None:
        db.add(Grant(member=member, role=Role.COORDINATOR, given_at=now, programme_id=programme.id))
    else:
        grant.given_at, grant.ended_at = now, None
    facts = {"role": str(Role.COORDINATOR), "on_behalf_of": str(member.audit_key)}
    note(db, "coordinator.named", programme, by=by, at=now, programme_id=programme.id, **facts)


def dismiss_coordinator(
    db: Session, programme: Programme, member: Member, *, by: Member, now: datetime
) -> None:
    """End a member's looking after a programme, and every sign-in in which they did."""
    others = [each for each in list_coordinators(db, programme) if each.id != member.id]
    if not others:
        raise RuleBroken(N_("A programme needs at least one coordinator. Name another first."))
    grant = _grant(db, programme, member)
    if grant is None or grant.ended_at is not None:
        raise RuleBroken(N_("%(name)s does not look after this programme."), name=member.name)
    grant.ended_at = now
    member.epoch += 1
    facts = {"role": str(Role.COORDINATOR), "on_behalf_of": str(member.audit_key)}
    note(db, "coordinator.dismissed", programme, by=by, at=now, programme_id=programme.id, **facts)


def _grant(db: Session, programme: Programme, member: Member) -> Grant | None:
    return db.scalar(
        select(Grant).where(
            Grant.programme_id == programme.id,
            Grant.member_id == member.id,
            Grant.role == Role.COORDINATOR,
        )
    )
