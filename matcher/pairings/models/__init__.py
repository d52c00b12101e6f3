"""A pairing, its meetings, what the two share there, and the cards it was shown."""

from matcher.pairings.models.card_learning import StyleTally, TipMute
from matcher.pairings.models.card_shown import CardShown
from matcher.pairings.models.closing import Closing, Farewell, Wish
from matcher.pairings.models.context import ContextLine
from matcher.pairings.models.expectation import Agreement, Expectation
from matcher.pairings.models.heard import HeardLine
from matcher.pairings.models.help_request import HelpAnswer, HelpRequest, Size
from matcher.pairings.models.leaf_opened import LeafOpened
from matcher.pairings.models.meeting import Meeting, MeetingState
from matcher.pairings.models.outside_hours import OutsideHours
from matcher.pairings.models.own_entry import EntryReply, OwnEntry, ReplyKind
from matcher.pairings.models.pairing import Pairing, PairingState
from matcher.pairings.models.point import Point, PointKind, PointState
from matcher.pairings.models.resource import Resource, ResourceShown, Tried
from matcher.pairings.models.talk import TalkBalance

__all__ = [
    "Agreement",
    "CardShown",
    "Closing",
    "ContextLine",
    "EntryReply",
    "Expectation",
    "Farewell",
    "HeardLine",
    "HelpAnswer",
    "HelpRequest",
    "LeafOpened",
    "Meeting",
    "MeetingState",
    "OutsideHours",
    "OwnEntry",
    "Pairing",
    "PairingState",
    "Point",
    "PointKind",
    "PointState",
    "ReplyKind",
    "Resource",
    "ResourceShown",
    "Size",
    "StyleTally",
    "TalkBalance",
    "TipMute",
    "Tried",
    "Wish",
]
