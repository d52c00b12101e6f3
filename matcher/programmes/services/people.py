"""What a coordinator does for somebody: remind, record, note, and sign up on their behalf."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import N_, Language, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.members.queries import find_by_email
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.models import Budget
from matcher.messages.services import Occasion
from matcher.programmes.models import AdmissionCheck, Enrolment, Programme, Source
from matcher.programmes.models.complete import gaps
from matcher.programmes.queries.enrolments import find_sign_up, last_mail
from matcher.programmes.services.sign_up import begin_enrolment

REMINDER = "sign_up_reminder"
BETWEEN = timedelta(days=7)
WARN = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody whom a coordinator signs up, and why not they themselves."""

    name: str
    email: str
    phone: str
    language: Language
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An item of the admission list that somebody has shown."""

    item: str
    done_on: date
    expires_on: date | None = None


def remind(db: Session, enrolment: Enrolment, *, by: Member, now: datetime) -> None:
    """Ask somebody, once a week at most, for what their sign-up still lacks."""
    missing = gaps(enrolment)
    if not missing:
        raise RuleBroken(N_("Nothing is missing from this sign-up."))
    if not enrolment.member.email:
        raise RuleBroken(
            N_("%(name)s has no e-mail address. Please call."), name=enrolment.member.name
        )
    before = last_mail(db, REMINDER, enrolment)
    if before and before > now - BETWEEN:
        raise RuleBroken(N_("There was a reminder less than a week ago. Please wait a little."))
    on = Occasion(
        kind=REMINDER,
        subject_id=enrolment.id,
        period=now.date().isoformat(),
        budget=Budget.GUIDANCE,
    )
    write_to(db, enrolment.member, _reminder(enrolment), on=on, now=now)
    where = enrolment.programme_id
    note(db, "enrolment.reminded", enrolment, by=by, at=now, programme_id=where)


def _reminder(enrolment: Enrolment) -> Letter:
    programme, language = enrolment.programme, enrolment.member.language
    name = programme.name(language)
    missing = gaps(enrolment)
    return Letter(
        subject=sentence(N_("Your sign-up for %(programme)s"), programme=name),
        name=enrolment.member.name,
        paragraphs=(
            sentence(
                N_(
                    "You signed up for %(programme)s. A few things are still open. "
                    "With them we can look for someone who suits you."
                ),
                programme=name,
            ),
            *(gap.sentence for gap in missing),
        ),
        button=Link(
            text=sentence(N_("Fill in the rest")),
            endpoint="enrolments.section",
            values={"enrolment_id": str(enrolment.id), "section": missing[0].section},
        ),
        after=(
            sentence(
                N_("Rather by phone, or would you like to stop? Tell %(name)s."),
                name=programme.contact.name,
            ),
        ),
        why=sentence(N_("You get this because you signed up for this programme.")),
    )


def record_check(
    db: Session, enrolment: Enrolment, shown: Shown, *, by: Member, now: datetime
) -> None:
    """Record that somebody has shown an item; shown again, the newer one counts."""
    check = _check(db, enrolment, shown.item)
    if check is None:
        check = AdmissionCheck(
            enrolment=enrolment, item=shown.item, done_on=shown.done_on, recorded_by_id=by.id
        )
        db.add(check)
    check.done_on, check.expires_on, check.recorded_by_id = (
        shown.done_on,
        shown.expires_on,
        by.id,
    )
    until = shown.expires_on.isoformat() if shown.expires_on else None
    facts = {"item": shown.item, "until": until}
    where = enrolment.programme_id
    note(db, "admission.recorded", enrolment, by=by, at=now, programme_id=where, **facts)


def erase_check(db: Session, enrolment: Enrolment, item: str, *, by: Member, now: datetime) -> None:
    """Take back what was recorded by mistake."""
    check = _check(db, enrolment, item)
    if check is None:
        raise RuleBroken(N_("This was not recorded, or has been taken back already."))
    db.delete(check)
    where = enrolment.programme_id
    note(db, "admission.erased", enrolment, by=by, at=now, programme_id=where, item=item)


def record_ground(
    db: Session, enrolment: Enrolment, ground: str, *, by: Member, now: datetime
) -> None:
    """Record why somebody who has not confirmed yet may already be in a run."""
    enrolment.ground = ground
    where = enrolment.programme_id
    note(db, "enrolment.ground_recorded", enrolment, by=by, at=now, programme_id=where)


def write_note(db: Session, enrolment: Enrolment, text: str, *, by: Member, now: datetime) -> None:
    """Keep what somebody asked to take into account; only coordinators read it."""
    enrolment.note = text or None
    where = enrolment.programme_id
    note(db, "enrolment.noted", enrolment, by=by, at=now, programme_id=where)


def sign_up_for(  # noqa: PLR0913  # whom, where, as what, by whom and when
    db: Session, programme: Programme, side: Side, person: NewPerson, *, by: Member, now: datetime
) -> Enrolment:
    """Begin a sign-up on somebody's behalf, marked with who did and why."""
    member = _find_or_make(db, person, now=now)
    if find_sign_up(db, member, programme, side):
        raise RuleBroken(N_("%(name)s is in this programme already."), name=member.name)
    enrolment = begin_enrolment(db, member, programme, side, now=now)
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


def _check(db: Session, enrolment: Enrolment, item: str) -> AdmissionCheck | None:
    here = AdmissionCheck.enrolment_id == enrolment.id, AdmissionCheck.item == item
    return db.scalar(select(AdmissionCheck).where(*here))
