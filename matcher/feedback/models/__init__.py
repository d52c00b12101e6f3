"""The check-in, a concern, and the signals that bring a coordinator in."""

from matcher.feedback.models.absence import Absence
from matcher.feedback.models.advice import Advice, Verdict
from matcher.feedback.models.check_in import CheckIn, CheckInKind, CheckInState
from matcher.feedback.models.concern import Concern, ConcernAbout
from matcher.feedback.models.health import Band, Health
from matcher.feedback.models.leave import Leave
from matcher.feedback.models.purposes import ANSWERS, CONCERN
from matcher.feedback.models.signal import Escalation, Signal, Strictness
from matcher.feedback.models.three_way import ThreeWay

__all__ = [
    "ANSWERS",
    "CONCERN",
    "Absence",
    "Advice",
    "Band",
    "CheckIn",
    "CheckInKind",
    "CheckInState",
    "Concern",
    "ConcernAbout",
    "Escalation",
    "Health",
    "Leave",
    "Signal",
    "Strictness",
    "ThreeWay",
    "Verdict",
]
