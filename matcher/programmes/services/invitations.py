"""Asking somebody whom a coordinator brought in to confirm and complete what is known."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from matcher.foundation.words import N_, sentence
from matcher.members.models import Purpose
from matcher.members.services.letters import write_to
from matcher.members.services.links import make_link
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.programmes.models import Enrolment
from matcher.programmes.queries.enrolments import last_mail

LASTS = timedelta(days=30)
KIND = "invitation"


def send_invitation(db: Session, enrolment: Enrolment, *, now: datetime) -> None:
    """Invite somebody once: until they confirm, nothing of them is shown to another member."""
    if last_mail(db, KIND, enrolment):
        return
    member, programme = enrolment.member, enrolment.programme
    name = programme.name(member.language)
    token = make_link(db, member, Purpose.INVITATION, now=now, lasts=LASTS, subject_id=enrolment.id)
    letter = Letter(
        subject=sentence(N_("You have been signed up for %(programme)s"), programme=name),
        name=member.name,
        paragraphs=(
            sentence(
                N_(
                    "%(coordinator)s has put you on the list of %(programme)s, a mentoring "
                    "programme. Is that right? Then read what we know, and add what is missing."
                ),
                coordinator=programme.contact.name,
                programme=name,
            ),
            sentence(
                N_("Until you confirm, no other member sees anything of you. It takes 5 minutes.")
            ),
        ),
        button=Link(
            text=sentence(N_("Read and confirm")),
            endpoint="members.accept_invitation",
            values={"token": token},
        ),
        after=(
            sentence(
                N_("Not right, or rather not? Tell %(coordinator)s, or simply do nothing."),
                coordinator=programme.contact.name,
            ),
        ),
        why=sentence(N_("You get this because a coordinator signed you up for this programme.")),
    )
    on = Occasion(kind=KIND, subject_id=enrolment.id)
    write_to(db, member, letter, on=on, now=now)
