"""The long examinations, one after the other: `make judges`. Each ends 0 or 1; so does this.

`python -m benchmarks.judges PostgreSQL` runs those alone whose name has that word in it.
What they said last stands in docs/judges.md.
"""

import argparse
import os
import subprocess
import sys
import time

PYTHON = sys.executable
JUDGES: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
    (  # pytest tells what was left out, and why; the journeys are played by `make journeys`
        "the whole test suite on PostgreSQL, without the journeys",
        ("pytest", "-q", "-n", "2", "-m", "not journey"),
        {"SAMEN_TEST_DATABASE": "postgres"},
    ),
    ("200 kills", ("benchmarks.kills", "--kills", "200"), {}),
    ("upgrades", ("benchmarks.upgrades",), {}),
    ("40 kills of the postman", ("benchmarks.kills.mails",), {}),
    (
        "two workers on a queue of the database",
        ("benchmarks.queues", "--carrier", "postgresql"),
        {},
    ),
    ("two workers on a queue of Redis", ("benchmarks.queues", "--carrier", "redis"), {}),
    ("a cluster, one of each killed", ("pytest", "-q", "-m", "judge", "tests/examples"), {}),
    ("a cluster of 5,000", ("examples.cluster",), {}),
    ("races on both databases", ("benchmarks.races",), {}),
    ("bad input, all pages", ("pytest", "-q", "-n", "2", "tests/access/test_bad_input.py"), {}),
    ("who has an account, by time", ("benchmarks.timing",), {}),
    ("the backup drill", ("pytest", "-q", "tests/backups", "tests/cli/test_backing_up.py"), {}),
    (
        "every page in eight ways",
        ("pytest", "-q", "tests/demo/test_every_page.py"),
        {"SAMEN_LOOK": "all"},
    ),
    ("hard times", ("pytest", "-q", "tests/web/test_hard_times.py"), {}),
    ("HTTP Observatory", ("benchmarks.observatory",), {}),
    ("wapiti in the demo", ("benchmarks.wapiti",), {}),
    ("lines that no test reaches", ("benchmarks.reached",), {}),
    ("bandit", ("bandit", "-q", "-r", "matcher", "-ll"), {}),
)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("word", nargs="?", default="", help="a word in the name of a judge")
    word = asked.parse_args().word
    called = [each for each in JUDGES if word.lower() in each[0].lower()]
    if not called:
        asked.error(f"no judge is named so: {word}")
    failed = [name for name, words, more in called if not _examine(name, words, more)]
    sys.stdout.write(f"\n{len(called) - len(failed)} of {len(called)} judges are content.\n")
    return 1 if failed else 0


def _examine(name: str, words: tuple[str, ...], more: dict[str, str]) -> bool:
    sys.stdout.write(f"\n== {name}\n")
    sys.stdout.flush()
    begun = time.monotonic()
    done = subprocess.run(  # noqa: S603  # our own modules
        [PYTHON, "-m", *words], env=dict(os.environ) | more, check=False
    )
    content = "content" if done.returncode == 0 else "NOT content"
    sys.stdout.write(f"-- {name}: {content}, {time.monotonic() - begun:.0f} s\n")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
