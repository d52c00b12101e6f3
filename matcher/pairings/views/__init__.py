"""What each of the two is shown of their pairing. Templates get these, and nothing else."""

from matcher.pairings.views.cards import CardView
from matcher.pairings.views.plan import PlanPage, plan_page
from matcher.pairings.views.space import MeetingLine, PairingPage, pairing_page

__all__ = ["CardView", "MeetingLine", "PairingPage", "PlanPage", "pairing_page", "plan_page"]
