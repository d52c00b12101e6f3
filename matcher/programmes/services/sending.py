"""Sending a sign-up: complete, and with consent."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Language
from matcher.members.models import Member
from matcher.programmes.models import Consent, Enrolment, EnrolmentState
from matcher.programmes.models.complete import needed_gaps
from matcher.programmes.services.invitations import send_invitation
from matcher.programmes.services.sign_up import EDITABLE, Answers, note_on_behalf
from matcher.programmes.services.states import move_enrolment


@dataclass(frozen=True, slots=True)
class Agreement:
    """The words that somebody agreed to: of which version, and in which language."""

    version: int
    language: Language
    why: str = field(default="")


def send_enrolment(
    db: Session, enrolment: Enrolment, agreement: Agreement, *, by: Member, now: datetime
) -> None:
    """Send a sign-up: with consent to these words, at this moment, from this person."""
    _refuse_unready(enrolment, agreement)
    for_another = by.id != enrolment.member_id
    consent = Consent(
        enrolment=enrolment,
        text=enrolment.programme.consent(agreement.language),
        language=agreement.language,
        text_version=agreement.version,
        given_at=now,
        given_for_by_id=by.id if for_another else None,
    )
    db.add(consent)
    enrolment.confirmed_at, enrolment.section = now, ""
    if for_another:
        _send_for(db, enrolment, agreement, by=by, now=now)
    if enrolment.state == EnrolmentState.DRAFT:
        move_enrolment(db, enrolment, EnrolmentState.WAITING, by=by, now=now, reason="sent")


def needs_sending(enrolment: Enrolment) -> bool:
    """Whether somebody still has to stand behind it: a draft, or what others wrote down."""
    is_draft = enrolment.state == EnrolmentState.DRAFT
    return is_draft or (enrolment.state in EDITABLE and enrolment.confirmed_at is None)


def _refuse_unready(enrolment: Enrolment, agreement: Agreement) -> None:
    if not needs_sending(enrolment):
        raise RuleBroken(N_("This sign-up has been sent already."))
    if missing := needed_gaps(enrolment):
        raise RuleBroken(missing[0].sentence.text, **missing[0].sentence.values)
    if agreement.version != enrolment.programme.consent_version:
        raise RuleBroken(N_("The text you agree to was changed. Please read it once more."))


def _send_for(
    db: Session, enrolment: Enrolment, agreement: Agreement, *, by: Member, now: datetime
) -> None:
    """Mark who agreed on whose behalf, and ask the person themselves where we can reach them."""
    note_on_behalf(db, enrolment, Answers("consent", {}, agreement.why), by=by, now=now)
    enrolment.ground = enrolment.ground or agreement.why
    if not enrolment.is_confirmed:
        send_invitation(db, enrolment, now=now)
