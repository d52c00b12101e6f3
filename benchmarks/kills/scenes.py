"""What is killed: each scene sets a stage, does its deed until it is over, and looks for faults."""

import sqlite3
from abc import ABC, abstractmethod
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from sqlalchemy import func, select

import matcher.demo
from benchmarks.kills.stage import KEYS, Place
from matcher.audit.models import Denial, Event
from matcher.backups.making import make_backup, store_of, try_out
from matcher.backups.rotation import list_backups
from matcher.feedback.models import CheckIn
from matcher.feedback.work import ask_how_it_goes
from matcher.foundation import sealed
from matcher.guidance.tips import Side
from matcher.jobs.services import enqueue
from matcher.jobs.turns import free_turns
from matcher.jobs.work import Task
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.migrations.upgrade import current, newest, upgrade
from matcher.programmes.models import Enrolment, Import, ImportState, Programme
from matcher.programmes.services.imports import Sheet, begin_import, confirm_import
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.services.runs import repeat_run, start_run
from tests.factories import TODAY, a_member, a_programme, an_enrolment
from tests.factories.feedback import a_met_pairing
from tests.factories.proposals import a_run, a_suggestion
from tests.keep_schema import SCHEMAS

DEMO = Path(matcher.demo.__file__).parent


@dataclass
class Scene(ABC):
    """One kind of work. Made anew for each round, on an installation of its own."""

    place: Place
    longest: ClassVar[float] = 1.0  # seconds until the latest kill
    _rest: dict[str, object] = field(default_factory=dict)

    @abstractmethod
    def prepare(self) -> None: ...

    def deed(self) -> None:
        self.place.work()

    def is_over(self) -> bool:
        return self.place.is_over()

    @abstractmethod
    def faults(self) -> list[str]: ...

    def counted(self, *questions: object) -> list[int]:
        doors = self.place.doors()
        with doors.reading() as db:
            found = [int(db.scalar(question) or 0) for question in questions]  # type: ignore[call-overload]  # selects
        doors.close()
        return found


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
    """Two hundred pairs are approved: each wholly or not at all, and none twice."""

    MANY = 200
    longest = 4.0

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


class Importing(Scene):
    """A spreadsheet goes in: everybody of it once."""

    longest = 3.0

    def prepare(self) -> None:
        twin = Place(self.place.folder / "twin")
        twin.folder.mkdir()
        self._bring_in(twin)
        twin.work()
        self._rest["whole"] = self._people(twin)
        self._bring_in(self.place)

    def _bring_in(self, place: Place) -> None:
        place.make(a_programme())
        doors = place.doors()
        with doors.writing() as db:
            programme = db.scalars(select(Programme)).one()
            sheet = Sheet(
                side=Side.MENTEE, name="m.csv", content=(DEMO / "mentees.csv").read_bytes()
            )
            begin_import(db, programme, sheet, by=programme.contact, now=place.now)
        place.work()
        with doors.writing() as db:
            brought = db.scalars(select(Import)).one()
            brought.state = ImportState.READY
            confirm_import(db, brought, "On paper.", by=brought.programme.contact, now=place.now)
        doors.close()

    def _people(self, place: Place) -> list[int]:
        doors = place.doors()
        member = func.count(func.distinct(Enrolment.member_id))
        with doors.reading() as db:
            found = [db.scalar(select(each)) or 0 for each in (func.count(Enrolment.id), member)]
        doors.close()
        return found

    def faults(self) -> list[str]:
        found = self._people(self.place)
        return [] if found == self._rest["whole"] else [f"{found}, not {self._rest['whole']}"]


class Reminders(Scene):
    """Sixty pairs are asked how it goes: two mails and two check-ins each."""

    PAIRS = 60
    longest = 2.0

    def prepare(self) -> None:
        programme = a_programme()
        self.place.pace = timedelta(seconds=20)  # so that nobody is reminded meanwhile
        met = TODAY - timedelta(days=7)
        self.place.make(*(a_met_pairing(met, programme=programme) for _ in range(self.PAIRS)))

    def deed(self) -> None:
        doors = self.place.doors()
        shop = self.place.workshop(doors)
        shop.schedule = (self.task,)
        with doors.writing() as db:
            free_turns(db, now=self.place.now)
        shop.do_task(self.task.name)
        doors.close()

    task = Task(name="check-ins", every=timedelta(minutes=15), does=ask_how_it_goes)

    def is_over(self) -> bool:
        [mails] = self.counted(select(func.count(Mail.id)))
        return mails >= 2 * self.PAIRS

    def faults(self) -> list[str]:
        self.place.now += timedelta(hours=1)
        self.deed()  # once more, whole: nothing may come twice
        opened = select(func.count(CheckIn.id)).where(CheckIn.opened_at.is_not(None))
        who = select(func.count(func.distinct(Mail.address)))
        found = self.counted(select(func.count(Mail.id)), who, opened)
        good = [2 * self.PAIRS] * 3
        return [] if found == good else [f"mails, readers, check-ins: {found}, not {good}"]


class BackingUp(Scene):
    """A backup that was cut short is none; the next one clears it away."""

    def prepare(self) -> None:
        self.place.make(*(a_member(f"Member {number}") for number in range(2000)))

    def deed(self) -> None:
        make_backup(self.place.settings, now=self.place.now)

    def is_over(self) -> bool:
        return len(list_backups(self.place.folder / "backups")) > 0

    def faults(self) -> list[str]:
        self.place.now += timedelta(hours=1)
        self.deed()
        folder, store = self.place.folder / "backups", store_of(self.place.settings.database)
        rows = [try_out(path, store, None).rows["member"] for path in list_backups(folder)]
        left = [path.name for path in folder.iterdir() if path.name.startswith((".m", ".u", ".o"))]
        return [*([] if set(rows) == {2000} else ["a bad backup"]), *left]


class Upgrading(Scene):
    """The oldest kept database is brought up: it stands where it stood, or at the newest step."""

    def prepare(self) -> None:
        oldest = min(SCHEMAS.glob("*.sql"))
        with closing(sqlite3.connect(self.place.folder / "matcher.db")) as db:
            db.executescript(oldest.read_text())
        sealed.install(KEYS)
        [self._rest["people"]] = self.counted(select(func.count(Member.id)))

    def deed(self) -> None:
        upgrade(self.place.settings.database)

    def is_over(self) -> bool:
        at = current(self.place.settings.database)
        if at not in {min(SCHEMAS.glob("*.sql")).stem, newest()}:
            raise AssertionError(f"Half upgraded: {at}")
        return at == newest()

    def faults(self) -> list[str]:
        found = self.counted(select(func.count(Member.id)))
        return [] if found == [self._rest["people"]] else ["people lost"]


class Writing(Scene):
    """What was acknowledged is there; two rows of one deed are both there, or neither."""

    MANY = 4000

    def prepare(self) -> None:
        self.place.make()
        self.said = self.place.folder / "acknowledged"
        self.said.touch()

    def deed(self) -> None:
        doors = self.place.doors()
        with self.said.open("a") as said:
            for number in range(len(self._told()), self.MANY):
                with doors.writing() as db:
                    at, asked = self.place.now, f"number {number}"
                    db.add_all([Denial(at=at, asked=asked, actor=None) for _ in range(2)])
                said.write(f"{number}\n")
                said.flush()  # the process may die now; the machine does not
        doors.close()

    def _told(self) -> list[str]:
        return self.said.read_text().split()

    def is_over(self) -> bool:
        return len(self._told()) >= self.MANY // 20 * (1 + len(self._rest))

    def faults(self) -> list[str]:
        doors = self.place.doors()
        with doors.reading() as db:
            kept = Counter(db.scalars(select(Denial.asked)))
        doors.close()
        lost = [number for number in self._told() if f"number {number}" not in kept]
        halves = [asked for asked, times in kept.items() if times % 2]
        return [*(["acknowledged and lost"] if lost else []), *(["halves"] if halves else [])]


SCENES: tuple[type[Scene], ...] = (
    *(Matching, Approval, Importing, Reminders, BackingUp, Upgrading, Writing),
)
