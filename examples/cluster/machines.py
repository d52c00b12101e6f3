"""The processes of the cluster: each with an instance folder of its own, as on another machine."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 180.0  # seconds until a process is given up: on a busy machine nothing starts quickly


@dataclass
class Machine:
    """One process of the service. It has its own folder, and shares only secrets and database."""

    name: str
    words: tuple[str, ...]  # what `matcher` is told to do
    folder: Path
    surroundings: dict[str, str]
    port: int | None = None  # where it serves pages
    process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    _most: int = field(default=0, init=False)

    @property
    def settings(self) -> dict[str, str]:
        return self.surroundings | {"MATCHER_INSTANCE": str(self.folder)}

    def start(self, at: datetime) -> None:
        with (self.folder / "said").open("a") as said:
            self.process = subprocess.Popen(  # noqa: S603  # our own command
                [sys.executable, "-m", "examples.cluster.at", at.isoformat(), *self.words],
                cwd=ROOT,
                env=dict(os.environ) | self.settings,
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def await_ready(self) -> None:
        until = time.monotonic() + PATIENCE
        while self.port and not is_ready(self.port):
            if self.running.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"{self.name} does not start: see {self.folder / 'said'}")
            time.sleep(0.2)

    @property
    def running(self) -> "subprocess.Popen[bytes]":
        if self.process is None:
            raise AssertionError(f"{self.name} was never started.")
        return self.process

    def kill(self) -> None:
        self._look_at_memory()
        self.running.send_signal(signal.SIGKILL)
        self.running.wait()

    def ask_to_end(self) -> None:
        """Do as a system does before it stops: work in hand is finished first."""
        self._look_at_memory()
        self.running.terminate()

    def await_end(self) -> None:
        status = self.running.wait(PATIENCE)
        if status:
            raise AssertionError(f"{self.name} ended with {status} when it was asked to end.")

    def worked(self) -> float:
        """Return the seconds of a processor that it and its children took."""
        with suppress(OSError):
            words = Path(f"/proc/{self.running.pid}/stat").read_text().rpartition(")")[2].split()
            return sum(int(word) for word in words[11:15]) / os.sysconf("SC_CLK_TCK")
        return 0.0

    @property
    def memory(self) -> int:
        """Return the most bytes that it ever took, of all the times it was started."""
        self._look_at_memory()
        return self._most

    def _look_at_memory(self) -> None:
        self._most = max(self._most, most_memory(self.running.pid))


def most_memory(number: int) -> int:
    """Return the most bytes that a process took so far, without its children."""
    with suppress(OSError, IndexError):
        said = Path(f"/proc/{number}/status").read_text()
        return int(said.partition("VmHWM:")[2].split()[0]) * 1024
    return 0


def end_all(machines: list[Machine]) -> None:
    """Ask all of them at once, so that they wait for their work side by side."""
    for each in machines:
        each.ask_to_end()
    for each in machines:
        each.await_end()


def is_ready(port: int) -> bool:
    with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
        return bool(answer.status == HTTPStatus.OK)
    return False


def busiest(machines: list[Machine], seconds: float = 0.5) -> Machine:
    """Tell which of them works the hardest: a kill should hit whoever has something in hand."""
    before = [each.worked() for each in machines]
    time.sleep(seconds)
    return max(zip(machines, before, strict=True), key=lambda pair: pair[0].worked() - pair[1])[0]


def share_secrets(first: Path, others: list[Path]) -> None:
    """Copy what every machine needs, as docs/operate.md says; nothing else is shared."""
    for folder in others:
        folder.mkdir(mode=0o700, exist_ok=True)
        for name in ("keys", "secret"):
            shutil.copy2(first / name, folder / name)
