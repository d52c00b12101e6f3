"""Who looks through the blocks: this process, its threads, or a Dask cluster elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
# So few blocks are done before threads have begun.
FEW = 16

Work = Callable[[int], T]


class Workers(Protocol):
    """Answers in the order of the starts, so the number of workers changes nothing."""

    def each(self, work: Work[T], starts: range) -> Iterator[T]: ...


class Here:
    """Works in this process, on one core or more: numpy lets threads work side by side."""

    def __init__(self, jobs: int = 1) -> None:
        self._jobs = jobs

    def each(self, work: Work[T], starts: range) -> Iterator[T]:
        if self._jobs == 1 or len(starts) <= FEW:
            yield from map(work, starts)
            return
        from joblib import Parallel, delayed  # noqa: PLC0415  # slow to load

        spread = Parallel(n_jobs=self._jobs, prefer="threads", return_as="generator")
        yield from spread(delayed(work)(start) for start in starts)


class Cluster:
    """Works on a Dask cluster. The affinities are sent there once for every scan of all pairs."""

    def __init__(self, client: Any) -> None:  # distributed ships no types
        self._client = client

    def each(self, work: Work[T], starts: range) -> Iterator[T]:
        sent = self._client.scatter(work, broadcast=True, hash=False)
        answers = self._client.map(_done, starts, work=sent, pure=False)
        for answer in answers:
            yield answer.result()


def _done(start: int, *, work: Work[T]) -> T:
    return work(start)


@contextmanager
def hired(jobs: int, dask: str | None) -> Iterator[Workers]:
    """Have workers for as long as the block lasts. `dask` is a scheduler's address."""
    if dask is None:
        yield Here(jobs)
        return
    from distributed import Client  # noqa: PLC0415  # comes with matcher[dask] only

    # distributed tells no types.
    hire: Callable[..., Any] = Client
    with hire(dask, set_as_default=False) as client:
        yield Cluster(client)
