"""Drafts the next step from what the models say: `python -m matcher.migrations.draft "Add …"`."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from matcher.migrations.upgrade import HERE, configuration, connected, newest, upgrade


def draft(sentence: str) -> Path:
    """Write a step that leads from the newest one to the models. Read it before you keep it."""
    number = f"{int(newest() or 0) + 1:04}"
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/draft.db"
        if newest():
            upgrade(url)
        with connected(url) as connection:
            command.revision(configuration(connection), sentence, autogenerate=True, rev_id=number)
    [written] = (HERE / "versions").glob(f"{number}_*.py")
    ruff = Path(sys.executable).with_name("ruff")
    subprocess.run([ruff, "format", "--quiet", written], check=True)  # noqa: S603  # our own tool
    return written


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].strip():  # noqa: PLR2004  # the program and a sentence
        sys.exit('Say in one sentence what changes: make migration m="Add a phone number"')
    sys.stdout.write(f"{draft(sys.argv[1])}\nPlease read it before you keep it.\n")
