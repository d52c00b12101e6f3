"""The `matcher` command starts, checks and upgrades an installation, from any folder."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.messages.servers import free_port

ROOT = Path(__file__).parents[2]


def matcher(*arguments: str, place: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call the command as a person would, in a folder that is not the repository's."""
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "matcher.cli", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=place,
        env=surroundings(**environment),
    )


def surroundings(**given: str) -> dict[str, str]:
    plain = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return plain | {"PYTHONPATH": str(ROOT)} | given


@contextmanager
def running(
    *arguments: str, place: Path, patience: float = 60, **settings: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start a command that serves; give its address once it answers."""
    port = free_port()
    with (place / "said").open("w") as said:
        process = subprocess.Popen(  # noqa: S603  # our own command
            [sys.executable, "-m", "matcher.cli", *arguments, "--port", str(port)],
            cwd=place,
            env=surroundings(MATCHER_BASE_URL=f"http://localhost:{port}", **settings),
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
        )
    try:
        yield await_answer(f"http://localhost:{port}", process, patience), process
    finally:
        process.kill()
        process.wait()


def await_answer(address: str, process: subprocess.Popen[str], patience: float = 60) -> str:
    until = time.monotonic() + patience
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/health/ready") as answer:  # noqa: S310  # our own
                assert answer.status == 200
                return address
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"{process.args!r} does not answer")


def test_help_says_what_to_do_first(tmp_path: Path) -> None:
    told = matcher("--help", place=tmp_path)

    assert told.returncode == 0
    assert "matcher demo" in told.stdout
    assert "make-administrator" in told.stdout


def test_an_empty_installation_begins_and_ends_gracefully(tmp_path: Path) -> None:
    with running("run", place=tmp_path) as (address, process):
        process.send_signal(signal.SIGTERM)

        assert process.wait(30) == 0

    said = (tmp_path / "said").read_text()
    assert f"Begin here: {address}/first-run" in said
    assert (tmp_path / "instance" / "matcher.db").exists()


def test_what_an_installation_keeps_is_for_its_account_alone(tmp_path: Path) -> None:
    matcher("upgrade", place=tmp_path)

    kept = [path for path in (tmp_path / "instance").iterdir() if path.is_file()]
    assert {path.name for path in kept} >= {"matcher.db", "keys", "secret"}
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []


def test_logs_are_json_and_name_no_address(tmp_path: Path) -> None:
    with running("run", place=tmp_path) as (address, process):
        with pytest.raises(URLError):
            urlopen(f"{address}/no-mail/a-secret-token")  # noqa: S310  # our own
        process.send_signal(signal.SIGTERM)
        process.wait(30)

    said = (tmp_path / "said").read_text()
    told = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert "/no-mail/<token>" in {line.get("page") for line in told}
    assert "a-secret-token" not in said


def test_a_taken_port_is_said_at_once(tmp_path: Path) -> None:
    with running("run", place=tmp_path) as (address, _process):
        port = address.rpartition(":")[2]
        refused = matcher("run", "--port", port, "--instance", "other", place=tmp_path)

    assert refused.returncode != 0
    assert f"Port {port} is taken" in refused.stderr


def test_check_says_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    before = matcher("check", place=tmp_path)
    matcher("upgrade", place=tmp_path)
    (tmp_path / "instance" / "keys").chmod(0o644)
    after = matcher("check", place=tmp_path)

    assert before.returncode == after.returncode == 1
    assert "matcher upgrade" in before.stdout
    assert "matcher upgrade" not in after.stdout
    assert "chmod 600" in after.stdout
    assert "https" in after.stdout


def test_check_finds_nothing_where_all_is_well(tmp_path: Path) -> None:
    well = {
        "MATCHER_BASE_URL": "https://samen.example.org",
        "MATCHER_MAIL_URL": "smtp://mail.example.org",
    }
    matcher("upgrade", place=tmp_path, **well)

    assert matcher("check", place=tmp_path, **well).returncode == 0


def test_a_database_that_does_not_answer_is_said(tmp_path: Path) -> None:
    away = f"postgresql://nobody@127.0.0.1:{free_port()}/nothing"

    told = matcher("check", place=tmp_path, DATABASE_URL=away)

    assert "The database does not answer" in told.stdout


def test_plain_http_is_refused_for_other_machines(tmp_path: Path) -> None:
    told = matcher("serve", place=tmp_path, MATCHER_BASE_URL="http://samen.example.org")

    assert told.returncode != 0
    assert "must begin with https://" in told.stderr


def test_somebody_is_made_administrator(tmp_path: Path) -> None:
    matcher("upgrade", place=tmp_path)

    made = matcher("make-administrator", "a@example.org", "--name", "Ada", place=tmp_path)
    again = matcher("make-administrator", "A@example.org", place=tmp_path)

    assert "Ada is administrator" in made.stdout
    assert re.search(r"http://localhost:8000/reset/\S{20,}", made.stdout)
    assert "Ada is administrator" in again.stdout


def test_somebody_who_is_here_already_is_made_administrator_too(tmp_path: Path) -> None:
    matcher("upgrade", place=tmp_path)
    matcher("make-administrator", "a@example.org", "--name", "Ada", place=tmp_path)
    with closing(sqlite3.connect(tmp_path / "instance" / "matcher.db")) as database:
        database.execute("DELETE FROM role_grant")  # a member like any other
        database.commit()

        made = matcher("make-administrator", "a@example.org", place=tmp_path)

        [role] = database.execute("SELECT role FROM role_grant").fetchall()
    assert role == ("administrator",)
    assert "Warning" not in made.stderr


def test_a_worker_may_run_on_its_own(tmp_path: Path) -> None:
    matcher("upgrade", place=tmp_path)
    process = subprocess.Popen(  # our own command
        [sys.executable, "-m", "matcher.cli", "worker"], cwd=tmp_path, env=surroundings()
    )
    until = time.monotonic() + 30
    while not (tmp_path / "instance" / "pointers.db").exists() and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(0.5)

    process.send_signal(signal.SIGTERM)

    assert process.wait(30) == 0
