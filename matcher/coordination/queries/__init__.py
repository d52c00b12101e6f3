"""What a coordinator's pages ask for."""

from matcher.coordination.queries.bonds import (
    PAGE,
    PARTS,
    Bond,
    WantedBonds,
    count_bonds,
    list_bonds,
    list_bound,
)
from matcher.coordination.queries.glance import (
    Counts,
    LatestRun,
    count_states,
    find_latest_run,
    find_overseen,
    list_coordinated,
    list_due_check_ins,
)

__all__ = [
    "PAGE",
    "PARTS",
    "Bond",
    "Counts",
    "LatestRun",
    "WantedBonds",
    "count_bonds",
    "count_states",
    "find_latest_run",
    "find_overseen",
    "list_bonds",
    "list_bound",
    "list_coordinated",
    "list_due_check_ins",
]
