"""Every test here begins with a copy of the same small world."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from matcher.foundation import sealed
from tests.access.world import World, build_world
from tests.conftest import KEYS
from tests.databases import ON_POSTGRES, File, OnServer, Template
from tests.factories import NOW

Made = tuple[Template, World]


@pytest.fixture(scope="session")
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make the world once."""
    sealed.install(KEYS)
    worlds: list[World] = []

    def fill(db: Session) -> None:
        worlds.append(build_world(db))

    if ON_POSTGRES:
        return OnServer(request.getfixturevalue("postgres_server"), fill), worlds[0]
    return File(tmp_path_factory.mktemp("world") / "matcher.db", fill), worlds[0]


@pytest.fixture(scope="session")
def template(made: Made) -> Template:
    return made[0]


@pytest.fixture(scope="session")
def world(made: Made) -> World:
    return made[1]


@pytest.fixture(autouse=True)
def _then() -> Iterator[None]:
    """Live in the hours after the world was made."""
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        yield
