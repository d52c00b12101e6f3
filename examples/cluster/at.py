"""`matcher` at another moment: `python -m examples.cluster.at 2026-12-08T09:00+01:00 serve …`.

Weeks of a programme pass in minutes: from that moment on the clock of the process goes as always.
"""

import sys
from datetime import datetime

import time_machine

from matcher.cli import main

if __name__ == "__main__":
    moment = datetime.fromisoformat(sys.argv.pop(1))
    with time_machine.travel(moment, tick=True):
        sys.exit(main())
