"""A wider world: more kinds of people, and the same things of another pair and another programme.

The table says for seven people what they get of one pair's things. Here each further person stands
beside that pair, or beside another, as one of the seven does: so the same table says what they get.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import Escalation
from matcher.guidance.tips import Side
from matcher.members.models import Grant, Member, Role, SignIn
from matcher.members.services.signing_in import sign_in
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Programme
from tests.access.table import FORBIDDEN, IN, NOT_FOUND, SIGN_IN, TABLE
from tests.access.world import ACTORS, World, build_world, things_of
from tests.factories import (
    NOW,
    TODAY,
    a_coordinator,
    a_member,
    a_pairing,
    an_enrolment,
)
from tests.factories.feedback import a_met_pairing

MORE = (
    *("applicant", "former_mentor", "former_coordinator", "second_coordinator", "second_contact"),
    *("both", "closed"),
)
EVERYBODY = (*ACTORS, *MORE)
OWN, OTHER_PAIR, OTHER_PROGRAMME, MIXED = "own", "other pair", "other programme", "mixed"
RELATIONS = (OWN, OTHER_PAIR, OTHER_PROGRAMME)

# As which of the seven somebody stands beside these things; as two of them: whichever gets more.
# `both` is a mentor there, the mentee of the other pair here, and coordinates the programme there.
STRANGERS = dict.fromkeys((*MORE, "other_pair", "mentor", "mentee"), ("other_pair",))
STANDING: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    OWN: STRANGERS
    | {who: (who,) for who in ACTORS}
    | {"second_coordinator": ("coordinator",), "both": ("elsewhere",), "closed": ("nobody",)},
    OTHER_PAIR: STRANGERS
    | {who: (who,) for who in ("nobody", "elsewhere", "administrator", "coordinator")}
    | {"other_pair": ("mentor",), "both": ("mentee", "elsewhere"), "closed": ("nobody",)}
    | {"second_coordinator": ("coordinator",)},
    OTHER_PROGRAMME: STRANGERS
    | {"nobody": ("nobody",), "administrator": ("administrator",), "closed": ("nobody",)}
    | {"elsewhere": ("coordinator",), "both": ("coordinator",), "coordinator": ("elsewhere",)}
    | {"second_coordinator": ("elsewhere",)},
}
MOST_FIRST = (IN, FORBIDDEN, NOT_FOUND, SIGN_IN)


def expected(endpoint: str, method: str, relation: str, who: str) -> str:
    """Say what the table promises somebody who stands beside these things."""
    row = dict(zip(ACTORS, TABLE[endpoint, method], strict=True))
    return min((row[each] for each in STANDING[relation][who]), key=MOST_FIRST.index)


@dataclass(frozen=True)
class Wide:
    """The small world with more people in it, each signed in, and other addresses."""

    world: World
    members: dict[str, UUID]
    tokens: dict[str, str]
    address: dict[str, dict[str, str]]


def build_wide(db: Session) -> Wide:
    world = build_world(db)
    people = {who: db.get_one(Member, member_id) for who, member_id in world.members.items()}
    pairing = db.get_one(Pairing, UUID(world.address["pairing_id"]))
    here = pairing.programme
    there = db.scalars(select(Programme).where(Programme.contact == people["elsewhere"])).one()
    theirs = Pairing.mentor_member_id == people["other_pair"].id
    beside = db.scalars(select(Pairing).where(theirs)).one()
    people |= _more(db, pairing) | {"both": _of_three(db, beside.mentee, there)}
    away = a_met_pairing(TODAY - timedelta(days=7), mentor=a_member("Wim"), programme=there)
    db.add(away)
    db.flush()
    mine = {"sign_in_id": str(_passed_on_and_signed_in(db, world, people))}
    addresses = {
        OWN: world.address | mine,
        OTHER_PAIR: _address(db, here, beside),
        OTHER_PROGRAMME: _address(db, there, away),
    }
    known = {who: sign_in(db, member, now=NOW) for who, member in people.items()}
    people["closed"].disabled_at = NOW
    db.commit()
    return Wide(world, {who: each.id for who, each in people.items()}, known, addresses)


def _more(db: Session, pairing: Pairing) -> dict[str, Member]:
    here = pairing.programme
    demoted, second = a_coordinator(here.id, "Petra"), a_coordinator(here.id, "Loes")
    demoted.grants[0].ended_at = NOW
    people = {
        "applicant": a_member("Bram"),
        "former_mentor": a_member("Joris"),
        "former_coordinator": demoted,
        "second_coordinator": second,
        "second_contact": a_member("Gerda"),
        "closed": a_coordinator(here.id, "Karin"),
    }
    contact = people["second_contact"]
    Grant(member=contact, role=Role.SECOND_CONTACT, given_at=NOW, programme_id=here.id)
    db.add_all(people.values())
    db.flush()
    waiting = an_enrolment(Side.MENTEE, member=people["applicant"], programme=here)
    db.add_all([waiting, _ended(here, people["former_mentor"], pairing)])
    db.flush()
    return people


def _passed_on_and_signed_in(db: Session, world: World, people: dict[str, Member]) -> UUID:
    """Pass the signal on to the second contact, and sign the mentee in somewhere else as well."""
    signal_id, contact = UUID(world.address["signal_id"]), people["second_contact"]
    db.add(Escalation(signal_id=signal_id, to_id=contact.id, at=NOW, by_id=None))
    sign_in(db, people["mentee"], now=NOW)
    db.flush()
    return db.scalars(select(SignIn.id).where(SignIn.member_id == people["mentee"].id)).one()


def _of_three(db: Session, mentee: Member, there: Programme) -> Member:
    """Make the mentee of the other pair a coordinator elsewhere, and a mentor in a third."""
    db.add(Grant(member=mentee, role=Role.COORDINATOR, given_at=NOW, programme_id=there.id))
    db.add(a_pairing(mentor=mentee))
    db.flush()
    return mentee


def _ended(here: Programme, mentor: Member, pairing: Pairing) -> Pairing:
    """Make an earlier pairing of the same mentee, which is over."""
    enrolment = an_enrolment(Side.MENTOR, member=mentor, programme=here)
    return Pairing(
        programme=here,
        mentor_enrolment=enrolment,
        mentee_enrolment=pairing.mentee_enrolment,
        mentor=mentor,
        mentee=pairing.mentee,
        since=TODAY - timedelta(days=200),
        planned_days=182,
        mentor_place=None,
        mentee_place=None,
        state=PairingState.CLOSED,
        closed_on=TODAY - timedelta(days=20),
    )


def _address(db: Session, programme: Programme, pairing: Pairing) -> dict[str, str]:
    things = things_of(db, programme, pairing, number=2)
    whole = {"programme_id": programme.id, "address": programme.address} | things
    return {name: str(value) for name, value in whole.items()}
