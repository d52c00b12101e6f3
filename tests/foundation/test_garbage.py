"""Looking for garbage holds nobody up for long."""

import subprocess
import sys

LATE = """
import gc
from matcher.foundation import garbage

garbage.NOTICED = 0  # every full look takes long
kept = [[number] for number in range(10_000)]
garbage.settle()
print(gc.get_freeze_count())
later = [[number] for number in range(10_000)]
for _again in range(30):
    gc.collect()
    print(gc.get_freeze_count())
    grown = [[number] for number in range(1_000)]
    later.append(grown)
"""


def test_what_stays_is_looked_through_once_also_when_it_was_loaded_late_but_not_for_ever() -> None:
    told = subprocess.run(  # noqa: S603  # our own words, in a process of their own
        [sys.executable, "-c", LATE], check=True, capture_output=True, text=True
    ).stdout
    begun, *after = map(int, told.split())
    assert begun > 10_000  # no longer among what is looked through
    assert after[0] > begun + 10_000  # nor what came after the start, and stayed
    assert after[8] < after[9] == after[29]  # what grows and grows is looked through
