"""What happens in the programme, day by day, and what breaks meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Self
from uuid import UUID

from sqlalchemy import ColumnElement, select

from examples.cluster.browsing import Browser, Site
from examples.cluster.cluster import Cluster
from examples.cluster.coordinator import Coordinator
from examples.cluster.ledger import Ledger
from examples.cluster.machines import busiest
from examples.cluster.members import Members
from examples.cluster.playing import Act, await_job, count, no_mail_waits, play
from examples.cluster.postbox import Letter
from examples.cluster.strangers import guess
from examples.cluster.telling import say
from matcher.config import from_environment
from matcher.demo.story import PASSWORD
from matcher.feedback.models import CheckIn, CheckInState
from matcher.feedback.queries.rounds import REMINDED
from matcher.guidance.tips import Side
from matcher.members.passwords import Hasher
from matcher.messages.models import Mail
from matcher.pairings.models import Pairing
from matcher.simulation.arriving import found
from matcher.simulation.people import People

MENTEES = 0.56  # of all people


@dataclass
class Story:
    """A programme in the cluster, with everybody in it."""

    cluster: Cluster
    site: Site
    people: int
    coordinator: Coordinator
    ledger: Ledger = field(default_factory=Ledger)
    members: Members = field(init=False)
    run_id: UUID = field(init=False)

    def __post_init__(self) -> None:
        self.members = Members(self.site, self.ledger)

    @classmethod
    def begin(cls, cluster: Cluster, site: Site, people: int) -> Self:
        settings = from_environment(cluster.webs[0].settings)
        hashed = Hasher(settings.ARGON2_MEMORY_KIB).hash(PASSWORD)
        with cluster.doors.writing() as db:
            programme, by = found(db, 1, hashed, now=cluster.now)
            address, pages = str(by.email), f"/coordination/{programme.id}"
        coordinator = Coordinator(Browser(site, "10.0.0.1"), pages)
        coordinator.sign_in(address, PASSWORD)
        return cls(cluster, site, people, coordinator)

    def play(self) -> None:
        guess(self.site)
        self.come()
        self.match()
        self.tell()
        self.cluster.later(2)
        say("Two days later: all processes were asked to end, and began again.")
        self.meet()
        self.cluster.later(7)
        say("A week later.")
        self.say_how_it_goes()
        self.cluster.later(4)
        say("Four days later.")
        self.are_reminded()

    def come(self) -> None:
        """Bring everybody in by spreadsheet; a worker dies meanwhile. They confirm by mail."""
        drawn = People(Random(1))  # noqa: S311  # a story, not a secret
        mentees = round(self.people * MENTEES)
        for side, many in ((Side.MENTEE, mentees), (Side.MENTOR, self.people - mentees)):
            import_id = self.coordinator.upload(side, drawn.sheet(side, many))
            await_job(self.cluster.doors, "check_import", f"{many} {side}s are read")
            self.coordinator.apply(import_id)
            kills = self._kill_worker if side == Side.MENTEE else None
            await_job(self.cluster.doors, "apply_import", f"{many} {side}s are brought in", kills)
        invited = self._letters("invitation")
        play(Act("Everybody confirms", invited, self.members.join, self.people), self._is_quiet)

    def match(self) -> None:
        """Find pairs, on the Dask cluster of which a worker dies; approve all, without a worker."""
        doors = self.cluster.doors
        self.run_id = self.coordinator.match()
        await_job(doors, "match_run", "Pairs are found", self._kill_dask)
        self.coordinator.approve_all(self.run_id)
        await_job(doors, "decide_proposals", "All pairs are approved", self._kill_worker)

    def tell(self) -> None:
        """Tell everybody, who answer at once; a web process dies meanwhile."""
        self.coordinator.publish(self.run_id)
        await_job(self.cluster.doors, "publish_proposals", "All pairs are told")
        many = self._count(Mail, Mail.kind == "proposal.offered")
        act = Act("They answer", self._letters("proposals"), self.members.answer, many)
        play(act, self._is_quiet, self._kill_web)

    def meet(self) -> None:
        """Let one of each pair note that they met."""
        now = self.cluster.now

        def letters() -> list[Letter]:
            begun = self.cluster.postbox.about("pairings")
            return [each for each in dict.fromkeys(begun) if each.address.startswith("mentor")]

        many = len(letters())
        act = Act("They meet", letters, lambda each: self.members.meet(each, now=now), many)
        play(act, self._is_quiet)

    def say_how_it_goes(self) -> None:
        """Ask all of them; while they answer, the database server dies."""

        def letters() -> list[Letter]:
            asked = self.cluster.postbox.about("check-in")
            return [each for each in asked if not self.members.is_silent(each)]

        many = 2 * self._count(Pairing) * 85 // 100
        play(
            Act("They say how it goes", letters, self.members.tell, many),
            lambda: self._are_asked() and self._is_quiet(),
            self._kill_database,
        )

    def are_reminded(self) -> None:
        """Remind those who did not answer; a worker dies while it carries the mails."""
        before = len(self.cluster.postbox.about("check-in"))

        def letters() -> list[Letter]:
            return self.cluster.postbox.about("check-in")[before:]

        many = max(2 * self._count(Pairing) * 15 // 100, 1)
        play(
            Act("Who was silent is reminded", letters, self.members.tell, many),
            lambda: self._are_reminded() and self._is_quiet(),
            self._kill_worker,
        )

    def _letters(self, room: str) -> Callable[[], list[Letter]]:
        return lambda: self.cluster.postbox.about(room)

    def _is_quiet(self) -> bool:
        return no_mail_waits(self.cluster.doors)

    def _are_asked(self) -> bool:
        met = self._count(Pairing, Pairing.first_met_on.is_not(None))
        return self._count(Mail, Mail.kind == "check_in.opened") >= 2 * met

    def _are_reminded(self) -> bool:
        reminded = select(Mail.subject_id).where(Mail.kind == REMINDED)
        is_open = CheckIn.state == CheckInState.OPEN
        return not self._count(CheckIn, is_open, CheckIn.id.not_in(reminded))

    def _count(self, kind: Any, *conditions: ColumnElement[bool]) -> int:
        return count(self.cluster.doors, kind, *conditions)

    def _kill_worker(self) -> None:
        victim = busiest(self.cluster.workers)
        self.cluster.kill(victim)
        say(f"Killed {victim.name} with -9; it was started again.")

    def _kill_web(self) -> None:
        self.cluster.kill(self.cluster.webs[0])
        say("Killed web1 with -9; it was started again.")

    def _kill_database(self) -> None:
        self.cluster.kill_database()
        say("Killed PostgreSQL with -9; it was started again.")

    def _kill_dask(self) -> None:
        self.cluster.kill_dask_worker()
        say("Killed a Dask worker with -9; another came.")
