"""Every test here begins with a copy of the same small world."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy.orm import Session

from matcher.foundation import sealed
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.migrations.models import import_every_model
from tests.access.world import World, build_world
from tests.conftest import KEYS
from tests.factories import NOW

Made = tuple[Path, World]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make the world once."""
    sealed.install(KEYS)
    import_every_model()
    path = tmp_path_factory.mktemp("world") / "matcher.db"
    engine = open_to_write(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as db:
        world = build_world(db)
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path, world


@pytest.fixture(scope="session")
def template(made: Made) -> Path:
    return made[0]


@pytest.fixture(scope="session")
def world(made: Made) -> World:
    return made[1]


@pytest.fixture(autouse=True)
def _then() -> Iterator[None]:
    """Live in the hours after the world was made."""
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        yield
