"""An administrator helps somebody whose phone is gone, or whose account others were in."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.foundation import clock
from matcher.members.models import Authenticator, Member, RecoveryCode, SignIn
from matcher.messages.models import Mail
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_coordinator, a_programme, an_administrator
from tests.factories.members import a_member_with_password, a_passkey
from tests.members.test_doors import send
from tests.members.test_mailed import is_in
from tests.members.test_second_step import set_up

FIND = "/installation/accounts"
SURE = {"reset-reason": "lost", "reset-made_sure": "called"}


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def administrator(browse: Browse) -> FlaskClient:
    return browse(an_administrator("Bea"))


@pytest.fixture
def yara(keep: Keep) -> Member:
    member = a_member_with_password()
    keep(member)
    return member


def told(db: Session) -> list[str]:
    mails = db.scalars(select(Mail).where(Mail.kind == "member.helped")).all()
    subjects = [(mail.letter or {})["subject"]["text"] for mail in mails]
    db.commit()
    return subjects


def deed(db: Session, action: str) -> Event:
    return db.scalars(select(Event).where(Event.action == action)).one()


def test_an_account_is_found_by_its_whole_address_alone(
    administrator: FlaskClient, yara: Member
) -> None:
    found = administrator.post(FIND, data={"email": yara.email})
    none = administrator.post(FIND, data={"email": "nobody@example.org"})
    part = administrator.post(FIND, data={"email": "member"})

    assert found.location == f"{FIND}/{yara.id}"
    assert (none.status_code, part.status_code) == (422, 422)
    assert "There is no account with this address." in none.text


def test_all_sign_ins_of_somebody_are_ended_with_a_reason(
    administrator: FlaskClient, app: Flask, yara: Member, db: Session
) -> None:
    browser = app.test_client()
    send(browser, yara.email)
    there = administrator.get(f"{FIND}/{yara.id}").text
    nothing = administrator.post(f"{FIND}/{yara.id}/sign-ins/end", data={})

    assert "Signed in with 1 browser." in there
    assert nothing.status_code == 422
    assert is_in(browser)
    administrator.post(f"{FIND}/{yara.id}/sign-ins/end", data={"end-reason": "stranger"})

    assert not is_in(browser)
    assert send(browser, yara.email).location == "/home"  # the password is as it was
    assert deed(db, "member.sign_ins_ended").facts == {"reason": "stranger"}
    assert told(db) == ["You were signed out everywhere"]


def test_a_lost_second_step_is_taken_away_once_it_is_sure_who_asks(
    administrator: FlaskClient, browse: Browse, db: Session
) -> None:
    member = a_member_with_password()
    browser = browse(member)
    set_up(browser, db)
    db.add(a_passkey(member))
    db.commit()
    unsure = administrator.post(
        f"{FIND}/{member.id}/second-step/reset", data={"reset-reason": "lost"}
    )
    assert unsure.status_code == 422
    assert db.scalars(select(Authenticator)).all()
    db.commit()

    administrator.post(f"{FIND}/{member.id}/second-step/reset", data=SURE)

    left = [*db.scalars(select(Authenticator)), *db.scalars(select(RecoveryCode))]
    db.commit()
    assert left == []
    assert not is_in(browser)
    assert send(browser, member.email).location == "/home"  # no second step is asked for
    assert deed(db, "factor.reset").facts == {"reason": "lost", "kind": "called"}
    assert told(db) == ["Your second step was taken away"]


def test_where_there_is_none_nothing_is_taken_away(
    administrator: FlaskClient, yara: Member, db: Session
) -> None:
    answer = administrator.post(f"{FIND}/{yara.id}/second-step/reset", data=SURE)

    assert answer.status_code == 409
    assert "Take a lost second step away" not in administrator.get(f"{FIND}/{yara.id}").text
    assert told(db) == []


@pytest.mark.parametrize("what", ["", "/sign-ins/end", "/second-step/reset"])
def test_who_administrates_shows_first_that_it_is_they(
    what: str, administrator: FlaskClient, yara: Member, db: Session
) -> None:
    for here in db.scalars(select(SignIn)):
        here.proven_at = clock.now() - timedelta(hours=1)
    db.commit()
    path = f"{FIND}/{yara.id}{what}"

    answer = administrator.post(path, data=SURE) if what else administrator.get(path)

    assert str(answer.location).startswith("/account/prove?next=/installation/accounts/")
    assert told(db) == []


def test_nobody_helps_themselves_here(browse: Browse, db: Session) -> None:
    bea = an_administrator("Bea")
    browser = browse(bea)
    set_up(browser, db)

    assert browser.get(f"{FIND}/{bea.id}").status_code == 403
    assert browser.post(f"{FIND}/{bea.id}/second-step/reset", data=SURE).status_code == 403
    assert db.scalars(select(Authenticator)).all()


def test_a_coordinator_does_not_find_it(browse: Browse, db: Session, yara: Member) -> None:
    programme = a_programme()
    db.add(programme)
    db.flush()
    browser = browse(a_coordinator(programme.id))

    assert browser.get(FIND).status_code == 404
    assert browser.get(f"{FIND}/{yara.id}").status_code == 404
    assert browser.post(f"{FIND}/{yara.id}/second-step/reset", data=SURE).status_code == 404
