"""An installation of many programmes with a thousand members each, kept by bulk inserts."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.members.models import Member
from matcher.members.services.signing_in import sign_in
from matcher.migrations.models import import_every_model
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.services.counting import count_again, keep_count
from tests.factories import TODAY, a_coordinator
from tests.factories.proposals import a_run
from tests.proposals.crowds import keep_many

KEYS = {1: bytes(range(32))}
PAIRS, PAIRED, WRITERS = 500, 100, 8


@dataclass(frozen=True)
class Crowd:
    """An installation, and what a browser needs to look at it."""

    folder: Path
    someone: UUID  # whose name the bare page tells
    member: str  # signed in, paired
    coordinators: tuple[str, ...]
    run: UUID
    programme: UUID
    pairing: UUID
    pair: UUID  # a proposal


def settings_of(folder: Path) -> Settings:
    return Settings(
        SECRET_KEY="for measuring",
        SEAL_KEYS=KEYS,
        INSTANCE=folder,
        BASE_URL="http://localhost",
        MODE="development",
        WTF_CSRF_ENABLED=False,
        DATABASE_URL=f"sqlite:///{folder}/matcher.db",
    )


def build(folder: Path, members: int) -> None:
    """Keep so many members, in programmes of a thousand."""
    folder.mkdir(parents=True)
    sealed.install(KEYS)
    import_every_model()
    engine = open_to_write(settings_of(folder).database)
    Base.metadata.create_all(engine)
    for _number in range(max(members // (2 * PAIRS), 1)):
        with Session(engine, expire_on_commit=False) as db:
            _programme(db)
    engine.dispose()


def _programme(db: Session) -> None:
    run = a_run()
    db.add(run)
    db.flush()
    run.programme.current_run_id = run.id
    keep_many(db, run, PAIRS)
    pairs = db.execute(
        select(Proposal.id, Proposal.mentor_enrolment_id, Proposal.mentee_enrolment_id)
        .where(Proposal.run_id == run.id)
        .limit(PAIRED)
    ).all()
    people = [each for _id, *both in pairs for each in both]
    of = select(Enrolment.id, Enrolment.member_id).where(Enrolment.id.in_(people))
    members = {enrolment: member for enrolment, member in db.execute(of)}  # noqa: C416  # dict() takes a result for a mapping
    db.execute(insert(Pairing), [_pairing(run, one, two, members) for _id, one, two in pairs])
    told = Proposal.id.in_([each.id for each in pairs])
    db.execute(update(Proposal).where(told).values(state=ProposalState.AGREED))
    paired = Enrolment.id.in_(people)
    db.execute(update(Enrolment).where(paired).values(state=EnrolmentState.PAIRED))
    stock = count_again(db, run.programme, now=clock.now())
    if stock:
        keep_count(db, run.programme_id, stock)
    db.commit()


def _pairing(
    run: MatchRun, mentor: UUID, mentee: UUID, members: dict[UUID, UUID]
) -> dict[str, object]:
    return {
        "id": uuid4(),
        "programme_id": run.programme_id,
        "mentor_enrolment_id": mentor,
        "mentee_enrolment_id": mentee,
        "mentor_member_id": members[mentor],
        "mentee_member_id": members[mentee],
        "since": TODAY,
        "planned_days": 3650,
        "mentor_place": 0,
        "mentee_place": 0,
        "rhythm_days": 14,
        "state": PairingState.BEGINNING,
        "version": 1,
    }


def open_crowd(folder: Path) -> Crowd:
    """Sign a member and coordinators in."""
    sealed.install(KEYS)
    import_every_model()
    engine = open_to_write(settings_of(folder).database)
    with Session(engine) as db:
        run = db.scalars(select(MatchRun).order_by(MatchRun.id).limit(1)).one()
        here = Pairing.programme_id == run.programme_id
        pairing = db.scalars(select(Pairing).where(here).limit(1)).one()
        pair = db.scalars(select(Proposal.id).where(Proposal.run_id == run.id).limit(1)).one()
        everyone = [a_coordinator(run.programme_id, f"Noor {n}") for n in range(WRITERS)]
        for each in everyone:
            each.email = each.email_key = None  # those who were made with the crowd have addresses
        db.add_all(everyone)
        now = clock.now()
        crowd = Crowd(
            folder=folder,
            someone=db.scalars(select(Member.id).limit(1)).one(),
            member=sign_in(db, pairing.mentee, now=now),
            coordinators=tuple(sign_in(db, each, now=now) for each in everyone),
            run=run.id,
            programme=run.programme_id,
            pairing=pairing.id,
            pair=pair,
        )
        db.commit()
    engine.dispose()
    return crowd
