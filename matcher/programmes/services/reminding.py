"""Asking somebody for what their sign-up still lacks: once a week at most."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.models import Budget
from matcher.messages.services import Occasion
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.models.complete import gaps
from matcher.programmes.queries.enrolments import last_mail
from matcher.programmes.queries.listed import SignUp
from matcher.programmes.services.states import LABELS

REMINDER = "sign_up_reminder"
BETWEEN = timedelta(days=7)
ASKED = {EnrolmentState.DRAFT, EnrolmentState.WAITING}
NOT_SENT = sentence(N_("The sign-up has not been sent yet."))


def still_open(enrolment: SignUp) -> list[Sentence]:
    """List what somebody could still do for their sign-up."""
    unsent = [NOT_SENT] if enrolment.state == EnrolmentState.DRAFT else []
    return [*(gap.sentence for gap in gaps(enrolment)), *unsent]


def remind(db: Session, enrolment: Enrolment, *, by: Member, now: datetime) -> None:
    """Ask somebody, once a week at most, for what their sign-up still lacks."""
    if enrolment.state not in ASKED:
        raise RuleBroken(
            N_("Nothing is asked of %(name)s now: the sign-up is “%(state)s”."),
            name=enrolment.member.name,
            state=sentence(LABELS[enrolment.state]),
        )
    if not still_open(enrolment):
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
            *still_open(enrolment),
        ),
        button=Link(
            text=sentence(N_("Fill in the rest")),
            endpoint="enrolments.check",
            values={"enrolment_id": str(enrolment.id)},
        ),
        after=(
            sentence(
                N_("Rather by phone, or would you like to stop? Tell %(name)s."),
                name=programme.contact.name,
            ),
        ),
        why=sentence(N_("You get this because you signed up for this programme.")),
    )
