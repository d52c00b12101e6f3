"""Two ways to the database: `reading()` lasts for the request, `writing()` for one deed.

A deed is committed where its `with` ends, before any page is made. So a commit that fails
becomes a page that says so, never a page that promises too much.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from matcher.foundation.database import Base
from matcher.foundation.reading import Reading
from matcher.web.behind import house, kept


def init_app(app: Flask, *, read: Engine, write: Engine) -> None:
    app.extensions["read"] = sessionmaker(read, class_=Reading)
    app.extensions["write"] = sessionmaker(write)
    app.teardown_appcontext(_close)


def reading() -> Session:
    """Return this request's session for looking. The database itself refuses its writes."""
    here = kept()
    session: Session | None = here.get("reading")
    if session is None:
        session = here.reading = house().extensions["read"]()
    return session


@contextmanager
def writing() -> Iterator[Session]:
    """Open a transaction, and commit it at the end. Things to change are loaded within it."""
    with house().extensions["write"].begin() as session:
        yield session
        if reading().dirty:
            raise AssertionError("A thing from reading() was changed. Load it within writing().")
    reading().rollback()  # what is read from here on includes what was written


def record(fact: Base) -> None:
    """Keep a fact whatever becomes of the request. Not within `writing()`: it has its own.

    Only for the tables named in tests/conventions: what a GET may leave behind.
    """
    with writing() as db:
        db.add(fact)


def _close(_error: BaseException | None) -> None:
    session: Session | None = kept().pop("reading", None)
    if session is not None:
        session.close()
