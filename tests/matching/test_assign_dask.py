"""A Dask cluster gives the same answer as this process, to the last bit, whoever of it dies."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from matcher.matching.assign import assign
from matcher.matching.blocks import BLOCK, Products
from matcher.matching.result import Result
from tests.factories.matching import the_programme

distributed = pytest.importorskip("distributed")


@dataclass(frozen=True)
class Cluster:
    """A scheduler and two workers, each a process of its own, as on three machines."""

    address: str
    workers: "list[subprocess.Popen[bytes]]"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{probe.getsockname()[1]}"
    at = address.removeprefix("tcp://").split(":")
    scheduler = ["scheduler", "--host", at[0], "--port", at[1], "--no-dashboard"]
    worker = ["worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    with ExitStack() as stack:
        started = [_start(stack, tmp_path, words) for words in (scheduler, worker, worker)]
        _wait_for_two(address)
        yield Cluster(address, started[1:])
        for each in started:
            each.kill()


def _start(stack: ExitStack, folder: Path, words: list[str]) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(  # noqa: S603  # Dask's own command
        [sys.executable, "-m", "dask", *words],
        cwd=folder,
        env=dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return stack.enter_context(process)


def _wait_for_two(address: str) -> None:
    with distributed.Client(address, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)


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
        assert ("did not do it" in done.stderr) is (name == "away")

    assert len(results) == 1
