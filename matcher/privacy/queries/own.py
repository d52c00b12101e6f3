"""All rows that are a member's, with the columns of each that they may have a copy of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.foundation.columns import Audience
from matcher.foundation.database import Base
from matcher.members.models import Member
from matcher.privacy.register import Entry, entries, model_of, sealed_columns
from matcher.privacy.ties import SIDES, Tie, is_shared, ties

# Of one's own rows all but secrets and machinery; of a row shared by two, what the two may see.
OF_MINE = {
    *(Audience.PUBLIC, Audience.OWN, Audience.PAIR, Audience.COORDINATOR, Audience.SAFEGUARDING),
}
OF_OURS = {Audience.PUBLIC, Audience.PAIR}
# Work of coordinators that may rest on what another person told in confidence, and copies of all
# this. GDPR article 15(4): a copy shall not adversely affect the rights of others.
NOT_GIVEN = {"signal", "escalation", "takeout"}
# What the person who was told wrote down is theirs, not the teller's.
NOT_THEIRS = {("concern", "outcome_sealed"), ("three_way", "second_says")}
# A shared row of which one side's own columns are always the same side's.
WHOSE_OWN = {"help_request": "mentee"}
# What one side told the coordinator in a shared row: the other side gets no copy.
TOLD_BY_SIDE = {("resource_shown", "why_sealed"): "mentee"}

Value = Any


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows of one table that are a member's: column and value, in the order of the model."""

    table: str
    rows: tuple[dict[str, Value], ...]


def all_of(db: Session, member: Member) -> list[Kept]:
    """Return everything that is kept about a member, table by table."""
    found = [_kept(db, table, member) for table in Base.metadata.sorted_tables]
    return [each for each in (*found, _deeds(db, member)) if each.rows]


def _kept(db: Session, table: Table, member: Member) -> Kept:
    if table.name in NOT_GIVEN:
        return Kept(table.name, ())
    if table.name == Member.__tablename__:
        return Kept(table.name, (_row(member, _given(table, None)),))
    return Kept(table.name, tuple(_rows(db, table, member)))


def _rows(db: Session, table: Table, member: Member) -> Iterator[dict[str, Value]]:
    model = model_of(table)
    order = [table.c.id]
    for tie in ties(table):
        given = _given(table, tie)
        if given:
            query = select(model).where(tie.leads_to(member.id)).order_by(*order)
            for row in db.scalars(query):
                if getattr(row, "side", tie.side) == tie.side or not is_shared(table):
                    yield _row(row, given)


def _given(table: Table, tie: Tie | None) -> list[Entry]:
    """Choose the columns somebody gets a copy of; what only the other side wrote is not theirs."""
    shared = is_shared(table)
    found = [each for each in entries(table) if (each.table, each.column) not in NOT_THEIRS]
    if not shared:
        return [each for each in found if each.audience in OF_MINE]
    return [each for each in found if _is_ours(each, tie.side if tie else None)]


def _is_ours(each: Entry, side: str | None) -> bool:
    if teller := TOLD_BY_SIDE.get((each.table, each.column)):
        return teller == side
    if each.audience in {Audience.OWN, Audience.COORDINATOR}:
        whose = next((s for s in SIDES if each.column.startswith(f"{s}_")), None)
        whose = whose or WHOSE_OWN.get(each.table) or (side if each.table == "question" else None)
        return whose is not None and whose == side
    return each.audience in OF_OURS


def _row(row: Base, given: list[Entry]) -> dict[str, Value]:
    opened = sealed_columns(type(row))
    return {
        each.column.removesuffix("_sealed"): getattr(row, opened.get(each.column, each.column))
        for each in given
    }


def _deeds(db: Session, member: Member) -> Kept:
    """What the trail knows under the key that stands for this member."""
    query = select(Event).where(Event.actor == member.audit_key).order_by(Event.at, Event.id)
    names = ("at", "action", "thing")
    return Kept("event", tuple({n: getattr(e, n) for n in names} for e in db.scalars(query)))
