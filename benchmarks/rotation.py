"""Renews the key of 100,000 sealed rows while the service is used: `python -m benchmarks.rotation`.

One process serves pages and keeps answers, another is the command `matcher keys rotate`. Ends 0
when no page failed, every row opens afterwards, and none is left under the old key.
"""

import argparse
import logging
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import structlog
from flask import Flask
from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from matcher.app import create_app
from matcher.commands.places import Place
from matcher.foundation import clock, sealed
from matcher.foundation.engines import open_to_write
from matcher.foundation.sealed import keyring, place_of
from matcher.members.models import Member
from matcher.members.services.signing_in import sign_in
from matcher.pairings.models import OwnEntry, Pairing
from matcher.privacy.rotating import count_old
from tests.factories import NOW, a_pairing

AT_ONCE = 2_000
BOX = OwnEntry.__table__.c.content_sealed


@dataclass
class Usage:
    """How the pages did meanwhile."""

    reading: list[float] = field(default_factory=list)
    writing: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with TemporaryDirectory() as folder:
        app, token, pairing_id = a_service(Path(folder), rows)
        return 0 if renew(app, Path(folder), token, pairing_id, rows) else 1


def a_service(folder: Path, rows: int) -> tuple[Flask, str, UUID]:
    """Make an installation with so many sealed rows of one pair."""
    subprocess.run(matcher("upgrade", folder), check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
    app = create_app(Place(folder).settings())
    engine = open_to_write(app.config["SETTINGS"].database)
    with Session(engine) as db:
        pairing = a_pairing()
        db.add(pairing)
        db.flush()
        fill(db, pairing, rows)
        token = sign_in(db, db.get_one(Member, pairing.mentee.id), now=clock.now())
        db.commit()
        found = app, token, pairing.id
    engine.dispose()
    return found


def fill(db: Session, pairing: Pairing, rows: int) -> None:
    for start in range(0, rows, AT_ONCE):
        made = [uuid4() for _ in range(min(AT_ONCE, rows - start))]
        db.execute(insert(OwnEntry), [written(each, pairing) for each in made])


def written(row_id: UUID, pairing: Pairing) -> dict[str, object]:
    place = place_of("own_entry", BOX.name, row_id)
    return {
        "id": row_id,
        "pairing_id": pairing.id,
        "member_id": pairing.mentee.id,
        "written_at": NOW,
        "with_mentor": False,
        "with_coordinator": False,
        "version": 1,
        "content_sealed": keyring.seal(b'{"mood": 3, "text": "It went well.", "words": []}', place),
    }


def renew(app: Flask, folder: Path, token: str, pairing_id: UUID, rows: int) -> bool:
    usage = Usage()
    using = threading.Thread(target=use, args=(app, token, pairing_id, usage))
    using.start()
    begun = time.monotonic()
    done = subprocess.run(matcher("keys", folder, "rotate"), check=False)  # noqa: S603  # ours
    took = time.monotonic() - begun
    usage.over.set()
    using.join()
    left, broken = look_at_all(app)
    say(f"{rows:,} rows in {took:.1f} s, {rows / took:,.0f} a second; {left} under the old key,")
    say(f"{broken} do not open; {len(usage.reading)} pages read and {len(usage.writing)} kept,")
    say(f"{len(usage.failed)} failed {set(usage.failed) or ''}")
    say(f"reading p99 {p99(usage.reading):.0f} ms, writing p99 {p99(usage.writing):.0f} ms")
    return not (done.returncode or left or broken or usage.failed)


def use(app: Flask, token: str, pairing_id: UUID, usage: Usage) -> None:
    """Read the home page and keep the account's settings, by turns, until it is over."""
    browser = app.test_client()
    base = app.config["SETTINGS"].BASE_URL
    browser.set_cookie("session", token, domain="localhost")
    engine = open_to_write(app.config["SETTINGS"].database)
    while not usage.over.is_set():
        begun = time.perf_counter()
        page = browser.get("/home", base_url=base)
        usage.reading.append((time.perf_counter() - begun) * 1000)
        if page.status_code != 200:  # noqa: PLR2004  # as it should be
            usage.failed.append(f"page {page.status_code}")
        begun = time.perf_counter()
        with Session(engine) as db:
            row = db.scalars(select(OwnEntry).limit(1).offset(len(usage.writing) % 50)).one()
            row.content = {"mood": 4, "text": "Changed meanwhile.", "words": []}
            db.execute(update(Pairing).where(Pairing.id == pairing_id).values(changed_at=NOW))
            db.commit()
        usage.writing.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.05)
    engine.dispose()


def look_at_all(app: Flask) -> tuple[int, int]:
    """Say how many rows are left under an old key, and how many do not open."""
    broken = 0
    keyring.renew()
    with app.extensions["read"]() as db:
        left = count_old(db)
        for row in db.execute(select(OwnEntry.id, BOX).execution_options(yield_per=AT_ONCE)):
            try:
                keyring.open(row[1], place_of("own_entry", BOX.name, row[0]))
            except sealed.SealBroken:
                broken += 1
        if not db.scalar(select(func.count()).select_from(OwnEntry)):
            broken += 1
    return left, broken


def matcher(command: str, folder: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "matcher.cli", command, *more, "--instance", str(folder)]


def p99(milliseconds: list[float]) -> float:
    return quantiles(milliseconds, n=100)[-1] if len(milliseconds) > 1 else 0.0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
