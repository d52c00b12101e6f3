"""Whatever file is brought in: an answer soon, little memory, and no failure."""

import gc
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.programmes.models import Import, ImportState, Programme
from matcher.programmes.work import check_import
from tests.conftest import Browse
from tests.databases import ON_POSTGRES
from tests.factories import a_programme
from tests.programmes.hostile_files import GROUPS, MEBIBYTE, File
from tests.programmes.test_imports import some_work

# Making odd workbooks leaves files of the library that writes them to be tidied up.
pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
LONGEST = 2.0  # seconds of this process
# A server sends the bytes of a file as text that is twice as long, and they are held in both ways.
MOST_GROWTH = (64 if ON_POSTGRES else 50) * MEBIBYTE


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """Tidy up here, where it is known what is left, and not in a test that comes later."""
    yield
    gc.collect()


@pytest.fixture
def programme(db: Session) -> Programme:
    programme = a_programme()
    db.add(programme)
    db.commit()
    return programme


def test_there_are_two_hundred_of_them() -> None:
    assert sum(1 for group in GROUPS for _ in group()) >= 200


@pytest.mark.parametrize("group", GROUPS, ids=lambda each: each.__name__)
def test_a_hostile_file_is_answered_soon_and_takes_little(
    group: Callable[[], Iterator[File]], browse: Browse, db: Session, programme: Programme
) -> None:
    browser, page = browse(programme.contact), f"/coordination/{programme.id}/import"
    bring_in(browser, db, page, ("people.csv", b"name\nYara\n"))  # loads what is needed

    for name, content in group():
        before, begun = memory_now(), time.process_time()
        status = bring_in(browser, db, page, (name, content))
        spent, grown = time.process_time() - begun, memory_at_most() - before
        assert status < 500, name
        assert spent < LONGEST, (name, spent)
        assert grown < MOST_GROWTH, (name, grown / MEBIBYTE)


def bring_in(browser: FlaskClient, db: Session, address: str, sent: File) -> int:
    """Send a file as a browser does, and look through it as the worker does."""
    name, content = sent
    # Closed, because the client keeps a large body in a file until then.
    with browser.post(
        address,
        data={"side": "mentee", "sheet": (BytesIO(content), name)},
        content_type="multipart/form-data",
    ) as page:
        status = page.status_code
    waiting = select(Import).where(Import.state == ImportState.CHECKING)
    for brought in db.scalars(waiting).all():
        check_import(some_work(db, brought.id))
        db.expire_all()
        assert brought.state != ImportState.CHECKING, name
    db.commit()
    return status


def memory_now() -> int:
    """Return how much memory this process has, and begin to watch for the most of it."""
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def memory_at_most() -> int:
    return _status("VmHWM")


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    [line] = [each for each in lines if each.startswith(f"{name}:")]
    return int(line.split()[1]) * 1024
