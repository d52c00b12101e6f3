"""Starts a module in a process that ends with its parent: `python -m matcher.jobs.tethered MODULE`.

Killed hard, a parent cannot end its children. On Linux the kernel can: it is asked to here,
in the child, where no other thread can be disturbed. It also steps back for everyone else.
"""

import ctypes
import os
import runpy
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    os.nice(10)
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
