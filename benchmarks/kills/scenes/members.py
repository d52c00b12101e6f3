"""What is done with people: brought in, asked, erased."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select, update

import matcher.demo
from benchmarks.kills.scenes.scene import Scene
from benchmarks.kills.stage import KEYS, Place
from matcher.audit.models import Event
from matcher.feedback.models import CheckIn
from matcher.feedback.work import ask_how_it_goes
from matcher.foundation import sealed
from matcher.guidance.tips import Side
from matcher.jobs.turns import free_turns
from matcher.jobs.work import Task
from matcher.members.models import Member
from matcher.messages.models import Delivery, Mail
from matcher.pairings.models import Pairing
from matcher.privacy.services.erasing import begin_erasure
from matcher.privacy.services.forgetting import NOBODY
from matcher.privacy.tombstones import buried
from matcher.programmes.models import Enrolment, Import, ImportState, Programme
from matcher.programmes.services.imports import Sheet, begin_import, confirm_import
from tests.factories import TODAY, a_programme
from tests.factories.feedback import a_met_pairing

DEMO = Path(matcher.demo.__file__).parent


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


class Erasing(Scene):
    """Twelve people are erased: of each every trace is gone, and all others stay whole."""

    MANY = 12
    longest = 3.0

    def prepare(self) -> None:
        sealed.install(KEYS)
        programme = a_programme()
        pairs = [a_met_pairing(programme=programme) for _ in range(self.MANY)]
        for number, pair in enumerate(pairs):
            pair.mentee.name, pair.mentor.name = f"Canary {number}.", f"Stays {number}."
            pair.mentee_enrolment.note = f"Canary {number}."
        self.place.make(*pairs)
        doors = self.place.doors()
        with doors.writing() as db:
            for pair in db.scalars(select(Pairing)):
                begin_erasure(db, pair.mentee, by=pair.mentee, now=self.place.now)
            db.execute(update(Mail).values(delivery=Delivery.SENT))  # the goodbyes have left
        doors.close()
        self.place.now += timedelta(minutes=5)

    def faults(self) -> list[str]:
        erased = select(func.count(Event.id)).where(Event.action == "member.erased")
        shells = select(func.count(Member.id)).where(Member.name == NOBODY)
        others = select(func.count(Member.id)).where(Member.name.like("Stays%"))
        found = self.counted(erased, shells, others, select(func.count(Pairing.id)))
        folder = self.place.folder
        left = [path.name for path in folder.glob("*") if b"Canary" in path.read_bytes()]
        promised = len(buried(folder))
        return [
            *([] if found == [self.MANY] * 4 else [f"erased, shells, others, pairs: {found}"]),
            *([] if promised == self.MANY else [f"{promised} tombstones"]),
            *[f"a trace in {name}" for name in left],
        ]
