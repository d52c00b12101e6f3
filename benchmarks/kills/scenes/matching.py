"""Matching, and what follows from it."""

from sqlalchemy import func, select

from benchmarks.kills.scenes.scene import Scene
from matcher.audit.models import Event
from matcher.guidance.tips import Side
from matcher.jobs.services import enqueue
from matcher.programmes.models import Programme
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.services.runs import repeat_run, start_run
from tests.factories import a_member, a_programme, an_enrolment
from tests.factories.proposals import a_run, a_suggestion


class Matching(Scene):
    """A run is computed in a child process; killed, it gives what it would have given."""

    longest = 9.0

    def prepare(self) -> None:
        programme = a_programme()
        people = [
            an_enrolment(side, member=a_member(f"{side} {number}"), programme=programme)
            for side in Side
            for number in range(40)
        ]
        for number, each in enumerate(people):
            each.topics = [programme.topics[number % 3]]
            each.statements = [f"I want to talk about looking for work, {'often ' * (number % 7)}"]
        self.place.make(*people)
        doors = self.place.doors()
        with doors.writing() as db:
            found = db.scalars(select(Programme)).one()
            start_run(db, found, by=found.contact, now=self.place.now)
        self.place.work()
        with doors.writing() as db:
            first = db.scalars(select(MatchRun)).one()
            self._rest["hash"] = first.result_hash
            repeat_run(db, first, by=first.programme.contact, now=self.place.now)
        doors.close()

    def faults(self) -> list[str]:
        doors = self.place.doors()
        with doors.reading() as db:
            first, again = db.scalars(select(MatchRun).order_by(MatchRun.number)).all()
            numbers = [
                db.scalar(select(func.count(Proposal.id)).where(Proposal.run_id == run.id))
                for run in (first, again)
            ]
        doors.close()
        same = again.result_hash == self._rest["hash"] and self._rest["hash"]
        whole = numbers[0] and numbers[1] in {numbers[0], 0}
        return [*([] if same else ["another result"]), *([] if whole else ["half a run"])]


class Approval(Scene):
    """Five hundred pairs are approved: each wholly or not at all, and none twice."""

    MANY = 500
    longest = 8.0

    def prepare(self) -> None:
        run = a_run()
        pairs = [a_suggestion(run, f"Mentee {n}", f"Mentor {n}") for n in range(self.MANY)]
        self.place.make(*pairs)
        doors = self.place.doors()
        with doors.writing() as db:
            kept = db.scalars(select(MatchRun)).one()
            payload = {
                "pairs": [[str(pair.id), pair.version] for pair in db.scalars(select(Proposal))],
                "decision": "approve",
                "by": str(kept.programme.contact.id),
            }
            enqueue(db, "decide_proposals", kept.id, now=self.place.now, payload=payload)
        doors.close()

    def faults(self) -> list[str]:
        approved = select(func.count()).where(Proposal.state == ProposalState.APPROVED)
        noted = select(func.count()).where(Event.action.like("proposal.%"))
        twice = select(func.count()).select_from(
            select(Event.thing_id)
            .where(Event.action.like("proposal.%"))
            .group_by(Event.thing_id, Event.action)
            .having(func.count() > 1)
            .subquery()
        )
        found = self.counted(approved, noted, twice)
        return [] if found == [self.MANY, self.MANY, 0] else [f"approved, noted, twice: {found}"]
