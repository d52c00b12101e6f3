"""Somebody whose mail comes back is asked about their address at every door there is."""

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.members.models import Member
from tests.conftest import Browse, Keep
from tests.factories.members import a_member_with_password
from tests.members.conftest import AtProvider
from tests.members.test_doors import send
from tests.members.test_mailed import ask
from tests.members.test_provider import come_back, yara
from tests.members.test_second_step import code_of, half, set_up, step

ASKED = "/account/address?next=/account"


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    with time_machine.travel(clock.now(), tick=False):
        yield


def returned(member: Member) -> Member:
    member.email_returned_at = clock.now()
    return member


def test_after_a_password(app: Flask, keep: Keep) -> None:
    member = returned(a_member_with_password())
    keep(member)

    assert send(app.test_client(), member.email, next="/account").location == ASKED


def test_after_a_mailed_link_and_its_code(app: Flask, keep: Keep, db: Session) -> None:
    one, two = returned(a_member_with_password()), returned(a_member_with_password("Ahmed"))
    keep(one, two)
    browser, link, _code = ask(app, db, one.email, next="/account")
    other, _link, code = ask(app, db, two.email, next="/account")

    assert browser.post(link).location == ASKED
    assert other.post("/sign-in/code", data={"code": code}).location == ASKED


def test_after_a_second_step(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()
    send(browser, member.email)
    set_up(browser, db)
    member.email_returned_at = clock.now()
    keep(member)

    waiting = half(app, member)

    assert step(waiting, code_of(db), next="/account").location == ASKED


@pytest.mark.usefixtures("with_provider")
def test_after_the_provider(
    app: Flask, browse: Browse, at_provider: AtProvider, db: Session
) -> None:
    member = yara()
    come_back(browse(member), at_provider, "/account/provider")
    member.email_returned_at = clock.now()
    db.commit()

    assert (
        come_back(app.test_client(), at_provider, "/sign-in/provider?next=/account").location
        == ASKED
    )
