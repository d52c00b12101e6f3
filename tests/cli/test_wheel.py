"""The wheel carries everything: it is installed away from the repository, and serves pages."""

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.test_commands import await_answer
from tests.messages.servers import free_port

ROOT = Path(__file__).parents[2]
NEEDED = [
    "matcher/templates/layouts/page.html",
    "matcher/templates/layouts/mail.txt",
    "matcher/translations/nl/LC_MESSAGES/messages.po",
    "matcher/static/theme.css",
    "matcher/static/mail.css",
    "matcher/migrations/script.py.mako",
    "matcher/migrations/env.py",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder)]
    run(sys.executable, "-m", "pip", "wheel", *options, str(ROOT))
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own, which borrows only what it depends on."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", str(folder / "env"))
    python = str(folder / "env" / "bin" / "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "-q", str(wheel))
    [packages] = (folder / "env" / "lib").glob("python*/site-packages")
    # A path in a .pth file is added without the .pth files in it: ours, editable, stays out.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


@pytest.mark.journey
def test_everything_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert [name for name in NEEDED if name not in names] == []
    assert any(name.startswith("matcher/migrations/versions/0001_") for name in names)
    assert [name for name in names if name.endswith((".pyc", ".db", ".mo"))] == []


@pytest.mark.journey
def test_the_demo_answers_from_another_folder(elsewhere: Path) -> None:
    port = free_port()
    with (elsewhere / "said").open("w") as said:
        process = subprocess.Popen(  # noqa: S603  # our own command
            [elsewhere / "env" / "bin" / "matcher", "demo", "--port", str(port)],
            cwd=elsewhere,
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
        )
    try:
        address = await_answer(f"http://localhost:{port}", process)
        with urlopen(address) as home:  # noqa: S310  # our own
            assert "Samen Sterk" in home.read().decode()
        assert "Sign in as:" in (elsewhere / "said").read_text()
        assert (elsewhere / "instance" / "demo" / "matcher.db").exists()
    finally:
        process.kill()
        process.wait()


def run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603  # our own tools
