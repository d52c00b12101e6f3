"""What a coordinator is shown of the check-ins of one pairing: never shown to the partner."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.feedback.advice_words import advice_in
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.queries import list_all_check_ins
from matcher.feedback.questions import SKIP, question
from matcher.foundation.words import Language
from matcher.guidance.tips import Side

# Whoever chose the partner as their reader did not choose the coordinator.
FOR_COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question with its answer. `is_content`: the text is not to be translated."""

    key: str
    text: str
    is_content: bool
    score: int | None
    answer: str  # a marked sentence: the label of the answer, or of skipping


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredPulse:
    """One check-in of one side. Mood and advice stand here only where the person shared them."""

    id: UUID
    member: str
    side: Side
    kind: CheckInKind
    period: int
    state: CheckInState
    opens_on: date
    closes_on: date
    answered_on: date | None
    entered_why: str
    wants_contact: bool
    lines: tuple[Line, ...]
    mood: int | None
    advice: str


def pulses_of_pairing(
    db: Session, pairing_id: UUID, language: Language
) -> tuple[AnsweredPulse, ...]:
    """Show every check-in of a pairing, the newest first; one query."""
    return tuple(_pulse(each, language) for each in list_all_check_ins(db, [pairing_id]))


def _pulse(check_in: CheckIn, language: Language) -> AnsweredPulse:
    kept = check_in.answers or {}
    shared = kept.get("show_advice") == FOR_COORDINATOR
    return AnsweredPulse(
        id=check_in.id,
        member=check_in.member.name,
        side=check_in.side,
        kind=check_in.kind,
        period=check_in.period,
        state=check_in.state,
        opens_on=check_in.opens_on,
        closes_on=check_in.closes_on,
        answered_on=check_in.answered_at.date() if check_in.answered_at else None,
        entered_why=check_in.entered_why,
        wants_contact=kept.get("talk") == "yes",
        lines=tuple(
            line(key, kept[key], check_in.side, language)
            for key in check_in.asked
            if key in kept and key not in {"mood", "talk"}
        ),
        mood=_score(kept.get("mood")) if kept.get("share_mood") else None,
        advice=advice_in(kept, language) if shared else "",
    )


def line(key: str, given: object, side: Side, language: Language) -> Line:
    asked = question(key, side, language)
    return Line(
        key=key,
        text=asked.text,
        is_content=asked.is_content,
        score=_score(given),
        answer=asked.skip if given == SKIP else asked.labels[str(given)],
    )


def _score(given: Any) -> int | None:
    return given if isinstance(given, int) else None
