"""Keeps the end of the chain outside the database: what is cut off would not be missed."""

import os
from pathlib import Path

from matcher.audit.chain import Head

FILE = "trail-head"


def keep_head(folder: Path, head: Head) -> None:
    """Write the newest end of the chain down, in one step."""
    if head.sequence == 0:
        return
    unfinished = folder / f".{FILE}"
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(f"{head.sequence} {head.digest}\n")
    unfinished.replace(folder / FILE)


def noted_head(folder: Path) -> Head | None:
    path = folder / FILE
    if not path.exists():
        return None
    sequence, digest = path.read_text().split()
    return Head(sequence=int(sequence), digest=digest)
