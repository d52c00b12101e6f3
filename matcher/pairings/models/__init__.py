"""A pairing, its meetings, what the two share there, and the cards it was shown."""

from matcher.pairings.models.card_learning import StyleTally, TipMute
from matcher.pairings.models.card_shown import CardShown
from matcher.pairings.models.closing import Closing, Farewell, Wish
from matcher.pairings.models.expectation import Agreement, Expectation
from matcher.pairings.models.help_request import HelpAnswer, HelpRequest, Size
from matcher.pairings.models.leaf_opened import LeafOpened
from matcher.pairings.models.meeting import Meeting, MeetingState
from matcher.pairings.models.pairing import Pairing, PairingState
from matcher.pairings.models.point import Point, PointKind, PointState
from matcher.pairings.models.resource import Resource, ResourceShown, Tried

__all__ = [
    "Agreement",
    "CardShown",
    "Closing",
    "Expectation",
    "Farewell",
    "HelpAnswer",
    "HelpRequest",
    "LeafOpened",
    "Meeting",
    "MeetingState",
    "Pairing",
    "PairingState",
    "Point",
    "PointKind",
    "PointState",
    "Resource",
    "ResourceShown",
    "Size",
    "StyleTally",
    "TipMute",
    "Tried",
    "Wish",
]
