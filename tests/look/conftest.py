"""A served site and a real browser, for what only a browser can tell."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from flask import Blueprint, Flask, jsonify, render_template_string, request
from flask.typing import ResponseReturnValue
from playwright.sync_api import Browser, ConsoleMessage, Page
from sqlalchemy import Engine
from werkzeug.serving import make_server

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.rooms import BLUEPRINTS
from matcher.web.policy import anyone

WRITING = """
{% extends "layouts/page.html" %}
{% from "components/reach.html" import reach %}
{% from "components/saved.html" import saved %}
{% set scripts = ["autosave", "words"] %}
{% block title %}Writing{% endblock %}
{% block main %}
<h1>{{ self.title() }}</h1>
<form data-autosave="/bench/draft" action="/bench/writing" novalidate>
  <input type="hidden" name="csrf_token" value="{{ csrf_token() }}">{{ saved() }}
  <label for="story">Story</label><textarea id="story" name="story" data-statement></textarea>
</form>
{{ reach(0) }}
{% endblock %}
"""
RUNNING = """
{% extends "layouts/page.html" %}
{% from "components/progress_bar.html" import progress_bar %}
{% from "components/progress_refresh.html" import progress_refresh %}
{% set scripts = ["progress"] %}
{% block title %}Running{% endblock %}
{% block head %}{{ progress_refresh(1) if job.is_running }}{% endblock %}
{% block main %}
<h1>{{ self.title() }}</h1>
{{ progress_bar(job, "/bench/running") }}
<form><label><input type="checkbox" name="pair" value="1"> Yara</label>
<label><input type="checkbox" name="pair" value="2" checked> Emre</label>
<label>Search <input name="find"></label></form>
{% if not job.is_running %}<p>It is done.</p>{% endif %}
{% endblock %}
"""


@dataclass
class Bench:
    """What the pages of these tests keep and tell."""

    drafts: list[dict[str, str]] = field(default_factory=list)
    works: bool = True
    percent: int = 10


@dataclass(frozen=True)
class Site:
    url: str
    bench: Bench


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the whole product, and a few pages that only these tests need."""
    bench = Bench()
    server = make_server("127.0.0.1", 0, Flask("not yet"), threaded=True)
    url = f"http://127.0.0.1:{server.server_port}"
    served = Settings(
        SECRET_KEY="for tests",
        SEAL_KEYS={1: bytes(range(32))},
        INSTANCE=tmp_path_factory.mktemp("look"),
        BASE_URL=url,
        MODE="development",
    )
    _make_tables(served.database)
    server.app = create_app(served, blueprints=[*BLUEPRINTS, _bench(bench)])
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Site(url, bench)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(chromium: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Open a page as someone would: their width, colours and language, with scripts or not.

    What the browser complains about, such as what the content policy stopped, fails the test.
    """
    complaints: list[str] = []
    contexts = []

    def _visit(
        path: str, *, width: int = 1280, dark: bool = False, complains: bool = False, **rest: object
    ) -> Page:
        context = chromium.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            **rest,  # type: ignore[arg-type]  # Playwright's own names
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if not complains:
            page.on("console", lambda said: complaints.extend(_errors(said)))
        page.goto(path)
        return page

    yield _visit
    for context in contexts:
        context.close()
    assert complaints == []


def _errors(said: ConsoleMessage) -> list[str]:
    # A page that is not there is one, and the browser says so.
    return [said.text] if said.type == "error" and "404" not in said.text else []


def _make_tables(url: str) -> None:
    engine: Engine = open_to_write(url)
    Base.metadata.create_all(engine)
    engine.dispose()


def _bench(bench: Bench) -> Blueprint:
    blueprint = Blueprint("bench", __name__)

    @blueprint.get("/bench/writing")
    @anyone
    def writing() -> str:
        return render_template_string(WRITING)

    @blueprint.post("/bench/draft")
    @anyone
    def draft() -> ResponseReturnValue:
        if not bench.works:
            return "busy", 503
        bench.drafts.append(request.form.to_dict())
        return jsonify(saved="14:32")

    @blueprint.get("/bench/running")
    @anyone
    def running() -> str:
        bench.percent = min(100, bench.percent + 30)
        job = {
            "label": "Matching",
            "percent": bench.percent,
            "sentence": "looking",
            "is_running": bench.percent < 100,
        }
        return render_template_string(RUNNING, job=job)

    return blueprint
