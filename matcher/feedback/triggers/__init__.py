"""When a coordinator should look: every trigger with its exact thresholds, in one table.

"In a row" and "twice" mean two answered check-ins that follow each other. The predicates are pure:
what is known in, yes or no out. Deadlines count working days.
"""

from matcher.feedback.moments import Moment, Trigger
from matcher.feedback.triggers.answering import ANSWERING
from matcher.feedback.triggers.ending import ENDING
from matcher.feedback.triggers.fitting import FITTING
from matcher.feedback.triggers.meeting import MEETING
from matcher.feedback.triggers.safety import SAFETY

__all__ = ["TRIGGERS", "Moment", "Trigger"]

TRIGGERS: tuple[Trigger, ...] = (*SAFETY, *MEETING, *ANSWERING, *FITTING, *ENDING)
