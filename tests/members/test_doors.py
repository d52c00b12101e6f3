"""Signing in and out, as it is met in the browser."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from matcher.foundation import clock
from matcher.members.models import Attempt, SignIn
from matcher.members.passwords import Hasher
from matcher.members.queries import IDLE, find_sign_in
from matcher.members.services.signing_in import LONGEST, sign_in
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_member
from tests.factories.members import PASSWORD, a_member_with_password


def send(
    browser: FlaskClient, email: str | None, password: str = PASSWORD, **rest: str
) -> TestResponse:
    """Send the form as a hostile browser can: also letters that are none."""
    fields = {"email": email or "", "password": password, **rest}
    body = urlencode({k: v.encode(errors="surrogatepass") for k, v in fields.items()})
    return browser.post("/sign-in", data=body, content_type="application/x-www-form-urlencoded")


def told_without(email: str, page: TestResponse) -> str:
    """Return a page without what was typed, and without the seed that is new on every page."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page.text.replace(email, ""))


def test_a_member_signs_in_and_comes_home(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()

    page = send(browser, member.email)

    assert (page.status_code, page.location) == (302, "/home")
    assert browser.get("/account").status_code == 200


def test_a_member_is_known_by_our_cookie_whatever_others_stand_beside_it(
    app: Flask, keep: Keep
) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()
    send(browser, member.email)

    browser.set_cookie("remember_token", "one|of another service on this host")

    assert browser.get("/account").status_code == 200


def test_a_page_opened_signed_out_asks_to_sign_in_and_is_there_after_that(
    app: Flask, keep: Keep
) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()

    asked = browser.get("/account/data")
    found = re.search(r'name="next"[^>]*value="([^"]*)"', asked.text)
    assert found
    page = send(browser, member.email, next=found[1])

    assert asked.status_code == 401
    assert 'name="password"' in asked.text
    assert (page.status_code, page.location) == (302, "/account/data")


def test_capitals_in_an_address_do_not_matter(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)

    assert send(app.test_client(), (member.email or "").upper()).status_code == 302


def test_a_wrong_password_keeps_the_address_and_says_what_to_do(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)

    page = send(app.test_client(), member.email, "not this one at all")

    assert page.status_code == 422
    assert "do not belong together" in page.text
    assert str(member.email) in page.text
    assert "not this one at all" not in page.text


def test_a_stranger_and_a_known_address_get_the_same_bytes(app: Flask, keep: Keep) -> None:
    known, closed, invited = a_member_with_password(), a_member_with_password(), a_member()
    closed.disabled_at = NOW
    keep(known, closed, invited)
    addresses = [known.email, closed.email, invited.email, "nobody@example.org"]

    pages = [send(app.test_client(), each, "not this one at all") for each in addresses]
    told = {
        (page.status_code, told_without(str(each), page))
        for page, each in zip(pages, addresses, strict=True)
    }

    assert len(told) == 1


def test_a_closed_account_opens_to_nobody(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    member.disabled_at = NOW
    keep(member)

    assert send(app.test_client(), member.email).status_code == 422


def test_after_many_tries_a_stranger_waits_but_the_owner_gets_in(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)
    owner, stranger = app.test_client(), app.test_client()
    send(owner, member.email)

    codes = [send(stranger, member.email, f"guess number {n}").status_code for n in range(10)]

    assert codes[-1] == 429
    assert send(stranger, member.email).status_code == 429
    assert send(owner, member.email).status_code == 302


def test_an_unknown_address_is_slowed_down_just_so(app: Flask) -> None:
    browser = app.test_client()

    codes = [
        send(browser, "nobody@example.org", f"guess number {n}").status_code for n in range(10)
    ]

    assert codes == [422] * 8 + [429] * 2


def test_a_forged_device_counts_as_a_stranger(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()
    browser.set_cookie("device", "forged.cookie.value")

    for number in range(9):
        page = send(browser, member.email, f"guess number {number}")

    assert page.status_code == 429


def test_names_and_places_are_kept_as_hashes_only(app: Flask, db: Session) -> None:
    send(app.test_client(), "nobody@example.org", "a guess that is long")

    attempt = db.scalars(select(Attempt)).one()
    assert len(attempt.account) == len(attempt.origin) == 64
    assert not attempt.succeeded


def test_signing_in_gives_a_new_token_and_ends_the_old_one(browse: Browse, db: Session) -> None:
    """Who planted a sign-in of their own in this browser gains nothing."""
    member = a_member_with_password()
    browser = browse(member)
    planted = browser.get_cookie("session")

    send(browser, member.email)

    fresh = browser.get_cookie("session")
    assert planted
    assert fresh
    assert planted.value != fresh.value
    assert find_sign_in(db, planted.value, now=clock.now()) is None


def test_the_seed_of_forms_does_not_outlive_signing_in(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()
    with browser.session_transaction() as before:
        before["csrf_token"] = "planted"  # noqa: S105  # no password

    send(browser, member.email)

    with browser.session_transaction() as after:
        assert after.get("csrf_token") != "planted"


def test_signing_out_stops_a_copied_cookie(app: Flask, browse: Browse) -> None:
    browser, thief = browse(a_member()), app.test_client()
    cookie = browser.get_cookie("session")
    assert cookie
    thief.set_cookie("session", cookie.value)
    assert thief.get("/account").status_code == 200

    page = browser.post("/sign-out")

    assert page.headers["Clear-Site-Data"] == '"cache"'
    assert thief.get("/account").status_code == 401
    assert browser.get("/account").status_code == 401


def test_a_visitor_leaves_no_row(app: Flask, db: Session) -> None:
    app.test_client().get("/sign-in")

    assert db.scalars(select(SignIn)).all() == []


def test_a_sign_in_ends_by_itself(db: Session) -> None:
    token = sign_in(db, a_member(), now=NOW)
    db.flush()

    assert find_sign_in(db, token, now=NOW + IDLE - timedelta(seconds=1))
    assert not find_sign_in(db, token, now=NOW + IDLE)
    db.scalars(select(SignIn)).one().seen_at = NOW + LONGEST
    assert not find_sign_in(db, token, now=NOW + LONGEST)


def test_use_is_noted_once_in_five_minutes(browse: Browse, db: Session) -> None:
    browser = browse(a_member())
    here = db.scalars(select(SignIn)).one()

    browser.get("/account").close()
    db.refresh(here)
    first = here.seen_at
    here.seen_at = earlier = clock.now() - timedelta(minutes=6)
    db.commit()
    browser.get("/account").close()
    db.refresh(here)

    assert first == here.created_at
    assert here.seen_at > earlier + timedelta(minutes=5)


def test_a_hash_of_old_settings_is_renewed(app: Flask, keep: Keep, db: Session) -> None:
    member = a_member_with_password()
    member.password_hash = old = Hasher(128).hash(PASSWORD)
    keep(member)

    send(app.test_client(), member.email)

    db.refresh(member)
    assert member.password_hash != old
    assert Hasher(64).check(member.password_hash, PASSWORD)


def test_after_signing_in_one_goes_on_where_one_wanted(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)

    page = send(app.test_client(), member.email, next="/account?a=1")

    assert page.location == "/account?a=1"


HOSTILE = [
    *("//evil.example", "\\\\evil.example", "/\\evil.example", "/%5Cevil.example"),
    *("javascript:alert(1)", "/\tevil.example", "/account\r\nSet-Cookie: a=b", "@evil.example"),
    *("/@evil.example", "///evil.example", "http:///evil.example", "https://evil.example"),
    *("/／evil.example", "/account\u2028", "\ud800", "/..//evil.example", "/sign-out"),
    *("/account/../..//evil.example", "/nowhere", "", " /account", "https:evil.example"),
    *("/account@evil.example", "//localhost/account", "/static/theme.css"),
]


@pytest.mark.parametrize("asked", HOSTILE)
def test_nobody_is_sent_elsewhere(asked: str, app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)

    page = send(app.test_client(), member.email, next=asked)

    assert (page.status_code, page.location) == (302, "/home")


@pytest.mark.parametrize(
    "odd", ["a\r\nb@example.org", "a\0@example.org", "\ud800@example.org", "x" * 300]
)
def test_what_is_no_address_is_asked_for_again(odd: str, app: Flask) -> None:
    assert send(app.test_client(), odd).status_code == 422


@pytest.mark.parametrize("odd", ["", "\0" * 12, "\ud800" * 12, "x" * 50_000])
def test_what_is_no_password_is_asked_for_again(odd: str, app: Flask) -> None:
    assert send(app.test_client(), "yara@example.org", odd).status_code == 422


def test_who_is_signed_in_already_is_sent_on(browse: Browse) -> None:
    page = browse(a_member()).get("/sign-in?next=/account")

    assert (page.status_code, page.location) == (302, "/account")


def test_the_cookie_is_kept_from_scripts(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)

    cookies = send(app.test_client(), member.email).headers.getlist("Set-Cookie")

    assert all("HttpOnly" in each and "SameSite=Lax" in each for each in cookies)
