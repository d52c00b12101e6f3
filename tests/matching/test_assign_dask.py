"""A Dask cluster gives the same answer as this process, to the last bit, whoever of it dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matcher.matching.assign import assign
from matcher.matching.blocks import BLOCK, Products
from matcher.matching.result import Result
from tests.clusters import Cluster, a_cluster
from tests.factories.matching import the_programme

pytest.importorskip("distributed")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with a_cluster(tmp_path) as started:
        yield started


def test_two_workers_give_the_same_answer_though_one_is_killed_midway(cluster: Cluster) -> None:
    rng = np.random.default_rng(4)
    wide = Products(rng.random((12 * BLOCK + 7, 6)) / 6, rng.random((120, 6)))
    places = rng.integers(1, 4, 120)
    told: list[float] = []

    def kill(done: float) -> None:
        told.append(done)
        if len(told) == 1:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    here = assign(wide, places, seed=2)
    there = assign(wide, places, seed=2, dask=cluster.address, progress=kill)

    assert told
    assert cluster.workers[0].wait() == -signal.SIGKILL
    assert (here.pairs == there.pairs).all()
    assert (here.prices == there.prices).all()
    assert (here.total, here.bound) == (there.total, there.bound)


def test_a_run_of_the_service_is_the_same_with_a_cluster_and_when_it_is_away(
    cluster: Cluster, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    source.write_text(the_programme(seed=3).to_json())
    results = set()
    for name, more in {
        "here": [],
        "there": ["--dask", cluster.address, "--dask-from", "0"],
        "away": ["--dask", "tcp://127.0.0.1:1", "--dask-from", "0"],
    }.items():
        target = tmp_path / name
        done = subprocess.run(  # noqa: S603  # our own module
            [sys.executable, "-m", "matcher.matching.child", str(source), str(target), *more],
            env=dict(os.environ) | {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        results.add(replace(Result.from_json(target.read_text()), seconds={}).to_json())
        assert ("did not do it" in done.stdout) is (name == "away")

    assert len(results) == 1
