"""People whose every private place holds a text that can be looked for."""

from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from matcher.feedback.models import CheckInState, Concern, ConcernAbout
from matcher.foundation.database import Base
from matcher.guidance.tips import Side
from matcher.members.models import (
    Authenticator,
    Identity,
    KnownBrowser,
    Member,
    Passkey,
    RecoveryCode,
)
from matcher.pairings.models import Pairing
from matcher.proposals.models import Proposal
from tests.factories import NOW
from tests.factories.feedback import a_check_in, a_met_pairing

MINE, THEIRS = "canary-of-mine", "canary-of-the-other"


def everything(db: Session) -> Pairing:
    """Make a pairing of which every private place holds a text of one side or the other."""
    pairing = a_met_pairing()
    db.add(pairing)
    db.flush()
    pairing.mentee_enrolment.note = f"{MINE} note"
    pairing.note = f"{THEIRS} coordinator"
    pairing.mentor_enrolment.statements = [f"{THEIRS} statement"]
    pairing.mentee_enrolment.statements = [f"{MINE} statement"]
    pairing.mentee.phone, pairing.mentor.phone = f"{MINE} phone", f"{THEIRS} phone"
    for side, text in ((Side.MENTEE, MINE), (Side.MENTOR, THEIRS)):
        check_in = a_check_in(pairing, side=side)
        check_in.state, check_in.answered_at = CheckInState.ANSWERED, NOW
        check_in.answers = {"advice": f"{text} advice"}
        db.add(check_in)
        db.add(_a_concern(pairing, check_in.member.id, f"{text} concern"))
    db.add(_a_proposal(pairing))
    for member, text in ((pairing.mentee, MINE), (pairing.mentor, THEIRS)):
        db.add_all(ways_in(member, text))
    db.commit()
    return pairing


def ways_in(member: Member, text: str) -> list[Base]:
    """Make all that signs a member in beside a password; each holds a text to be looked for."""
    app = Authenticator(member=member, made_at=NOW, confirmed_at=NOW)
    app.secret = f"{text} secret"
    key = Passkey(
        member=member,
        name=f"{text} passkey",
        credential=f"{text} credential {uuid4().hex}",
        public_key=f"{text} public",
        made_at=NOW,
    )
    known = KnownBrowser(member=member, mark=f"{text} mark", first_at=NOW, last_at=NOW)
    return [
        *(app, key, known),
        Identity(
            member=member,
            issuer="https://school.example",
            subject=f"{text} id {uuid4().hex}",
            since=NOW,
        ),
        RecoveryCode(member=member, number=1, code_hash=f"{text} code", made_at=NOW),
    ]


def _a_concern(pairing: Pairing, from_id: UUID, text: str) -> Concern:
    concern = Concern(
        programme_id=pairing.programme.id,
        from_id=from_id,
        to_id=pairing.programme.contact.id,
        about=ConcernAbout.PARTNER,
        sent_at=NOW,
        pairing_id=pairing.id,
    )
    concern.text, concern.outcome = text, f"{THEIRS} outcome"
    return concern


def _a_proposal(pairing: Pairing) -> Proposal:
    proposal = Proposal(
        programme=pairing.programme,
        run=None,
        mentor_enrolment=pairing.mentor_enrolment,
        mentee_enrolment=pairing.mentee_enrolment,
        affinity=0.5,
        created_at=NOW,
    )
    proposal.mentee_words, proposal.mentor_words = f"{MINE} words", f"{THEIRS} words"
    return proposal
