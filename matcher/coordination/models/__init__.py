"""What coordinators did for pairings, and the circles they invite mentors to."""

from matcher.coordination.models.care import Band, Care, CareKind, Outcome
from matcher.coordination.models.circle import Circle, CircleGuest

__all__ = ["Band", "Care", "CareKind", "Circle", "CircleGuest", "Outcome"]
