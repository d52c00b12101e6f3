"""Every response tells the browser what it may do, whatever became of the request."""

from dataclasses import replace

import pytest
from flask import Flask

from matcher.app import create_app
from matcher.config import Settings

PAGES = ["/", "/tips", "/nowhere", "/static/theme.css", "/health/live", "/sign-out"]


@pytest.mark.parametrize("page", PAGES)
def test_every_response_is_dressed(page: str, app: Flask) -> None:
    headers = app.test_client().get(page).headers

    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"
    for name in ("Opener-Policy", "Embedder-Policy"):
        assert f"Cross-Origin-{name}" in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("page", ["/", "/tips", "/nowhere"])
def test_no_page_stays_in_a_cache(page: str, app: Flask) -> None:
    assert app.test_client().get(page).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("host", ["evil.example", "localhost:81", "localhost.evil.example", ""])
def test_another_host_is_turned_away_before_anything_looks_at_it(host: str, app: Flask) -> None:
    answer = app.test_client().get("/", headers={"Host": host})

    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers
    assert "Set-Cookie" not in answer.headers


def test_on_ones_own_machine_another_address_says_which_one_it_is(app: Flask) -> None:
    answer = app.test_client().get("/", headers={"Host": "127.0.0.1"})
    secure = create_app(replace(app.config["SETTINGS"], BASE_URL="https://samen.example.org"))
    away = secure.test_client().get("/", headers={"Host": "192.0.2.7"})

    assert "Please open http://localhost\n" in answer.text
    assert "samen.example.org" not in away.text


def test_only_https_is_promised_to_stay_https(app: Flask, settings: Settings) -> None:
    secure = create_app(replace(settings, BASE_URL="https://samen.example.org"))
    browser = secure.test_client()

    answer = browser.get("/health/live", base_url="https://samen.example.org")

    assert answer.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert "Strict-Transport-Security" not in app.test_client().get("/health/live").headers


def test_health_says_whether_and_never_why(app: Flask) -> None:
    browser = app.test_client()

    assert browser.get("/health/live").text == "alive\n"
    assert browser.get("/health/ready").text == "ready\n"
    assert "Set-Cookie" not in browser.get("/health/ready").headers
