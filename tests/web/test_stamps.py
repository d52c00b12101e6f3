"""A form that one web process made is taken by another, though their clocks do not agree."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from flask import Flask
from itsdangerous import BadSignature, SignatureExpired, TimestampSigner, URLSafeTimedSerializer

from matcher.app import create_app
from matcher.config import Settings
from matcher.web.stamps import QuickSigner, Stamp
from tests.factories import NOW


@pytest.fixture
def guarded(settings: Settings) -> Flask:
    return create_app(replace(settings, WTF_CSRF_ENABLED=True, TESTING=False))


@pytest.mark.parametrize("seconds", [-60, -2, 0, 60])
def test_a_form_is_taken_by_a_machine_whose_clock_is_behind_or_ahead(
    seconds: int, guarded: Flask
) -> None:
    browser = guarded.test_client()
    with time_machine.travel(NOW):
        page = browser.get("/sign-in").text
    [token] = set(re.findall(r'name="csrf_token" value="([^"]+)"', page))

    with time_machine.travel(NOW + timedelta(seconds=seconds)):
        sent = {"csrf_token": token, "email": "yara@example.org", "password": "nothing like it"}
        answer = browser.post("/sign-in", data=sent)

    assert "do not belong together" in answer.text


@pytest.mark.parametrize(
    ("later", "is_taken"), [(-3600, False), (-60, True), (60, True), (3600, False)]
)
def test_what_is_too_old_or_far_ahead_is_not_believed(*, later: int, is_taken: bool) -> None:
    stamps = URLSafeTimedSerializer("for tests", signer=Stamp)
    with time_machine.travel(NOW):
        signed = stamps.dumps("word")

    with time_machine.travel(moment(later)):
        if is_taken:
            assert stamps.loads(signed, max_age=600) == "word"
        else:
            with pytest.raises(SignatureExpired):
                stamps.loads(signed, max_age=600)


@pytest.mark.parametrize("derivation", ["hmac", "django-concat"])
def test_what_is_signed_quickly_is_signed_as_ever(derivation: str) -> None:
    usual, quick = (
        signer("for tests", salt="of forms", key_derivation=derivation)
        for signer in (TimestampSigner, QuickSigner)
    )
    with time_machine.travel(NOW, tick=False):
        assert quick.sign("word") == usual.sign("word")
    assert quick.unsign(usual.sign("word")) == b"word"
    with pytest.raises(BadSignature):
        quick.unsign(TimestampSigner("of somebody else", salt="of forms").sign("word"))


def test_every_page_of_a_visit_has_a_seal_that_is_taken(guarded: Flask) -> None:
    browser = guarded.test_client()
    seals = [
        set(re.findall(r'name="csrf_token" value="([^"]+)"', browser.get(page).text))
        for page in ("/tips", "/how-it-works", "/sign-in")
    ]
    for [seal] in seals:
        sent = {"csrf_token": seal, "email": "yara@example.org", "password": "nothing like it"}
        assert "do not belong together" in browser.post("/sign-in", data=sent).text
    sent["csrf_token"] = f"{seal[:-4]}AAAA"
    assert "do not belong together" not in browser.post("/sign-in", data=sent).text


def moment(later: int) -> datetime:
    return NOW + timedelta(seconds=later)
