"""Guessing is slow, and the owner is never locked out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from matcher.members.routes.guesses import guess_for
from matcher.members.services.throttle import (
    A_WHILE,
    ACCOUNT_LIMITS,
    ORIGIN_LIMITS,
    Guess,
    allow,
    keyed,
)
from tests.factories import NOW

A_DAY = timedelta(days=1)


def test_ten_thousand_guesses_in_a_day_are_fifty_checks_at_most(db: Session) -> None:
    checks = sum(
        allow(db, Guess("yara", f"origin {number}"), now=NOW + A_DAY * number / 10_000) is not None
        for number in range(10_000)
    )

    assert 0 < checks <= 50


def test_guessing_from_one_place_at_many_accounts_is_slow_too(db: Session) -> None:
    checks = sum(
        allow(db, Guess(f"account {number}", "one place"), now=NOW) is not None
        for number in range(200)
    )

    assert checks == ORIGIN_LIMITS[A_WHILE]


def test_whoever_waits_may_try_again(db: Session) -> None:
    guess = Guess("yara", "home")
    for _ in range(ACCOUNT_LIMITS[A_WHILE]):
        assert allow(db, guess, now=NOW)

    assert allow(db, guess, now=NOW + timedelta(minutes=14)) is None
    assert allow(db, guess, now=NOW + timedelta(minutes=16))


def test_what_succeeded_does_not_count(db: Session) -> None:
    for _ in range(ACCOUNT_LIMITS[A_WHILE] * 2):
        attempt = allow(db, Guess("yara", "home"), now=NOW)
        assert attempt
        attempt.succeeded = True


def test_a_known_browser_has_its_own_allowance(db: Session) -> None:
    while allow(db, Guess("yara", "attacker"), now=NOW):
        pass

    assert allow(db, Guess("yara on her own browser", "her browser"), now=NOW)


def test_guesses_at_the_same_moment_are_all_counted(engine: Engine) -> None:
    together = Barrier(20)

    def guess(number: int) -> bool:
        together.wait()
        with Session(engine) as db, db.begin():
            return allow(db, Guess("yara", f"origin {number}"), now=NOW) is not None

    with ThreadPoolExecutor(20) as at_once:
        allowed = sum(at_once.map(guess, range(20)))

    assert allowed == ACCOUNT_LIMITS[A_WHILE]


def test_a_kept_account_tells_nothing_without_the_secret() -> None:
    assert keyed("a", "yara@example.org") != keyed("b", "yara@example.org")
    assert keyed("a", "x", "yz") != keyed("a", "xy", "z")


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("2001:db8:1:2::3", "2001:db8:1:2:aaaa::4", True),
        ("2001:db8:1:2::3", "2001:db8:1:3::3", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("a socket", "", True),
    ],
    ids=["a household", "two households", "two addresses", "nothing is known"],
)
def test_with_ipv6_a_household_is_one_place(
    one: str, other: str, app: Flask, *, are_one: bool
) -> None:
    def origin(address: str) -> str:
        with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            return guess_for("yara@example.org").origin

    assert (origin(one) == origin(other)) is are_one
