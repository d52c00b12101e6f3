"""What tests can ask for: `db` for services, `keep` and `browse` for pages.

Each test gets a copy of a database that was made once: nothing has to be deleted afterwards.
With SAMEN_TEST_DATABASE=postgres all of them run on a real PostgreSQL server instead of SQLite.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, template_rendered
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_read, open_to_write
from matcher.members.models import Member
from matcher.members.services.signing_in import sign_in
from tests.browsers import chromium  # noqa: F401  # a fixture, found by name
from tests.databases import ON_POSTGRES, File, OnServer, Template
from tests.postgres import postgres_server, postgres_url  # noqa: F401  # fixtures, found by name

Keep = Callable[..., None]
Browse = Callable[[Member], FlaskClient]
KEYS = {1: bytes(range(32))}


@pytest.fixture(scope="session", autouse=True)
def _keys() -> None:
    sealed.install(KEYS)


@pytest.fixture(scope="session")
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Make the empty database that every test copies."""
    if ON_POSTGRES:
        return OnServer(request.getfixturevalue("postgres_server"))
    return File(tmp_path_factory.mktemp("template") / "matcher.db")


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="session")
def installation(place: Path) -> Settings:
    return Settings(
        SECRET_KEY="for tests",
        SEAL_KEYS=KEYS,
        INSTANCE=place,
        BASE_URL="http://localhost",
        MODE="development",
        SIGN_IN_BY_MAIL=True,
        OIDC_ISSUER="http://127.0.0.1:9",  # where nobody answers
        OIDC_CLIENT_ID="samen-sterk",
        OIDC_NAME="Our school",
        WTF_CSRF_ENABLED=False,
        TESTING=True,
        ARGON2_MEMORY_KIB=64,
    )


@pytest.fixture(scope="session")
def application(installation: Settings) -> Flask:
    """Build the application once; each test shows it another database."""
    app = create_app(installation)
    template_rendered.connect(_refuse_entities, app)
    return app


@pytest.fixture
def settings(installation: Settings, template: Template, tmp_path: Path) -> Iterator[Settings]:
    """Give settings with a fresh database of one's own."""
    url = template.copy(tmp_path)
    yield replace(installation, DATABASE_URL=url, INSTANCE=tmp_path)
    template.drop(url)


@pytest.fixture
def database(settings: Settings) -> str:
    return settings.database


@pytest.fixture
def app(application: Flask, settings: Settings) -> Iterator[Flask]:
    """Give the application, with this test's database behind its two doors."""
    engines = {
        "read": open_to_read(settings.database),
        "write": open_to_write(settings.database),
    }
    for door, engine in engines.items():
        application.extensions[door].configure(bind=engine)
    application.config["SETTINGS"] = settings
    yield application
    for engine in engines.values():
        engine.dispose()


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = open_to_write(database)
    yield engine
    engine.dispose()


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    """Give a session that may write. Its things stay readable after a commit."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def keep(db: Session) -> Keep:
    """Return a way to keep things before a page is asked for."""

    def _keep(*things: Base) -> None:
        db.add_all(things)
        db.commit()

    return _keep


@pytest.fixture
def browse(app: Flask, db: Session) -> Browse:
    """Return a browser in which the given member is signed in."""

    def _browse(member: Member) -> FlaskClient:
        db.add(member)
        token = sign_in(db, member, now=clock.now())
        db.commit()
        browser = app.test_client()
        browser.set_cookie("session", token)
        return browser

    return _browse


@dataclass
class Count:
    value: int = 0
    statements: list[str] = field(default_factory=list)


Counted = Callable[[], AbstractContextManager[Count]]


@pytest.fixture
def counted(app: Flask) -> Counted:
    """Return a way to count the queries of a page, while a `with` lasts."""

    @contextmanager
    def _counted() -> Iterator[Count]:
        count = Count()

        def _note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
            if statement.lstrip().upper().startswith(("SELECT", "WITH")):
                count.value += 1
                count.statements.append(statement)

        engines = [app.extensions[door].kw["bind"] for door in ("read", "write")]
        for each in engines:
            event.listen(each, "before_cursor_execute", _note)
        try:
            yield count
        finally:
            for each in engines:
                event.remove(each, "before_cursor_execute", _note)

    return _counted


def _refuse_entities(_app: Flask, context: dict[str, Any], **_: object) -> None:
    """Fail any test in which a template is given something from the database."""
    for name in context.keys() - {"g", "request", "session"}:
        assert not _holds_entity(context[name]), f"Give the template a view of {name!r}."


def _holds_entity(value: object) -> bool:
    if isinstance(value, list | tuple | set | dict):
        inside = value.values() if isinstance(value, dict) else value
        return any(map(_holds_entity, inside))
    if is_dataclass(value) and not isinstance(value, Base | type):
        return any(_holds_entity(getattr(value, each.name)) for each in fields(value))
    return isinstance(value, Base)
