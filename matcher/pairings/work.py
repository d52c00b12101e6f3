"""What happens to pairings by the clock: the next card, and the end of a pause."""

from datetime import timedelta

from sqlalchemy import select

from matcher.jobs.work import Task, Work
from matcher.pairings.ageing import ASKED_AFTER
from matcher.pairings.models import ContextLine, Pairing, PairingState, ResourceShown
from matcher.pairings.models.closing import Farewell
from matcher.pairings.queries.closing import list_coming_ends, list_to_forget
from matcher.pairings.queries.library import list_to_ask
from matcher.pairings.queries.support import list_old_context
from matcher.pairings.services.cards import show_cards
from matcher.pairings.services.closing import AHEAD, end_on_time
from matcher.pairings.services.ending import resume_pairing
from matcher.pairings.services.farewells import forget_when_due
from matcher.pairings.services.learning import count_styles
from matcher.pairings.services.sharing import ask_what_came_of_it
from matcher.pairings.services.support import forget_context
from matcher.pairings.times import local_day
from matcher.programmes.models import Programme

FAR_AHEAD = AHEAD + timedelta(days=1)
EARLIEST = "Pacific/Kiritimati"  # where each day begins first
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


def see_endings(work: Work) -> None:
    """Let two people know their last day, finish what is over, and delete what they asked."""
    with work.read() as db:
        ends = list_coming_ends(db, by=local_day(work.now(), "UTC") + FAR_AHEAD)
        forgets = list_to_forget(db)
    for pairing_id in ends:
        work.report("endings")
        with work.write() as db:
            end_on_time(db, db.get_one(Pairing, pairing_id), now=work.now())
    for farewell_id in forgets:
        work.report("forgetting")
        with work.write() as db:
            forget_when_due(db, db.get_one(Farewell, farewell_id), now=work.now())


def take_back_context(work: Work) -> None:
    """Delete the lines about what went on whose last day is over."""
    with work.read() as db:
        old = list_old_context(db, before=local_day(work.now(), EARLIEST))
    for line_id in old:
        work.report("context")
        with work.write() as db:
            line = db.get(ContextLine, line_id)
            if line:
                forget_context(db, line, now=work.now())


def learn_styles(work: Work) -> None:
    """Count, programme by programme, which style of card people found useful."""
    with work.read() as db:
        programmes = db.scalars(select(Programme.id).order_by(Programme.id)).all()
    for programme_id in programmes:
        work.report("styles")
        with work.write() as db:
            count_styles(db, programme_id, now=work.now())


def ask_if_tried(work: Work) -> None:
    """Ask what came of the places that people were shown two weeks ago."""
    with work.read() as db:
        shown_ids = list_to_ask(db, shared_before=work.now() - ASKED_AFTER)
    for shown_id in shown_ids:
        work.report("resources")
        with work.write() as db:
            shown = db.get(ResourceShown, shown_id)
            if shown:
                ask_what_came_of_it(db, shown, now=work.now())


SCHEDULE = (
    Task(name="pairings.resources", every=timedelta(days=1), does=ask_if_tried),
    Task(name="pairings.styles", every=timedelta(days=1), does=learn_styles),
    Task(name="pairings.context", every=timedelta(hours=1), does=take_back_context),
    Task(name="pairings.endings", every=timedelta(hours=6), does=see_endings),
    Task(name="pairings.pauses", every=timedelta(hours=1), does=end_pauses),
    Task(name="pairings.cards", every=timedelta(hours=6), does=show_next_cards),
)
