"""Which signals the facts raise, and which rows of the table stand behind a signal."""

from collections.abc import Collection
from dataclasses import dataclass

from matcher.feedback.known import Known
from matcher.feedback.triggers import TRIGGERS, Moment, Trigger
from matcher.guidance.tips import Tip


@dataclass(frozen=True, slots=True)
class Raised:
    code: str
    days: int


def raised(known: Known, at: Moment, strict: Collection[str] = ()) -> list[Raised]:
    """Tell which signals these facts raise: each code once, with its shortest deadline.

    `strict` are the codes of which a programme chose the stricter threshold.
    """
    days: dict[str, int] = {}
    for each in TRIGGERS:
        if each.at == at and _happened(each, known, strict):
            days[each.code] = min(each.days, days.get(each.code, each.days))
    return [Raised(code, number) for code, number in days.items()]


def _happened(row: Trigger, known: Known, strict: Collection[str]) -> bool:
    if row.strict is not None and row.code in strict:
        return row.strict(known)
    return row.happened(known)


def is_early(code: str, known: Known) -> bool:
    """Tell whether the service does something by itself already."""
    rows = (each.early for each in TRIGGERS if each.code == code)
    return any(early(known) for early in rows if early)


def called_for(known: Known, at: Moment) -> tuple[Tip, ...]:
    """Name the tips of which whoever signalled gets their own card next, each once."""
    rows = (each.cards for each in TRIGGERS if each.at == at and each.cards)
    return tuple(dict.fromkeys(tip for cards in rows for tip in cards(known)))


def reasons_for(code: str, known: Known, at: Moment | None = None) -> list[Trigger]:
    """Return the rows behind a signal, as far as what is known still shows them; at least one."""
    rows = [each for each in TRIGGERS if each.code == code and at in {None, each.at}]
    return [each for each in rows if each.happened(known)] or rows[-1:]
