"""What people are told when something does not go."""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.conftest import Browse
from tests.factories import a_member


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_page_that_is_not_there_says_so_kindly(app: Flask, language: str) -> None:
    response = app.test_client().get("/nowhere", headers={"Accept-Language": language})

    assert response.status_code == 404
    assert {"en": "There is no page here", "nl": "Hier is geen pagina"}[language] in response.text


def test_a_page_that_works_another_way_names_the_way(app: Flask) -> None:
    response = app.test_client().post("/")

    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_help_is_in_sight_even_when_the_database_is_gone(browse: Browse, db: Session) -> None:
    browser = browse(a_member())
    db.execute(text("DROP TABLE sign_in"))
    db.commit()

    response = browser.get("/home")

    assert response.status_code == 503
    assert "Something broke on our side" in response.text
    assert "tel:112" in response.text
