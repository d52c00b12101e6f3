"""Erasing a person by the register: what is theirs goes, what is shared stays without them.

The row of the member remains as an empty shell: it holds the other person's history together,
and says nothing about anybody. The trail keeps its rows and its chain; the key that stood for the
member there is renewed, so that nothing leads from the one to the other any more.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Enum, String, Table, delete, select
from sqlalchemy.orm import Session

from matcher.foundation.columns import Audience, Keep
from matcher.foundation.database import Base
from matcher.members.models import Member
from matcher.privacy.register import Entry, entries, model_of
from matcher.privacy.ties import Tie, holds_up_shared, is_shared, ties

NOBODY = "—"
# Rows about two people that mean nothing once one of them is gone.
MOOT = {"avoidance", "forbidden_pair", "weighing"}
# One person's own rows, although something shared hangs on them: that goes with them.
GO = {"check_in"}
# What a run laid beside each other in the words of both.
WORDS = {"words", "slots"}


def forget(db: Session, member: Member) -> None:
    """Erase what is kept about a member, in every table, within this transaction."""
    for table in reversed(Base.metadata.sorted_tables):
        for tie in ties(table):
            _forget_rows(db, table, tie, member.id)
    empty(member, entries(Member.__table__))  # type: ignore[arg-type]  # a table, as it is mapped
    member.name, member.email_key, member.audit_key = NOBODY, None, uuid4()
    member.disabled_at = member.created_at  # what is left opens to nobody, by no way there may be
    db.flush()


def is_forgotten(member: Member) -> bool:
    return member.name == NOBODY and member.email is None and member.password_hash is None


def _forget_rows(db: Session, table: Table, tie: Tie, member_id: UUID) -> None:
    kept = [each for each in entries(table) if each.keep == Keep.AUDIT]
    mine = tie.leads_to(member_id)
    if kept:
        return  # proves what was agreed to, by a shell without a name
    if is_shared(table) and "side" in table.c and table.name not in MOOT:
        db.execute(delete(table).where(mine, table.c.side == tie.side))
    elif table.name in MOOT | GO or not (is_shared(table) or holds_up_shared(table)):
        db.execute(delete(table).where(mine))
    else:
        for row in db.scalars(select(model_of(table)).where(mine)):
            empty(row, list(_toempty(table, tie)))


def _toempty(table: Table, tie: Tie) -> Iterator[Entry]:
    """Of a shared row, what either of the two wrote; of one's own, everything about oneself."""
    for each in entries(table):
        if each.audience in {Audience.SYSTEM, Audience.PUBLIC}:
            continue
        theirs = tie.side and each.column.startswith(_other(tie.side))
        if is_shared(table) and theirs:
            continue
        if not is_shared(table) or _is_text(table, each) or each.column == "reasons":
            yield each


def _is_text(table: Table, each: Entry) -> bool:
    kind = table.c[each.column].type
    return each.is_sealed or (isinstance(kind, String) and not isinstance(kind, Enum))


def empty(row: Base, which: list[Entry]) -> None:
    """Take out of a row what it says, and leave what it stands for."""
    for each in which:
        column = row.__table__.c[each.column]
        if each.audience == Audience.SYSTEM:
            continue
        if column.nullable:
            setattr(row, each.column, None)
        else:
            setattr(row, each.column, _nothing(column.type, getattr(row, each.column)))


def _nothing(kind: Any, value: Any) -> Any:
    """Return what says nothing, for a column that cannot be empty; states and times stay."""
    if isinstance(value, list):
        return []
    if isinstance(value, dict):
        return {name: [] if name in WORDS else each for name, each in value.items()}
    return "" if isinstance(kind, String) and not isinstance(kind, Enum) else value


def _other(side: str) -> str:
    return "mentee_" if side == "mentor" else "mentor_"
