"""A small world with one of everything, for asking who may see and do what."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.coordination.models import Circle, CircleGuest
from matcher.feedback.models import (
    Absence,
    Advice,
    CheckIn,
    Concern,
    ConcernAbout,
    Signal,
    ThreeWay,
)
from matcher.foundation.words import Language
from matcher.guidance.selection import Reason
from matcher.guidance.tips import Side, Stage, Tip
from matcher.members.models import Member, Purpose
from matcher.members.services.links import make_link
from matcher.pairings.models import CardShown, Pairing
from matcher.pairings.models.rupture import Rupture
from matcher.privacy.models import Takeout
from matcher.programmes.models import Consent, Import, ImportState, Programme
from matcher.proposals.models import (
    ForbiddenPair,
    MatchRun,
    Proposal,
    ProposalState,
    Question,
    SavedSearch,
    Variant,
    Weighing,
)
from matcher.proposals.services.variants import settings_in_use
from matcher.reports.models import YouSaid
from tests.access.desks import desks_of
from tests.access.leaves import leaves_of
from tests.factories import NOW, TODAY, a_member, a_programme, an_administrator
from tests.factories.feedback import a_check_in, a_met_pairing
from tests.factories.mails import a_mail
from tests.factories.members import a_passkey
from tests.factories.pairings import a_meeting
from tests.factories.proposals import REASONS, a_run

# From whom nothing is hidden on purpose, last: what they send may change what others find.
ACTORS = (
    *("nobody", "elsewhere", "other_pair", "administrator", "mentor", "mentee", "coordinator"),
)


@dataclass(frozen=True)
class World:
    """Whom there is, and where everything stands: the values of every address."""

    members: dict[str, UUID]
    address: dict[str, str]
    tokens: dict[Purpose, str]


def build_world(db: Session) -> World:
    people = {
        "mentee": a_member("Yara"),
        "mentor": a_member("Marijke"),
        "other_pair": a_member("Ingrid"),
        "coordinator": a_member("Hanna"),
        "elsewhere": a_member("Otto"),
        "administrator": an_administrator("Bea"),
    }
    here, there = (
        a_programme(contact=people["coordinator"]),
        a_programme(contact=people["elsewhere"]),
    )
    pairing = a_met_pairing(
        TODAY - timedelta(days=7),
        mentor=people["mentor"],
        mentee=people["mentee"],
        programme=here,
    )
    db.add_all(
        [*people.values(), there, a_met_pairing(mentor=people["other_pair"], programme=here)]
    )
    db.add(pairing)
    db.flush()
    address = {"programme_id": here.id, "address": here.address} | things_of(db, here, pairing)
    tokens = {each: _link(db, each, pairing) for each in Purpose}
    db.commit()
    return World(
        members={name: member.id for name, member in people.items()},
        address={name: str(value) for name, value in address.items()},
        tokens=tokens,
    )


def things_of(
    db: Session, here: Programme, pairing: Pairing, *, number: int = 1
) -> dict[str, object]:
    run = a_run(here)
    run.number = number
    proposal = Proposal(
        programme=here,
        run=run,
        mentee_enrolment=pairing.mentee_enrolment,
        mentor_enrolment=pairing.mentor_enrolment,
        affinity=0.6,
        created_at=NOW,
        reasons=dict(REASONS),
        state=ProposalState.OFFERED,
        offered_at=NOW,
        answer_by=TODAY + timedelta(days=10),
    )
    question = Question(proposal=proposal, side=Side.MENTEE, asked_at=NOW)
    question.words = "Which evening would suit you?"
    check_in, meeting = a_check_in(pairing), a_meeting(pairing)
    brought = Import(
        programme=here,
        by_id=here.contact.id,
        side=Side.MENTEE,
        file_name="people.csv",
        created_at=NOW,
        state=ImportState.READY,
    )
    mail, passkey = a_mail(db), a_passkey(pairing.mentee)
    takeout, consent = _takeout(pairing.mentee), _consent(pairing)
    db.add_all([proposal, question, check_in, meeting, brought, passkey, takeout, consent])
    db.flush()
    concern = _concern(db, here, pairing)
    weighing, apart = _two(run, pairing)
    tried = Variant(programme=here, made_by_id=None, made_at=NOW, settings=settings_in_use(here))
    search = SavedSearch(
        programme_id=here.id,
        member_id=here.contact.id,
        name=f"Weak {number}",
        asked="",
        saved_at=NOW,
    )
    db.add_all([weighing, apart, tried, search])
    signal, card = _signal(here, pairing, check_in.id), _card(pairing)
    three = ThreeWay(
        pairing=pairing, first_id=pairing.mentee.id, by_id=here.contact.id, asked_at=NOW
    )
    three.agenda = "How do we go on?"
    hard = Rupture(
        pairing_id=pairing.id, member_id=pairing.mentee.id, cause_id=check_in.id, began_at=NOW
    )
    db.add_all([signal, card, three, hard])
    db.flush()
    return {
        "enrolment_id": pairing.mentee_enrolment.id,
        "other_id": pairing.mentor_enrolment.id,
        "import_id": brought.id,
        "run_id": run.id,
        "proposal_id": proposal.id,
        "question_id": question.id,
        "weighing_id": weighing.id,
        "variant_id": tried.id,
        "search_id": search.id,
        "forbidden_id": apart.id,
        "pairing_id": pairing.id,
        "meeting_id": meeting.id,
        "card_id": card.id,
        "check_in_id": check_in.id,
        "rupture_id": hard.id,
        "absence_id": _absence(db, here),
        "circle_id": _circle(db, here, pairing),
        "code": "W4",
        "advice_id": _advice(db, pairing, check_in.id),
        "signal_id": signal.id,
        "concern_id": concern.id,
        "mail_id": mail.id,
        "takeout_id": takeout.id,
        "consent_id": consent.id,
        "passkey_id": passkey.id,
        "helped_id": pairing.mentee.id,
        "sign_in_id": mail.id,  # nobody's: ending another's sign-in is as if it did not exist
        **leaves_of(db, pairing),
        **desks_of(db, run),
        "section": "about",
        "told_id": _told(db, here).id,
        "item": "vog",
        "card": "listen.early.mentor",
        "side": "mentee",
        "filename": "theme.css",
    }


def _consent(pairing: Pairing) -> Consent:
    return Consent(
        enrolment=pairing.mentee_enrolment,
        text="I agree.",
        language=Language.EN,
        text_version=1,
        given_at=NOW,
    )


def _takeout(owner: Member) -> Takeout:
    takeout = Takeout(member_id=owner.id, asked_at=NOW, until=NOW + timedelta(days=7), ready_at=NOW)
    takeout.file = b"a copy"
    return takeout


def _told(db: Session, here: Programme) -> YouSaid:
    told = YouSaid(
        programme_id=here.id, told_at=NOW, told_by_id=None, said="More time.", did="An hour more."
    )
    db.add(told)
    db.flush()
    return told


def _concern(db: Session, here: Programme, pairing: Pairing) -> Concern:
    concern = Concern(
        programme_id=here.id,
        from_id=pairing.mentee.id,
        to_id=here.contact.id,
        about=ConcernAbout.PARTNER,
        sent_at=NOW,
        pairing_id=pairing.id,
    )
    concern.text = "Something told in confidence."
    db.add(concern)
    db.flush()
    return concern


def _signal(here: Programme, pairing: Pairing, cause: UUID) -> Signal:
    return Signal(
        code="W4",
        cause_id=cause,
        programme_id=here.id,
        raised_at=NOW,
        deadline=date(2026, 3, 9),
        pairing_id=pairing.id,
        member_id=pairing.mentee.id,
    )


def _absence(db: Session, here: Programme) -> UUID:
    absence = Absence(
        programme_id=here.id, member_id=here.contact.id, first_day=TODAY, last_day=TODAY
    )
    db.add(absence)
    db.flush()
    return absence.id


def _circle(db: Session, here: Programme, pairing: Pairing) -> UUID:
    circle = Circle(
        programme_id=here.id,
        by_id=here.contact.id,
        starts_at=NOW + timedelta(days=9),
        minutes=60,
        where="Library",
        created_at=NOW,
    )
    db.add(circle)
    db.flush()
    db.add(CircleGuest(circle_id=circle.id, member_id=pairing.mentor.id))
    return circle.id


def _advice(db: Session, pairing: Pairing, check_in_id: UUID) -> UUID:
    advice = Advice(
        check_in_id=check_in_id,
        pairing_id=pairing.id,
        from_id=pairing.mentor.id,
        to_id=pairing.mentee.id,
        revealed_at=NOW,
    )
    advice.text = "Ask first."
    db.add(advice)
    db.flush()
    return advice.id


def _card(pairing: Pairing) -> CardShown:
    return CardShown(
        pairing=pairing,
        member_id=pairing.mentee.id,
        tip=Tip.LISTEN,
        stage=Stage.EARLY,
        card="listen.early.mentee",
        card_version=1,
        shown_at=NOW,
        why=Reason.STAGE,
    )


def _two(run: MatchRun, pairing: Pairing) -> tuple[Weighing, ForbiddenPair]:
    mentee, mentor = pairing.mentee_enrolment, pairing.mentor_enrolment
    weighing = Weighing(
        run=run, mentee_enrolment=mentee, mentor_enrolment=mentor, asked_by_id=None, asked_at=NOW
    )
    apart = ForbiddenPair(
        programme_id=run.programme_id,
        mentee_enrolment=mentee,
        mentor_enrolment=mentor,
        reason="fit",
        by_id=None,
        since=NOW,
    )
    return weighing, apart


def _link(db: Session, purpose: Purpose, pairing: Pairing) -> str:
    subject = db.scalar(select(CheckIn.id)) if purpose == Purpose.CHECK_IN else None
    member: Member = pairing.mentee
    until = timedelta(days=10)
    moves = {Purpose.CHANGE_EMAIL, Purpose.REVERT_EMAIL}
    address = "new@example.org" if purpose in moves else member.email
    return make_link(db, member, purpose, now=NOW, lasts=until, subject_id=subject, address=address)
