"""The rounds that are made by the clock: asking how it goes, and seeing who does not meet."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.calendar import local_day
from matcher.feedback.models import CheckIn, CheckInState
from matcher.feedback.queries import (
    list_all_check_ins,
    list_check_ins,
    list_living,
    list_reminded,
    list_unsettled,
)
from matcher.feedback.queries.passed_on import find_waiting, list_overdue
from matcher.feedback.queries.usual import find_all_usual
from matcher.feedback.services import is_due, tend, watch
from matcher.feedback.services.beginnings import watch_agreements, watch_help, watch_hours
from matcher.feedback.services.goodbyes import miss_goodbye
from matcher.feedback.services.health import reckon
from matcher.feedback.services.passing_on import URGENT, pass_on_overdue
from matcher.feedback.services.round import Round
from matcher.feedback.services.watching import noticed, nudge_due
from matcher.jobs.work import Task, Work
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.queries import list_meetings
from matcher.pairings.queries.closing import find_ending, list_closing


def ask_how_it_goes(work: Work) -> None:
    """Plan, open, remind and close: each pairing in a transaction of its own."""
    with work.read() as db:
        due = [each.pairing.id for each in _rounds(db, work) if is_due(each)]
    for number, pairing_id in enumerate(due):
        work.report("asking", number / len(due))
        with work.write() as db:
            for each in _rounds(db, work, pairing_id):  # looked at anew: much can change meanwhile
                tend(db, each)


def see_who_does_not_meet(work: Work) -> None:
    with work.read() as db:
        ids = [
            pairing.id
            for pairing, meetings in list_unsettled(db)
            if noticed(pairing, meetings, now=work.now())
            or nudge_due(pairing, meetings, now=work.now())
        ]
    for number, pairing_id in enumerate(ids):
        work.report("watching", number / len(ids))
        with work.write() as db:
            for pairing, meetings in list_unsettled(db, pairing_id):
                watch(db, pairing, meetings, now=work.now())


def see_what_goes_wrong_early(work: Work) -> None:
    """Look after pairs that did not agree how to begin, or for whom help became too much."""
    for watched in (watch_agreements, watch_help, watch_hours):
        work.report("beginnings")
        with work.write() as db:
            watched(db, now=work.now())


def see_who_says_no_goodbye(work: Work) -> None:
    with work.read() as db:
        ids = list_closing(db)
    for pairing_id in ids:
        work.report("goodbyes")
        with work.write() as db:
            pairing = db.get_one(Pairing, pairing_id)
            ending, meetings = find_ending(db, pairing), list_meetings(db, pairing)
            miss_goodbye(db, pairing, ending, meetings, now=work.now())


def reckon_every_pair(work: Work) -> None:
    """Look anew every night: days pass without an answer too."""
    with work.read() as db:
        open_ones = select(Pairing.id).where(Pairing.state != PairingState.CLOSED)
        ids = db.scalars(open_ones.order_by(Pairing.id)).all()
    for number, pairing_id in enumerate(ids):
        work.report("reckoning", number / len(ids))
        with work.write() as db:
            pairing = db.get_one(Pairing, pairing_id)
            today = local_day(work.now(), pairing.programme.zone)
            usual = find_all_usual(db, pairing, today=today)
            reckon(db, pairing, list_check_ins(db, [pairing_id]), usual, now=work.now())


def pass_on_what_waits(work: Work) -> None:
    """Pass urgent signals on that nobody looked at in time."""
    with work.read() as db:
        ids = list_overdue(db, URGENT, (work.now() + timedelta(days=1)).date())
    for signal_id in ids:
        work.report("passing on")
        with work.write() as db:
            pass_on_overdue(db, find_waiting(db, signal_id), now=work.now())


def _rounds(db: Session, work: Work, pairing_id: UUID | None = None) -> Sequence[Round]:
    pairings = list_living(db, pairing_id, today=work.now().date())
    check_ins: dict[UUID, list[CheckIn]] = defaultdict(list)
    for each in list_all_check_ins(db, [pairing.id for pairing in pairings]):
        check_ins[each.pairing_id].append(each)
    asked = [
        each.id for rows in check_ins.values() for each in rows if each.state == CheckInState.OPEN
    ]
    reminded = list_reminded(db, asked)
    now = work.now()
    return [
        Round(pairing=each, check_ins=check_ins[each.id], reminded=reminded, now=now)
        for each in pairings
    ]


SCHEDULE = (
    Task(name="health", every=timedelta(hours=24), does=reckon_every_pair),
    Task(name="signals", every=timedelta(hours=1), does=pass_on_what_waits),
    Task(name="beginnings", every=timedelta(hours=24), does=see_what_goes_wrong_early),
    Task(name="goodbyes", every=timedelta(hours=24), does=see_who_says_no_goodbye),
    Task(name="check-ins", every=timedelta(minutes=15), does=ask_how_it_goes),
    Task(name="meetings", every=timedelta(hours=24), does=see_who_does_not_meet),
)
