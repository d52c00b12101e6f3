"""Whether the time of an answer tells who has an account: `python -m benchmarks.timing`.

For each door (signing in, a new password, signing up, a mailed link) 400 requests, half of them
about addresses that have an account, one after the other in random order. AUC says how well the
time alone tells the two apart: 0.5 is a guess, 1 is always. At most 0.60 is allowed.

What counts is the time of this process, so that other work on the machine blurs nothing; and the
time on the clock beside it. Each request comes from a browser and a place of its own.
"""

import argparse
import logging
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog
from flask import Flask
from sqlalchemy.orm import Session

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation.engines import open_to_write
from matcher.members.login import hasher
from matcher.migrations.upgrade import upgrade
from tests.factories import a_member, a_programme
from tests.factories.members import PASSWORD

MOST = 0.60
SEED = 20_261_128
BEFORE = 20  # answers that are not counted: the first ones fill what is kept in memory


@dataclass(frozen=True)
class Door:
    """One page that takes an address."""

    name: str
    path: str
    fields: Callable[[str], dict[str, str]]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--samples", type=int, default=400)
    samples = asked.parse_args().samples
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    failed = False
    with installation(samples) as (app, programme):
        for door in doors(programme):
            own, clock = measure(app, door, samples)
            failed = failed or own > MOST
            sign = "NOT content" if own > MOST else "content"
            sys.stdout.write(f"{door.name:<16} AUC {own:.3f} (by the clock {clock:.3f}) {sign}\n")
            sys.stdout.flush()
    return 1 if failed else 0


def doors(programme: str) -> tuple[Door, ...]:
    join = f"/programmes/{programme}/sign-up"
    return (
        Door("signing in", "/sign-in", lambda it: {"email": it, "password": "not this one at all"}),
        Door("a new password", "/forgotten-password", lambda it: {"email": it}),
        Door("a mailed link", "/sign-in/mail", lambda it: {"email": it}),
        Door("signing up", join, _signs_up),
    )


def _signs_up(email: str) -> dict[str, str]:
    about = {"sides": "mentee", "name": "Somebody New", "password": "a lamp beside the bookcase"}
    return {"email": email, **about}


@contextmanager
def installation(samples: int) -> Iterator[tuple[Flask, str]]:
    """Make an installation with half as many accounts as there will be requests."""
    with TemporaryDirectory() as folder:
        settings = Settings(
            SECRET_KEY="for timing only, and of forty letters",
            SEAL_KEYS={1: bytes(range(32))},
            INSTANCE=Path(folder),
            BASE_URL="http://localhost",
            SIGN_IN_BY_MAIL=True,
            WTF_CSRF_ENABLED=False,
            ARGON2_MEMORY_KIB=8192,
        )
        upgrade(settings.database)
        app = create_app(settings)
        engine = open_to_write(settings.database)
        with app.app_context(), Session(engine) as db:
            kept = hasher().hash(PASSWORD)
            programme = a_programme()
            for number in range(samples):
                member = a_member(f"Known {number}")
                member.email = member.email_key = known(number)
                member.password_hash = kept
                db.add(member)
            db.add(programme)
            db.commit()
            address = programme.address
        engine.dispose()
        yield app, address


def known(number: int) -> str:
    return f"person.{number:04}@known.example.org"


def unknown(number: int) -> str:
    return f"person.{number:04}@other.example.org"


def measure(app: Flask, door: Door, samples: int) -> tuple[float, float]:
    """Return the AUC of the process's own time, and of the clock."""
    order = [(number, each) for number in range(samples // 2) for each in (True, False)]
    random.Random(SEED).shuffle(order)  # noqa: S311  # the same order each time, no secret
    warm = [(samples // 2 + number, number % 2 == 0) for number in range(BEFORE)]
    times: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    for turn, (number, is_known) in enumerate([*warm, *order]):
        spent = ask(app, door, known(number) if is_known else unknown(number), turn)
        if turn >= BEFORE:
            times[is_known].append(spent)
    own, clock = (
        auc([each[which] for each in times[True]], [each[which] for each in times[False]])
        for which in (0, 1)
    )
    return own, clock


def ask(app: Flask, door: Door, email: str, turn: int) -> tuple[float, float]:
    browser = app.test_client()
    place = {"REMOTE_ADDR": f"10.{turn // 65536}.{turn // 256 % 256}.{turn % 256}"}
    own, clock = time.process_time(), time.perf_counter()
    page = browser.post(door.path, data=door.fields(email), environ_base=place)
    spent = time.process_time() - own, time.perf_counter() - clock
    if page.status_code >= 500 or page.status_code == 404:  # noqa: PLR2004  # no page at all
        raise SystemExit(f"{door.path} answers {page.status_code}")
    return spent


def auc(ones: list[float], others: list[float]) -> float:
    """Return how well a threshold tells the two apart, whichever of them is the slower."""
    higher = sum((a > b) + (a == b) / 2 for a in ones for b in others)
    share = higher / (len(ones) * len(others))
    return max(share, 1 - share)


if __name__ == "__main__":
    sys.exit(main())
