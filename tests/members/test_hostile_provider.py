"""A provider made by hand, which says what it should not: none of it opens anything."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.members.models import Member
from tests.members.conftest import use_provider
from tests.members.handmade import KEY, Claims, Hostile, begin, claims_for, come, signed
from tests.members.provider import CLIENT
from tests.members.test_mailed import is_in

OTHER_KEY = RSAKey.generate_key(2048)


def test_an_honest_answer_opens_an_account(app: Flask, hostile: Hostile) -> None:
    """Without this one, the others would show nothing."""
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))

    assert come(browser, asked).status_code == 302
    assert is_in(browser)
    [sent] = hostile.asked
    assert len(sent["code_verifier"][0]) >= 43


LIES: dict[str, Callable[[Claims], Claims]] = {
    "another question": lambda it: it | {"nonce": "another"},
    "no question": lambda it: {k: v for k, v in it.items() if k != "nonce"},
    "another provider": lambda it: it | {"iss": "https://evil.example"},
    "somebody else": lambda it: it | {"aud": "another-service"},
    "many, one of them not us": lambda it: it | {"aud": [CLIENT, "another"], "azp": "another"},
    "nobody": lambda it: {k: v for k, v in it.items() if k != "aud"},
    "ended": lambda it: it | {"exp": it["iat"] - 120, "iat": it["iat"] - 420},
    "no end": lambda it: {k: v for k, v in it.items() if k != "exp"},
    "made in the future": lambda it: it | {"iat": it["iat"] + 3600, "nbf": it["iat"] + 3600},
    "no name": lambda it: {k: v for k, v in it.items() if k != "sub"},
    "an empty name": lambda it: it | {"sub": ""},
    "a number for a name": lambda it: it | {"sub": 17},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_is_not_for_this_question_is_not_believed(
    lie: str, app: Flask, hostile: Hostile, db: Session
) -> None:
    browser, asked = begin(app)
    hostile.token = signed(LIES[lie](claims_for(hostile, asked)))

    page = come(browser, asked)

    assert page.status_code == 409
    assert not is_in(browser)
    assert db.scalars(select(Member)).all() == []


A_WHILE = timedelta(minutes=20)
# When it says that somebody signed in there, who was asked to do so anew just now.
STALE: dict[str, Callable[[float], object]] = {
    "before we asked": lambda now: now - 300,
    "with the first sign-in": lambda now: now - A_WHILE.total_seconds(),
    "never": lambda _now: None,
    "in words": str,
    "yes": lambda _now: True,
    "in the future": lambda now: now + 3600,
    "at the end of time": lambda _now: float("inf"),
    "at no time": lambda _now: float("nan"),
}


def asked_anew(
    app: Flask, hostile: Hostile, clock_hands: time_machine.Traveller
) -> tuple[FlaskClient, dict[str, str]]:
    """Return a browser that signed in a while ago, and was sent to sign in there once more."""
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))
    come(browser, asked)
    clock_hands.shift(A_WHILE)
    address = str(browser.get("/account/prove/provider?next=/account/erase").location)
    anew = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert (anew["prompt"], anew["max_age"]) == ("login", "60")
    return browser, anew


def is_fresh(browser: FlaskClient) -> bool:
    """Tell whether what asks for a fresh sign-in is open."""
    return browser.get("/account/erase").status_code == 200


@pytest.mark.parametrize("when", STALE)
def test_an_old_sign_in_there_is_no_fresh_one_here(when: str, app: Flask, hostile: Hostile) -> None:
    with time_machine.travel(clock.now(), tick=False) as clock_hands:
        browser, asked = asked_anew(app, hostile, clock_hands)
        said = {"auth_time": STALE[when](clock.now().timestamp())}
        hostile.token = signed(claims_for(hostile, asked) | said)

        page = come(browser, asked, code="another-code")

        assert page.status_code == 409
        assert not is_fresh(browser)
        assert is_in(browser), "the sign-in there was stays what it was"


def test_a_fresh_sign_in_there_is_one_here(app: Flask, hostile: Hostile) -> None:
    with time_machine.travel(clock.now(), tick=False) as clock_hands:
        browser, asked = asked_anew(app, hostile, clock_hands)
        assert not is_fresh(browser)
        said = {"auth_time": int(clock.now().timestamp())}
        hostile.token = signed(claims_for(hostile, asked) | said)

        page = come(browser, asked, code="another-code")

        assert page.location == "/account/erase"
        assert is_fresh(browser)


def test_somebody_else_who_signs_in_there_makes_nothing_fresh(app: Flask, hostile: Hostile) -> None:
    with time_machine.travel(clock.now(), tick=False) as clock_hands:
        browser, asked = asked_anew(app, hostile, clock_hands)
        said = {"auth_time": int(clock.now().timestamp()), "sub": "18"}
        hostile.token = signed(claims_for(hostile, asked) | said)

        come(browser, asked, code="another-code")

        assert not is_fresh(browser)


def _none(claims: Claims) -> str:
    _head, body, _ = signed(claims).split(".")
    return f"eyJhbGciOiJub25lIn0.{body}."


def _public_as_secret(claims: Claims) -> str:
    secret = OctKey.import_key(KEY.as_pem(private=False).hex())
    return jwt.encode({"alg": "HS256", "kid": KEY.kid}, claims, secret)


def _changed(claims: Claims) -> str:
    head, _, seal = signed(claims).split(".")
    return ".".join([head, signed(claims | {"sub": "18"}).split(".")[1], seal])


FORGED: dict[str, Callable[[Claims], str]] = {
    "no signature": _none,
    "the public key as a secret": _public_as_secret,
    "another key": lambda claims: signed(claims, OTHER_KEY),
    "changed after signing": _changed,
    "no token": lambda _claims: "",
    "no token at all": lambda _claims: "a.b.c",
}


@pytest.mark.parametrize("how", FORGED)
def test_a_forged_token_is_not_believed(how: str, app: Flask, hostile: Hostile) -> None:
    browser, asked = begin(app)
    hostile.token = FORGED[how](claims_for(hostile, asked))

    assert come(browser, asked).status_code == 409
    assert not is_in(browser)


def test_an_answer_counts_once(app: Flask, hostile: Hostile) -> None:
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))
    come(browser, asked)
    browser.post("/sign-out")

    assert come(browser, asked).status_code == 409
    assert len(hostile.asked) == 1, "a code is not even tried again"
    assert not is_in(browser)


def test_a_code_that_was_used_elsewhere_opens_nothing(app: Flask, hostile: Hostile) -> None:
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))
    hostile.spent.add("a-code")

    assert come(browser, asked).status_code == 409
    assert not is_in(browser)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_belongs_to_the_browser_that_asked(
    method: str, app: Flask, hostile: Hostile
) -> None:
    """A link with somebody else's code signs nobody in to that one's account."""
    _attacker, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))
    victim, _own = begin(app)
    fresh = app.test_client()
    values = {"code": "a-code", "state": asked["state"]}

    for browser in (victim, fresh):
        page = browser.open("/sign-in/provider/back", method=method, data=values)
        assert page.status_code == 409
        assert not is_in(browser)
    assert hostile.asked == []


def test_coming_back_changes_nothing_until_the_button(app: Flask, hostile: Hostile) -> None:
    browser, asked = begin(app)

    page = browser.get(f"/sign-in/provider/back?code=a-code&state={asked['state']}")

    assert page.status_code == 200
    assert hostile.asked == []


def test_an_answer_in_the_name_of_another_provider_is_a_mix_up(
    app: Flask, hostile: Hostile
) -> None:
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))

    assert come(browser, asked, iss="https://evil.example").status_code == 409
    assert hostile.asked == [], "it does not get the code either"


def test_who_says_that_it_names_itself_must_do_so(app: Flask, hostile: Hostile) -> None:
    hostile.said = {"authorization_response_iss_parameter_supported": True}
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))

    assert come(browser, asked).status_code == 409
    assert hostile.asked == []


@pytest.mark.parametrize("verified", [False, None, "no", 1.0, "false"])
def test_an_address_that_is_not_verified_counts_for_nothing(
    verified: object, app: Flask, hostile: Hostile, db: Session
) -> None:
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked) | {"email_verified": verified})

    page = come(browser, asked)

    assert page.status_code == 409
    assert "does not vouch" in page.text
    assert db.scalars(select(Member)).all() == []


OTHERWISE = [
    {"issuer": "https://evil.example"},
    {"token_endpoint": "http://elsewhere.example/token"},
    {"authorization_endpoint": "javascript:alert(1)"},
    {"jwks_uri": "file:///etc/passwd"},
    {"jwks_uri": None},
]


@pytest.mark.parametrize("said", OTHERWISE)
def test_a_provider_that_says_odd_things_of_itself_is_not_gone_to(
    said: dict[str, Any], app: Flask, hostile: Hostile
) -> None:
    hostile.said = said

    assert app.test_client().get("/sign-in/provider").status_code == 409


def test_a_provider_that_is_away_is_said_so(app: Flask) -> None:
    use_provider(app, "http://127.0.0.1:9")

    page = app.test_client().get("/sign-in/provider")

    assert page.status_code == 409
    assert "does not answer right now" in page.text


@pytest.mark.usefixtures("hostile")
def test_who_said_no_there_is_sent_back_to_sign_in(app: Flask) -> None:
    browser, asked = begin(app)

    page = browser.get(f"/sign-in/provider/back?error=access_denied&state={asked['state']}")

    assert page.status_code == 302
    assert "/sign-in" in str(page.location)
