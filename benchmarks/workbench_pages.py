"""How long the workbench's pages take with 50 and with 5,000 proposals, side by side in one run.

`python -m benchmarks.workbench_pages [FEW] [MANY]`: medians in milliseconds, and their ratio. Exit
1 when a page with many takes more than four times as long as with few.
"""

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.members.services.signing_in import sign_in
from matcher.migrations.models import import_every_model
from matcher.proposals.models import MatchRun, Proposal
from tests.factories.proposals import a_run
from tests.proposals.crowds import keep_many

KEYS = {1: bytes(range(32))}
FEW, MANY, TIMES, MOST = 50, 5_000, 15, 4.0


@dataclass(frozen=True)
class Desk:
    """One programme, and a browser of its coordinator."""

    browser: FlaskClient
    pages: dict[str, str]


def main(arguments: list[str]) -> int:
    sizes = [int(each) for each in arguments] or [FEW, MANY]
    sealed.install(KEYS)
    import_every_model()
    with tempfile.TemporaryDirectory() as folder:
        few, many = desks(Path(folder), sizes)
        sys.stdout.write(f"{'page':24}{sizes[0]:>9} {sizes[1]:>9}   ratio\n")
        worst = max(told(few, many, name) for name in few.pages)
    sys.stdout.write(f"worst ratio {worst:.2f}, at most {MOST}\n")
    return int(worst > MOST)


def desks(folder: Path, sizes: list[int]) -> list[Desk]:
    url = f"sqlite:///{folder}/bench.db"
    settings = Settings(
        SECRET_KEY="for measuring",
        SEAL_KEYS=KEYS,
        INSTANCE=folder,
        BASE_URL="http://localhost",
        MODE="development",
        WTF_CSRF_ENABLED=False,
        TESTING=True,
        DATABASE_URL=url,
    )
    engine = open_to_write(url)
    Base.metadata.create_all(engine)
    app = create_app(settings)
    with Session(engine, expire_on_commit=False) as db:
        runs = [kept_run(db, size) for size in sizes]
        made = [Desk(app.test_client(), pages_of(db, run)) for run in runs]
        for run, desk in zip(runs, made, strict=True):
            desk.browser.set_cookie("session", sign_in(db, run.programme.contact, now=clock.now()))
        db.commit()
    for desk in made:
        desk.browser.post(desk.pages["table"], data={"decide": "approve_all"})
    return made


def kept_run(db: Session, size: int) -> MatchRun:
    run = a_run()
    db.add(run)
    db.flush()
    run.programme.current_run_id = run.id
    keep_many(db, run, size)
    return run


def pages_of(db: Session, run: MatchRun) -> dict[str, str]:
    here = f"/coordination/{run.programme_id}"
    table = f"{here}/matching/{run.id}/proposals"
    pair = db.scalars(select(Proposal.id).where(Proposal.run_id == run.id)).first()
    return {
        "table": table,
        "cards": f"{table}?look=cards",
        "needs attention": f"{table}?part=attention&order=waiting",
        "search": f"{table}?find=person%204",
        "page 2": f"{table}?page=2&order=mentee",
        "pair": f"{here}/proposals/{pair}",
        "run": f"{here}/matching/{run.id}",
        "runs": f"{here}/matching",
        "by hand": f"{here}/matching/{run.id}/by-hand",
        "settings": f"{here}/matching/settings",
        "ruled out": f"{here}/ruled-out",
        "before deciding about all": f"{table}/together?decide=approve",
        "ready": f"{here}/matching/ready",
    }


def told(few: Desk, many: Desk, name: str) -> float:
    """Ask both in turn, so that what slows this machine down slows both down."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(TIMES):
        for desk, times in zip((few, many), took, strict=True):
            began = time.perf_counter()
            answer = desk.browser.get(desk.pages[name])
            times.append((time.perf_counter() - began) * 1000)
            if answer.status_code != 200:  # noqa: PLR2004  # anything else measures something else
                raise SystemExit(f"{name}: {answer.status_code}")
    first, second = median(took[0]), median(took[1])
    sys.stdout.write(f"{name:24}{first:9.1f} {second:9.1f}  {second / first:6.2f}\n")
    return second / first


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
