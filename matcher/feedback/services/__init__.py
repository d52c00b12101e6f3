"""What can happen to check-ins, concerns and signals."""

from matcher.feedback.services.answering import Entered, answer_by_link, answer_check_in
from matcher.feedback.services.choosing import known_for_cards
from matcher.feedback.services.concerns import (
    Telling,
    open_concern,
    send_concern,
    settle_concern,
)
from matcher.feedback.services.rounds import is_due, tend
from matcher.feedback.services.signals import settle_signal
from matcher.feedback.services.watching import watch

__all__ = [
    "Entered",
    "Telling",
    "answer_by_link",
    "answer_check_in",
    "is_due",
    "known_for_cards",
    "open_concern",
    "send_concern",
    "settle_concern",
    "settle_signal",
    "tend",
    "watch",
]
