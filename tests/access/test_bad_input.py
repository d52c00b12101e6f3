"""Whatever anybody sends to any page, it answers with a sentence, never with a failure."""

import gc
import importlib
import os
import time
from functools import cache
from pathlib import Path
from typing import Any

import fpdf  # noqa: F401  # a process loads it once, at its first PDF: that is not a page's time
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from wtforms.fields.core import UnboundField

import matcher
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.members.services.signing_in import sign_in
from matcher.web.forms import Form
from tests.access.test_access import method_of, token
from tests.access.world import ACTORS, World

CODE = Path(matcher.__file__).parent
HOSTILE = [
    *("", " ", "abc", "-1", "0", "1e9", "9" * 30, "NaN", "\x00", "a\x00b", "\ud800", "\u202egnp"),
    *("a\r\nBcc: x@example.org", "<script>alert(1)</script>", "' OR 1=1 --", "%(name)s", "{{7*7}}"),
    *("../../etc/passwd", "//evil.example", "javascript:alert(1)", "\N{GRINNING FACE}" * 40),
    *("é" * 500, "word " * 10_000, "yes", "no", "mentee", "mentor", "2026-02-30", "2026-03-09"),
    *("25:61", "19:30", "mon-evening", "job-search", "nl", "approve", "on", "1", "5", "true"),
    *("yara@example.org", "a@b", "00000000-0000-4000-8000-000000000000", "=1+1", "＝cmd", "[]"),
]
ARGUMENTS = ("page", "side", "state", "text", "topic", "language", "sort", "next", "closed", "q")


def field_names() -> list[str]:
    """Every name that any form of the product asks for."""
    for path in [*CODE.rglob("forms.py"), *CODE.rglob("forms/*.py")]:
        importlib.import_module(".".join(path.relative_to(CODE.parent).with_suffix("").parts))
    names: set[str] = set()
    waiting: list[type] = [Form]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        names |= {name for name, each in vars(kind).items() if isinstance(each, UnboundField)}
    return sorted(names)


NAMES = field_names()
# `FUZZ=100000 pytest -n 2 tests/access/test_bad_input.py` sends as many; without it, 5,000.
REQUESTS = int(os.environ.get("FUZZ", "5000"))
# In parts, each with a world of its own, so that several processes share the work.
PARTS = 20
# Nobody waits longer for an answer. This process's own time counts, whatever else goes on.
LONGEST = 2.0
VALUES = st.sampled_from(HOSTILE) | st.text(max_size=60)
FIELDS = st.dictionaries(st.sampled_from(NAMES), VALUES | st.lists(VALUES, max_size=3), max_size=8)
QUERIES = st.dictionaries(st.sampled_from(ARGUMENTS), VALUES, max_size=3)
WALK = settings(
    max_examples=max(REQUESTS // PARTS, 1),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class Crowd:
    """One browser for each actor. Whoever was signed out by a page signs in anew."""

    def __init__(self, app: Flask, db: Session, world: World) -> None:
        self.app, self.db, self.world = app, db, world
        self.browsers: dict[str, FlaskClient] = {}

    def browser(self, who: str) -> FlaskClient:
        if who not in self.browsers:
            self.browsers[who] = self.app.test_client()
            if who != "nobody":
                self.db.expire_all()
                member = self.db.get_one(Member, self.world.members[who])
                token = sign_in(self.db, member, now=clock.now())
                self.browsers[who].set_cookie("session", token)
            self.db.commit()
        return self.browsers[who]

    def left(self, who: str) -> None:
        self.browsers.pop(who, None)


@pytest.fixture
def crowd(app: Flask, db: Session, world: World) -> Crowd:
    return Crowd(app, db, world)


@pytest.mark.parametrize("part", range(PARTS))
@WALK
@given(data=st.data())
def test_no_page_fails_whatever_it_is_sent(
    part: int, app: Flask, crowd: Crowd, world: World, data: st.DataObject
) -> None:
    rule = data.draw(st.sampled_from(rules(app)))
    who = data.draw(st.sampled_from(ACTORS))
    browser, method = crowd.browser(who), method_of(rule)
    address_asked = address(rule, world, data)
    query, fields = encoded(data.draw(QUERIES)), encoded(data.draw(FIELDS))
    gc.disable()  # this process is full of what the test drew; a service leaves out what stays
    begun = time.process_time()

    page = browser.open(
        address_asked,
        method=method,
        query_string=query,
        data=fields if method == "POST" else None,
    )

    spent = time.process_time() - begun
    gc.enable()
    cookies = page.headers.getlist("Set-Cookie")
    if page.status_code == 401 or any(each.startswith("session=") for each in cookies):
        crowd.left(who)
    assert page.status_code < 500, (part, rule.endpoint, who)  # ours to mend
    assert spent < LONGEST, (part, rule.endpoint, who, spent)


@cache
def rules(app: Flask) -> list[Rule]:
    return sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)


def address(rule: Rule, world: World, data: st.DataObject) -> str:
    """Make the address of a page, with values that exist and values that cannot."""
    values: dict[str, Any] = {**world.address, "token": token(rule.endpoint, world)}
    for name in rule.arguments:
        if not name.endswith("_id") and data.draw(st.integers(0, 3)) == 0:
            values[name] = data.draw(st.sampled_from(HOSTILE)).replace("/", "") or "x"
    built = rule.build({name: printable(values[name]) for name in rule.arguments})
    assert built is not None
    return built[1]


def encoded(values: dict[str, Any]) -> dict[str, Any]:
    """Lone surrogates cannot leave a browser as text, but can as bytes."""
    return {name: printable(value) for name, value in values.items()}


def printable(value: Any) -> Any:
    if isinstance(value, list):
        return [printable(each) for each in value]
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
