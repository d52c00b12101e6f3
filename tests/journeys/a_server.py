"""`matcher run` in a process whose clock a test can set: each line that it reads is a moment."""

import os
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path

import time_machine

from matcher.commands import trying
from matcher.commands.places import Place


def live(folder: Path, port: int, begins: datetime) -> int:
    """Run an installation from a moment on. Between the moments its clock goes as always."""
    with time_machine.travel(begins, tick=True) as clock:

        def _listen() -> None:
            for line in sys.stdin:
                clock.move_to(datetime.fromisoformat(line.strip()))
            os.kill(os.getpid(), signal.SIGTERM)  # who started us is gone

        threading.Thread(target=_listen, daemon=True).start()
        return trying.run(Place(folder, port))


if __name__ == "__main__":
    sys.exit(live(Path(sys.argv[1]), int(sys.argv[2]), datetime.fromisoformat(sys.argv[3])))
