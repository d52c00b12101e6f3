"""A pairing, its meetings, and the cards it was shown."""

from matcher.pairings.models.card_shown import CardShown
from matcher.pairings.models.meeting import Meeting, MeetingState
from matcher.pairings.models.pairing import Pairing, PairingState

__all__ = ["CardShown", "Meeting", "MeetingState", "Pairing", "PairingState"]
