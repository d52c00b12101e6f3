"""A file is served under the address of its version, and nothing else is."""

import pytest
from flask import Flask

from matcher.web.assets import asset


def test_a_version_is_kept_for_a_year(app: Flask) -> None:
    with app.test_request_context():
        address = asset("theme.css")

    response = app.test_client().get(address)

    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert "max-age=31536000" in response.headers["Cache-Control"]


@pytest.mark.parametrize("query", ["", "?v=000000000000", "?v="])
def test_another_version_is_asked_about_again(app: Flask, query: str) -> None:
    response = app.test_client().get(f"/static/theme.css{query}")

    assert response.status_code == 200
    assert response.cache_control.no_cache
    assert response.cache_control.max_age is None


def test_an_unchanged_file_is_not_sent_twice(app: Flask) -> None:
    browser = app.test_client()
    first = browser.get("/static/theme.css")

    again = browser.get("/static/theme.css", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_bootstrap_is_served_from_the_installed_wheel(app: Flask) -> None:
    response = app.test_client().get("/static/vendor/bootstrap.min.css")

    assert response.status_code == 200
    assert response.text.count("Bootstrap") > 0
    assert response.headers["Content-Type"].startswith("text/css")


def test_bootstrap_comes_without_the_pictures_that_our_policy_would_stop(app: Flask) -> None:
    style = app.test_client().get("/static/vendor/bootstrap.min.css").text

    assert "url(" not in style
    assert "--bs-form-select-bg-img:none" in style


@pytest.mark.parametrize(
    "name", ["../app.py", "%2e%2e/app.py", "js", "vendor/x.css", "a" * 5000, "%00", "theme.css/x"]
)
def test_what_is_not_ours_to_serve_is_not_found(app: Flask, name: str) -> None:
    assert app.test_client().get(f"/static/{name}").status_code == 404


def test_a_misspelt_name_is_found_while_building(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(FileNotFoundError, match=r"no theme\.sccs"):
        asset("theme.sccs")
