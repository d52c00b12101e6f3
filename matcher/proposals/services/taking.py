"""Taking a run up: its people are looked at once, however often its computing begins."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.matching.plain import to_json
from matcher.proposals.models import MatchRun, RunState
from matcher.proposals.services.snapshot import take_snapshot
from matcher.proposals.services.states import Deed, move_run

NOBODY = N_(
    "There is nobody to bring together now. With a place free there are mentees: %(needs)s, "
    "mentors: %(offers)s."
)


def take_up_run(db: Session, run: MatchRun, *, now: datetime) -> str | None:
    """Return the run's snapshot as text, taken now if it has none yet; None: it is not wanted.

    A worker that died left the run running: whoever takes it up goes on from the same snapshot.
    """
    if run.state not in {RunState.QUEUED, RunState.RUNNING}:
        return None
    if run.snapshot_hash is None:
        today = now.astimezone(ZoneInfo(run.programme.zone)).date()
        snapshot = take_snapshot(db, run, today=today)
        if not (snapshot.needs and snapshot.offers):
            raise RuleBroken(
                NOBODY, needs=str(len(snapshot.needs)), offers=str(len(snapshot.offers))
            )
        run.snapshot = json.loads(snapshot.to_json())
        run.snapshot_hash = snapshot.fingerprint
    if run.state == RunState.QUEUED:
        move_run(db, run, RunState.RUNNING, Deed(by=None, now=now))
    return to_json(run.snapshot)
