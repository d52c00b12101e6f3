"""The installation as `matcher serve` serves it, with a bare page of one query beside it.

`python -m benchmarks.pages.server FOLDER PORT [background]`. `/bare/locks` tells, in milliseconds,
how long the write lock was held at the longest since it was asked before, and how often.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import local
from uuid import UUID

from flask import Flask
from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.orm import Session
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from benchmarks.pages.crowd import settings_of
from matcher.app import create_app
from matcher.commands.serving import run
from matcher.foundation import logs
from matcher.foundation.engines import open_to_read
from matcher.members.models import Member


def main(folder: Path, port: int, *, background: bool) -> None:
    logs.configure()
    app = create_app(settings_of(folder))
    bare = bare_page(settings_of(folder).database, watch(app.extensions["write"].kw["bind"]))
    app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {"/bare": bare})  # type: ignore[method-assign]  # as Flask says to
    run(app, host="127.0.0.1", port=port, background=background)


def bare_page(url: str, held: list[float]) -> Flask:
    """One row by its key, and nothing else: what every page is set against."""
    bare, engine = Flask("bare"), open_to_read(url)

    @bare.get("/<uuid:key>")
    def one(key: UUID) -> str:
        with Session(engine) as db:
            return db.scalars(select(Member.name).where(Member.id == key)).one()

    @bare.get("/locks")
    def locks() -> str:
        told = f"{max(held, default=0.0) * 1000:.1f} {len(held)}"
        held.clear()
        return told

    return bare


def watch(engine: Engine) -> list[float]:
    """Note how long each transaction held the write lock: from its first moment to its last."""
    held: list[float] = []
    since = local()

    @event.listens_for(engine, "begin")
    def _begin(_connection: Connection) -> None:
        since.at = time.perf_counter()  # after BEGIN IMMEDIATE: that listener came before

    def _ending(end: Callable[..., None]) -> Callable[..., None]:
        def _end(*given: object) -> None:
            end(*given)
            if began := getattr(since, "at", None):
                held.append(time.perf_counter() - began)
                since.at = None

        return _end

    engine.dialect.do_commit = _ending(engine.dialect.do_commit)  # type: ignore[method-assign]  # to see its end
    engine.dialect.do_rollback = _ending(engine.dialect.do_rollback)  # type: ignore[method-assign]  # likewise
    return held


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), background="background" in sys.argv[3:])
