"""What two people may expect at the start: the choices, and how far apart answers lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.foundation.words import N_

# From often to seldom. One step further is one line down.
EVERY = {
    "7": N_("Every week"),
    "14": N_("Every two weeks"),
    "21": N_("Every three weeks"),
    "30": N_("Once a month"),
    "60": N_("Once in two months"),
}
MONTHS = {
    "2": N_("Two months"),
    "3": N_("Three months"),
    "4": N_("Four months"),
    "6": N_("Half a year"),
    "9": N_("Nine months"),
    "12": N_("A year"),
}
CHANNELS = {
    "app": N_("Messages (WhatsApp, Signal or another)"),
    "mail": N_("E-mail"),
    "phone": N_("Calling"),
    "none": N_("Only when we meet"),
}
HOURS = {
    "day": N_("On weekdays, in the daytime"),
    "evening": N_("On weekdays, in the evening"),
    "weekend": N_("At the weekend"),
}
HELPS = {
    "clear": N_("Clear agreements"),
    "listen": N_("Somebody who listens"),
    "think": N_("Thinking along"),
    "practical": N_("Practical help"),
    "honest": N_("Honest feedback"),
    "light": N_("A light, friendly contact"),
}
HELPS_CHOSEN = 2
STEPS_APART, MONTHS_APART = 2, 3

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Apart:
    """Where what two people expect lies so far apart that they had better talk about it first."""

    every: bool = False
    months: bool = False

    def __bool__(self) -> bool:
        return self.every or self.months


def apart(one: Answers, other: Answers) -> Apart:
    """Compare two answers: two steps in how often, or three months in how long (W9)."""
    steps = list(EVERY)
    return Apart(
        every=abs(steps.index(one["every"]) - steps.index(other["every"])) >= STEPS_APART,
        months=abs(int(one["months"]) - int(other["months"])) >= MONTHS_APART,
    )


def draft(mentor: Answers, mentee: Answers) -> dict[str, Any]:
    """Draft from both answers: what both can keep up, and what both named."""
    both = mentor, mentee
    return {
        "every": max((each["every"] for each in both), key=int),
        "months": min((each["months"] for each in both), key=int),
        "channels": _named_by_both(mentor["channels"], mentee["channels"]),
        "hours": _named_by_both(mentor["hours"], mentee["hours"]),
    }


def _named_by_both(mentor: Sequence[str], mentee: Sequence[str]) -> list[str]:
    """Return what both named; what the mentee named where they share nothing."""
    return [each for each in mentee if each in mentor] or list(mentee)
