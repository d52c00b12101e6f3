"""The styleguide shows everything that pages are built from, to those who build."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from matcher.app import create_app
from matcher.config import Settings

TEMPLATES = Path(__file__).parents[2] / "templates"
COMPONENTS = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
# What stands around every page, on it, or in every mail.
STARTS = [
    *("styleguide/show.html", "messages/letter.html"),
    *("layouts/page.html", "layouts/below.html"),
]


def _imported(template: str) -> set[str]:
    """Return the components that a template uses, and those that they use."""
    found = set(re.findall(r'"components/(\w+)\.html"', (TEMPLATES / template).read_text()))
    return found.union(*(_imported(f"components/{name}.html") for name in found))


def test_every_component_is_shown() -> None:
    shown = set().union(*map(_imported, STARTS))

    # A <noscript> of its own, which cannot be seen.
    assert COMPONENTS - shown - {"progress_refresh"} == set(), "Show it on the styleguide."


def test_every_component_says_what_it_is_for() -> None:
    for name in COMPONENTS:
        assert (TEMPLATES / f"components/{name}.html").read_text().startswith("{# "), name


def test_every_component_is_in_the_list() -> None:
    listed = (TEMPLATES.parent / "docs/style/components.md").read_text()
    # These come with a layout.
    around = {"top", "foot", "head", "concern_fixed", "language_choice", "sign_out", "theme_choice"}

    assert [name for name in COMPONENTS - around if f"`{name}`" not in listed] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_it_is_shown_in_both_languages(app: Flask, language: str) -> None:
    response = app.test_client().get("/styleguide", headers={"Accept-Language": language})

    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.text


def test_it_is_not_there_for_members(settings: Settings) -> None:
    app = create_app(replace(settings, MODE="production"))

    assert app.test_client().get("/styleguide").status_code == 404


def test_an_id_stands_on_a_page_once(app: Flask) -> None:
    page = app.test_client().get("/styleguide").text
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert sorted({each for each in ids if ids.count(each) > 1}) == []
