"""Whatever anybody sends to any page, it answers with a sentence, never with a failure."""

import importlib
import os
from pathlib import Path
from typing import Any

from flask import Flask
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
# `FUZZ=100000 pytest tests/access/test_bad_input.py` sends as many.
REQUESTS = int(os.environ.get("FUZZ", "500"))
VALUES = st.sampled_from(HOSTILE) | st.text(max_size=60)
FIELDS = st.dictionaries(st.sampled_from(NAMES), VALUES | st.lists(VALUES, max_size=3), max_size=8)
QUERIES = st.dictionaries(st.sampled_from(ARGUMENTS), VALUES, max_size=3)
WALK = settings(
    max_examples=REQUESTS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@WALK
@given(data=st.data())
def test_no_page_fails_whatever_it_is_sent(
    app: Flask, db: Session, world: World, data: st.DataObject
) -> None:
    rule = data.draw(st.sampled_from(sorted(app.url_map.iter_rules(), key=lambda r: r.endpoint)))
    who = data.draw(st.sampled_from(ACTORS))
    browser = app.test_client()
    if who != "nobody":
        member = db.get_one(Member, world.members[who])
        browser.set_cookie("session", sign_in(db, member, now=clock.now()))
        db.commit()

    page = browser.open(
        address(rule, world, data),
        method=method_of(rule),
        query_string=encoded(data.draw(QUERIES)),
        data=encoded(data.draw(FIELDS)) if method_of(rule) == "POST" else None,
    )

    assert page.status_code < 500, (rule.endpoint, who)  # ours to mend


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
