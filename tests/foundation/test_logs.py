"""A line that comes with every page is the same JSON as all others, written at once."""

import json

import pytest
import time_machine

from matcher.foundation import logs
from tests.factories import NOW


def test_a_line_says_what_when_and_how_much(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(logs._Ways, "at_once", True)  # noqa: SLF001  # as `configure` sets it

    with time_machine.travel(NOW, tick=False):
        logs.note("request", page="/home", status=200, ms=1.5)

    [line] = capsys.readouterr().err.splitlines()
    said = {"page": "/home", "status": 200, "ms": 1.5, "event": "request", "level": "info"}
    assert json.loads(line) == {**said, "timestamp": NOW.isoformat().replace("+00:00", "Z")}


def test_what_json_has_no_word_for_is_written_as_it_calls_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(logs._Ways, "at_once", True)  # noqa: SLF001  # likewise

    logs.note("request", page=object)

    assert json.loads(capsys.readouterr().err)["page"] == "<class 'object'>"
