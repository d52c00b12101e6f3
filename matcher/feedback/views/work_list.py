"""What waits for a coordinator: who, why, until when, and what to do."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.feedback.calendar import working_days_between
from matcher.feedback.history import pulse_of
from matcher.feedback.known import IN_A_ROW, Known
from matcher.feedback.queries.signals import OpenSignal, list_open_signals
from matcher.feedback.raising import reasons_for
from matcher.feedback.triggers import Moment, Trigger
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.members.models import Member
from matcher.pairings.models import Pairing

FIRST = "W0"
THREE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """One signal on the list. Where `concern_id` stands, it is read and settled there."""

    signal_id: UUID
    programme_id: UUID
    pairing_id: UUID | None
    concern_id: UUID | None
    code: str
    who: str
    pair: str
    deadline: date
    waiting_days: int  # working days
    is_overdue: bool
    is_urgent: bool
    reasons: tuple[Sentence, Sentence]
    action: str  # a marked sentence


def work_list(
    db: Session, programmes: Collection[UUID], *, seen_by: Member, today: date
) -> tuple[WorkItem, ...]:
    """List the open signals that this person may see: urgent ones first, then by deadline."""
    found = list_open_signals(db, programmes, seen_by=seen_by)
    items = [work_item(each, today=today) for each in found]
    return tuple(sorted(items, key=lambda item: (not item.is_urgent, item.deadline)))


def work_item(found: OpenSignal, *, today: date) -> WorkItem:
    signal, pairing = found.signal, found.pairing
    rows = _rows(found)
    return WorkItem(
        signal_id=signal.id,
        programme_id=signal.programme_id,
        pairing_id=pairing.id if pairing else None,
        concern_id=found.concern_id,
        code=signal.code,
        who=found.member.name if found.member else "",
        pair=f"{pairing.mentee.name} – {pairing.mentor.name}" if pairing else "",
        deadline=signal.deadline,
        waiting_days=working_days_between(signal.raised_at.date(), today),
        is_overdue=signal.deadline < today,
        is_urgent=signal.code == FIRST,
        reasons=(sentence(rows[0].reason), _second(rows, pairing, today=today)),
        action=rows[0].action,
    )


def _rows(found: OpenSignal) -> list[Trigger]:
    """Say which row of the table it was: of one code, only the answers themselves tell."""
    if found.concern_id:
        return reasons_for(found.signal.code, Known(concern=True))
    if found.check_in and found.check_in.answered_at:
        known = Known(pulses=(pulse_of(found.check_in),))
        return reasons_for(found.signal.code, known, Moment.ANSWER)
    # Of what else shares a code, the cause tells which row it was.
    is_help = found.help_id is not None
    known = Known(
        wants_help=True,
        help_too_much=THREE if is_help else 0,
        days_outside_hours=0 if is_help else IN_A_ROW,
    )
    return reasons_for(found.signal.code, known)


def _second(rows: list[Trigger], pairing: Pairing | None, *, today: date) -> Sentence:
    """The second reason: another row of the same signal, or how long ago they met."""
    if len(rows) > 1:
        return sentence(rows[1].reason)
    if pairing is None:
        return sentence(N_("Only you can read it."))
    met = pairing.last_met_on or pairing.first_met_on
    if met is None:
        return sentence(N_("They have not met yet."))
    ago = N_n("They last met %(num)s day ago.", "They last met %(num)s days ago.")
    return counted(ago, (today - met).days)
