"""Solves a snapshot: affinities, assignment, and the answers that go with them."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import numpy as np

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.matching.affinity import Affinity
from matcher.matching.answers import Answers
from matcher.matching.assign import Assignment, assign
from matcher.matching.criteria.grid import People
from matcher.matching.folding import fold
from matcher.matching.profiles import Profile
from matcher.matching.result import Result
from matcher.matching.snapshot import Snapshot

Progress = Callable[[str, float], None]


def solve(snapshot: Snapshot, *, progress: Progress, jobs: int) -> Result:
    """See matcher.matching.run.solve."""
    began = perf_counter()
    progress("reading", 0.0)
    people = People(snapshot.needs, snapshot.offers, snapshot.topics, snapshot.settings.encoder)
    affinity = Affinity(people, snapshot.settings)
    read = perf_counter()
    progress("solving", 0.2)
    assignment = _assign(snapshot, affinity, jobs)
    solved = perf_counter()
    progress("explaining", 0.8)
    result = Answers(snapshot, affinity, assignment).result()
    seconds = {"reading": read - began, "solving": solved - read}
    progress("done", 1.0)
    return _timed(result, {**seconds, "explaining": perf_counter() - solved})


def _timed(result: Result, seconds: dict[str, float]) -> Result:
    return replace(result, seconds={**result.seconds, **seconds})


def _assign(snapshot: Snapshot, affinity: Affinity, jobs: int) -> Assignment:
    settings = snapshot.settings
    ids = Ids(snapshot)
    return assign(
        affinity.dense(),
        np.array([offer.places for offer in snapshot.offers], dtype=np.int64),
        minimum=np.array([offer.minimum for offer in snapshot.offers], dtype=np.int64),
        demand=np.array([need.demand for need in snapshot.needs], dtype=np.int64),
        objective=settings.objective,
        use_mentors=settings.use_mentors,
        floor=settings.floor,
        locked=[ids.pair(need, offer) for need, offer in snapshot.locked],
        forbidden=[ids.pair(each.need, each.offer) for each in snapshot.forbidden],
        seed=snapshot.seed,
        jobs=jobs,
    )


class Ids:
    """Finds people by their ids, whatever the capitals and the spaces around."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._needs, self._offers = _numbered(snapshot.needs), _numbered(snapshot.offers)

    def pair(self, need: str, offer: str) -> tuple[int, int]:
        return self._find(self._needs, need), self._find(self._offers, offer)

    def _find(self, side: dict[str, int], wanted: str) -> int:
        if fold(wanted) not in side:
            raise RuleBroken(N_("There is nobody with the id “%(id)s”."), id=wanted)
        return side[fold(wanted)]


def _numbered(people: tuple[Profile, ...]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, each in enumerate(people):
        if fold(each.id) in numbers:
            raise RuleBroken(N_("Two people bear the id “%(id)s”."), id=each.id)
        numbers[fold(each.id)] = number
    return numbers
