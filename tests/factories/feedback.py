"""Makes check-ins, and a clock that the rounds can be lived through with."""

from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.questions import keys
from matcher.feedback.work import ask_how_it_goes, see_who_does_not_meet
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side, Tip
from matcher.jobs.work import Work
from matcher.pairings.models import Pairing, PairingState
from tests.factories import NOW, TODAY, a_pairing

PULSE = {
    "bond": 4,
    "goal": 4,
    "safe.A": 5,
    "listen.A": 4,
    "empathy.A": 4,
    "fit": "yes",
    "mood": 3,
    "talk": "no",
}


def a_met_pairing(met: date = TODAY, **given: object) -> Pairing:
    """Make a pairing that has met for the first time."""
    pairing = a_pairing(**given)  # type: ignore[arg-type]  # by name
    pairing.state = PairingState.ACTIVE
    pairing.first_met_on = pairing.last_met_on = met
    return pairing


def a_check_in(  # noqa: PLR0913  # a check-in has these
    pairing: Pairing | None = None,
    *,
    side: Side = Side.MENTEE,
    period: int = 0,
    opens_on: date = TODAY,
    kind: CheckInKind = CheckInKind.PULSE,
    state: CheckInState = CheckInState.OPEN,
) -> CheckIn:
    """Make an open first pulse."""
    pairing = pairing or a_met_pairing(TODAY - timedelta(days=7))
    return CheckIn(
        pairing=pairing,
        member=pairing.member_on(side),
        side=side,
        period=period,
        kind=kind,
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=10),
        state=state,
        asked=keys(kind, side, (Tip.LISTEN, Tip.EMPATHY), is_first=True),
        opened_at=NOW,
    )


def answered(check_in: CheckIn, at: datetime = NOW, **answers: object) -> CheckIn:
    """Answer it, with some answers other than usual."""
    usual = {key: score for key, score in PULSE.items() if key in check_in.asked}
    check_in.answers = {**usual, **answers}
    check_in.state = CheckInState.ANSWERED
    check_in.answered_at = at
    return check_in


class _Settings:
    INSTANCE = Path()
    BASE_URL = "http://localhost"
    SECRET_KEY = "for tests"  # noqa: S105  # no secret
    DASK_URL = ""
    DASK_FROM = 0
    ZONE = "Europe/Amsterdam"


class _Hold:
    def confirm(self, db: Session) -> None:
        """Nobody else is at work."""

    def report(self, phase: str, done: float) -> None:
        """Nobody looks on."""


def at_work(doors: Doors, at: datetime) -> Work:
    """Be at work at a moment."""
    return Work(
        subject_id=UUID(int=0), settings=_Settings(), doors=doors, hold=_Hold(), now=lambda: at
    )


def make_rounds(doors: Doors, at: datetime) -> None:
    """Do all that is due at a moment."""
    work = at_work(doors, at)
    ask_how_it_goes(work)
    see_who_does_not_meet(work)
