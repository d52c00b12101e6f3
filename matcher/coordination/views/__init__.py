"""What a coordinator is shown."""

from matcher.coordination.views.glance import (
    Glance,
    ProgrammeLine,
    glance,
    pairs_message,
    programme_lines,
    waits,
)
from matcher.coordination.views.pairs import (
    PAIR_PARTS,
    PAIRINGS,
    HealthLine,
    MeetingLine,
    PairForCoordinator,
    PairLine,
    days_of,
    meeting_lines,
    pair_for_coordinator,
    pair_lines,
)

__all__ = [
    "PAIRINGS",
    "PAIR_PARTS",
    "Glance",
    "HealthLine",
    "MeetingLine",
    "PairForCoordinator",
    "PairLine",
    "ProgrammeLine",
    "days_of",
    "glance",
    "meeting_lines",
    "pair_for_coordinator",
    "pair_lines",
    "pairs_message",
    "programme_lines",
    "waits",
]
