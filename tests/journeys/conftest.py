"""An installation that begins empty, and people who come to it with their browsers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from matcher.foundation.words import Language
from tests.journeys.site import Site, running
from tests.journeys.visitor import Visitor


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with running(tmp_path / "instance") as begun:
        yield begun


@pytest.fixture
def visitor(chromium: Browser, site: Site) -> Iterator[Callable[..., Visitor]]:
    """Let somebody come, with a browser of their own in their own language."""
    come: list[Visitor] = []

    def _visitor(language: Language, **rest: object) -> Visitor:
        come.append(Visitor.with_browser(chromium, site.url, language, **rest))  # type: ignore[arg-type]  # by name
        return come[-1]

    yield _visitor
    for each in come:
        each.page.context.close()
