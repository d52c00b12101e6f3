"""How long the workbench's pages take with 50 and with 5,000 proposals, side by side in one run.

`python -m benchmarks.workbench_pages [FEW] [MANY]`: medians in milliseconds, and their ratio. Exit
1 when a page with many takes more than four times as long as with few.
"""

import logging
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from uuid import UUID

import structlog
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
from matcher.pairings.models import Pairing
from matcher.programmes.models import EnrolmentState
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.queries.supply import list_large
from matcher.proposals.services.counting import count_again, keep_count
from tests.factories import NOW, TODAY
from tests.factories.proposals import a_run
from tests.proposals.crowds import keep_many

KEYS = {1: bytes(range(32))}
FEW, MANY, TIMES, MOST = 50, 5_000, 15, 4.0
STATES = (
    *(5 * [ProposalState.SUGGESTED]),
    *(ProposalState.APPROVED, ProposalState.REJECTED),
    *(ProposalState.OFFERED, ProposalState.DECLINED, ProposalState.AGREED),
)
TOLD = {ProposalState.OFFERED, ProposalState.DECLINED, ProposalState.AGREED}
OF_PROGRAMME = {
    "today": "",
    "ready": "/matching/ready",
    "runs": "/matching",
    "settings": "/matching/settings",
    "ruled out": "/ruled-out",
    "answers": "/answers",
    "left": "/answers/left",
    "people": "/people",
    "people, searched": "/people?find=person%204",
    "waiting": "/waiting",
    "we look for": "/we-look-for",
    "figures": "/figures",
    "pairs": "/pairs",
    "signals": "/signals",
    "check-ins": "/check-ins",
    "calendar": "/calendar",
    "trail": "/trail",
    "written": "/written",
    "write": "/write",
    "hand-over": "/hand-over",
    "report": "/report",
}


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
        ids = [kept_run(db, size) for size in sizes]
        runs = [db.get_one(MatchRun, each) for each in ids]
        made = [Desk(app.test_client(), pages_of(db, run)) for run in runs]
        for run, desk in zip(runs, made, strict=True):
            desk.browser.set_cookie("session", sign_in(db, run.programme.contact, now=clock.now()))
        db.commit()
        for run in runs:
            beforehand(db, run)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    for desk in made:
        desk.browser.post(desk.pages["table"], data={"decide": "approve_all"})
    return made


def beforehand(db: Session, run: MatchRun) -> None:
    """Count what the clock has counted in every programme, after some minutes."""
    stock = count_again(db, run.programme, now=clock.now())
    if stock and run.programme_id in list_large(db):
        keep_count(db, run.programme_id, stock)
    db.commit()


def kept_run(db: Session, size: int) -> UUID:
    run = a_run()
    db.add(run)
    db.flush()
    run.programme.current_run_id = run.id
    keep_many(db, run, size)
    kept = run.id
    live_on(db, run)
    return kept


def live_on(db: Session, run: MatchRun) -> None:
    """Let some be decided about, told, and begun: of ten pairs five are open."""
    pairs = db.scalars(select(Proposal).where(Proposal.run_id == run.id)).all()
    for number, pair in enumerate(pairs):
        pair.state = STATES[number % len(STATES)]
        if pair.state in TOLD:
            pair.offered_at, pair.answer_by = NOW, TODAY
        if pair.state == ProposalState.AGREED:
            pair.pairing = _pairing(pair)
    db.commit()
    db.expunge_all()


def _pairing(pair: Proposal) -> Pairing:
    both = pair.mentor_enrolment, pair.mentee_enrolment
    for each in both:
        each.state = EnrolmentState.PAIRED
    return Pairing(
        programme=pair.programme,
        mentor_enrolment=both[0],
        mentee_enrolment=both[1],
        mentor=both[0].member,
        mentee=both[1].member,
        since=TODAY,
        planned_days=182,
        mentor_place=0,
        mentee_place=0,
    )


def pages_of(db: Session, run: MatchRun) -> dict[str, str]:
    here = f"/coordination/{run.programme_id}"
    table = f"{here}/matching/{run.id}/proposals"
    pair = db.scalars(select(Proposal.id).where(Proposal.run_id == run.id)).first()
    of_run = {
        "table": table,
        "cards": f"{table}?look=cards",
        "needs attention": f"{table}?part=attention&order=waiting",
        "search": f"{table}?find=person%204",
        "page 2": f"{table}?page=2&order=mentee",
        "pair": f"{here}/proposals/{pair}",
        "run": f"{here}/matching/{run.id}",
        "by hand": f"{here}/matching/{run.id}/by-hand",
        "before telling": f"{here}/matching/{run.id}/publish",
        "before deciding about all": f"{table}/together?decide=approve",
    }
    return of_run | {name: f"{here}{path}" for name, path in OF_PROGRAMME.items()}


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
