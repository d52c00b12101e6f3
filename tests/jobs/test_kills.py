"""Processes are killed in the middle of what they do, and everything is whole afterwards."""

import subprocess
import sys

import pytest


@pytest.mark.journey
def test_of_twenty_kills_nothing_is_lost_doubled_or_half_done() -> None:
    done = subprocess.run(  # our own module
        [sys.executable, "-m", "benchmarks.kills", "--kills", "20"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert " 0 faults" in done.stdout
