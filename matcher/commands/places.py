"""Which installation a command works on, and what it says to the person who called it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.config import Misconfigured, Settings, from_environment


@dataclass(frozen=True, slots=True)
class Place:
    """Where an installation is, as far as the command line says so."""

    instance: Path | None = None
    port: int | None = None

    def settings(self, **fixed: object) -> Settings:
        """Read the settings: what the command line says goes before the environment."""
        given: dict[str, Any] = dict(fixed)
        if self.instance:
            given["INSTANCE"] = self.instance
        if self.port:
            # By name: browsers make no passkeys for a number.
            given["BASE_URL"] = f"http://localhost:{self.port}"
        try:
            return from_environment(**given)
        except Misconfigured as mistake:
            sys.exit(f"matcher cannot start: {mistake}")


def tell(text: str = "") -> None:
    """Say something to whoever called the command."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
