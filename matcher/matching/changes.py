"""What would change it: the one thing that stands between somebody and a mentor."""

from collections.abc import Sequence

import numpy as np

from matcher.matching.criteria.grid import Flags
from matcher.matching.result import Reason

# The barrier, and the code of what would take it away.
GAINS = {
    "no_shared_slot": "gain_moment",
    "too_far": "gain_online",
    "no_shared_language": "gain_language",
    "below_floor": "gain_floor",
    "no_places": "gain_place",
}


def smallest_changes(ruled: Sequence[tuple[str, Flags]], possible: Flags) -> tuple[Reason, ...]:
    """Return how many mentors one change would make possible, per kind of change.

    Counted are mentors with one barrier only, `ruled` by code; and, for one more place, those who
    are possible but taken.
    """
    standing = np.zeros(len(possible), dtype=np.int64)
    for _code, out in ruled:
        standing += out
    counts = {"gain_place": int(possible.sum())}
    for code, out in ruled:
        if code in GAINS:
            alone = int((out & (standing == 1)).sum())
            counts[GAINS[code]] = counts.get(GAINS[code], 0) + alone
    return tuple(Reason(code=code, values={"possible": n}) for code, n in counts.items() if n)
