"""The demo, built once for all that look at it."""

from collections.abc import Iterator

import pytest

from matcher.config import Settings
from matcher.demo.build import build
from matcher.foundation import sealed
from matcher.foundation.doors import Doors
from matcher.migrations.upgrade import upgrade
from tests.conftest import KEYS
from tests.factories import NOW


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Build it in a folder of its own, and say where."""
    settings = Settings(
        SECRET_KEY="for tests",
        SEAL_KEYS=KEYS,
        INSTANCE=tmp_path_factory.mktemp("demo"),
        ARGON2_MEMORY_KIB=64,
    )
    sealed.install(KEYS)
    upgrade(settings.database)
    doors = Doors.to(settings.database)
    build(settings, doors, now=NOW)
    doors.close()
    return settings


@pytest.fixture(scope="session")
def demo(built: Settings) -> Iterator[Doors]:
    doors = Doors.to(built.database)
    yield doors
    doors.close()
