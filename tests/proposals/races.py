"""Coordinators who approve and tell overlapping selections at the same moment.

With `guarded=False` each step looks in one transaction and writes in another, without versions or
held rows: the negative control. If that breaks nothing either, the race itself proves nothing.
"""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from random import Random
from threading import Barrier
from time import sleep
from uuid import UUID

from sqlalchemy import Engine, func, select, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from matcher.audit.models import Event
from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Answer, MatchRun, Proposal, ProposalState
from matcher.proposals.queries.places import count_taken
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.services.answers import Reply, answer_proposal
from matcher.proposals.services.publishing import Day, offer
from matcher.proposals.services.review import Choice, Decision, decide
from tests.factories import NOW, TODAY, a_coordinator, a_member, an_enrolment
from tests.factories.proposals import REASONS, a_run

log = logging.getLogger(__name__)

MENTEES, MENTORS = 8, 4
DAY = Day(now=NOW, today=TODAY)


@dataclass(frozen=True)
class Tally:
    """What was done, and what should never be."""

    approved: int = 0
    told: int = 0
    paired: int = 0
    overrun: int = 0  # people who are promised to more than they have places for
    twice: int = 0  # pairs that were approved, told or begun more than once
    locked: int = 0  # waited for longer than the ten seconds of a page, and were told so

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def wrong(self) -> int:
        return self.overrun + self.twice + self.locked


@dataclass(frozen=True)
class Stage:
    """A run with more pairs than places, and two who look after its programme."""

    run_id: UUID
    programme_id: UUID
    pairs: Sequence[tuple[UUID, int]]
    people: Sequence[UUID]


def race(engine: Engine, *, rounds: int, workers: int, guarded: bool = True) -> Tally:
    """Let workers approve and tell, round after round, and count what came of it."""
    total = Tally()
    for number in range(rounds):
        total += _Round(engine, _stage(engine), workers, number, guarded=guarded).play()
    return total


def _stage(engine: Engine) -> Stage:
    with Session(engine, expire_on_commit=False) as db:
        run = a_run()
        noor = a_coordinator(run.programme.id, "Noor")
        mentors = [
            an_enrolment(Side.MENTOR, member=a_member(f"Mentor {n}"), programme=run.programme)
            for n in range(MENTORS)
        ]
        pairs = [
            _pair(
                run, an_enrolment(member=a_member(f"Mentee {n}"), programme=run.programme), mentor
            )
            for n in range(MENTEES)
            for mentor in (mentors[n % MENTORS], mentors[(n + 1) % MENTORS])
        ]
        db.add_all([noor, *pairs])
        db.commit()
        return Stage(
            run_id=run.id,
            programme_id=run.programme_id,
            pairs=[(pair.id, pair.version) for pair in pairs],
            people=[run.programme.contact.id, noor.id],
        )


def _pair(run: MatchRun, mentee: Enrolment, mentor: Enrolment) -> Proposal:
    return Proposal(
        programme=run.programme,
        run=run,
        mentee_enrolment=mentee,
        mentor_enrolment=mentor,
        affinity=0.6,
        created_at=NOW,
        reasons=dict(REASONS),
    )


class _Round:
    """One round: all approve, then all tell, then both of each pair say yes."""

    def __init__(
        self, engine: Engine, stage: Stage, workers: int, seed: int, *, guarded: bool
    ) -> None:
        self.engine, self.stage, self.workers, self.seed = engine, stage, workers, seed
        self.approve = self._approve if guarded else self._approve_unguarded
        self.tell = self._tell if guarded else self._tell_unguarded
        self.guarded = guarded
        self.locked = 0

    def play(self) -> Tally:
        self._all_at_once(self.approve)
        self._all_at_once(self.tell)
        if self.guarded:
            self._all_at_once(self._answer)
        return self._tally()

    def _all_at_once(self, do: Callable[[UUID, int, UUID], None]) -> None:
        start = Barrier(self.workers)

        def work(worker: int) -> None:
            dice = Random(self.seed * 100 + worker)  # noqa: S311  # an order, not a secret
            pairs = dice.sample(self.stage.pairs, k=len(self.stage.pairs) * 3 // 4)
            start.wait()
            for pair, version in pairs:
                self._try(do, pair, version, self.stage.people[worker % 2])

        with ThreadPoolExecutor(self.workers) as at_once:
            list(at_once.map(work, range(self.workers)))

    def _try(
        self, do: Callable[[UUID, int, UUID], None], pair: UUID, version: int, by: UUID
    ) -> None:
        try:
            do(pair, version, by)
        except (RuleBroken, StaleDataError, IntegrityError):
            pass  # somebody else was before: that is what they are told
        except OperationalError as error:
            log.warning("%s: %s", do.__name__, getattr(error.orig, "sqlstate", None) or error.orig)
            self.locked += 1

    def _approve(self, pair: UUID, version: int, by: UUID) -> None:
        with Session(self.engine) as db, db.begin():
            proposal, member = get_proposal(db, pair), db.get_one(Member, by)
            assert proposal is not None
            choice = Choice(decision=Decision.APPROVE, seen=version)
            decide(db, proposal, choice, by=member, now=NOW)

    def _tell(self, pair: UUID, _version: int, by: UUID) -> None:
        with Session(self.engine) as db, db.begin():
            proposal = get_proposal(db, pair)
            assert proposal is not None
            offer(db, proposal, by=db.get_one(Member, by), day=DAY)

    def _answer(self, pair: UUID, version: int, _by: UUID) -> None:
        side = Side.MENTOR if (version + self.seed) % 2 else Side.MENTEE
        for each in (side, side.other):
            with Session(self.engine) as db, db.begin():
                proposal = get_proposal(db, pair)
                assert proposal is not None
                if proposal.state == ProposalState.OFFERED:
                    reply = Reply(side=each, answer=Answer.YES)
                    by = proposal.enrolment_on(each).member
                    answer_proposal(db, proposal, reply, by=by, now=NOW)

    def _approve_unguarded(self, pair: UUID, _version: int, by: UUID) -> None:
        self._move_unguarded(pair, by, ProposalState.SUGGESTED, ProposalState.APPROVED)

    def _tell_unguarded(self, pair: UUID, _version: int, by: UUID) -> None:
        with Session(self.engine) as db:
            proposal = get_proposal(db, pair)
            assert proposal is not None
            taken = count_taken(db, self.stage.programme_id)
            both = proposal.mentor_enrolment, proposal.mentee_enrolment
            if any(taken.get(each.id, 0) >= each.places for each in both):
                return
        self._move_unguarded(pair, by, ProposalState.APPROVED, ProposalState.OFFERED)

    def _move_unguarded(
        self, pair: UUID, by: UUID, before: ProposalState, to: ProposalState
    ) -> None:
        with Session(self.engine) as db:
            if db.scalar(select(Proposal.state).where(Proposal.id == pair)) != before:
                return
        sleep(0.001)
        with Session(self.engine) as db, db.begin():
            db.execute(update(Proposal).where(Proposal.id == pair).values(state=to))
            proposal, member = db.get_one(Proposal, pair), db.get_one(Member, by)
            here = self.stage.programme_id
            note(db, f"proposal.{to}", proposal, by=member, at=NOW, programme_id=here)

    def _tally(self) -> Tally:
        with Session(self.engine) as db:
            deeds = Counter(
                {
                    (action, thing): number
                    for action, thing, number in db.execute(
                        select(Event.action, Event.thing_id, func.count())
                        .where(Event.programme_id == self.stage.programme_id)
                        .group_by(Event.action, Event.thing_id)
                    )
                }
            )
            taken = count_taken(db, self.stage.programme_id)
            here = Enrolment.programme_id == self.stage.programme_id
            rows = db.execute(select(Enrolment.id, Enrolment.places).where(here))
            places = {key: number for key, number in rows}  # noqa: C416  # dict() takes a result for a mapping
            of = Pairing.programme_id == self.stage.programme_id
            paired = db.scalar(select(func.count(Pairing.id)).where(of)) or 0
        moved = {"proposal.approved", "proposal.offered", "pairing.begun"}
        done = Counter(action for action, _thing in deeds)
        return Tally(
            approved=done["proposal.approved"],
            told=done["proposal.offered"],
            paired=paired,
            overrun=sum(number > places[key] for key, number in taken.items()),
            twice=sum(n > 1 for (action, _), n in deeds.items() if action in moved),
            locked=self.locked,
        )
