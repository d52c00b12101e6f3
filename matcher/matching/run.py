"""One run: a snapshot in, a result out. It knows no database and no clock but the stopwatch."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from matcher.matching.result import Result
from matcher.matching.snapshot import Forbidden, Snapshot

if TYPE_CHECKING:  # keeps the web process free of numpy: it only needs the names
    from matcher.matching.solving import Progress

__all__ = ["Forbidden", "Result", "Snapshot", "solve"]


def _silent(_phase: str, _done: float) -> None:
    pass


def solve(
    snapshot: Snapshot,
    *,
    progress: "Progress | Callable[[str, float], None]" = _silent,
    jobs: int = 1,
    dask: str | None = None,
) -> Result:
    """Suggest offers to needs so that no other arrangement of these people is better.

    `jobs` cores share the work, or the Dask cluster at the address `dask`; the result is the same.
    Raises RuleBroken when the snapshot asks for the impossible: unknown ids, or locked pairs that
    break a rule; each is named.
    """
    from matcher.matching.solving import Workers  # noqa: PLC0415  # brings numpy in
    from matcher.matching.solving import solve as solve_now  # noqa: PLC0415  # brings numpy in

    return solve_now(snapshot, progress=progress, workers=Workers(jobs, dask))
