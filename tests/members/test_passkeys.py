"""Passkeys: adding one, going in with it alone or after a password, and taking it away."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.orm import Session
from webauthn import base64url_to_bytes
from webauthn.helpers import bytes_to_base64url
from werkzeug.test import TestResponse

from matcher.audit.models import Event
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members import passkeys
from matcher.members.keys import site_of
from matcher.members.models import Member, Passkey, PasskeyQuestion, RecoveryCode, SignIn
from matcher.members.queries import has_second_factor
from matcher.members.services.factors import end_factors
from matcher.members.services.passkeys import MOST, use_passkey
from matcher.messages.models import Mail
from matcher.privacy.services.sweeping import RULES, sweep
from tests.conftest import Browse
from tests.factories import NOW
from tests.factories.members import a_member_with_password, a_passkey
from tests.members.device import KNOWN_TO_IT, SOMEBODY, Device
from tests.members.test_doors import send
from tests.members.test_mailed import is_in
from tests.members.test_second_step import code_of

PAGE, STEP = "/account/passkeys", "/sign-in/second-step"
REFUSED = "This passkey was not accepted"


def asked(browser: FlaskClient, path: str, **typed: str) -> dict[str, Any]:
    answer = browser.post(f"{path}/ask", data=typed)
    assert answer.status_code == 200, answer.text
    assert answer.json
    return dict(answer.json)


def add(browser: FlaskClient, device: Device, name: str = "My phone") -> TestResponse:
    made = device.make(asked(browser, PAGE, name=name))
    return browser.post(PAGE, data={"answer": made, "name": name})


def enter(browser: FlaskClient, device: Device, **rest: str) -> TestResponse:
    shown = device.show(asked(browser, "/sign-in/passkey"))
    return browser.post("/sign-in/passkey", data={"answer": shown, **rest})


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    with time_machine.travel(clock.now(), tick=False):
        yield


@pytest.fixture
def owner(browse: Browse) -> tuple[Member, Device]:
    member, device = a_member_with_password(), Device()
    assert add(browse(member), device).status_code == 200
    return member, device


def test_a_passkey_alone_opens_the_account_and_counts_as_both_things(
    app: Flask, owner: tuple[Member, Device], db: Session
) -> None:
    browser = app.test_client()

    answer = enter(browser, owner[1], next="/account")

    assert answer.location == "/account"
    assert is_in(browser)
    newest = db.scalars(select(SignIn).where(SignIn.level == "passkey")).one()
    assert newest.member_id == owner[0].id
    assert browser.get(PAGE).status_code == 200, "it has just been shown who they are"


def test_after_the_password_it_is_the_second_step(app: Flask, owner: tuple[Member, Device]) -> None:
    browser = app.test_client()

    first = send(browser, owner[0].email, next="/account")
    page = browser.get(STEP)
    options = asked(browser, f"{STEP}/passkey")
    second = browser.post(
        f"{STEP}/passkey", data={"answer": owner[1].show(options), "next": "/account"}
    )

    assert first.location == f"{STEP}?next=/account"
    assert "Show your passkey, or type a recovery code." in page.text
    assert [each["transports"] for each in options["allowCredentials"]] == [["hybrid", "internal"]]
    assert second.location == "/account"
    assert is_in(browser)
    assert browser.get_cookie("step") is None


def test_a_code_from_paper_stands_in_for_it(app: Flask, browse: Browse) -> None:
    member = a_member_with_password()
    shown = add(browse(member), Device())
    codes = re.findall(r'name="codes" value="([^"]+)"', shown.text)
    browser = app.test_client()
    send(browser, member.email)

    page = browser.get(STEP)
    answer = browser.post(STEP, data={"code": codes[3]})

    assert len(codes) == 10
    assert "Show your passkey, or type a recovery code." in page.text
    assert answer.location == "/home"


def test_anothers_passkey_is_no_second_step(
    app: Flask, owner: tuple[Member, Device], browse: Browse
) -> None:
    thief, theirs = a_member_with_password(), Device()
    add(browse(thief), theirs)
    browser = app.test_client()
    send(browser, owner[0].email)

    answer = browser.post(
        f"{STEP}/passkey", data={"answer": theirs.show(asked(browser, f"{STEP}/passkey"))}
    )

    assert answer.status_code == 422
    assert REFUSED in answer.text
    assert not is_in(browser)


def test_an_answer_counts_once(app: Flask, owner: tuple[Member, Device]) -> None:
    browser = app.test_client()
    shown = owner[1].show(asked(browser, "/sign-in/passkey"))

    first = browser.post("/sign-in/passkey", data={"answer": shown})
    browser.post("/sign-out")
    again = browser.post("/sign-in/passkey", data={"answer": shown})

    assert (first.status_code, again.status_code) == (302, 422)
    assert not is_in(browser)


def test_an_answer_counts_only_in_the_browser_that_was_asked(
    app: Flask, owner: tuple[Member, Device]
) -> None:
    asking, other = app.test_client(), app.test_client()
    shown = owner[1].show(asked(asking, "/sign-in/passkey"))
    asked(other, "/sign-in/passkey")

    answer = other.post("/sign-in/passkey", data={"answer": shown})

    assert answer.status_code == 422
    assert not is_in(other)


def test_a_question_lasts_five_minutes(app: Flask, owner: tuple[Member, Device]) -> None:
    browser = app.test_client()
    shown = owner[1].show(asked(browser, "/sign-in/passkey"))

    with time_machine.travel(clock.now() + timedelta(minutes=5), tick=False):
        answer = browser.post("/sign-in/passkey", data={"answer": shown})

    assert answer.status_code == 422


def test_what_was_asked_for_one_purpose_answers_no_other(
    app: Flask, owner: tuple[Member, Device]
) -> None:
    browser = app.test_client()
    send(browser, owner[0].email)
    shown = owner[1].show(asked(browser, f"{STEP}/passkey"))

    answer = browser.post("/sign-in/passkey", data={"answer": shown})

    assert answer.status_code == 422
    assert not is_in(browser)


CHEATS = {
    "shown at another address": {"origin": "https://evil.example"},
    "at our name by another port": {"origin": "http://localhost:81"},
    "made for another site": {"host": "evil.example"},
    "nobody was there": {"flags": KNOWN_TO_IT},
    "whoever holds the device": {"flags": SOMEBODY},
    "a count that stands still": {"counts": False},
    "a count that goes back": {"times_used": 0},
    "somebody else's name on it": {"owner": "AAAA"},
    "another key": {"key": Device().key},
    "another passkey": {"id": b"never seen before"},
}


@pytest.mark.parametrize("cheat", CHEATS.values(), ids=CHEATS)
def test_a_passkey_that_is_not_as_it_should_be_opens_nothing(
    cheat: dict[str, Any], app: Flask, owner: tuple[Member, Device]
) -> None:
    device, browser = owner[1], app.test_client()
    enter(browser, device)
    enter(browser, device)
    browser.post("/sign-out")

    answer = enter(browser, replace(device, **cheat))

    assert answer.status_code == 422
    assert REFUSED in answer.text
    assert not is_in(browser)


def test_a_refusal_of_a_known_passkey_is_in_the_trail(
    app: Flask, owner: tuple[Member, Device], db: Session
) -> None:
    enter(app.test_client(), replace(owner[1], origin="https://evil.example"))

    assert "passkey.refused" in db.scalars(select(Event.action)).all()


def test_a_device_that_does_not_count_is_believed(app: Flask, browse: Browse) -> None:
    member, device = a_member_with_password(), Device(counts=False)
    add(browse(member), device)

    answers = [enter(app.test_client(), device) for _ in range(2)]

    assert [each.status_code for each in answers] == [302, 302]


@pytest.mark.usefixtures("owner")
def test_of_many_answers_with_one_count_at_the_same_moment_one_is_believed(
    engine: Engine, db: Session
) -> None:
    kept_id = db.scalars(select(Passkey.id)).one()
    db.commit()

    def _use(_number: int) -> bool:
        with Session(engine) as own, own.begin():
            return use_passkey(own, own.get_one(Passkey, kept_id), 7, now=NOW)

    with ThreadPoolExecutor(8) as many:
        assert sorted(many.map(_use, range(8))) == [False] * 7 + [True]


def test_a_closed_account_does_not_open(
    app: Flask, owner: tuple[Member, Device], db: Session
) -> None:
    db.get_one(Member, owner[0].id).disabled_at = NOW
    db.commit()

    assert enter(app.test_client(), owner[1]).status_code == 422


def test_after_many_tries_from_one_place_no_more_is_asked(app: Flask) -> None:
    browser = app.test_client()
    for _ in range(40):
        asked(browser, "/sign-in/passkey")

    answer = browser.post("/sign-in/passkey/ask")

    assert answer.status_code == 429
    assert "too many tries" in (answer.json or {})["says"]


def test_a_new_passkey_must_be_made_here_and_unlocked(browse: Browse, db: Session) -> None:
    browser = browse(a_member_with_password())
    for cheat in (Device(origin="https://evil.example"), Device(flags=SOMEBODY)):
        assert add(browser, cheat).status_code == 409
    assert db.scalars(select(Passkey)).all() == []


@contextmanager
def nothing_kept(engine: Engine) -> Iterator[None]:
    """Let the database be open for reading only, as it is while a server changes places."""
    is_server = engine.dialect.name == "postgresql"
    words = "SET TRANSACTION READ ONLY" if is_server else "PRAGMA query_only=ON"

    def refuse(connection: Connection) -> None:
        connection.exec_driver_sql(words)

    event.listen(engine, "begin", refuse)
    yield
    event.remove(engine, "begin", refuse)


def test_what_could_not_be_kept_says_what_to_do_on_the_device(app: Flask, browse: Browse) -> None:
    """The device has made it by then: whoever saw one there would think that it opens something."""
    browser, device = browse(a_member_with_password()), Device()
    made = device.make(asked(browser, PAGE, name="My phone"))

    with nothing_kept(app.extensions["write"].kw["bind"]):
        page = browser.post(PAGE, data={"answer": made, "name": "My phone"})

    assert page.status_code == 503
    assert page.headers["Retry-After"] == "60"
    assert "it opens nothing: delete it on your device" in page.text
    assert 'value="My phone"' in page.text


def test_a_passkey_belongs_to_one_account(
    owner: tuple[Member, Device], browse: Browse, db: Session
) -> None:
    answer = add(browse(a_member_with_password("Thief")), owner[1])

    assert answer.status_code == 409
    assert "known here already" in answer.text
    assert len(db.scalars(select(Passkey)).all()) == 1


def test_a_device_is_told_which_passkeys_it_has_already(
    owner: tuple[Member, Device], browse: Browse
) -> None:
    options = asked(browse(owner[0]), PAGE, name="Again")

    assert len(options["excludeCredentials"]) == 1
    assert options["rp"] == {"name": "Samen Sterk", "id": "localhost"}
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert owner[0].name not in json.dumps(options["user"]["id"])


def test_nobody_has_more_than_twenty(browse: Browse, db: Session) -> None:
    member = a_member_with_password()
    browser = browse(member)
    db.add_all([a_passkey(member) for _ in range(MOST)])
    db.commit()

    answer = browser.post(f"{PAGE}/ask", data={"name": "One more"})

    assert answer.status_code == 409
    assert "twenty" in (answer.json or {})["says"]


def test_a_name_that_cannot_be_kept_is_refused_before_a_device_makes_anything(
    browse: Browse, db: Session
) -> None:
    browser = browse(a_member_with_password())

    for name in ("", " ", "a" * 61):
        assert browser.post(f"{PAGE}/ask", data={"name": name}).status_code == 422
    assert db.scalars(select(PasskeyQuestion)).all() == []


def test_the_list_says_when_each_was_made_and_used(
    app: Flask, owner: tuple[Member, Device]
) -> None:
    browser = app.test_client()
    enter(browser, owner[1])

    page = browser.get(PAGE).text

    assert "My phone" in page
    assert "last used" in page
    assert "10 codes are left" in page


def test_a_passkey_gets_another_name(owner: tuple[Member, Device], browse: Browse) -> None:
    browser = browse(owner[0])
    [address] = re.findall(rf'href="({PAGE}/[0-9a-f-]+)"', browser.get(PAGE).text)

    empty = browser.post(address, data={"name": " "})
    saved = browser.post(address, data={"name": "Laptop of the school"})

    assert empty.status_code == 422
    assert saved.location == PAGE
    assert "Laptop of the school" in browser.get(PAGE).text


def end(browser: FlaskClient) -> TestResponse:
    address = re.findall(rf'href="({PAGE}/[0-9a-f-]+/end)"', browser.get(PAGE).text)[0]
    assert "Keep it" in browser.get(address).text
    return browser.post(address)


def test_with_the_last_one_the_second_step_ends(
    app: Flask, owner: tuple[Member, Device], browse: Browse, db: Session
) -> None:
    end(browse(owner[0]))

    assert db.scalars(select(RecoveryCode)).all() == []
    assert not has_second_factor(db, db.get_one(Member, owner[0].id))
    db.commit()  # a session that only looks would keep the pages waiting
    assert send(app.test_client(), owner[0].email).location == "/home"
    assert enter(app.test_client(), owner[1]).status_code == 422


def test_while_one_is_left_the_codes_stay(
    owner: tuple[Member, Device], browse: Browse, db: Session
) -> None:
    browser = browse(owner[0])
    add(browser, Device(), "Laptop")

    end(browser)

    assert len(db.scalars(select(RecoveryCode)).all()) == 10


def test_what_is_sensitive_asks_first_who_it_is(
    owner: tuple[Member, Device], browse: Browse, db: Session
) -> None:
    browser = browse(owner[0])
    kept = db.scalars(select(Passkey.id)).one()
    db.commit()
    prove = "/account/prove?next=/account/passkeys"

    with time_machine.travel(clock.now() + timedelta(minutes=10), tick=False):
        assert browser.get(PAGE).location == prove
        assert browser.post(f"{PAGE}/ask", data={"name": "x"}).location == prove
        assert browser.post(PAGE, data={"name": "x", "answer": "{}"}).location == prove
        assert browser.post(f"{PAGE}/{kept}/end").location == f"{prove}/{kept}/end"


def test_a_passkey_shows_once_more_who_it_is(owner: tuple[Member, Device], browse: Browse) -> None:
    browser = browse(owner[0])
    with time_machine.travel(clock.now() + timedelta(minutes=10), tick=False):
        wrong = replace(owner[1], host="evil.example")
        options = asked(browser, "/account/prove/passkey")
        refused = browser.post("/account/prove/passkey", data={"answer": wrong.show(options)})
        still_shut = browser.get(PAGE).status_code

        options = asked(browser, "/account/prove/passkey")
        shown = owner[1].show(options)
        answer = browser.post("/account/prove/passkey", data={"answer": shown, "next": PAGE})

        assert refused.location == "/account/prove"
        assert still_shut == 302
        assert answer.location == PAGE
        assert browser.get(PAGE).status_code == 200


def test_its_owner_is_told_by_mail_and_the_trail_tells_it_too(
    owner: tuple[Member, Device], browse: Browse, db: Session
) -> None:
    end(browse(owner[0]))

    deeds = db.scalars(select(Event.action).where(Event.thing_id == owner[0].id)).all()
    mails = db.scalars(select(Mail).where(Mail.member_id == owner[0].id)).all()
    assert [each for each in deeds if "passkey" in each] == ["passkey.added", "passkey.ended"]
    assert [each.kind for each in mails] == ["member.passkey"] * 2


def test_whoever_resets_somebody_takes_their_passkeys_away(
    owner: tuple[Member, Device], db: Session
) -> None:
    member = db.get_one(Member, owner[0].id)

    end_factors(db, member, by=None, now=NOW)
    db.commit()

    assert db.scalars(select(Passkey)).all() == []


def test_whoever_has_an_app_too_shows_either_and_may_take_the_app_away(
    app: Flask, owner: tuple[Member, Device], browse: Browse, db: Session
) -> None:
    member, device = owner
    browser = browse(member)
    browser.post("/account/second-step/begin")
    code = code_of(db, later=-1)
    browser.post("/account/second-step/confirm", data={"code": code})
    other = app.test_client()
    send(other, member.email)
    asks = other.get(STEP).text

    before = browser.get("/account/second-step/end").text
    ended = browser.post("/account/second-step/end")

    assert "Show your passkey, or type the code that your app shows now." in asks
    assert "Your passkeys and recovery codes stay" in before
    assert ended.location == PAGE
    assert len(db.scalars(select(RecoveryCode)).all()) == 10
    db.commit()
    answer = other.post(
        f"{STEP}/passkey", data={"answer": device.show(asked(other, f"{STEP}/passkey"))}
    )
    assert answer.location == "/home"


def test_new_codes_are_made_without_an_app_too(
    owner: tuple[Member, Device], browse: Browse, db: Session
) -> None:
    before = set(db.scalars(select(RecoveryCode.code_hash)))
    db.commit()

    page = browse(owner[0]).post("/account/second-step/codes")

    assert f'href="{PAGE}"' in page.text
    assert not before & set(db.scalars(select(RecoveryCode.code_hash)))


def test_without_scripts_the_button_stays_away_and_it_says_so(app: Flask, browse: Browse) -> None:
    page = browse(a_member_with_password()).get(PAGE).text
    door = app.test_client().get("/sign-in").text

    assert re.search(r"<form[^>]* hidden data-passkey=", page)
    assert re.search(r"<form[^>]* hidden data-passkey=", door)
    assert '<p class="mt-2" data-without-passkeys>This needs a browser' in page
    assert browse(a_member_with_password()).post(PAGE, data={"name": "x"}).status_code == 422


def test_what_was_asked_and_never_answered_is_put_away(app: Flask, db: Session) -> None:
    asked(app.test_client(), "/sign-in/passkey")
    [rule] = [each for each in RULES if each.name == "passkeys_asked"]

    assert sweep(db, rule, now=clock.now()) == 0
    assert sweep(db, rule, now=clock.now() + timedelta(minutes=6)) == 1


def test_at_a_number_they_are_not_offered_and_it_says_why(app: Flask, browse: Browse) -> None:
    browser = browse(a_member_with_password())
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], BASE_URL="http://127.0.0.1:8000")

    page = browser.get(PAGE)

    assert "by a number" in page.text
    assert "data-passkey" not in page.text
    assert "passkey" not in app.test_client().get("/sign-in").text
    assert browser.post(f"{PAGE}/ask", data={"name": "x"}).status_code == 404
    assert app.test_client().post("/sign-in/passkey/ask").status_code == 404


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("http://localhost:8000", ("localhost", "http://localhost:8000")),
        ("https://mentors.example.org", ("mentors.example.org", "https://mentors.example.org")),
        (
            "https://Mentors.example.org:443/",
            ("mentors.example.org", "https://mentors.example.org"),
        ),
        ("https://example.org:8443", ("example.org", "https://example.org:8443")),
        ("http://127.0.0.1:8000", None),
        ("http://[::1]:8000", None),
        ("https://192.0.2.7", None),
    ],
)
def test_the_configured_address_alone_says_what_a_passkey_is_for(
    address: str, site: tuple[str, str] | None
) -> None:
    found = site_of(address)

    assert (found and (found.host, found.origin)) == site


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "rawId", "type", "response", "userHandle", "clientDataJSON"])
            | st.text(max_size=5),
            inside,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANYTHING)
def test_whatever_a_device_says_it_is_believed_or_refused(told: object) -> None:
    site, answer = site_of("http://localhost"), json.dumps(told)
    assert site
    with suppress(RuleBroken):
        passkeys.made(site, answer, challenge="AAAA")
    with suppress(RuleBroken):
        shown = passkeys.shown(answer)
        passkeys.believe(site, shown, challenge="AAAA", public_key="AAAA", times_used=0)


@settings(max_examples=100, deadline=None)
@given(st.binary(min_size=1, max_size=300), st.integers(0, 300))
def test_a_bent_attestation_is_refused(bent: bytes, at: int) -> None:
    site, device = site_of("http://localhost"), Device()
    assert site
    owner = passkeys.to_make(site, owner=b"me", name="me", challenge="AAAA", known=())
    told = json.loads(device.make(owner))
    whole = base64url_to_bytes(told["response"]["attestationObject"])
    told["response"]["attestationObject"] = bytes_to_base64url(
        whole[:at] + bent + whole[at + len(bent) :]
    )
    try:
        found = passkeys.made(site, json.dumps(told), challenge="AAAA")
    except RuleBroken:
        return
    assert found.credential
