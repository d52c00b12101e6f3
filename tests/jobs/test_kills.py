"""Processes are killed in the middle of what they do, and everything is whole afterwards."""

import subprocess
import sys

import pytest


@pytest.mark.journey
@pytest.mark.parametrize(
    ("scene", "kills"), [("writing", 6), ("upgrading", 6), ("backingup", 4), ("reminders", 4)]
)
def test_nothing_is_lost_doubled_or_half_done(scene: str, kills: int) -> None:
    done = subprocess.run(  # noqa: S603  # our own module
        [sys.executable, "-m", "benchmarks.kills", "--kills", str(kills), "--scene", scene],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert " 0 faults" in done.stdout
