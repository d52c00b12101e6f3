"""The cookie of a visit is read once; what each page makes of it stays its own."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask, Request, flash, get_flashed_messages, session
from flask.sessions import SessionMixin
from werkzeug.test import EnvironBuilder

from matcher.web.visits import Visits
from tests.factories import NOW

LASTS = timedelta(days=31)  # as Flask has it


def cookie_with(app: Flask, **kept: Any) -> str:
    serializer = Visits().get_signing_serializer(app)
    assert serializer
    return f"{app.config['SESSION_COOKIE_NAME']}={serializer.dumps(kept)}"


def opened(app: Flask, cookie: str) -> SessionMixin:
    request = Request(EnvironBuilder(headers=[("Cookie", cookie)]).get_environ())
    visit = app.session_interface.open_session(app, request)
    assert visit is not None
    return visit


def test_what_one_page_writes_is_not_there_for_another_with_the_same_cookie(app: Flask) -> None:
    cookie = cookie_with(app, csrf_token="seed")

    one = opened(app, cookie)
    one["signed_up"] = "Yara"
    one.pop("csrf_token")

    assert dict(opened(app, cookie)) == {"csrf_token": "seed"}
    assert not opened(app, cookie).modified


def test_a_list_that_one_page_changes_is_whole_for_another(app: Flask) -> None:
    cookie = cookie_with(app, words=["one"])

    opened(app, cookie)["words"].append("two")

    assert dict(opened(app, cookie)) == {"words": ["one"]}


@pytest.mark.parametrize("cookie", ["", "visit=", "visit=nothing", "visit=a.b.c"])
def test_a_cookie_that_says_nothing_begins_a_new_visit(app: Flask, cookie: str) -> None:
    assert dict(opened(app, cookie)) == {}


WHAT = ["csrf_token", "signed_up"]  # what is read once, and what is read each time


@pytest.mark.parametrize("what", WHAT)
def test_a_cookie_of_somebody_elses_making_is_not_believed(app: Flask, what: str) -> None:
    cookie = cookie_with(app, **{what: "word"})
    assert dict(opened(app, cookie)) == {what: "word"}
    assert dict(opened(app, cookie[:-4] + "AAAA")) == {}


@pytest.mark.parametrize("what", WHAT)
def test_a_cookie_that_was_read_before_gets_too_old_all_the_same(app: Flask, what: str) -> None:
    with time_machine.travel(NOW, tick=False):
        cookie = cookie_with(app, **{what: "word"})
        assert dict(opened(app, cookie)) == {what: "word"}

    with time_machine.travel(NOW + LASTS, tick=False):
        assert dict(opened(app, cookie)) == {what: "word"}
    with time_machine.travel(NOW + LASTS + timedelta(seconds=1), tick=False):
        assert dict(opened(app, cookie)) == {}


def test_a_notice_is_shown_once(app: Flask) -> None:
    with app.test_request_context():
        flash("Kept.")
        cookie = cookie_with(app, **dict(session))

    for _each in range(2):  # the same page, asked for twice at the same time
        with app.test_request_context(headers=[("Cookie", cookie)]):
            assert get_flashed_messages() == ["Kept."]
            assert get_flashed_messages() == ["Kept."]
            assert "_flashes" not in session
