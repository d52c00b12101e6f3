"""A page that does not say who may use it is never shown."""

import pytest
from flask import Flask

from matcher.web import policy
from matcher.web.policy import Undeclared, anyone


def a_service() -> Flask:
    """Make a service without any page of ours."""
    return Flask(__name__, static_folder=None)


def test_a_service_with_a_page_that_says_nothing_does_not_start() -> None:
    service = a_service()
    service.add_url_rule("/open", "open", anyone(lambda: "for everybody"))
    service.add_url_rule("/secret", "secret", lambda: "for whom?")

    with pytest.raises(Undeclared, match="secret"):
        policy.init_app(service, actor=lambda _db: None)


def test_a_view_for_two_methods_at_once_does_not_start_either() -> None:
    service = a_service()
    service.route("/both", methods=["GET", "POST"])(anyone(lambda: "looks, or changes?"))

    with pytest.raises(Undeclared, match="one view per method"):
        policy.init_app(service, actor=lambda _db: None)


def test_a_page_that_came_after_the_start_is_refused() -> None:
    service = a_service()
    policy.init_app(service, actor=lambda _db: None)
    service.add_url_rule("/secret", "secret", lambda: "for whom?")
    service.add_url_rule("/open", "open", anyone(lambda: "for everybody"))
    browser = service.test_client()

    assert browser.get("/secret").status_code == 403
    assert browser.get("/open").text == "for everybody"
