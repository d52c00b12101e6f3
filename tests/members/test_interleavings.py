"""Whatever order things happen in, a sign-in that has ended opens nothing, ever."""

import os
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.databases import ON_POSTGRES
from tests.factories import NOW
from tests.members.handmade import Hostile
from tests.members.lives import ALL, Act, Life, Tally

# `LIVES=1000 pytest -n 2 tests/members/test_interleavings.py` lives as many, in four parts.
LIVES, PARTS = int(os.environ.get("LIVES", "40")), 4
# Far enough apart that nothing of one life is counted in the next.
APART = timedelta(days=2)
WITH_PASSKEY: list[Act] = [Life.sign_in, Life.add_a_passkey, Life.sign_in_by_passkey]
FROM_ELSEWHERE: list[Act] = [Life.sign_in, Life.connect_elsewhere, Life.sign_in_elsewhere]
# What ends sign-ins, and among which acts its lack would show.
GUARDS: list[tuple[str, list[Act]]] = [
    ("services.accounts.end_every_sign_in", [Life.change_password, Life.reset_password]),
    ("services.addresses.end_every_sign_in", [Life.get_the_address_back]),
    ("services.signing_in.end_every_sign_in", [Life.lose_the_phone]),
    ("services.helping.end_every_sign_in", [Life.be_signed_out]),
    ("services.browsers.end_every_sign_in", [Life.disown]),
    ("routes.doors.sign_out", [Life.sign_out]),
    ("routes.account.sign_out", [Life.end_one]),
    ("routes.account.end_other_sign_ins", [Life.sign_in, Life.end_others]),
    ("routes.passkeys.end_passkey", [*WITH_PASSKEY, Life.end_a_passkey]),
    ("services.factors.drop_factors", [*WITH_PASSKEY, Life.lose_the_phone]),
    ("services.helping.drop_factors", [*WITH_PASSKEY, Life.be_signed_out]),
    ("services.browsers.drop_what_is_newer", [*WITH_PASSKEY, Life.disown]),
    ("services.addresses.drop_what_is_newer", [*WITH_PASSKEY, Life.get_the_address_back]),
    ("routes.single.disconnect", [*FROM_ELSEWHERE, Life.disconnect_elsewhere]),
]
if not ON_POSTGRES:  # where a backup is a file that can be copied at once
    came_back: list[Act] = [Life.sign_out, Life.keep_a_backup, Life.restore]
    GUARDS.append(("services.signing_in.end_what_came_back", came_back))


Begin = Callable[[int, Tally], Life]


@pytest.fixture
def begin(app: Flask, db: Session, hostile: Hostile) -> Begin:
    return lambda seed, tally: Life(app, db, hostile, tally, seed)


@pytest.mark.parametrize("part", range(PARTS))
def test_after_any_order_of_acts_no_ended_sign_in_opens_anything(part: int, begin: Begin) -> None:
    tally = Tally()
    for seed in range(part, LIVES, PARTS):
        begin(seed, tally).live(NOW + seed * APART)

    assert tally.stale == []
    assert tally.refused == [], "and whoever is signed in stays so"
    assert tally.tokens > LIVES / PARTS
    assert len(tally.acts) > len(set(ALL)) / 2


@pytest.mark.parametrize(("guard", "among"), GUARDS)
def test_a_guard_that_were_forgotten_would_be_noticed(
    guard: str, among: list[Act], begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If an ended sign-in were not seen where nothing ends it, the first test proved nothing."""
    monkeypatch.setattr(f"matcher.members.{guard}", lambda *_, **__: None)
    tally = Tally()
    for seed in range(20):
        begin(seed, tally).live(NOW + seed * APART, among)
        if tally.stale:
            return
    pytest.fail("Nothing was noticed.")
