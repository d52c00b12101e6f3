"""Serving pages, and working in the background, until somebody ends the process."""

import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import waitress
from flask import Flask

from matcher.app import create_app
from matcher.commands.places import Place
from matcher.config import Settings
from matcher.foundation import garbage, logs
from matcher.privacy.tombstones import forget_again
from matcher.worker import Worker

THREADS = 8


def serve(place: Place, *, host: str, port: int, background: bool = True) -> int:
    """Serve an installation behind a reverse proxy, or on one's own machine."""
    settings = place.settings()
    logs.configure()
    run(create_app(settings), host=host, port=port, background=background)
    return 0


def work(place: Place) -> int:
    """Do background work only. Any number of these may run, on any number of machines."""
    logs.configure()
    settings = place.settings()
    worker = Worker(create_app(settings))
    forget_again(settings.database, settings.INSTANCE)
    ended = threading.Event()
    _on_ending(ended.set)
    garbage.settle()
    worker.start()
    ended.wait()
    worker.stop()
    return 0


def run(
    app: Flask,
    *,
    host: str,
    port: int,
    background: bool = True,
    ready: Callable[[], None] | None = None,
) -> None:
    """Serve in this process, with its background work inside, until it is asked to end."""
    settings: Settings = app.config["SETTINGS"]
    server = waitress.create_server(
        app.wsgi_app,
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        # Beyond this the server hangs up in a line of its own; before it, our page says why.
        max_request_body_size=4 * settings.LARGEST_UPLOAD_MB * 1024 * 1024,
        trusted_proxy=None,  # ProxyFix counts the hops
    )
    forget_again(settings.database, settings.INSTANCE)  # whoever an older database brings back
    worker = Worker(app) if background else None
    if worker:
        worker.start(app.extensions["write"])
    garbage.settle()
    _on_ending(_leave)
    if ready:
        ready()
    try:
        server.run()
    finally:
        server.close()
        if worker:
            worker.stop()


def _leave() -> None:
    raise SystemExit(0)  # waitress answers what it has begun, and ends


def _on_ending(end: Callable[[], None]) -> None:
    ending = False

    def _end(_signal: int, _frame: FrameType | None) -> None:
        nonlocal ending
        if not ending:  # once is enough: whatever is going on ends by itself
            ending = True
            end()

    with suppress(ValueError):  # not in the main thread: whoever started us ends us
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, _end)
