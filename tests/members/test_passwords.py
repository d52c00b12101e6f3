"""Passwords: kept so that nobody can read them, and refused when they are easy to guess."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from matcher.members import passwords
from matcher.members.guessable import common, weakness
from matcher.members.passwords import Hasher, TooBusy

GOOD = "een blauwe fiets op zolder"


@pytest.fixture(scope="module")
def hasher() -> Hasher:
    return Hasher(64)


def test_a_password_fits_its_own_hash_and_no_other(hasher: Hasher) -> None:
    kept = hasher.hash(GOOD)

    assert GOOD not in kept
    assert hasher.check(kept, GOOD)
    assert not hasher.check(kept, GOOD + ".")


def test_nobodys_password_never_fits_though_it_is_checked(hasher: Hasher) -> None:
    assert not hasher.check(None, "nobody has this password")


def test_one_password_typed_on_two_keyboards_is_the_same(hasher: Hasher) -> None:
    assert hasher.check(hasher.hash("café met uitzicht"), "cafe\u0301 met uitzicht")


@pytest.mark.parametrize("odd", ["\ud800" * 12, "\0" * 12, "x" * 100_000, ""])
def test_what_is_no_password_is_only_wrong(hasher: Hasher, odd: str) -> None:
    assert not hasher.check(hasher.hash(GOOD), odd)


def test_a_damaged_hash_fits_nothing(hasher: Hasher) -> None:
    assert not hasher.check("not a hash", GOOD)


def test_when_many_sign_in_at_once_some_are_asked_to_try_again_in_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passwords, "PATIENCE", 0.001)
    slow, together = Hasher(32 * 1024), Barrier(6)
    kept = slow.hash(GOOD)

    def check(_: int) -> bool | None:
        together.wait()
        try:
            return slow.check(kept, GOOD)
        except TooBusy:
            return None

    with ThreadPoolExecutor(6) as at_once:
        found = set(at_once.map(check, range(6)))

    assert found == {True, None}


def test_a_hash_of_other_settings_is_outdated(hasher: Hasher) -> None:
    assert Hasher(128).is_outdated(hasher.hash(GOOD))
    assert not hasher.is_outdated(hasher.hash(GOOD))


@pytest.mark.parametrize(
    "easy",
    [
        *("kort wachtw", "Password1234!", "P@ssw0rd2026!!", "welkom12345678", "W3lk0m!2026!!"),
        *("aaaaaaaaaaaaaa", "abcabcabcabc", "123456789012", "qwertyuiop[]", "samensterk2031!"),
        *("Yara-Amrani-2026", "yara@example.org", "x" * 201, "xk7q2xk7q2xk7q2"),
    ],
)
def test_an_easy_password_is_refused(easy: str) -> None:
    assert weakness(easy, about=("Yara Amrani", "yara@example.org"))


@pytest.mark.parametrize(
    "good",
    [
        GOOD,
        "tuin dak lamp vis",
        "kT9#vQ2!mZ7p",
        "密码很长也可以的真的很好呀",
        "Yara houdt van vissen in maart",
    ],
)
def test_a_good_password_is_taken(good: str) -> None:
    assert weakness(good, about=("Yara Amrani", "yara@example.org")) is None


def test_the_list_holds_only_what_would_be_long_enough() -> None:
    assert len(common()) > 3000
    assert {each for each in common() if len(each) < 12} == set()
