"""Putting away what has been kept long enough, rule by rule, with evidence that it was done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, func, or_, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.feedback.models import Concern, Signal
from matcher.foundation.columns import Audience, Keep
from matcher.foundation.database import Base
from matcher.foundation.words import N_
from matcher.members.models import (
    Attempt,
    OneTimeLink,
    PasskeyQuestion,
    SecondStep,
    SignIn,
)
from matcher.pairings.models import Pairing, PairingState
from matcher.privacy.models import Sweep, Takeout
from matcher.privacy.register import entries, model_of
from matcher.privacy.services.forgetting import empty
from matcher.privacy.ties import paths_to
from matcher.programmes.models import Consent, Enrolment, Import, Programme, ProgrammeState
from matcher.proposals.models import Looking

SHORT, A_YEAR = timedelta(days=30), timedelta(days=365)
SEVEN_YEARS = timedelta(days=7 * 365)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is put away: the rows of a table for which a condition holds at a moment."""

    name: str
    said: str
    keep: Keep
    table: type[Base]
    when: Callable[[datetime], ColumnElement[bool]]


RULES = (
    Rule("sign_ins", N_("Sign-ins that ended"), Keep.SHORT, SignIn, lambda at: SignIn.until < at),
    Rule(
        *("second_steps", N_("Sign-ins that were not finished"), Keep.SHORT, SecondStep),
        lambda at: SecondStep.until < at,
    ),
    Rule(
        *("passkeys_asked", N_("Passkeys that were asked for"), Keep.SHORT, PasskeyQuestion),
        lambda at: PasskeyQuestion.until < at,
    ),
    Rule(
        *("attempts", N_("Tries to sign in"), Keep.SHORT, Attempt),
        lambda at: Attempt.at < at - SHORT,
    ),
    Rule(
        *("links", N_("Links we mailed that have ended"), Keep.SHORT, OneTimeLink),
        lambda at: OneTimeLink.until < at - SHORT,
    ),
    Rule(
        *("takeouts", N_("Copies that nobody needs any more"), Keep.SHORT, Takeout),
        lambda at: Takeout.until < at,
    ),
    Rule(
        *("imports", N_("Spreadsheets that were brought in"), Keep.SHORT, Import),
        lambda at: Import.created_at < at - SHORT,
    ),
    Rule(
        *("looking", N_("Which pairs a coordinator had before them"), Keep.SHORT, Looking),
        lambda at: Looking.seen_at < at - SHORT,
    ),
    Rule(
        *("concerns", N_("What was told in confidence"), Keep.PAIRING, Concern),
        lambda at: or_(
            Concern.pairing_id.in_(_ended_before(at)),
            (Concern.pairing_id.is_(None)) & (Concern.handled_at < at - A_YEAR),
        ),
    ),
    Rule(
        *("signals", N_("Signals that were settled"), Keep.PAIRING, Signal),
        lambda at: Signal.handled_at < at - A_YEAR,
    ),
    Rule(
        *("pairings", N_("Pairings, with all that belongs to them"), Keep.PAIRING, Pairing),
        lambda at: Pairing.id.in_(_ended_before(at)),
    ),
    Rule(
        *("consents", N_("Consent that was taken back"), Keep.AUDIT, Consent),
        lambda at: Consent.withdrawn_at < at - SEVEN_YEARS,
    ),
)
PROGRAMMES = ("programmes", N_("What people filled in for a programme that ended"))


def sweep(db: Session, rule: Rule, *, now: datetime) -> int:
    """Put away what one rule says, and keep the evidence."""
    found = db.execute(delete(rule.table).where(rule.when(now)))
    rows: int = found.rowcount  # type: ignore[attr-defined]  # of a delete it is there
    db.add(Sweep(at=now, rule=rule.name, rows=rows))
    return rows


def count(db: Session, rule: Rule, *, now: datetime) -> int:
    """Say how many rows a rule would put away now."""
    query = select(func.count()).select_from(rule.table).where(rule.when(now))
    return db.scalar(query) or 0


def sweep_programmes(db: Session, *, now: datetime) -> int:
    """Empty the sign-ups of programmes that ended a year ago; rows of agreement stay as proof."""
    ids = _long_closed(db, now)
    rows = 0
    for table, condition in _of_programmes(ids):
        if table is not Enrolment.__table__:
            rows += db.execute(delete(table).where(condition)).rowcount  # type: ignore[attr-defined]  # as above
    for enrolment in db.scalars(select(Enrolment).where(Enrolment.programme_id.in_(ids))):
        rows += 1 if _filled(enrolment) else 0
        empty(enrolment, [each for each in entries(table_of(Enrolment)) if _personal(each)])
    db.add(Sweep(at=now, rule=PROGRAMMES[0], rows=rows))
    return rows


def count_programmes(db: Session, *, now: datetime) -> int:
    ids = _long_closed(db, now)
    tables = [(t, c) for t, c in _of_programmes(ids) if t is not Enrolment.__table__]
    rows = sum(db.scalar(select(func.count()).select_from(t).where(c)) or 0 for t, c in tables)
    mine = select(Enrolment).where(Enrolment.programme_id.in_(ids))
    return rows + sum(1 for each in db.scalars(mine) if _filled(each))


def table_of(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101  # every model of ours has one
    return table


def _ended_before(at: datetime) -> Any:
    ended = Pairing.closed_on < (at - A_YEAR).date()
    return select(Pairing.id).where(Pairing.state == PairingState.CLOSED, ended)


def _long_closed(db: Session, now: datetime) -> list[UUID]:
    """Programmes that were closed a year ago, as the trail knows."""
    closed = select(Programme.id).where(Programme.state == ProgrammeState.CLOSED)
    moved = Event.action == "programme.moved", Event.at > now - A_YEAR
    lately = select(Event.programme_id).where(*moved, Event.programme_id.is_not(None))
    return list(db.scalars(closed.where(Programme.id.not_in(lately))))


def _of_programmes(ids: list[UUID]) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Go through the tables that are kept as long as a programme, those that hang first."""
    for table in reversed(Base.metadata.sorted_tables):
        keeps = {each.keep for each in entries(table) if _personal(each)}
        paths = paths_to(table, Programme.__tablename__)
        if paths and keeps == {Keep.PROGRAMME}:
            yield table, or_(*(path.ends_in(ids) for path in paths))


def _personal(each: Any) -> bool:
    return each.audience not in {Audience.SYSTEM, Audience.PUBLIC, Audience.SECRET}


def _filled(enrolment: Enrolment) -> bool:
    return bool(enrolment.statements or enrolment.goal or enrolment.slots or enrolment.note_sealed)


def swept_models() -> set[str]:
    """Name the tables that some rule puts away, for the test that none is forgotten."""
    named = {rule.table.__tablename__ for rule in RULES}
    below = {
        table.name
        for table in Base.metadata.sorted_tables
        for each in named
        if paths_to(table, each)
    }
    programme = {table.name for table, _condition in _of_programmes([])}
    return named | below | programme | {model_of(table_of(Enrolment)).__tablename__}
