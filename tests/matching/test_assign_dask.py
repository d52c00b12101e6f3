"""A Dask cluster gives the same answer as this process, to the last bit."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from matcher.matching.assign import assign
from matcher.matching.blocks import BLOCK, Products

distributed = pytest.importorskip("distributed")


@pytest.fixture
def address() -> Iterator[str]:
    settings: dict[str, Any] = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**settings, processes=True, silence_logs=50) as cluster:
        yield cluster.scheduler_address


def test_two_dask_workers_give_the_same_answer(address: str) -> None:
    rng = np.random.default_rng(4)
    wide = Products(rng.random((3 * BLOCK + 7, 6)) / 6, rng.random((120, 6)))
    places = rng.integers(1, 4, 120)

    here, there = assign(wide, places, seed=2), assign(wide, places, seed=2, dask=address)

    assert (here.pairs == there.pairs).all()
    assert (here.prices == there.prices).all()
    assert (here.total, here.bound) == (there.total, there.bound)
