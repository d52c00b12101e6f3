"""What can be asked about check-ins, concerns and signals."""

from matcher.feedback.queries.check_ins import (
    find_by_link,
    find_check_in,
    find_entered,
    list_all_check_ins,
    list_check_ins,
)
from matcher.feedback.queries.concerns import find_concern, list_confidants, list_told, list_ways
from matcher.feedback.queries.rounds import list_living, list_reminded, list_unsettled
from matcher.feedback.queries.signals import find_signal, list_causes, list_open_signals

__all__ = [
    "find_by_link",
    "find_check_in",
    "find_concern",
    "find_entered",
    "find_signal",
    "list_all_check_ins",
    "list_causes",
    "list_check_ins",
    "list_confidants",
    "list_living",
    "list_open_signals",
    "list_reminded",
    "list_told",
    "list_unsettled",
    "list_ways",
]
