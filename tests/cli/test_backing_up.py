"""`matcher backup`, `restore` and the backup before an upgrade, as one calls them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

from matcher.privacy.tombstones import bury
from tests.cli.test_commands import matcher, running
from tests.factories import NOW
from tests.keep_schema import SCHEMAS


def an_installation(place: Path) -> None:
    matcher("upgrade", place=place)
    matcher("make-administrator", "ada@example.org", "--name", "Ada", place=place)


def members(place: Path) -> int:
    with closing(sqlite3.connect(place / "instance" / "matcher.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM member").fetchone()[0])


def test_a_backup_is_made_while_the_service_runs_and_restored_when_it_is_stopped(
    tmp_path: Path,
) -> None:
    an_installation(tmp_path)
    with running("run", place=tmp_path):
        made = matcher("backup", "--to", "safe", place=tmp_path)
        [backup] = (tmp_path / "safe").glob("*.backup")
        refused = matcher("restore", str(backup), place=tmp_path)
    matcher("make-administrator", "bo@example.org", "--name", "Bo", place=tmp_path)

    restored = matcher("restore", str(backup), place=tmp_path)

    assert made.returncode == 0, made.stderr
    assert "found good" in made.stdout
    assert refused.returncode != 0
    assert "stop" in refused.stderr
    assert restored.returncode == 0, restored.stderr
    assert members(tmp_path) == 1
    assert len(list((tmp_path / "instance").glob("matcher.db.before-*"))) == 1
    assert matcher("upgrade", place=tmp_path).returncode == 0


def test_what_is_no_backup_is_refused_in_words(tmp_path: Path) -> None:
    an_installation(tmp_path)
    (tmp_path / "some.backup").write_bytes(b"not one")

    for name in ("some.backup", "none.backup"):
        told = matcher("restore", name, place=tmp_path)
        assert told.returncode != 0
        assert "Nothing was changed." in told.stderr
        assert "Traceback" not in told.stderr
    assert members(tmp_path) == 1


def test_an_older_database_is_backed_up_before_it_is_upgraded(tmp_path: Path) -> None:
    (tmp_path / "instance").mkdir()
    with closing(sqlite3.connect(tmp_path / "instance" / "matcher.db")) as connection:
        connection.executescript(min(SCHEMAS.glob("*.sql")).read_text())

    told = matcher("upgrade", place=tmp_path)
    again = matcher("upgrade", place=tmp_path)

    assert told.returncode == 0, told.stderr
    is_old = len(list(SCHEMAS.glob("*.sql"))) > 1
    assert len(list((tmp_path / "instance").glob("backups/*.backup"))) == is_old
    assert ("Backed up to" in told.stdout) == is_old
    assert "Backed up" not in again.stdout


def test_no_upgrade_without_a_backup_unless_one_says_so(tmp_path: Path) -> None:
    (tmp_path / "instance").mkdir()
    with closing(sqlite3.connect(tmp_path / "instance" / "matcher.db")) as connection:
        connection.executescript(min(SCHEMAS.glob("*.sql")).read_text())
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    lacking = {"MATCHER_BACKUP_KEY_FILE": str(tmp_path / "lost")}

    refused = matcher("upgrade", place=tmp_path, **lacking)
    done = matcher("upgrade", "--no-backup", place=tmp_path, **lacking)

    assert refused.returncode != 0
    assert "passphrase" in refused.stderr
    assert "--no-backup" in refused.stderr
    assert done.returncode == 0, done.stderr


def test_who_was_erased_since_does_not_come_back(tmp_path: Path) -> None:
    an_installation(tmp_path)
    matcher("backup", "--to", "safe", place=tmp_path)
    [backup] = (tmp_path / "safe").glob("*.backup")
    with closing(sqlite3.connect(tmp_path / "instance" / "matcher.db")) as connection:
        erased = connection.execute("SELECT id FROM member").fetchone()[0]
    bury(tmp_path / "instance", UUID(erased), at=NOW)

    told = matcher("restore", str(backup), place=tmp_path)

    assert told.returncode == 0, told.stderr
    assert "Erased again" in told.stdout
    with closing(sqlite3.connect(tmp_path / "instance" / "matcher.db")) as connection:
        names = connection.execute("SELECT name, email FROM member").fetchall()
    assert "Ada" not in str(names)
