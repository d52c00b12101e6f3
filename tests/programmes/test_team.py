"""Administrators name who looks after a programme. What they may not do is look after it."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from matcher.programmes.models import Programme
from matcher.programmes.queries.programmes import list_coordinators
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme, an_administrator


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme()
    keep(programme)
    return programme


@pytest.fixture
def administrator(browse: Browse) -> FlaskClient:
    return browse(an_administrator())


def address(programme: Programme, rest: str = "") -> str:
    return f"/coordination/{programme.id}/programme/team{rest}"


def names(db: Session, programme: Programme) -> list[str]:
    found = [each.name for each in list_coordinators(db, programme)]
    db.commit()  # whoever may write keeps all others from writing
    return found


def test_a_coordinator_is_named_and_taken_back_and_named_again(
    keep: Keep, administrator: FlaskClient, programme: Programme, browse: Browse, db: Session
) -> None:
    sam = a_member("Sam")
    keep(sam)
    theirs = browse(sam)

    administrator.post(address(programme), data={"email": sam.email})
    assert names(db, programme) == ["Hanna", "Sam"]
    assert theirs.get(f"/coordination/{programme.id}/people").status_code == 200

    administrator.post(address(programme, "/dismiss"), data={"email": sam.email})
    assert names(db, programme) == ["Hanna"]
    assert theirs.get(f"/coordination/{programme.id}/people").status_code == 401

    administrator.post(address(programme), data={"email": sam.email})
    assert names(db, programme) == ["Hanna", "Sam"]


def test_named_twice_is_named_once(
    administrator: FlaskClient, programme: Programme, db: Session
) -> None:
    administrator.post(address(programme), data={"email": programme.contact.email})

    assert names(db, programme) == ["Hanna"]


def test_the_last_coordinator_stays(
    administrator: FlaskClient, programme: Programme, db: Session
) -> None:
    page = administrator.post(
        address(programme, "/dismiss"), data={"email": programme.contact.email}
    )

    assert page.status_code == 409
    assert "A programme needs at least one coordinator. Name another first." in page.text
    assert names(db, programme) == ["Hanna"]


def test_who_does_not_look_after_it_cannot_be_taken_away(
    keep: Keep, administrator: FlaskClient, programme: Programme
) -> None:
    sam = a_member("Sam")
    keep(sam)

    page = administrator.post(address(programme, "/dismiss"), data={"email": sam.email})

    assert page.status_code == 409
    assert "Sam does not look after this programme." in page.text


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Please fill this in."),
        ("sam", "This does not look like an e-mail address."),
        ("sam@example.org", "Nobody here has this address. They need an account first."),
    ],
)
@pytest.mark.parametrize("deed", ["", "/dismiss"])
def test_who_is_unknown_is_said(
    typed: str, why: str, deed: str, administrator: FlaskClient, programme: Programme
) -> None:
    page = administrator.post(address(programme, deed), data={"email": typed})

    assert page.status_code == 422
    assert why in page.text
    assert typed in page.text


def test_coordinators_do_not_name_each_other(browse: Browse, programme: Programme) -> None:
    assert browse(programme.contact).get(address(programme)).status_code == 403
