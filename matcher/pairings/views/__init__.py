"""What each of the two is shown of their pairing. Templates get these, and nothing else."""

from matcher.pairings.views.space import (
    CardView,
    MeetingLine,
    PairingPage,
    PlanPage,
    pairing_page,
    plan_page,
)

__all__ = ["CardView", "MeetingLine", "PairingPage", "PlanPage", "pairing_page", "plan_page"]
