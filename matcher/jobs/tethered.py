"""Starts a module in a process that ends with its parent: `python -m matcher.jobs.tethered MODULE`.

Killed hard, a parent cannot end its children. On Linux the kernel can: it is asked to here,
in the child, where no other thread can be disturbed. It also steps back for everyone else.
"""

import ctypes
import os
import runpy
import signal
import sys
from contextlib import suppress
from pathlib import Path

PR_SET_PDEATHSIG = 1
LAST = 19  # how far a process can step back


def main() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    step_back()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def step_back() -> None:
    """Let everyone else go first, and leave one processor alone: people wait for pages there.

    A page that finds all processors at work waits until the kernel next looks who should go on,
    however nice that work is: four milliseconds, which is longer than the page itself takes.
    """
    os.nice(LAST)
    if sys.platform == "linux":
        # Where each session has an equal share, only what is nice about the session counts.
        with suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(LAST))
        ours = os.sched_getaffinity(0)
        if len(ours) > 1:
            os.sched_setaffinity(0, ours - {min(ours)})


if __name__ == "__main__":
    main()
