"""The secrets of an installation: files that only this account can read, made when missing."""

import os
import secrets
from pathlib import Path

from matcher.foundation.sealed import parse_keys


def read_secret(path: Path) -> str:
    """Read the installation's secret; make it when there is none."""
    if not path.exists():
        _write_private(path, secrets.token_urlsafe(48))
    return path.read_text().strip()


def read_keys(path: Path) -> dict[int, bytes]:
    """Read the sealing keys, one `version hex` per line; make the first when there is none."""
    if not path.exists():
        _write_private(path, f"1 {secrets.token_hex(32)}\n")
    return parse_keys(path.read_text())


def add_key(path: Path) -> int:
    """Add a key that seals from now on, in one step; the earlier ones still open. Its version."""
    keys = read_keys(path)
    version = max(keys) + 1
    lines = [f"{number} {key.hex()}" for number, key in sorted(keys.items())]
    unfinished = path.with_name(f".{path.name}")
    unfinished.unlink(missing_ok=True)
    _write_private(unfinished, "\n".join([*lines, f"{version} {secrets.token_hex(32)}"]) + "\n")
    unfinished.replace(path)
    return version


def _write_private(path: Path, text: str) -> None:
    """Write a secret that only this account can read, even before its first byte."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
