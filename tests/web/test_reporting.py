"""Browsers tell what our policy stopped; nothing that anybody sends is written down as it came."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient
from structlog.testing import capture_logs
from structlog.typing import EventDict

from matcher.web import reporting
from matcher.web.reporting import LARGEST, LINES, Turnstile

TODAY = {
    "type": "csp-violation",
    "body": {
        "effectiveDirective": "script-src-elem",
        "documentURL": "http://localhost/reset/t0ken-of-somebody?x=1",
        "blockedURL": "https://evil.example/x.js",
        "sample": "<script>alert(1)</script>",
    },
}
BEFORE = {
    "csp-report": {"effective-directive": "img-src", "document-uri": "http://localhost/sign-in"}
}


@pytest.fixture
def browser(app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setattr(reporting, "turnstile", Turnstile(LINES, 60.0))
    return app.test_client()


def told(browser: FlaskClient, body: str | bytes) -> list[EventDict]:
    with capture_logs() as lines:
        answer = browser.post("/policy-reports", data=body, content_type="application/reports+json")
    assert answer.status_code == 204
    assert answer.data == b""
    return [each for each in lines if each["event"] == "policy stopped something"]


def test_a_report_is_one_line_with_our_rule_and_our_page(browser: FlaskClient) -> None:
    [line] = told(browser, json.dumps([TODAY]))

    assert line["directive"] == "script-src-elem"
    assert line["page"] == "/reset/<token>"
    assert not any(each in str(line) for each in ("t0ken", "evil", "alert"))


def test_older_browsers_are_understood(browser: FlaskClient) -> None:
    [line] = told(browser, json.dumps(BEFORE))

    assert (line["directive"], line["page"]) == ("img-src", "/sign-in")


@pytest.mark.parametrize(
    "body",
    [
        *("", "nothing", "[", "null", "3", "[[]]", "[" * 5_000, '{"body": 3}', "[null, {}]"),
        b"\xff\xfe",
        json.dumps([TODAY | {"body": TODAY["body"] | {"effectiveDirective": "a\nforged line"}}]),  # type: ignore[operator]  # a dict
        json.dumps([TODAY | {"body": TODAY["body"] | {"documentURL": "https://x/nowhere"}}]),  # type: ignore[operator]  # a dict
        json.dumps([TODAY | {"more": "x" * LARGEST}]),
    ],
)
def test_anything_else_is_taken_and_forgotten(browser: FlaskClient, body: str | bytes) -> None:
    assert told(browser, body) == []


def test_many_reports_are_few_lines(browser: FlaskClient) -> None:
    lines = [line for _ in range(5) for line in told(browser, json.dumps([TODAY] * 50))]

    assert len(lines) == LINES


def test_after_a_minute_more_are_let_through() -> None:
    turnstile = Turnstile(1, 60.0)

    passed = [turnstile.lets_through(at) for at in (100.0, 101.0, 159.0, 161.0)]

    assert passed == [True, False, False, True]


def test_every_page_says_where_to_tell(browser: FlaskClient) -> None:
    headers = browser.get("/").headers

    assert "report-to policy" in headers["Content-Security-Policy"]
    assert headers["Reporting-Endpoints"] == 'policy="/policy-reports"'
