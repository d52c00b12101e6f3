"""What was passed on, as somebody sees it who did not look after it so far."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.feedback.calendar import working_days_between
from matcher.feedback.history import pulse_of
from matcher.feedback.known import Known
from matcher.feedback.queries.passed_on import PassedOn
from matcher.feedback.raising import reasons_for
from matcher.foundation.words import Language, Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedPage:
    """Whom to call and why. A concern is opened on a page of its own, with a reason."""

    signal_id: UUID
    concern_id: UUID | None
    who: str
    phone: str
    email: str
    pair: str
    programme: str
    due_to: str
    reason: Sentence
    action: Sentence
    deadline: date
    waits_days: int
    passed_at: datetime
    is_settled: bool


def passed_page(found: PassedOn, language: Language, *, today: date) -> PassedPage:
    signal, pairing = found.signal, found.pairing
    pulses = (pulse_of(found.check_in),) if found.check_in and found.check_in.answered_at else ()
    known = Known(concern=found.concern is not None, pulses=pulses)
    row = reasons_for(signal.code, known)[0]
    member = found.member
    return PassedPage(
        signal_id=signal.id,
        concern_id=found.concern.id if found.concern else None,
        who=member.name if member else "",
        phone=(member.phone or "") if member else "",
        email=(member.email or "") if member else "",
        pair=f"{pairing.mentee.name} – {pairing.mentor.name}" if pairing else "",
        programme=found.programme.name(language),
        due_to=(found.due_to or "") if found.signal.for_id != found.to_id else "",
        reason=sentence(row.reason),
        action=sentence(row.action),
        deadline=signal.deadline,
        waits_days=working_days_between(signal.raised_at.date(), today),
        passed_at=found.at,
        is_settled=signal.handled_at is not None,
    )
