"""The second step of signing in: a code of an app, or one from paper, each of them once."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pyotp
import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from matcher.audit.models import Event
from matcher.foundation import clock
from matcher.members.models import Authenticator, Member, RecoveryCode, SecondStep, SignIn
from matcher.members.services.factors import (
    accept_code,
    accept_recovery,
    begin_authenticator,
    confirm_authenticator,
)
from matcher.messages.models import Mail
from tests.conftest import Browse
from tests.factories import NOW
from tests.factories.members import PASSWORD, a_member_with_password
from tests.members.test_doors import send
from tests.members.test_mailed import ask, is_in

HALF_A_MINUTE = timedelta(seconds=30)
PAGE, STEP = "/account/second-step", "/sign-in/second-step"


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    """Stand still: a code is as long the one of now as a test takes."""
    with time_machine.travel(clock.now(), tick=False):
        yield


def code_of(db: Session, *, later: int = 0) -> str:
    """Return what the app shows, now or some half minutes from now."""
    secret = db.scalars(select(Authenticator)).one().secret or ""
    db.commit()  # a session that only looks would keep the pages waiting
    return pyotp.TOTP(secret).at(clock.now() + later * HALF_A_MINUTE)


def set_up(browser: FlaskClient, db: Session) -> list[str]:
    """Turn the second step on, and return the codes on paper."""
    browser.post(f"{PAGE}/begin")
    shown = browser.post(f"{PAGE}/confirm", data={"code": code_of(db, later=-1)})
    return re.findall(r'name="codes" value="([^"]+)"', shown.text)


@pytest.fixture
def owner(browse: Browse, db: Session) -> tuple[Member, list[str]]:
    member = a_member_with_password()
    return member, set_up(browse(member), db)


def half(app: Flask, member: Member) -> FlaskClient:
    """Return a browser in which the password was given."""
    browser = app.test_client()
    send(browser, member.email)
    return browser


def step(browser: FlaskClient, code: str, **rest: str) -> TestResponse:
    return browser.post(STEP, data={"code": code, **rest})


def test_it_takes_the_place_of_whoever_signed_in_here_meanwhile(
    app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    browser, other = half(app, owner[0]), a_member_with_password("Ahmed")
    db.add(other)
    db.commit()
    send(browser, other.email)

    step(browser, code_of(db))

    assert db.scalars(select(SignIn).where(SignIn.member_id == other.id)).all() == []


def test_it_counts_only_after_a_code_has_shown_that_the_app_works(
    app: Flask, browse: Browse
) -> None:
    member = a_member_with_password()
    browser = browse(member)
    browser.post(f"{PAGE}/begin")

    wrong = browser.post(f"{PAGE}/confirm", data={"code": "000000"})

    assert wrong.status_code == 422
    assert send(app.test_client(), member.email).location == "/home"
    assert "<svg" in browser.get(PAGE).text


def test_the_password_alone_leads_to_the_second_step_and_the_code_on(
    app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    browser = app.test_client()

    first = send(browser, owner[0].email, next="/account")
    before = browser.get("/account").status_code
    second = step(browser, code_of(db), next="/account")

    assert first.location == f"{STEP}?next=/account"
    assert before == 401
    assert second.location == "/account"
    assert browser.get("/account").status_code == 200
    assert db.scalars(select(SecondStep)).all() == []


@pytest.mark.parametrize("types", [False, True], ids=["link", "code"])
def test_a_mailed_link_and_its_code_lead_to_the_second_step_too(
    app: Flask, owner: tuple[Member, list[str]], db: Session, *, types: bool
) -> None:
    with time_machine.travel(clock.now() + timedelta(minutes=5), tick=False):
        browser, link, code = ask(app, db, owner[0].email)

        page = browser.post("/sign-in/code", data={"code": code}) if types else browser.post(link)

        assert page.location == f"{STEP}?next=/home"
        assert not is_in(browser)
        assert step(browser, code_of(db)).location == "/home"
        assert is_in(browser)


def test_a_code_is_taken_once_however_it_is_spaced(
    app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    code = code_of(db)
    assert step(half(app, owner[0]), code).status_code == 302

    variants = [code, f"{code[:3]} {code[3:]}", f" {code}\u00a0", f"{code[:3]}-{code[3:]}"]
    answers = {step(half(app, owner[0]), each).status_code for each in variants}

    assert answers == {422}


def test_an_older_code_is_refused_once_a_newer_one_was_taken(
    app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    assert step(half(app, owner[0]), code_of(db, later=1)).status_code == 302

    assert step(half(app, owner[0]), code_of(db)).status_code == 422


@pytest.mark.parametrize("later", [-3, -2, 2, 3])
def test_a_code_lasts_half_a_minute_and_a_little_drift(
    later: int, app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    assert step(half(app, owner[0]), code_of(db, later=later)).status_code == 422


def test_of_many_uses_of_one_code_at_the_same_moment_one_succeeds(
    engine: Engine, owner: tuple[Member, list[str]], db: Session
) -> None:
    member_id, code = owner[0].id, code_of(db)

    def _use(_number: int) -> bool:
        with Session(engine) as own, own.begin():
            return accept_code(own, own.get_one(Member, member_id), code, now=clock.now())

    with ThreadPoolExecutor(8) as many:
        assert sum(many.map(_use, range(16))) == 1


def test_a_code_from_paper_works_once(
    app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    member, codes = owner

    first, again = step(half(app, member), codes[3]), step(half(app, member), codes[3])
    other = step(half(app, member), codes[4].upper().replace(" ", "-"))

    assert (first.status_code, again.status_code, other.status_code) == (302, 422, 302)
    assert len(set(codes)) == 10
    kept = db.scalars(select(RecoveryCode)).all()
    assert all(each.code_hash.startswith("$argon2id$") for each in kept)
    assert "factor.used" in set(db.scalars(select(Event.action)))


@pytest.mark.usefixtures("owner")
def test_of_many_uses_of_one_paper_code_at_the_same_moment_one_succeeds(
    engine: Engine, db: Session
) -> None:
    kept = db.scalars(select(RecoveryCode)).first()
    db.commit()
    assert kept

    def _use(_number: int) -> bool:
        with Session(engine) as own, own.begin():
            return accept_recovery(own, kept, now=clock.now())

    with ThreadPoolExecutor(8) as many:
        assert sum(many.map(_use, range(16))) == 1


def test_new_codes_make_the_old_ones_worthless(
    app: Flask, owner: tuple[Member, list[str]], browse: Browse
) -> None:
    member, codes = owner

    browse(member).post(f"{PAGE}/codes")

    assert step(half(app, member), codes[0]).status_code == 422


def test_when_few_codes_are_left_the_page_says_so(
    owner: tuple[Member, list[str]], browse: Browse, db: Session
) -> None:
    browser = browse(owner[0])
    assert "few recovery codes" not in browser.get(PAGE).text

    for kept in db.scalars(select(RecoveryCode).limit(7)):
        kept.used_at = clock.now()
    db.commit()

    assert "few recovery codes" in browser.get(PAGE).text


def test_guesses_are_slowed_down_and_the_owner_still_gets_in(
    app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    known = half(app, owner[0])
    step(known, code_of(db))
    known.post("/sign-out")
    stranger = half(app, owner[0])

    codes = [step(stranger, f"{number:06}").status_code for number in range(10)]
    send(known, owner[0].email)

    assert codes[-1] == 429
    assert step(known, code_of(db, later=1)).status_code == 302


def test_a_half_sign_in_ends_with_its_time_a_new_password_and_the_account(
    app: Flask, owner: tuple[Member, list[str]], db: Session
) -> None:
    late, changed, closed = (half(app, owner[0]) for _ in range(3))

    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        assert step(late, code_of(db)).location == "/sign-in"
    member = db.get_one(Member, owner[0].id)
    member.epoch += 1
    db.commit()
    assert step(changed, code_of(db)).location == "/sign-in"
    member.disabled_at = NOW
    db.commit()
    assert step(closed, code_of(db)).location == "/sign-in"


def test_a_new_password_does_not_skip_the_second_step(
    owner: tuple[Member, list[str]], browse: Browse
) -> None:
    """Who changes it while signed in has shown both; whoever comes after is asked again."""
    browser, fresh = browse(owner[0]), "een groene fiets op zolder"

    browser.post(
        "/account/password", data={"password-current": PASSWORD, "password-password": fresh}
    )

    assert browser.get("/account").status_code == 200
    other = browser.application.test_client()
    assert send(other, owner[0].email, fresh).location.startswith(STEP)


def test_it_is_taken_away_after_showing_again_who_one_is(
    app: Flask, owner: tuple[Member, list[str]], browse: Browse, db: Session
) -> None:
    browser = browse(owner[0])
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        assert "/account/prove" in browser.post(f"{PAGE}/end").location
    assert "Take it away" in browser.get(f"{PAGE}/end").text

    browser.post(f"{PAGE}/end")

    assert send(app.test_client(), owner[0].email).location == "/home"
    assert db.scalars(select(RecoveryCode)).all() == []
    subjects = {(mail.letter or {})["subject"]["text"] for mail in db.scalars(select(Mail))}
    assert "Signing in takes no second step any more" in subjects
    assert "Signing in now takes a second step" in subjects


def test_the_secret_is_sealed_and_made_anew_each_time(db: Session) -> None:
    member = a_member_with_password()
    db.add(member)
    db.flush()
    secrets = set()
    for _ in range(5):
        begin_authenticator(db, member, now=NOW)
        db.flush()
        kept = db.scalars(select(Authenticator)).one()
        secrets.add(kept.secret)
        assert (kept.secret or "").encode() not in (kept.secret_sealed or b"")

    assert len(secrets) == 5
    assert all(len(each or "") == 32 for each in secrets)
    assert not confirm_authenticator(db, member, "12345", now=NOW)


def test_the_codes_are_given_back_as_a_file_and_nothing_else_is(
    owner: tuple[Member, list[str]], browse: Browse
) -> None:
    member, codes = owner

    page = browse(member).post(
        f"{PAGE}/codes/file", data={"codes": [*codes[:9], "<script>alert(1)</script>"]}
    )

    assert page.headers["Content-Disposition"].startswith("attachment")
    assert all(each in page.text for each in codes[:9])
    assert "script" not in page.text


@pytest.mark.parametrize("odd", ["", "\0", "x" * 5000, "٣٤٥٦٧٨", "12345", "²²²²²²", "9"])
def test_what_is_no_code_is_asked_for_again(
    odd: str, app: Flask, owner: tuple[Member, list[str]]
) -> None:
    assert step(half(app, owner[0]), odd).status_code == 422
