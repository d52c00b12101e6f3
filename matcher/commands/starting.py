"""What `matcher demo` and `matcher run` share: a free port, and words about where things are."""

import socket
import sys
from pathlib import Path

from matcher.config import Settings


def port_of(settings: Settings) -> int:
    return int(settings.host.rpartition(":")[2])


def refuse_taken_port(settings: Settings) -> None:
    """Say so at once when somebody else answers there, before anything is built."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port_of(settings)))
        except OSError:
            sys.exit(f"Port {port_of(settings)} is taken. Choose another one: --port 8001")


def outbox_of(settings: Settings) -> Path:
    return settings.INSTANCE / "outbox"
