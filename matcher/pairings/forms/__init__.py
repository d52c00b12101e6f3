"""What people fill in within a pairing; each noun has its own file."""

from matcher.pairings.forms.meetings import (
    EndForm,
    HeldForm,
    OutcomeForm,
    PauseForm,
    PlanForm,
    PressForm,
    UsefulForm,
)

__all__ = [
    "EndForm",
    "HeldForm",
    "OutcomeForm",
    "PauseForm",
    "PlanForm",
    "PressForm",
    "UsefulForm",
]
