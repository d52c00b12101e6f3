"""Makes things to test with. Each takes only what the test cares about."""

from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

from matcher.foundation.text import fold
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Grant, Member, Role
from matcher.pairings.models import Pairing
from matcher.programmes.models import (
    Enrolment,
    EnrolmentState,
    Meets,
    Programme,
    ProgrammeState,
)
from matcher.proposals.models import Proposal

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)

_numbers = count(1)


def a_member(name: str = "Someone", *, language: Language = Language.EN) -> Member:
    email = f"member{next(_numbers)}@example.org"
    return Member(
        name=name,
        email=email,
        email_key=fold(email),
        email_confirmed_at=NOW,
        created_at=NOW,
        language=language,
    )


def an_administrator(name: str = "Admin") -> Member:
    member = a_member(name)
    Grant(member=member, role=Role.ADMINISTRATOR, given_at=NOW)
    return member


def a_coordinator(programme_id: UUID, name: str = "Hanna") -> Member:
    member = a_member(name)
    Grant(member=member, role=Role.COORDINATOR, given_at=NOW, programme_id=programme_id)
    return member


def a_programme(*, contact: Member | None = None) -> Programme:
    """Make an open programme whose contact person is also its coordinator."""
    number = next(_numbers)
    contact = contact or a_member("Hanna")
    programme = Programme(
        address=f"programme-{number}",
        name_en=f"Programme {number}",
        name_nl=f"Programma {number}",
        created_at=NOW,
        contact=contact,
        state=ProgrammeState.OPEN,
        topics=["job-search", "job-interviews", "dutch-conversation"],
        languages=["nl", "en"],
        modes=["online", "in_person"],
        consent_en="I agree.",
        consent_nl="Ik ga akkoord.",
    )
    Grant(member=contact, role=Role.COORDINATOR, given_at=NOW, programme_id=programme.id)
    return programme


def an_enrolment(
    side: Side = Side.MENTEE,
    *,
    member: Member | None = None,
    programme: Programme | None = None,
    state: EnrolmentState = EnrolmentState.WAITING,
) -> Enrolment:
    """Make a complete, confirmed sign-up that could be paired."""
    return Enrolment(
        member=member or a_member(),
        programme=programme or a_programme(),
        side=side,
        created_at=NOW,
        state=state,
        state_since=NOW,
        languages=["en"],
        place="Utrecht",
        meets=Meets.EITHER,
        slots=["mon-evening", "wed-evening"],
        topics=["job-search"],
        statements=["I want to talk about looking for work."],
        goal="One good conversation.",
        styles=["listen"],
        confirmed_at=NOW,
    )


def a_proposal(
    *,
    mentor: Member | None = None,
    mentee: Member | None = None,
    programme: Programme | None = None,
) -> Proposal:
    programme = programme or a_programme()
    return Proposal(
        programme=programme,
        run=None,
        mentor_enrolment=an_enrolment(Side.MENTOR, member=mentor, programme=programme),
        mentee_enrolment=an_enrolment(Side.MENTEE, member=mentee, programme=programme),
        affinity=0.8,
        created_at=NOW,
    )


def a_pairing(
    *,
    mentor: Member | None = None,
    mentee: Member | None = None,
    programme: Programme | None = None,
    since: date = TODAY,
) -> Pairing:
    programme = programme or a_programme()
    mentor = mentor or a_member("Marijke")
    mentee = mentee or a_member("Yara")
    return Pairing(
        programme=programme,
        mentor_enrolment=an_enrolment(
            Side.MENTOR, member=mentor, programme=programme, state=EnrolmentState.PAIRED
        ),
        mentee_enrolment=an_enrolment(
            Side.MENTEE, member=mentee, programme=programme, state=EnrolmentState.PAIRED
        ),
        mentor=mentor,
        mentee=mentee,
        since=since,
        planned_days=182,
        mentor_place=0,
        mentee_place=0,
    )
