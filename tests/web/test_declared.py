"""A page that does not say who may use it is never shown; what was only looked at is never kept."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.web import policy
from matcher.web.policy import Undeclared, anyone
from matcher.web.session import reading, writing
from tests.conftest import Keep
from tests.factories import a_member


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


def test_changing_what_was_only_looked_at_keeps_nothing_of_the_deed(
    app: Flask, db: Session, keep: Keep
) -> None:
    """It would look as if it had been kept, and nothing would be."""
    yara, ahmed = a_member("Yara"), a_member("Ahmed")
    keep(yara, ahmed)

    def change() -> None:
        with writing() as own:
            own.get_one(Member, ahmed.id).name = "Somebody"
            reading().get_one(Member, yara.id).name = "Somebody"

    with app.test_request_context(), pytest.raises(AssertionError, match="Load it within"):
        change()

    db.expire_all()
    assert (yara.name, ahmed.name) == ("Yara", "Ahmed")
