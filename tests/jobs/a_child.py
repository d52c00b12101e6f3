"""A child process to try: doubles a number, warns, tells its place, refuses, fails, or sleeps."""

import json
import os
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    deed, _, rest = source.read_text().partition(" ")
    if deed == "refuse":
        refused: dict[str, object] = {"text": "Nothing to double", "values": {}, "many": None}
        print(json.dumps({"refused": refused}))  # noqa: T201  # how a child speaks
        sys.exit(2)
    if deed == "fail":
        sys.exit(1)
    if deed == "sleep":
        Path(rest).write_text(str(os.getpid()))
        print(json.dumps({"phase": "sleeping", "done": 0.1}), flush=True)  # noqa: T201  # likewise
        time.sleep(60)
    if deed == "place":
        target.write_text(json.dumps([os.nice(0), sorted(os.sched_getaffinity(0))]))
        sys.exit(0)
    if deed == "warn":
        print(json.dumps({"warning": "no helper came"}), flush=True)  # noqa: T201  # likewise
    print(json.dumps({"phase": "doubling", "done": 0.5}), flush=True)  # noqa: T201  # likewise
    target.write_text(str(int(rest) * 2))
