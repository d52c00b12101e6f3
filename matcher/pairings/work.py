"""What happens to pairings by the clock: the next card, and the end of a pause."""

from datetime import timedelta

from sqlalchemy import select

from matcher.jobs.work import Task, Work
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.services.cards import show_cards
from matcher.pairings.services.ending import resume_pairing
from matcher.pairings.times import local_day

LIVE = (PairingState.BEGINNING, PairingState.ACTIVE, PairingState.CLOSING)


def end_pauses(work: Work) -> None:
    """Let pairings go on whose pause is over."""
    with work.read() as db:
        paused = db.scalars(select(Pairing.id).where(Pairing.state == PairingState.PAUSED)).all()
    for pairing_id in paused:
        work.report("pauses")
        with work.write() as db:
            pairing = db.get_one(Pairing, pairing_id)
            today = local_day(work.now(), pairing.programme.zone)
            is_paused = pairing.state == PairingState.PAUSED
            if is_paused and pairing.paused_until and pairing.paused_until <= today:
                resume_pairing(db, pairing, by=None, now=work.now())


def show_next_cards(work: Work) -> None:
    """Choose the next card for everybody for whom one is due."""
    with work.read() as db:
        live = db.scalars(select(Pairing.id).where(Pairing.state.in_(LIVE))).all()
    for pairing_id in live:
        work.report("cards")
        with work.write() as db:
            pairing = db.get_one(Pairing, pairing_id)
            if pairing.state in LIVE:
                show_cards(db, pairing, now=work.now())


SCHEDULE = (
    Task(name="pairings.pauses", every=timedelta(hours=1), does=end_pauses),
    Task(name="pairings.cards", every=timedelta(hours=6), does=show_next_cards),
)
