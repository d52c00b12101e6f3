"""Seeing in time that two cannot agree how to begin, and that help became too much."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.feedback.known import Known
from matcher.feedback.models import Signal
from matcher.feedback.raising import raised
from matcher.feedback.services.signals import Cause, raise_signals
from matcher.feedback.triggers import Moment
from matcher.pairings.queries.agreements import list_agreements_open, list_outside_hours
from matcher.pairings.queries.helping import list_closed_requests
from matcher.pairings.services.helping import too_much_in_a_row


def watch_agreements(db: Session, pairing_id: UUID | None = None, *, now: datetime) -> list[Signal]:
    """Raise a signal where expectations lie far apart, and nothing is agreed: once."""
    found: list[Signal] = []
    for agreement in list_agreements_open(db, pairing_id):
        known = Known(days_apart=(now - agreement.drafted_at).days)
        cause = Cause(id=agreement.id, pairing=agreement.pairing)
        found += raise_signals(db, raised(known, Moment.START), cause, now=now)
    return found


def watch_help(db: Session, pairing_id: UUID | None = None, *, now: datetime) -> list[Signal]:
    """Raise a signal where help was too much again and again: once for each third time.

    The sealed answers are opened here, in this process; the signal holds none of them.
    """
    found: list[Signal] = []
    for pairing, newest_first in list_closed_requests(db, pairing_id):
        too_much = too_much_in_a_row(newest_first)
        if too_much:
            cause = Cause(id=too_much[0].id, pairing=pairing, member=pairing.mentee)
            known = Known(help_too_much=len(too_much))
            found += raise_signals(db, raised(known, Moment.HELP), cause, now=now)
    return found


def watch_hours(db: Session, pairing_id: UUID | None = None, *, now: datetime) -> list[Signal]:
    """Raise a signal where one person was reached outside agreed hours on two days: once."""
    found: list[Signal] = []
    for pairing, said in list_outside_hours(db, pairing_id):
        for member in (pairing.mentor, pairing.mentee):
            mine = [each for each in said if each.member_id == member.id]
            if mine:
                known = Known(days_outside_hours=len(mine))
                cause = Cause(id=mine[0].id, pairing=pairing, member=member)
                found += raise_signals(db, raised(known, Moment.HELP), cause, now=now)
    return found
