"""`matcher demo`: a programme in the middle of its life, to look around in."""

import sys
from pathlib import Path
from shutil import rmtree

from matcher.app import create_app
from matcher.commands.places import Place, tell
from matcher.commands.serving import run as serve
from matcher.commands.starting import outbox_of, port_of, refuse_taken_port
from matcher.config import Settings
from matcher.demo.build import build
from matcher.demo.story import SIGN_INS
from matcher.foundation import clock, logs, sealed
from matcher.foundation.doors import Doors
from matcher.migrations.upgrade import upgrade

BUILT = "demo-built"  # a file that says the demo was finished: half a demo is begun anew
WIDTH = 40
OURS = ("matcher.db*", "pointers.db*", "outbox", "work", "uploads", BUILT)


def demo(place: Place, *, fresh: bool) -> int:
    """Show the demo. The first start builds it; later ones keep what was changed since."""
    settings = place.settings(MODE="demo")
    if settings.DATABASE_URL:
        sys.exit("The demo keeps a database of its own: please unset DATABASE_URL.")
    refuse_taken_port(settings)
    logs.configure()
    built = settings.INSTANCE / BUILT
    if fresh or not built.exists():
        _clear(settings.INSTANCE)
        tell("Building the demo programme. This is needed once, and takes a moment.")
        _build(settings)
        built.touch()
    else:
        upgrade(settings.database)
    app = create_app(settings)
    serve(app, host="127.0.0.1", port=port_of(settings), ready=lambda: _show(settings))
    return 0


def _clear(folder: Path) -> None:
    """Remove an earlier demo, and nothing else that may be in its folder. Keys stay."""
    for path in (found for name in OURS for found in folder.glob(name)):
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink()


def _build(settings: Settings) -> None:
    upgrade(settings.database)
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    try:
        build(settings, doors, now=clock.now(), progress=draw)
    finally:
        doors.close()


def draw(done: float) -> None:
    """Draw how far the demo is, on one line; only for somebody who watches."""
    if sys.stderr.isatty():
        full = round(WIDTH * done)
        bar = "█" * full + "·" * (WIDTH - full)
        sys.stderr.write(f"\r  {bar} {done:4.0%}" + ("\n" if done >= 1 else ""))
        sys.stderr.flush()


def _show(settings: Settings) -> None:
    tell(f"\nSamen Sterk is running at {settings.BASE_URL}\n")
    tell("Sign in as:")
    for who, email, password in SIGN_INS:
        tell(f"  {who:<12} {email:<32} {password}")
    tell(f"\nMails go to {settings.BASE_URL}/outbox (and to {outbox_of(settings)}).")
    tell("None leaves this machine. Stop with Ctrl+C; start again and all is still there.")
    tell("To begin anew: matcher demo --fresh")
