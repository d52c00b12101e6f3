"""Signing up: beginning, and keeping what was filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import (
    Enrolment,
    EnrolmentState,
    Programme,
    ProgrammeState,
)
from matcher.programmes.models.complete import SECTIONS
from matcher.programmes.queries.enrolments import find_sign_up, latest_sign_up, list_sign_ups
from matcher.programmes.services.states import move_enrolment

_S = EnrolmentState
EDITABLE = {_S.DRAFT, _S.WAITING, _S.OFFERED, _S.PAUSED}
# Who is paired may still say how many more they take, and when they can.
WHEN_PAIRED = {"wishes"}
# What belongs to the member rather than to one enrolment.
OF_MEMBER = {"pronouns", "phone"}
# What someone who is both mentor and mentee fills in once.
SHARED = ("role", "organisation", "languages", "place", "meets", "slots")


@dataclass(frozen=True, slots=True)
class Answers:
    """What was filled in, in one section; and why, by someone who writes it down for another."""

    section: str
    values: Mapping[str, Any]
    why: str = ""


def is_open(programme: Programme, today: date) -> bool:
    """Whether people can sign up today."""
    in_time = programme.sign_up_until is None or today <= programme.sign_up_until
    return programme.state == ProgrammeState.OPEN and in_time


def begin_enrolment(
    db: Session, member: Member, programme: Programme, side: Side, *, now: datetime
) -> Enrolment:
    """Begin a sign-up, or return the one that was begun before."""
    enrolment = find_sign_up(db, member, programme, side)
    if enrolment is None:
        earlier = latest_sign_up(db, member)
        enrolment = new_enrolment(db, member, programme, side, now=now)
        _copy(earlier, enrolment)
        where, kind = programme.id, str(side)
        note(db, "enrolment.begun", enrolment, by=member, at=now, programme_id=where, side=kind)
    elif enrolment.is_over:
        begin_again(db, enrolment, by=member, now=now)
    return enrolment


def new_enrolment(
    db: Session, member: Member, programme: Programme, side: Side, *, now: datetime
) -> Enrolment:
    """Make a sign-up in which nothing is filled in."""
    enrolment = Enrolment(
        member=member, programme=programme, side=side, created_at=now, state_since=now
    )
    db.add(enrolment)
    db.flush()
    return enrolment


def begin_again(db: Session, enrolment: Enrolment, *, by: Member, now: datetime) -> None:
    """Take up a sign-up that had come to its end, with the answers still there."""
    move_enrolment(db, enrolment, _S.DRAFT, by=by, now=now, reason="again")
    enrolment.confirmed_at = None


def save_answers(
    db: Session, enrolment: Enrolment, answers: Answers, *, by: Member, now: datetime
) -> None:
    """Keep one section of a sign-up, as far as it has been filled in."""
    refuse_if_fixed(enrolment, answers.section)
    for name, value in answers.values.items():
        told = enrolment.member if name in OF_MEMBER else enrolment
        if getattr(told, name) != value:
            setattr(told, name, value)
    enrolment.saved_at = now
    if enrolment.state == _S.DRAFT:
        enrolment.section = answers.section
        _share(db, enrolment)
    if by.id != enrolment.member_id:
        note_on_behalf(db, enrolment, answers, by=by, now=now)


def pass_section(enrolment: Enrolment, section: str) -> None:
    """Remember where to go on after this section."""
    if enrolment.state == _S.DRAFT:
        enrolment.section = after(section)


def after(section: str) -> str:
    """Return the section that follows; after the last one come all answers together."""
    return dict(zip(SECTIONS, (*SECTIONS[1:], "check"), strict=True))[section]


def refuse_if_fixed(enrolment: Enrolment, section: str) -> None:
    """Refuse changes that others already rely on."""
    if enrolment.state in EDITABLE:
        return
    if enrolment.state == _S.PAIRED and section in WHEN_PAIRED:
        return
    raise RuleBroken(
        N_("Your answers are fixed while you are paired, or after you stopped. Ask %(name)s."),
        name=enrolment.programme.contact.name,
    )


def _share(db: Session, enrolment: Enrolment) -> None:
    """Fill what is shared in the member's other draft here, where nothing stands yet."""
    for other in list_sign_ups(db, enrolment.member, enrolment.programme):
        if other is not enrolment and other.state == _S.DRAFT:
            _copy(enrolment, other)


def _copy(known: Enrolment | None, to: Enrolment) -> None:
    for name in SHARED if known else ():
        if not getattr(to, name):
            setattr(to, name, getattr(known, name))


def note_on_behalf(
    db: Session, enrolment: Enrolment, answers: Answers, *, by: Member, now: datetime
) -> None:
    if answers.why:
        enrolment.entered_by_id, enrolment.entered_why = by.id, answers.why
    facts = {"kind": answers.section, "on_behalf_of": str(enrolment.member.audit_key)}
    where = enrolment.programme_id
    note(db, "enrolment.filled_in_for", enrolment, by=by, at=now, programme_id=where, **facts)
