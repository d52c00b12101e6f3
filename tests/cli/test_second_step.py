"""Letting somebody in again whose phone is gone."""

from pathlib import Path

from tests.cli.test_commands import matcher


def test_whose_phone_is_gone_is_let_in_again(tmp_path: Path) -> None:
    matcher("upgrade", place=tmp_path)
    matcher("make-administrator", "ada@example.org", "--name", "Ada", place=tmp_path)

    done = matcher("end-second-step", "Ada@example.org", place=tmp_path)
    unknown = matcher("end-second-step", "nobody@example.org", place=tmp_path)

    assert "password alone" in done.stdout
    assert unknown.returncode != 0
