"""Links by mail: opened as often as one likes, used once, and only where they belong."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.models import Member, OneTimeLink, Purpose
from matcher.members.queries import find_link
from matcher.members.services.links import make_link, use_up
from tests.conftest import Keep
from tests.factories import NOW, a_member

AN_HOUR = timedelta(hours=1)


def a_link(db: Session, member: Member, purpose: Purpose = Purpose.RESET_PASSWORD) -> str:
    db.add(member)
    db.flush()
    return make_link(db, member, purpose, now=NOW, lasts=AN_HOUR)


def test_a_link_opens_what_it_was_made_for(db: Session) -> None:
    member = a_member()
    token = a_link(db, member)

    link = find_link(db, token, Purpose.RESET_PASSWORD, now=NOW)

    assert link
    assert link.member is member


def test_a_link_opens_nothing_else(db: Session) -> None:
    token = a_link(db, a_member())

    assert find_link(db, token, set(Purpose) - {Purpose.RESET_PASSWORD}, now=NOW) is None


def test_a_link_lasts_to_the_second(db: Session) -> None:
    token = a_link(db, a_member())
    second = timedelta(seconds=1)

    assert find_link(db, token, Purpose.RESET_PASSWORD, now=NOW + AN_HOUR - second)
    assert find_link(db, token, Purpose.RESET_PASSWORD, now=NOW + AN_HOUR) is None


def test_we_keep_no_token(db: Session) -> None:
    token = a_link(db, a_member())
    db.flush()

    assert token not in db.scalars(select(OneTimeLink.fingerprint)).one()


def test_a_link_dies_with_the_address_it_was_mailed_to(db: Session) -> None:
    member = a_member()
    token = a_link(db, member)
    member.email, member.email_key = "new@example.org", "new@example.org"

    assert find_link(db, token, Purpose.RESET_PASSWORD, now=NOW) is None


def test_a_link_dies_with_its_account(db: Session) -> None:
    member = a_member()
    token = a_link(db, member)
    member.disabled_at = NOW
    assert find_link(db, token, Purpose.RESET_PASSWORD, now=NOW) is None

    db.delete(member)
    db.flush()
    assert find_link(db, token, Purpose.RESET_PASSWORD, now=NOW) is None


def test_a_link_is_used_once(db: Session) -> None:
    token = a_link(db, a_member())
    link = find_link(db, token, Purpose.RESET_PASSWORD, now=NOW)
    assert link
    use_up(db, link, now=NOW)

    with pytest.raises(RuleBroken, match="used already"):
        use_up(db, link, now=NOW)
    assert find_link(db, token, Purpose.RESET_PASSWORD, now=NOW) is None


def test_of_fifty_uses_at_the_same_moment_one_succeeds(db: Session, engine: Engine) -> None:
    """All fifty have found the link before the first of them uses it."""
    a_link(db, a_member())
    link_id = db.scalars(select(OneTimeLink.id)).one()
    db.commit()
    together = Barrier(50)

    def use(_: int) -> bool:
        with Session(engine) as looking:
            link = looking.get_one(OneTimeLink, link_id)
        together.wait()
        try:
            with Session(engine) as here, here.begin():
                use_up(here, link, now=NOW)
        except RuleBroken:
            return False
        return True

    with ThreadPoolExecutor(50) as at_once:
        succeeded = list(at_once.map(use, range(50)))

    assert sum(succeeded) == 1


@pytest.mark.parametrize(
    "token", ["x", "%00", "%ED%A0%80", "x" * 3000, "..%2f..%2fetc", "%F0%9F%98%80"]
)
@pytest.mark.parametrize("page", ["reset", "confirm", "undo", "invitation"])
def test_a_dead_link_says_what_to_do(page: str, token: str, app: Flask) -> None:
    browser = app.test_client()

    found = browser.get(f"/{page}/{token}")

    assert found.status_code == 404
    assert found.text.count("<h1>") == 1
    if "/" not in token.replace("%2f", "/"):
        assert "This link works no longer" in found.text


def test_looking_at_a_link_changes_nothing(app: Flask, db: Session, keep: Keep) -> None:
    member = a_member()
    keep(member)
    token = make_link(db, member, Purpose.CONFIRM_EMAIL, now=clock.now(), lasts=AN_HOUR)
    db.commit()

    for _ in range(3):
        assert app.test_client().get(f"/confirm/{token}").status_code == 200
        assert app.test_client().head(f"/confirm/{token}").status_code == 200

    assert find_link(db, token, Purpose.CONFIRM_EMAIL, now=clock.now())
