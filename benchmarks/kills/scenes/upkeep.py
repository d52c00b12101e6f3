"""What keeps an installation: backups, upgrades, and writing at all."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import timedelta

from sqlalchemy import func, select

from benchmarks.kills.scenes.scene import Scene
from benchmarks.kills.stage import KEYS
from matcher.audit.models import Denial
from matcher.backups.making import make_backup, store_of, try_out
from matcher.backups.rotation import list_backups
from matcher.foundation import sealed
from matcher.members.models import Member
from matcher.migrations.upgrade import current, newest, upgrade
from tests.factories import a_member
from tests.keep_schema import SCHEMAS


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
