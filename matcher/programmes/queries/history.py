"""What happened to people's sign-ups: who changed them, and what was mailed about them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.foundation.asking import made_once
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.programmes.models import Enrolment
from matcher.programmes.queries.listed import SignUp

HISTORY = 100


def last_mails(db: Session, kind: str, enrolments: Sequence[SignUp]) -> dict[UUID, datetime]:
    """When each of these people last got a mail of this kind about their sign-up."""
    asked = {"kind": kind, "subjects": [each.id for each in enrolments]}
    rows = db.execute(_last_mails(), asked)
    return {subject: at for subject, at in rows}  # noqa: C416  # dict() takes a result for a mapping


@made_once
def _last_mails(kind: str, subjects: Sequence[UUID]) -> Select[*tuple[Any, ...]]:
    about = Mail.kind == kind, Mail.subject_id.in_(subjects)
    return (
        select(Mail.subject_id, func.max(Mail.created_at)).where(*about).group_by(Mail.subject_id)
    )


def list_events(db: Session, enrolment: Enrolment) -> list[tuple[Event, str | None]]:
    """List what happened to a sign-up, the latest first, with the names of who did it."""
    query = (
        select(Event, Member.name)
        .outerjoin(Member, Member.audit_key == Event.actor)
        .where(Event.thing_id == enrolment.id)
        .order_by(Event.at.desc())
        .limit(HISTORY)
    )
    return [(event, name) for event, name in db.execute(query)]


def name_of(db: Session, member_id: UUID | None) -> str | None:
    return db.scalar(select(Member.name).where(Member.id == member_id)) if member_id else None
