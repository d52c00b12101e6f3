"""Setting up an empty installation."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import N_, Language
from matcher.home.queries import has_members
from matcher.members.models import Grant, Member, Role
from matcher.programmes.models import Programme
from matcher.programmes.services.programmes import NewProgramme, create_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPerson:
    name: str
    email: str
    password_hash: str
    language: Language
    zone: str


def begin_installation(
    db: Session, person: FirstPerson, programme: NewProgramme, *, now: datetime
) -> tuple[Member, Programme]:
    """Make the administrator and the first programme. Only while nobody is here yet."""
    if has_members(db):
        raise RuleBroken(N_("This installation has been set up already. Please sign in."))
    member = Member(
        name=person.name,
        email=person.email,
        email_key=fold(person.email),
        email_confirmed_at=now,
        created_at=now,
        language=person.language,
        zone=person.zone,
        password_hash=person.password_hash,
    )
    Grant(member=member, role=Role.ADMINISTRATOR, given_at=now)
    db.add(member)
    db.flush()
    note(db, "installation.begun", member, by=member, at=now)
    return member, create_programme(db, programme, coordinator=member, by=member, now=now)
