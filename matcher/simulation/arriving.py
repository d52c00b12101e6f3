"""People arrive: brought in by spreadsheet, confirmed by themselves, matched and asked."""

from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.demo.gathering import a_person
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.members.models import Grant, Member, Role
from matcher.programmes.models import Enrolment, EnrolmentState, Import, Programme, ProgrammeState
from matcher.programmes.services.imports import Sheet, begin_import, confirm_import
from matcher.programmes.services.programmes import NewProgramme, create_programme, move_programme
from matcher.programmes.services.sending import Agreement, send_enrolment
from matcher.programmes.work import apply_import, check_import
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.services.publishing import Day, note_published, offer
from matcher.proposals.services.review import Choice, Decision, decide
from matcher.proposals.services.runs import start_run
from matcher.proposals.work.run import match_run
from matcher.simulation.world import World

GROUND = "Aangemeld op de open avond, met handtekening op papier."
# The part of all people who are there at the beginning; the others come a few each fortnight.
AT_FIRST = 0.6
NEVER_CONFIRMS, REJECTED = 0.04, 0.05


def found(db: Session, number: int, hashed: str, *, now: datetime) -> tuple[Programme, Member]:
    """Make a programme and who looks after it. `number` tells them apart."""
    admin = a_person(db, "Bea Beheer", f"beheer{number}@example.org", hashed, now)
    db.add(Grant(member=admin, role=Role.ADMINISTRATOR, given_at=now))
    by = a_person(db, "Hanna Brouwer", f"coordinator{number}@example.org", hashed, now)
    new = NewProgramme(
        name_en=f"Buddies {number}",
        name_nl=f"Maatjes {number}",
        about_en="Half a year of meeting every two weeks, around a question of your own.",
        about_nl="Een half jaar lang elke twee weken afspreken, rond een vraag van jezelf.",
    )
    programme = create_programme(db, new, coordinator=by, by=admin, now=now)
    programme.languages = ["nl", "en", "ar", "fr", "pl", "ti", "tr", "uk", "es", "de", "fa"]
    programme.starts_on = now.date() + timedelta(days=14)
    move_programme(db, programme, ProgrammeState.OPEN, by=by, now=now)
    return programme, by


def come(world: World, day: int, part: float) -> None:
    """Bring this part of all people in."""
    for side, all_of_them in ((Side.MENTEE, world.size.mentees), (Side.MENTOR, world.size.mentors)):
        many = round(all_of_them * part)
        if not many:
            continue
        sheet = Sheet(name=f"{side}s.csv", content=world.people.sheet(side, many), side=side)
        with world.doors.writing() as db:
            by = db.get_one(Member, world.coordinator_id)
            programme = db.get_one(Programme, world.programme_id)
            import_id = begin_import(db, programme, sheet, by=by, now=world.at(day)).id
        check_import(world.work(world.at(day), import_id))
        with world.doors.writing() as db:
            by = db.get_one(Member, world.coordinator_id)
            brought = db.get_one(Import, import_id)
            confirm_import(db, brought, GROUND, by=by, now=world.at(day))
        apply_import(world.work(world.at(day), import_id))


def confirm(world: World, day: int) -> None:
    """Whoever was brought in says yes to it within days; a few never do."""
    for enrolment_id in world.ids(Enrolment, Enrolment.confirmed_at.is_(None)):
        if world.temper.dice.random() < NEVER_CONFIRMS:
            continue
        with suppress(RuleBroken), world.doors.writing() as db:
            enrolment = db.get_one(Enrolment, enrolment_id)
            enrolment.member.email_confirmed_at = world.at(day, 10)
            version = enrolment.programme.consent_version
            agreement = Agreement(version=version, language=enrolment.member.language)
            send_enrolment(db, enrolment, agreement, by=enrolment.member, now=world.at(day, 10))


def match(world: World, day: int) -> None:
    """Compute a run, approve nearly all of it, and tell the people."""
    with world.doors.writing() as db:
        by = db.get_one(Member, world.coordinator_id)
        programme = db.get_one(Programme, world.programme_id)
        run_id = start_run(db, programme, by=by, now=world.at(day, 10)).id
    match_run(world.work(world.at(day, 11), run_id))
    new = (Proposal.run_id == run_id, Proposal.state == ProposalState.SUGGESTED)
    now = world.at(day, 14)
    for proposal_id in world.ids(Proposal, *new):
        rejected = world.temper.dice.random() < REJECTED
        with suppress(RuleBroken), world.doors.writing() as db:
            by = db.get_one(Member, world.coordinator_id)
            proposal = db.get_one(Proposal, proposal_id)
            decision = Decision.REJECT if rejected else Decision.APPROVE
            decide(db, proposal, Choice(decision=decision, seen=proposal.version), by=by, now=now)
            if not rejected:
                offer(db, proposal, by=by, day=Day(now=now, today=now.date()))
    with world.doors.writing() as db:
        run, by = db.get_one(MatchRun, run_id), db.get_one(Member, world.coordinator_id)
        note_published(db, run, by=by, now=now)


def somebody_waits(world: World) -> bool:
    """Tell whether both sides have somebody to look for."""
    with world.doors.reading() as db:
        waiting = select(Enrolment.side).where(
            Enrolment.programme_id == world.programme_id, Enrolment.state == EnrolmentState.WAITING
        )
        return set(db.scalars(waiting.distinct())) == set(Side)
