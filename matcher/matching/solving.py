"""Solves a snapshot: affinities, assignment, and the answers that go with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence
from matcher.matching.affinity import Affinity
from matcher.matching.answers import Answers
from matcher.matching.assign import (
    Assignment,
    AssignmentRefused,
    LocksRefused,
    MinimumRefused,
    assign,
)
from matcher.matching.assign.measure import measure
from matcher.matching.blocks import RowBlocks
from matcher.matching.criteria.grid import People
from matcher.matching.folding import fold
from matcher.matching.notices import notices
from matcher.matching.profiles import Need, Offer, Profile
from matcher.matching.result import Reason, Result, Unmatched
from matcher.matching.snapshot import Snapshot

Progress = Callable[[str, float], None]
Tell = Callable[[float], None]

PHASES = ("reading", "solving", "explaining")

# Up to so many pairs the affinities are worked out once and kept, 160 MB at most.
KEPT_PAIRS = 20_000_000


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work: so many cores of this machine, or the Dask cluster at an address."""

    jobs: int = 1
    dask: str | None = None


ALONE = Workers()


def solve(
    snapshot: Snapshot, *, progress: Progress, workers: Workers = ALONE, encoder: object = None
) -> Result:
    """See matcher.matching.run.solve."""
    if not snapshot.needs or not snapshot.offers:
        return nobody_there(snapshot)
    marks = [perf_counter()]
    progress("reading", 0.0)
    affinity = prepare(snapshot, encoder)
    marks.append(perf_counter())
    progress("solving", 0.2)
    assignment = arrange(
        snapshot, affinity, workers, lambda part: progress("solving", 0.2 + 0.6 * part)
    )
    marks.append(perf_counter())
    progress("explaining", 0.8)
    result = Answers(snapshot, affinity, assignment).result()
    measures = measure(assignment).shown()
    marks.append(perf_counter())
    progress("done", 1.0)
    took = np.diff(marks).tolist()
    seconds = dict(zip(PHASES, took, strict=True))
    return replace(result, measures=measures, seconds=seconds)


def nobody_there(snapshot: Snapshot) -> Result:
    """Answer for a programme that has only one side yet, or none."""
    ids = Ids(snapshot)
    for need, offer in snapshot.locked:
        ids.pair(need, offer)
    reasons = (Reason(code="no_offers"),)
    return Result(
        suggestions=(),
        unmatched=tuple(Unmatched(need=each.id, reasons=reasons) for each in snapshot.needs),
        fingerprint=snapshot.fingerprint,
        notices=notices(snapshot),
    )


def prepare(snapshot: Snapshot, encoder: object = None) -> Affinity:
    """Work out all that is needed to compare people. `encoder`: an object with `encode`."""
    model = encoder or snapshot.settings.encoder
    people = People(snapshot.needs, snapshot.offers, snapshot.topics, model)
    ids = Ids(snapshot)
    excused = [ids.pair(need, offer) for need, offer in snapshot.overruled]
    try:
        return Affinity(people, snapshot.settings, excused)
    except ValueError as problem:
        raise RuleBroken(N_("The settings make no sense: %(why)s."), why=str(problem)) from problem


def _ignore(_part: float) -> None:
    pass


def arrange(
    snapshot: Snapshot, affinity: Affinity, workers: Workers = ALONE, progress: Tell = _ignore
) -> Assignment:
    """Assign offers to needs as the settings say. RuleBroken says in sentences what cannot be."""
    settings, ids = snapshot.settings, Ids(snapshot)
    locked = [ids.pair(need, offer) for need, offer in snapshot.locked]
    _refuse_ruled_out(snapshot, affinity, locked)
    try:
        return assign(
            _held(affinity),
            [offer.places for offer in snapshot.offers],
            minimum=[offer.minimum for offer in snapshot.offers],
            demand=[need.demand for need in snapshot.needs],
            objective=settings.objective,
            use_mentors=settings.use_mentors,
            floor=settings.floor,
            locked=locked,
            forbidden=[ids.pair(each.need, each.offer) for each in snapshot.forbidden],
            seed=snapshot.seed,
            jobs=workers.jobs,
            dask=workers.dask,
            progress=progress,
        )
    except AssignmentRefused as refusal:
        raise _named(snapshot, refusal) from refusal


def _held(affinity: Affinity) -> RowBlocks | NDArray[np.floating]:
    small = affinity.shape[0] * affinity.shape[1] <= KEPT_PAIRS
    return affinity.dense() if small else affinity


def _refuse_ruled_out(
    snapshot: Snapshot, affinity: Affinity, locked: Sequence[tuple[int, int]]
) -> None:
    """Name each locked pair that a rule forbids, with the rule."""
    told = [
        f"{snapshot.needs[need].id} – {snapshot.offers[offer].id} ({barrier.code})"
        for need, offer in locked
        if (need, offer) not in affinity.excused
        for barrier in affinity.barriers
        if barrier.rows(need, need + 1)[0, offer]
    ]
    if told:
        raise RuleBroken(N_("These locked pairs break a rule: %(pairs)s."), pairs=", ".join(told))


def _named(snapshot: Snapshot, refusal: AssignmentRefused) -> RuleBroken:
    """Say a refusal with people's ids in the place of their numbers."""
    if isinstance(refusal, LocksRefused):
        pairs = [
            (snapshot.needs[each.need], snapshot.offers[each.offer]) for each in refusal.faults
        ]
        told = dict.fromkeys(f"{need.id} – {offer.id}" for need, offer in pairs)
        return RuleBroken(
            N_("These locked pairs cannot be kept: %(pairs)s. %(why)s"),
            pairs=", ".join(told),
            why=_with_ids(snapshot, refusal.faults[0].sentence),
        )
    said = _with_ids(snapshot, refusal.sentence)
    values = dict(said.values)
    if "listed" in values and isinstance(refusal, MinimumRefused):
        values["listed"] = ", ".join(snapshot.offers[each].id for each in refusal.offers)
    return RuleBroken(said.text, **values)


def _with_ids(snapshot: Snapshot, said: Sentence) -> Sentence:
    values = dict(said.values)
    for name, people in (("need", snapshot.needs), ("offer", snapshot.offers)):
        if isinstance(values.get(name), int):
            values[name] = people[values[name]].id
    return Sentence(said.text, values)


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


def _numbered(people: Sequence[Need] | Sequence[Offer]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    each: Profile
    for number, each in enumerate(people):
        if fold(each.id) in numbers:
            raise RuleBroken(N_("Two people bear the id “%(id)s”."), id=each.id)
        numbers[fold(each.id)] = number
    return numbers
