"""`matcher check` is a checklist: one line each, with what to do."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.commands.checking import CHECKS, look_at_trail
from matcher.commands.findings import Finding
from matcher.config import Settings
from matcher.foundation import clock
from tests.factories import a_member

WELL = {
    "SECRET_KEY": "s" * 40,
    "MODE": "production",
    "BASE_URL": "https://samen.example.org",
    "MAIL_URL": "smtp://mail.example.org",
    "MAIL_FROM": "Samen Sterk <post@samen.example.org>",
    "PROXY_HOPS": 1,
    "OIDC_ISSUER": "",
}


def todos(settings: Settings) -> dict[str, str]:
    return {each.about: each.todo for each in findings(settings) if each.todo}


def findings(settings: Settings) -> list[Finding]:
    return [found for look in CHECKS for found in look(settings)]


@pytest.fixture
def well(settings: Settings) -> Settings:
    return replace(settings, **WELL)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("name", "value", "about", "says"),
    [
        ("SECRET_KEY", "short", "Secret", "MATCHER_SECRET_KEY"),
        ("BASE_URL", "http://localhost:8000", "Address, TLS and cookies", "https"),
        ("BASE_URL", "https://192.0.2.7", "Passkeys", "need a name"),
        ("PROXY_HOPS", 0, "Proxy hops", "MATCHER_PROXY_HOPS"),
        ("MODE", "demo", "Mode", "MATCHER_MODE"),
        ("MAIL_URL", "outbox:", "Mail", "MATCHER_MAIL_URL"),
        ("MAIL_URL", "smtp://mail.example.org?starttls=0", "Mail", "starttls"),
        ("MAIL_URL", "ftp://mail.example.org", "Mail", "smtp"),
        ("MAIL_FROM", "Samen Sterk <x@localhost>", "Sender of mails", "MATCHER_MAIL_FROM"),
        ("BACKUP_EVERY_HOURS", 0, "Backups", "MATCHER_BACKUP_EVERY_HOURS"),
    ],
)
def test_what_is_not_right_is_said_with_what_to_do(
    name: str, value: object, about: str, says: str, well: Settings
) -> None:
    assert says not in todos(well).get(about, "")

    assert says in todos(replace(well, **{name: value}))[about]  # type: ignore[arg-type]  # by name


def test_files_that_others_can_read_are_named(well: Settings) -> None:
    for file in well.INSTANCE.glob("matcher.db"):  # on a server there is none
        file.chmod(0o600)
    keys = well.INSTANCE / "keys"
    keys.write_text("1 00\n")
    keys.chmod(0o640)

    assert f"chmod 600 {keys}" in todos(well)["Files"]


def test_a_clock_that_runs_behind_is_noticed(db: Session) -> None:
    member = a_member()
    db.add(member)
    db.flush()
    note(db, "member.registered", member, by=None, at=clock.now() + timedelta(hours=1))
    db.flush()

    assert "NTP" in {each.about: each.todo for each in look_at_trail(db)}["Clock"]


def test_a_trail_that_nobody_seals_is_noticed(db: Session) -> None:
    member = a_member()
    db.add(member)
    db.flush()
    note(db, "member.registered", member, by=None, at=clock.now() - timedelta(hours=1))
    db.flush()

    assert "matcher worker" in {each.about: each.todo for each in look_at_trail(db)}["Trail"]


def test_what_is_right_is_listed_too(well: Settings) -> None:
    listed = {each.about for each in findings(well) if not each.todo}

    assert {"Secret", "Address, TLS and cookies", "Proxy hops", "Mail"} <= listed
