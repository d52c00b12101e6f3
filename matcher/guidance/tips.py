"""The eight tips for effective support, the stages of a pairing, and its two sides."""

from enum import StrEnum


class Side(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"

    @property
    def other(self) -> "Side":
        return Side.MENTOR if self is Side.MENTEE else Side.MENTEE


class Tip(StrEnum):
    """In the order of the tips; ties between tips are broken in this order."""

    LISTEN = "listen"
    EMPATHY = "empathy"
    EXPRESS = "express"
    PRACTICAL = "practical"
    AUTONOMY = "autonomy"
    RESOURCES = "resources"
    SAFE = "safe"
    FEEDBACK = "feedback"


class Stage(StrEnum):
    """Computed from meetings and planned length, never set by hand."""

    BEFORE = "before"
    EARLY = "early"
    MIDDLE = "middle"
    RUPTURE = "rupture"
    CLOSING = "closing"
