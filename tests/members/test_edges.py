"""What happens at the edges: too late, too often, twice, or for nobody."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.fetching import fetch
from matcher.members.models import (
    Authenticator,
    Identity,
    Member,
    OneTimeLink,
    Purpose,
    RecoveryCode,
    SecondStep,
    SignIn,
)
from matcher.members.queries import find_link, fingerprint
from matcher.members.services.accounts import NewMember, register, remind
from matcher.members.services.factors import begin_second_step, end_factors
from matcher.members.services.identities import connect, disconnect
from matcher.members.services.links import make_link
from matcher.members.services.mailed_links import come_in
from matcher.members.services.signing_in import end_what_came_back, sign_in
from matcher.messages.models import Mail
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_member
from tests.factories.members import a_member_with_password
from tests.members.test_second_step import PAGE, code_of, set_up

AN_HOUR = timedelta(hours=1)


@pytest.fixture
def yara(keep: Keep) -> Member:
    member = a_member_with_password()
    keep(member)
    return member


@pytest.mark.parametrize(
    ("method", "what"),
    [
        *(("GET", ""), ("GET", "/end"), ("POST", "/begin"), ("POST", "/confirm")),
        *(("POST", "/codes"), ("POST", "/end")),
    ],
)
def test_a_browser_left_open_changes_nothing_about_the_second_step(
    method: str, what: str, browse: Browse, db: Session, yara: Member
) -> None:
    with time_machine.travel(clock.now(), tick=False) as hands:
        browser = browse(yara)
        set_up(browser, db)
        before = _kept(db)
        hands.shift(timedelta(minutes=11))

        page = browser.open(f"{PAGE}{what}", method=method, data={"code": code_of(db)})

    assert str(page.location).startswith("/account/prove?next=")
    assert _kept(db) == before


def _kept(db: Session) -> tuple[object, ...]:
    db.expire_all()
    kept = db.scalars(select(Authenticator)).one()
    codes = db.scalars(select(RecoveryCode.code_hash).order_by(RecoveryCode.number)).all()
    found = kept.id, kept.confirmed_at, *codes
    db.rollback()
    return found


def test_there_are_no_codes_on_paper_without_a_second_step(
    browse: Browse, db: Session, yara: Member
) -> None:
    browser = browse(yara)

    assert browser.post(f"{PAGE}/codes").location == PAGE
    assert browser.get(f"{PAGE}/end").location == PAGE
    assert db.scalar(select(func.count()).select_from(RecoveryCode)) == 0


def test_guessing_the_first_code_of_an_app_is_slowed_down(
    browse: Browse, db: Session, yara: Member
) -> None:
    with time_machine.travel(clock.now(), tick=False):
        browser = browse(yara)
        browser.post(f"{PAGE}/begin")
        for _ in range(8):
            browser.post(f"{PAGE}/confirm", data={"code": "000000"})

        page = browser.post(f"{PAGE}/confirm", data={"code": code_of(db)})

    assert "There were too many tries." in page.text
    assert db.scalars(select(Authenticator.confirmed_at)).one() is None


def test_a_link_to_confirm_is_mailed_again_only_while_it_is_needed(
    browse: Browse, db: Session, keep: Keep
) -> None:
    confirmed, waiting = a_member("Noor"), a_member("Yara")
    waiting.email_confirmed_at = None
    keep(confirmed, waiting)

    for member in (confirmed, waiting):
        assert browse(member).post("/account/confirmation").status_code == 302

    assert db.scalars(select(Mail.member_id)).all() == [waiting.id]


@pytest.mark.parametrize(
    ("has_password", "has_confirmed", "purpose"),
    [
        (False, False, Purpose.INVITATION),
        (True, False, Purpose.CONFIRM_EMAIL),
        (True, True, None),
    ],
)
def test_who_signs_up_again_is_written_what_they_need_most(
    db: Session, yara: Member, *, has_password: bool, has_confirmed: bool, purpose: Purpose | None
) -> None:
    yara.password_hash = yara.password_hash if has_password else None
    yara.email_confirmed_at = NOW if has_confirmed else None
    remind(db, yara, now=NOW)
    db.flush()

    assert db.scalar(select(OneTimeLink.purpose)) == purpose
    assert db.scalar(select(func.count()).select_from(Mail)) == 1


def test_an_address_has_one_account(db: Session, yara: Member) -> None:
    with pytest.raises(RuleBroken):
        register(db, NewMember(name="Somebody", email=(yara.email or "").upper()), now=NOW)


def test_connecting_twice_is_connecting_once_and_ending_nothing_ends_nothing(
    db: Session, yara: Member
) -> None:
    disconnect(db, yara, "https://school.example", now=NOW)
    for _ in range(2):
        connect(db, yara, "https://school.example", "17", now=NOW)
        db.flush()

    assert db.scalar(select(func.count()).select_from(Identity)) == 1


def test_an_older_database_lets_nobody_in_by_what_may_have_ended(db: Session, yara: Member) -> None:
    sign_in(db, yara, now=NOW)
    begin_second_step(db, yara, now=NOW, browser="", level="password")
    links = {each: make_link(db, yara, each, now=NOW, lasts=AN_HOUR) for each in Purpose}
    db.flush()

    end_what_came_back(db, now=NOW)

    assert db.scalars(select(SignIn)).all() == []
    assert db.scalars(select(SecondStep)).all() == []
    left = {each for each, token in links.items() if find_link(db, token, each, now=NOW)}
    ended = {Purpose.SIGN_IN, Purpose.CONNECT, Purpose.PROVE, Purpose.RESET_PASSWORD}
    assert left == set(Purpose) - ended


@pytest.mark.parametrize("page", ["/sign-in/second-step", "/sign-in/code"])
def test_a_code_that_nobody_asked_this_browser_for_leads_to_signing_in(
    page: str, app: Flask
) -> None:
    browser: FlaskClient = app.test_client()

    answer = browser.post(page, data={"code": "123456"})

    assert str(answer.location).startswith("/sign-in")


@pytest.mark.parametrize(
    "address", ["http://elsewhere.example/keys", "file:///etc/passwd", "http://[", "ftp://x"]
)
def test_nothing_is_fetched_where_others_could_read_along(address: str) -> None:
    with pytest.raises(RuleBroken):
        fetch(address)


def test_whoever_has_no_address_is_written_no_letter(db: Session, yara: Member) -> None:
    yara.email = yara.email_key = None

    end_factors(db, yara, by=None, now=NOW)
    db.flush()

    assert db.scalars(select(Mail)).all() == []


def test_a_mailed_link_lets_nobody_in_but_the_browser_that_asked(db: Session, yara: Member) -> None:
    here = fingerprint("asked here"), fingerprint("a code")
    token = make_link(db, yara, Purpose.SIGN_IN, now=NOW, lasts=AN_HOUR, bound_to=here)
    link = find_link(db, token, Purpose.SIGN_IN, now=NOW)
    assert link

    with pytest.raises(RuleBroken, match="used already"):
        come_in(db, link, browser=fingerprint("elsewhere"), now=NOW)

    assert come_in(db, link, browser=here[0], now=NOW) is yara
