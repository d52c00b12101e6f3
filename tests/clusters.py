"""A Dask cluster for trials: a scheduler and two workers, each a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.messages.servers import free_port

ROOT = Path(__file__).parents[1]


@dataclass
class Cluster:
    """A scheduler and workers, as on machines of their own. Each says in a file what it does."""

    address: str
    folder: Path
    stack: ExitStack
    workers: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    def add_worker(self) -> None:
        alone = ("--no-nanny", "--nthreads", "1", "--no-dashboard")
        self.workers.append(self.start("worker", self.address, *alone))

    def start(self, kind: str, *words: str) -> "subprocess.Popen[bytes]":
        with (self.folder / f"dask-{kind}{len(self.workers)}.log").open("w") as said:
            process = subprocess.Popen(  # noqa: S603  # Dask's own command
                [sys.executable, "-m", "dask", kind, *words],
                cwd=self.folder,
                env=dict(os.environ) | {"PYTHONPATH": str(ROOT)},
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        self.stack.callback(_end, process)
        return process

    def wait(self) -> None:
        """Wait until the workers have come to the scheduler."""
        import distributed  # noqa: PLC0415  # a second that most runs need not wait

        client: Any = distributed.Client  # untyped
        with client(self.address, timeout=60, set_as_default=False) as here:
            here.wait_for_workers(len(self.workers), timeout=60)


@contextmanager
def a_cluster(folder: Path) -> Iterator[Cluster]:
    """Start a scheduler and two workers; they end where the `with` ends."""
    port = free_port()
    with ExitStack() as stack:
        cluster = Cluster(f"tcp://127.0.0.1:{port}", folder, stack)
        cluster.start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        for _worker in range(2):
            cluster.add_worker()
        cluster.wait()
        yield cluster


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
