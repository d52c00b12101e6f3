"""Invented questions of every sort, small enough for an independent solver to answer."""

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign import Assignment, assign
from tests.matching.milp import Programme

OBJECTIVES = ("coverage", "quality", "fair")


def a_programme(seed: int, largest: int = 12) -> Programme:
    """Make a question with ties, gaps, places, loads, demand, locks and forbidden pairs, or not."""
    rng = np.random.default_rng(seed)
    needs, offers = (int(each) for each in rng.integers(1, largest + 1, 2))
    affinity = _affinity(rng, needs, offers)
    places = rng.integers(0, 4, offers)
    demand = rng.integers(0, 4, needs) if rng.random() < 0.5 else np.ones(needs, np.int64)
    wanted = (rng.random(offers) < 0.4) & (rng.random() < 0.4)
    forbidden = _some_pairs(rng, needs, offers) if rng.random() < 0.4 else ()
    programme = Programme(
        affinity=affinity,
        places=places,
        minimum=np.minimum(places, wanted.astype(np.int64)),
        demand=demand,
        objective=str(rng.choice(OBJECTIVES)),
        use_mentors=bool(rng.random() < 0.35),
        floor=float(rng.choice([0.0, 0.0, 0.3])),
        forbidden=forbidden,
    )
    return _locked(rng, programme) if rng.random() < 0.4 else programme


def answered(programme: Programme, jobs: int = 1, seed: int = 0) -> Assignment:
    return assign(
        programme.affinity,
        programme.places,
        minimum=programme.minimum,
        demand=programme.demand,
        objective=programme.objective,  # type: ignore[arg-type]  # one of OBJECTIVES
        use_mentors=programme.use_mentors,
        floor=programme.floor,
        locked=programme.locked,
        forbidden=programme.forbidden,
        seed=seed,
        jobs=jobs,
    )


def _affinity(rng: np.random.Generator, needs: int, offers: int) -> NDArray[np.float64]:
    affinity = rng.random((needs, offers))
    kind = rng.integers(0, 4)
    if kind == 1:
        affinity = np.round(affinity * 4) / 4
    elif kind == 2:
        affinity *= rng.random((needs, offers)) < 0.3
    elif kind == 3:
        affinity = np.round(affinity, 2)
    if rng.random() < 0.5:
        affinity[rng.random((needs, offers)) < rng.choice([0.1, 0.3, 0.7])] = np.nan
    return affinity


def _some_pairs(rng: np.random.Generator, needs: int, offers: int) -> tuple[tuple[int, int], ...]:
    return tuple((int(rng.integers(needs)), int(rng.integers(offers))) for _ in range(3))


def _locked(rng: np.random.Generator, programme: Programme) -> Programme:
    """Lock up to three pairs that can be kept."""
    kept: list[tuple[int, int]] = []
    taken, given = programme.demand.copy(), programme.places.copy()
    for need, offer in dict.fromkeys(_some_pairs(rng, *programme.affinity.shape)):
        free = taken[need] > 0 and given[offer] > 0
        if free and programme.permissible[need, offer]:
            kept.append((need, offer))
            taken[need] -= 1
            given[offer] -= 1
    return Programme(**{**vars(programme), "locked": tuple(kept)})
