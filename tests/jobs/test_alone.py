"""A worker that starts alone takes over at once; beside another one it waits for leases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from matcher.jobs.alone import FileLock, ServerLock

Lock = FileLock | ServerLock
Make = Callable[[], Lock]
LET_GO = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE pid <> pg_backend_pid() AND datname = current_database()"
)


@pytest.fixture
def on_a_file(tmp_path: Path) -> Iterator[Make]:
    yield from _making(lambda: FileLock(tmp_path / "worker.lock"))


@pytest.fixture
def on_a_server(postgres_url: str) -> Iterator[Make]:
    yield from _making(lambda: ServerLock(postgres_url))


@pytest.fixture(params=["on_a_file", pytest.param("on_a_server", marks=pytest.mark.postgres)])
def make(request: pytest.FixtureRequest) -> Make:
    made: Make = request.getfixturevalue(request.param)
    return made


def _making(new: Make) -> Iterator[Make]:
    made: list[Lock] = []

    def make() -> Lock:
        made.append(new())
        return made[-1]

    yield make
    for each in made:
        each.close()


def arrives_alone(lock: Lock) -> bool:
    with lock.arriving() as alone:
        return alone


def test_the_first_is_alone_and_the_second_is_not(make: Make) -> None:
    assert [arrives_alone(make()) for _ in range(3)] == [True, False, False]


def test_when_the_first_has_gone_the_next_is_alone(make: Make) -> None:
    first = make()
    assert arrives_alone(first)

    first.close()

    assert arrives_alone(make())


@pytest.mark.postgres
def test_after_the_server_let_everybody_go_the_lock_is_taken_again(
    on_a_server: Make, postgres_url: str
) -> None:
    first = on_a_server()
    assert arrives_alone(first)
    engine = create_engine(postgres_url)
    with engine.begin() as other:
        other.execute(text(LET_GO))
    engine.dispose()

    first.keep()

    assert not arrives_alone(on_a_server())


@pytest.mark.postgres
def test_a_server_that_is_away_keeps_no_worker_from_starting() -> None:
    lock = ServerLock("postgresql+psycopg://nobody@127.0.0.1:1/nothing")

    assert not arrives_alone(lock)
    lock.keep()
    lock.close()
