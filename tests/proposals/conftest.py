"""What the tests of proposals can ask for besides: someone to do the background work."""

from collections.abc import Iterator

import pytest

from matcher.config import Settings
from matcher.jobs.workshop import Workshop
from tests.factories.proposals import the_workshop


@pytest.fixture
def workshop(settings: Settings, database: str) -> Iterator[Workshop]:  # noqa: ARG001  # a fresh one
    workshop = the_workshop(settings)
    yield workshop
    workshop.doors.close()
