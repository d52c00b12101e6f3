"""Nothing is lost in a cluster of which one of each is killed: the example at a small size."""

import subprocess
import sys

import pytest

from tests.cli.test_commands import ROOT

PEOPLE = 200


@pytest.mark.judge
def test_nothing_is_lost_when_one_of_each_is_killed() -> None:
    played = subprocess.run(  # noqa: S603  # our own module
        [sys.executable, "-m", "examples.cluster", "--people", str(PEOPLE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert played.returncode == 0, played.stdout[-4000:] + played.stderr[-4000:]
    assert "Nothing was lost, and nothing came twice." in played.stdout
    for each in ("worker", "web1", "Dask worker", "PostgreSQL"):
        assert each in played.stdout.partition("Killed: ")[2]


def test_too_few_people_are_refused_before_anything_starts() -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "examples.cluster", "--people", "5"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 2
    assert "--people: 200 or more" in refused.stderr
