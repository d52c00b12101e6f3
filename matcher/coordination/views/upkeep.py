"""What a coordinator is shown of how signals work, and of who is away."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.coordination.queries.usefulness import is_seldom_useful
from matcher.feedback.models import Absence
from matcher.feedback.triggers import TRIGGERS


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerLine:
    """One kind of signal: its rows in words, and how often it was of use."""

    code: str
    reason: str  # marked sentences
    when: tuple[str, ...]
    strict_when: str
    automatic: str
    days: int
    judged: int
    useful: int
    is_strict: bool
    proposes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    id: UUID
    name: str
    first_day: date
    last_day: date


def trigger_lines(
    verdicts: Mapping[str, list[bool]], strict: Collection[str]
) -> tuple[TriggerLine, ...]:
    codes = sorted({each.code for each in TRIGGERS}, key=lambda code: int(code[1:]))
    return tuple(_line(code, verdicts.get(code, []), code in strict) for code in codes)


def proposals(verdicts: Mapping[str, list[bool]], strict: Collection[str]) -> int:
    """Count the kinds of which a stricter threshold is proposed."""
    return sum(each.proposes for each in trigger_lines(verdicts, strict))


def absence_lines(absences: Sequence[tuple[Absence, str]]) -> tuple[AbsenceLine, ...]:
    return tuple(
        AbsenceLine(id=each.id, name=name, first_day=each.first_day, last_day=each.last_day)
        for each, name in absences
    )


def _line(code: str, verdicts: list[bool], is_strict: bool) -> TriggerLine:  # noqa: FBT001  # a fact
    rows = [each for each in TRIGGERS if each.code == code]
    strict_when = next((each.strict_when for each in rows if each.strict_when), "")
    return TriggerLine(
        code=code,
        reason=rows[0].reason,
        when=tuple(each.when for each in rows),
        strict_when=strict_when,
        automatic=next((each.automatic for each in rows if each.automatic), ""),
        days=min(each.days for each in rows),
        judged=len(verdicts),
        useful=sum(verdicts),
        is_strict=is_strict,
        proposes=bool(strict_when) and not is_strict and is_seldom_useful(verdicts),
    )
