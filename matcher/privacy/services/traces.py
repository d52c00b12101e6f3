"""Where a person may be named outside their own rows: in mails to others, in runs, in imports."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from matcher.foundation.sealed import SealBroken
from matcher.members.models import Member
from matcher.messages.models import Delivery, Mail
from matcher.programmes.models import Enrolment, Import, ImportRow
from matcher.proposals.models import MatchRun, RunState

WAITING = (Delivery.QUEUED, Delivery.SENDING)
COMPUTING = (RunState.QUEUED, RunState.RUNNING)


@dataclass(frozen=True, slots=True)
class Traces:
    """The rows that name a person. Some cannot go yet: a mail on its way, a run at work."""

    mails: tuple[UUID, ...] = ()
    runs: tuple[UUID, ...] = ()
    rows: tuple[UUID, ...] = ()


def words_of(member: Member) -> tuple[str, ...]:
    """What a person is known by: to be looked for in texts."""
    known = (member.name, member.email, member.phone)
    return tuple(each for each in known if each and len(each.strip()) > 1)


def find_traces(db: Session, member: Member) -> Traces:
    """Find what names a member. Sealed texts are opened for it, one by one."""
    known = words_of(member)
    mails = [each.id for each in db.scalars(select(Mail)) if _names(each, known)]
    enrolments = db.scalars(select(Enrolment).where(Enrolment.member_id == member.id)).all()
    programmes = {each.programme_id for each in enrolments}
    runs = db.scalars(select(MatchRun.id).where(MatchRun.programme_id.in_(programmes)))
    rows = select(ImportRow).join(Import).where(Import.programme_id.in_(programmes))
    found = [each.id for each in db.scalars(rows) if _row_names(each, known)]
    return Traces(mails=tuple(mails), runs=tuple(runs), rows=tuple(found))


def forget_traces(db: Session, traces: Traces) -> Traces:
    """Erase traces, and return those that must wait: nobody's post is taken out of its way."""
    waiting = set(
        db.scalars(select(Mail.id).where(Mail.id.in_(traces.mails), Mail.delivery.in_(WAITING)))
    )
    computing = set(
        db.scalars(
            select(MatchRun.id).where(MatchRun.id.in_(traces.runs), MatchRun.state.in_(COMPUTING))
        )
    )
    db.execute(delete(Mail).where(Mail.id.in_(set(traces.mails) - waiting)))
    done = MatchRun.id.in_(set(traces.runs) - computing)
    db.execute(update(MatchRun).where(done).values(snapshot_sealed=None))
    db.execute(delete(ImportRow).where(ImportRow.id.in_(traces.rows)))
    return Traces(mails=tuple(waiting), runs=tuple(computing))


def holds_any(text: str, known: Iterable[str]) -> bool:
    return any(each in text for each in known)


def _names(mail: Mail, known: tuple[str, ...]) -> bool:
    try:
        return holds_any(f"{mail.address} {mail.letter!r}", known)
    except SealBroken:
        return False


def _row_names(row: ImportRow, known: tuple[str, ...]) -> bool:
    try:
        return holds_any(repr(row.content), known)
    except SealBroken:
        return False
