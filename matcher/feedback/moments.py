"""What a trigger is, and what makes it be looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from matcher.feedback.known import Known
from matcher.foundation.words import N_
from matcher.guidance.tips import Tip

TALK = N_("Hear how it goes, in private.")


class Moment(StrEnum):
    """What makes a trigger be looked at."""

    CONCERN = "concern"
    ANSWER = "answer"
    DAY = "day"
    CLOSED = "closed"
    ENDING = "ending"
    START = "start"
    HELP = "help"
    BACK = "back"
    WISH = "wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One row. `when`, `reason`, `action`, `automatic` and `strict_when` are marked sentences."""

    code: str
    at: Moment
    happened: Callable[[Known], bool]
    # Exactly when, in words; what a coordinator reads on the work list, and is asked to do.
    when: str
    reason: str
    action: str
    days: int
    automatic: str = ""  # what the service does by itself
    # From when on it does so, where that is sooner than a coordinator is called in.
    early: Callable[[Known], bool] | None = None
    # The tips of which whoever signalled gets their own card next; nobody else is told.
    cards: Callable[[Known], tuple[Tip, ...]] | None = None
    # The stricter threshold that a programme may choose when the signal was seldom useful.
    strict: Callable[[Known], bool] | None = None
    strict_when: str = ""
