"""The release before this one, as its files stood, at work on the schema of this one."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.migrations.upgrade import newest, upgrade
from tests.keep_schema import SCHEMAS

ROOT = Path(__file__).parents[2]
STEPS = "matcher/migrations/versions"


def released() -> str:
    """Return the step of the last release: the newest schema that was kept before this one."""
    return max(path.stem for path in SCHEMAS.glob("*.sql") if path.stem != newest())


def try_previous(url: str) -> list[str]:
    """Bring an empty database up, and let the code of the release before live in it."""
    upgrade(url)
    with _previous_tree() as tree:
        done = subprocess.run(  # noqa: S603  # our own module
            [sys.executable, str(Path(__file__).parent / "old_code.py"), url, str(tree)],
            env=dict(os.environ) | {"PYTHONPATH": str(tree)},
            cwd=tree,
            capture_output=True,
            text=True,
            check=False,
        )
    said = done.stdout.strip().splitlines()
    if done.returncode:
        return [*said[-20:], *done.stderr.strip().splitlines()[-5:]]
    sys.stdout.write(f"  {said[-1]}\n")
    return []


@contextmanager
def _previous_tree() -> Iterator[Path]:
    """Lay out the files as they were before the first step after the release was added."""
    following = f"{STEPS}/{int(released()) + 1:04}_*"
    added = _git("log", "--diff-filter=A", "--format=%H", "--", following).split()
    if not added:
        sys.exit("The history is not here: clone the repository with it.")
    with TemporaryDirectory(prefix="previous-") as folder:
        packed = _git_bytes("archive", f"{added[-1]}^")
        with tarfile.open(fileobj=BytesIO(packed)) as files:
            files.extractall(folder, filter="data")
        yield Path(folder)


def _git(*words: str) -> str:
    return _git_bytes(*words).decode()


def _git_bytes(*words: str) -> bytes:
    command = ["git", "-C", str(ROOT), *words]
    return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603  # git
