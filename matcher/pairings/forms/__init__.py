"""What people fill in within a pairing; each noun has its own file."""

from matcher.pairings.forms.meetings import (
    AgreeForm,
    EndForm,
    HeldForm,
    OfferForm,
    OutcomeForm,
    PauseForm,
    PlanForm,
    PressForm,
    UsefulForm,
)

__all__ = [
    "AgreeForm",
    "EndForm",
    "HeldForm",
    "OfferForm",
    "OutcomeForm",
    "PauseForm",
    "PlanForm",
    "PressForm",
    "UsefulForm",
]
