"""Signing somebody up on their behalf: by phone, for instance, or with a language coach."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.members.queries import find_by_email
from matcher.programmes.models import Enrolment, Programme, Source
from matcher.programmes.queries.enrolments import find_sign_up
from matcher.programmes.services.sign_up import begin_again, new_enrolment


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody whom a coordinator signs up, and why not they themselves."""

    name: str
    email: str
    phone: str
    language: Language
    why: str


def sign_up_for(  # noqa: PLR0913  # whom, where, as what, by whom and when
    db: Session, programme: Programme, side: Side, person: NewPerson, *, by: Member, now: datetime
) -> Enrolment:
    """Begin a sign-up on somebody's behalf, marked with who did and why.

    What they told another programme is not taken over: this coordinator may not know it.
    """
    member = _find_or_make(db, person, now=now)
    enrolment = find_sign_up(db, member, programme, side)
    if enrolment is None:
        enrolment = new_enrolment(db, member, programme, side, now=now)
    elif enrolment.is_over:
        begin_again(db, enrolment, by=by, now=now)
    else:
        raise RuleBroken(N_("%(name)s is in this programme already."), name=member.name)
    enrolment.source = Source.COORDINATOR
    enrolment.entered_by_id, enrolment.entered_why = by.id, person.why
    facts = {"side": str(side), "on_behalf_of": str(member.audit_key)}
    where = programme.id
    note(db, "enrolment.begun_for", enrolment, by=by, at=now, programme_id=where, **facts)
    return enrolment


def _find_or_make(db: Session, person: NewPerson, *, now: datetime) -> Member:
    known = find_by_email(db, person.email) if person.email else None
    if known:
        return known
    member = Member(
        name=person.name,
        created_at=now,
        email=person.email or None,
        email_key=fold(person.email) if person.email else None,
        phone=person.phone or None,
        language=person.language,
    )
    db.add(member)
    db.flush()
    return member
