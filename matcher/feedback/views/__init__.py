"""What each reader is shown of check-ins, concerns and signals."""

from matcher.feedback.views.concerns import ConcernPage, ToldLine, ToldPage, concern_page
from matcher.feedback.views.pulse import PulsePage, pulse_page
from matcher.feedback.views.pulses import AnsweredPulse, pulses_of_pairing
from matcher.feedback.views.work_list import WorkItem, work_item, work_list

__all__ = [
    "AnsweredPulse",
    "ConcernPage",
    "PulsePage",
    "ToldLine",
    "ToldPage",
    "WorkItem",
    "concern_page",
    "pulse_page",
    "pulses_of_pairing",
    "work_item",
    "work_list",
]
