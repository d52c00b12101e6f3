"""A spreadsheet of 20,000 people, read, checked and brought in: `python -m benchmarks.imports`.

Each kind of file in a process of its own, as `matcher worker` does it. Says how long it took, how
often it told how far it was, what it found in the rows, and the most memory the process had. Exit
1 when that was more than 200 MB, when a row is missing, or when a finding is.
"""

import argparse
import csv
import io
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import matcher.demo
from matcher.config import Settings
from matcher.foundation import sealed
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.guidance.tips import Side
from matcher.jobs.work import Work
from matcher.migrations.models import import_every_model
from matcher.programmes.models import Enrolment, Import, ImportRow
from matcher.programmes.services.imports import Sheet, begin_import, confirm_import
from matcher.programmes.work import apply_import, check_import
from tests.factories import NOW, a_programme
from tests.factories.jobs import FreeHold, some_work

KEYS = {1: bytes(range(32))}
ROWS, MOST_MB, WRONG_EVERY, KILOBYTES = 20_000, 200, 100, 1024
KINDS = ("csv", "xlsx")
WRONG = "every second Thursday"  # no time of the week that we know


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=ROWS)
    asked.add_argument("--kind", choices=KINDS, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.kind:
        return bring(given.kind, given.rows)
    faults = 0
    for kind in KINDS:
        command = [sys.executable, "-m", "benchmarks.imports", "--kind", kind]
        faults += subprocess.run([*command, "--rows", str(given.rows)], check=False).returncode  # noqa: S603  # ourselves
    return int(faults > 0)


def bring(kind: str, rows: int) -> int:
    import_every_model()
    with TemporaryDirectory() as folder:
        name, content = f"mentees.{kind}", made(kind, rows, Path(folder))
        settings = Settings(
            SECRET_KEY="for measuring", SEAL_KEYS=KEYS, DATABASE_URL=f"sqlite:///{folder}/import.db"
        )
        sealed.install(KEYS)
        engine = open_to_write(settings.database)
        Base.metadata.create_all(engine)
        with Session(engine) as db:
            programme = a_programme()
            db.add(programme)
            sheet = Sheet(name=name, content=content, side=Side.MENTEE)
            brought = begin_import(db, programme, sheet, by=programme.contact, now=NOW).id
            db.commit()
        began = time.perf_counter()
        check = some_work(settings, brought)
        check_import(check)
        checked = time.perf_counter() - began
        sys.stdout.write(f"{kind}: {rows:,} rows checked in {checked:.0f} s, {_memory():.0f} MB\n")
        sys.stdout.flush()
        with Session(engine) as db:
            found = db.get_one(Import, brought)
            confirm_import(db, found, "Signed up on paper.", by=found.programme.contact, now=NOW)
            db.commit()
        apply = some_work(settings, brought)
        apply_import(apply)
        took = time.perf_counter() - began
        with Session(engine) as db:
            people = db.scalar(select(func.count(Enrolment.id))) or 0
            told = sum(bool(each) for each in db.scalars(select(ImportRow.findings)))
        engine.dispose()
    used = _memory()
    sys.stdout.write(
        f"{kind}: {rows:,} rows, {len(content) / 1e6:.1f} MB; brought in after"
        f" {took:.0f} s; {people:,} people, findings in {told:,} rows; told"
        f" {_reports(check)} and {_reports(apply)} times how far; at most {used:.0f} MB\n"
    )
    return int(used > MOST_MB or people != rows or told < rows // WRONG_EVERY)


def _memory() -> float:
    """The most memory this process had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES


def _reports(work: Work) -> int:
    return len(work.hold.reported) if isinstance(work.hold, FreeHold) else 0


def made(kind: str, rows: int, folder: Path) -> bytes:
    """Make a file of the demo's mentees over and over, each a person of their own."""
    path = folder / f"made.{kind}"
    child = os.fork()  # what making the file takes is none of the import's memory
    if child == 0:
        _make(kind, rows, path)
        os._exit(0)
    os.waitpid(child, 0)
    return path.read_bytes()


def _make(kind: str, rows: int, path: Path) -> None:
    with (Path(matcher.demo.__file__).parent / "mentees.csv").open() as file:
        people = list(csv.DictReader(file))
    lines = [list(people[0])]
    for number in range(rows):
        person = dict(people[number % len(people)])
        person |= {
            "id": f"big-{number}",
            "name": f"{person['name']} {number}",
            "email": f"person{number}@example.org",
            "avoid": "",
        }
        if number % WRONG_EVERY == 0:
            person["availability"] = WRONG
        lines.append(list(person.values()))
    if kind == "csv":
        text = io.StringIO()
        csv.writer(text).writerows(lines)
        path.write_text(text.getvalue())
        return
    book = Workbook(write_only=True)
    page = book.create_sheet()
    for line in lines:
        page.append(line)
    book.save(path)


if __name__ == "__main__":
    sys.exit(main())
