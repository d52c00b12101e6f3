"""Every page, as anybody would open it: nothing stands in the way, nothing is asked elsewhere.

On a phone in the light in English, and on a desk in the dark in Dutch. All eight ways there are:
SAMEN_LOOK=all pytest tests/demo/test_every_page.py
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import product

import pytest
from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation.engines import open_to_read, open_to_write
from matcher.foundation.words import Language
from tests.access.world import World, build_world
from tests.databases import File
from tests.demo.every_page import Pages, ask_the_world, follow_links
from tests.demo.eyes import eyes
from tests.factories import NOW

pytestmark = pytest.mark.journey

ALL = list(product((360, 1280), ("light", "dark"), Language))
FEW = [(360, "light", Language.EN), (1280, "dark", Language.NL)]
WAYS = ALL if os.environ.get("SAMEN_LOOK") == "all" else FEW
Sent = Callable[[Language], Pages]


@pytest.mark.parametrize(("width", "theme", "language"), WAYS)
def test_every_page_is_as_promised(
    sent: Sent, chromium: Browser, width: int, theme: str, language: Language
) -> None:
    found = {}
    with eyes(chromium, width=width, dark=theme == "dark", language=language) as mine:
        for (kind, who), (path, page) in sent(language).found.items():
            found[kind, who] = mine.look(path, page)

    assert {seen: told for seen, told in found.items() if told} == {}


def test_no_page_was_overlooked(sent: Sent, application: Flask) -> None:
    pages = sent(Language.EN)

    assert list(pages.missing(application)) == []
    assert "review.together" in {kind.endpoint for kind, _who in pages.found}


@contextmanager
def showing(application: Flask, settings: Settings) -> Iterator[Session]:
    """Show the application another database, and give a session that may write there."""
    doors = {"read": open_to_read(settings.database), "write": open_to_write(settings.database)}
    for name, engine in doors.items():
        application.extensions[name].configure(bind=engine)
    application.config["SETTINGS"] = settings
    with Session(doors["write"], expire_on_commit=False) as db:
        yield db
    for engine in doors.values():
        engine.dispose()


@pytest.fixture(scope="module")
def sent(
    application: Flask, built: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sent]:
    """Send every page once in each language, before a browser is started."""
    before = application.config["SETTINGS"]
    folder = tmp_path_factory.mktemp("sent")
    worlds: list[World] = []
    made = File(folder / "made.db", lambda db: worlds.append(build_world(db)))
    here = replace(before, DATABASE_URL=built.database, INSTANCE=built.INSTANCE)
    there = replace(before, DATABASE_URL=made.copy(folder), INSTANCE=folder)

    @cache
    def _sent(language: Language) -> Pages:
        pages = Pages()
        with showing(application, here) as db:
            follow_links(application, db, NOW, language, pages)
        with showing(application, there) as db:
            an_hour_later = NOW + timedelta(hours=1)
            ask_the_world(application, db, worlds[0], an_hour_later, language, pages)
        return pages

    yield _sent
    application.config["SETTINGS"] = before
