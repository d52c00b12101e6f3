"""The files for servers name commands, settings, paths and pages that exist."""

import configparser
import re
import shlex
import shutil
import signal
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask

from matcher.cli import parser
from matcher.commands.settings_table import put_into
from matcher.config import Settings
from tests.cli.test_commands import ROOT, await_answer, matcher, surroundings
from tests.messages.servers import free_port

SETTINGS = {f"MATCHER_{each.name}" for each in fields(Settings)}
UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
FILES = [
    *(each for each in (ROOT / "deploy").rglob("*.*") if each.parent.name != "__pycache__"),
    *(ROOT / name for name in ("Dockerfile", "compose.yaml", "docs/operate.md")),
]


def understood(command: list[str]) -> bool:
    """Tell whether our command line takes these words."""
    assert Path(command[0]).name == "matcher"
    try:
        parser().parse_args(command[1:])
    except SystemExit:
        return False
    return True


@pytest.fixture
def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return read


def test_the_table_of_settings_is_that_of_the_code() -> None:
    page = (ROOT / "docs" / "operate.md").read_text()

    assert page == put_into(page), "python -m matcher.commands.settings_table"
    assert [f"`{name}`" for name in SETTINGS - hidden() if f"`{name}`" not in page] == []


def hidden() -> set[str]:
    return {"MATCHER_SEAL_KEYS", "MATCHER_TESTING", "MATCHER_WTF_CSRF_ENABLED"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"MATCHER_[A-Z0-9_]+[A-Z0-9]", path.read_text()))

    assert named - SETTINGS == set()


def test_containers_run_commands_that_exist_and_may_write_nothing(compose: dict[str, Any]) -> None:
    for name in ("web", "worker"):
        service = compose["services"][name]
        assert understood(service["command"]), name
        assert (service["read_only"], service["user"]) == (True, "10001")
        assert service["cap_drop"] == ["ALL"]
        assert "/tmp" in service["tmpfs"]  # noqa: S108  # in the container
    volumes = {
        mount.split(":")[0]
        for each in compose["services"].values()
        for mount in each.get("volumes", [])
    }
    assert volumes <= set(compose["volumes"])


def test_the_image_is_built_of_files_that_exist_and_runs_without_rights(app: Flask) -> None:
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    copied = [
        line.split()[1:-1]
        for line in text.splitlines()
        if line.startswith("COPY ") and "--from" not in line
    ]

    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []
    assert re.search(r"^USER 10001$", text, re.MULTILINE)
    [command] = re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)
    assert understood(yaml.safe_load(command))
    [asked] = re.findall(r"127\.0\.0\.1:8000(/[a-z/]+)", text)
    assert asked in {rule.rule for rule in app.url_map.iter_rules()}
    kept = (ROOT / ".dockerignore").read_text().splitlines()
    assert {f"!{name.split('/')[0]}" for names in copied for name in names} <= set(kept)


def test_the_image_knows_whether_it_is_healthy(tmp_path: Path) -> None:
    """As the Dockerfile says it, under a name that visitors do not use; the port alone differs."""
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    [serves] = re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)
    [asks] = re.findall(r"^HEALTHCHECK .* CMD (.+)$", text, re.MULTILINE)
    port = str(free_port())
    command = [word.replace("8000", port) for word in yaml.safe_load(serves)]
    question = [word.replace("8000", port) for word in shlex.split(asks)]
    assert (command[0], question[0]) == ("matcher", "python")
    address = {"MATCHER_BASE_URL": "https://mentoring.example.org"}
    matcher("upgrade", place=tmp_path, **address)

    def is_healthy() -> bool:
        words = [sys.executable, *question[1:]]
        asked = subprocess.run(words, check=False, capture_output=True)  # noqa: S603  # as the image asks
        return asked.returncode == 0

    assert not is_healthy()
    with (
        subprocess.Popen(  # noqa: S603  # as the image serves
            [sys.executable, "-m", "matcher.cli", *command[1:]],
            cwd=tmp_path,
            env=surroundings(**address),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as service
    ):
        try:
            await_answer(f"http://127.0.0.1:{port}", service)
            assert is_healthy()
        finally:
            service.terminate()
            assert service.wait(40) == 0
    assert not is_healthy()


def test_containers_wait_for_what_is_healthy_and_are_told_all_they_need(
    compose: dict[str, Any],
) -> None:
    services, example = compose["services"], ROOT / "deploy" / "compose.env.example"
    known = set(re.findall(r"^([A-Z_]+)=", example.read_text(), re.MULTILINE))
    text = (ROOT / "compose.yaml").read_text()

    # What has no default must stand in the example to be filled in.
    assert set(re.findall(r"\$\{([A-Z_]+):\?", text)) <= known
    for name, service in services.items():
        waits_for = service.get("depends_on", {})
        assert {each for each in waits_for if "healthcheck" not in services[each]} == set(), name
        assert {wait["condition"] for wait in waits_for.values()} <= {"service_healthy"}
    # A worker serves no pages: the question of the image would never be answered.
    assert services["worker"]["healthcheck"] == {"disable": True}


def test_the_image_can_back_up_the_server_beside_it(compose: dict[str, Any]) -> None:
    """The pg_dump of bookworm is 15, and refuses whatever server is newer."""
    assert "FROM python:3.11-slim-bookworm\n" in (ROOT / "Dockerfile").read_text()
    assert compose["services"]["database"]["image"] == "postgres:15-bookworm"


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
def test_units_start_commands_that_exist(unit: Path, tmp_path: Path) -> None:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str  # type: ignore[assignment,method-assign]  # how configparser keeps case
    read.read(unit)
    service = read["Service"]

    assert understood(shlex.split(service["ExecStart"]))
    assert service["User"] == "matcher"
    assert service["ProtectSystem"] == "strict"
    assert service["MATCHER_INSTANCE" if "MATCHER_INSTANCE" in service else "Environment"].endswith(
        f"/var/lib/{service['StateDirectory']}"
    )
    verify = shutil.which("systemd-analyze")
    if verify:
        ours = tmp_path / unit.name
        ours.write_text(unit.read_text().replace("/opt/matcher/bin/matcher", "/bin/true"))
        said = subprocess.run(  # noqa: S603  # a tool of the system
            [verify, "verify", "--man=no", str(ours)], capture_output=True, text=True, check=False
        )
        assert [line for line in said.stderr.splitlines() if unit.name in line] == []


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_proxies_replace_what_visitors_claim_and_hide_the_figures(name: str) -> None:
    text = (ROOT / "deploy" / name).read_text()

    assert "127.0.0.1:8000" in text
    assert re.search(r"X-Forwarded-For (\$remote_addr|\{remote_host\})", text)
    assert "/metrics" in text
    assert text.count("{") == text.count("}")


def test_gunicorn_serves_pages_from_the_recipe(tmp_path: Path) -> None:
    matcher("upgrade", place=tmp_path)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with (tmp_path / "said").open("w") as said:
        process = subprocess.Popen(  # noqa: S603  # as the recipe says
            [
                *(
                    sys.executable,
                    "-m",
                    "gunicorn",
                    "-c",
                    str(ROOT / "deploy" / "gunicorn.conf.py"),
                ),
                "matcher.commands.wsgi:application()",
            ],
            cwd=tmp_path,
            env=surroundings(BIND=f"127.0.0.1:{port}", MATCHER_BASE_URL=address),
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
        )
    try:
        assert await_answer(address, process) == address
        process.send_signal(signal.SIGTERM)
        assert process.wait(40) == 0
    finally:
        process.kill()
        process.wait()
    assert (tmp_path / "instance" / "matcher.db").exists()
