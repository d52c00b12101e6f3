"""`matcher check` says how the ways in are."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from matcher.commands.doors import look_at_provider, look_at_second_steps
from matcher.commands.findings import Finding
from matcher.config import Settings
from matcher.members.models import Authenticator
from tests.factories import NOW, a_member, an_administrator
from tests.members.conftest import real_provider  # noqa: F401  # a fixture, found by name


def said(found: Iterator[Finding]) -> dict[str, str]:
    return {each.about: each.todo for each in found}


def with_one(settings: Settings, issuer: str, **rest: object) -> Settings:
    given = {"OIDC_ISSUER": issuer, "OIDC_CLIENT_ID": "us", "OIDC_CLIENT_SECRET": "", **rest}
    return replace(settings, **given)  # type: ignore[arg-type]  # by name


def test_without_a_provider_there_is_nothing_to_say(settings: Settings) -> None:
    assert said(look_at_provider(replace(settings, OIDC_ISSUER=""))) == {
        "Single sign-on (none)": ""
    }


def test_a_provider_that_does_not_answer_is_named_with_the_page_to_look_at(
    settings: Settings,
) -> None:
    found = said(look_at_provider(with_one(settings, "http://127.0.0.1:9")))

    assert "http://127.0.0.1:9/.well-known/openid-configuration" in found["Single sign-on answers"]


def test_one_that_answers_is_right_and_one_with_another_name_is_not(
    settings: Settings,
    real_provider: str,  # noqa: F811  # likewise
) -> None:
    right = said(look_at_provider(with_one(settings, real_provider)))
    wrong = said(look_at_provider(with_one(settings, f"{real_provider}/")))

    assert right["Single sign-on answers"] == ""
    assert "MATCHER_OIDC_ISSUER" in wrong["Single sign-on answers"]


def test_its_secret_stands_in_a_file_of_our_own(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "provider"
    file.write_text("s3cret")
    file.chmod(0o640)

    def secret(**rest: object) -> str:
        found = said(look_at_provider(with_one(settings, "http://127.0.0.1:9", **rest)))
        return found["Secret of single sign-on"]

    assert "there is none" in secret()
    assert "is a variable" in secret(OIDC_CLIENT_SECRET="s3cret")
    assert f"chmod 600 {file}" in secret(OIDC_CLIENT_SECRET_FILE=str(file))
    file.chmod(0o600)
    assert secret(OIDC_CLIENT_SECRET_FILE=str(file)) == ""
    assert "there is no" in secret(OIDC_CLIENT_SECRET_FILE=str(tmp_path / "gone"))


def test_plain_http_is_for_trying_it_out(settings: Settings) -> None:
    plain = with_one(settings, "http://127.0.0.1:9", MODE="production")

    assert "http://" in said(look_at_provider(plain))["Single sign-on is private"]


def test_who_looks_after_others_without_a_second_step_is_counted(
    db: Session, settings: Settings
) -> None:
    has, has_not, closed = an_administrator(), an_administrator(), an_administrator()
    closed.disabled_at = NOW
    db.add_all([has, has_not, closed, a_member()])
    db.add(Authenticator(member=has, made_at=NOW, confirmed_at=NOW))
    db.flush()

    def told(days: str) -> str:
        found = said(look_at_second_steps(db, replace(settings, SECOND_STEP_WITHIN=days)))
        return found["Second steps (1 of 2 who look after others have one)"]

    assert told("30") == "1 still set one up, within 30 days of signing in"
    assert "as soon as they sign in" in told("0")
    assert "MATCHER_SECOND_STEP_WITHIN is never" in told("never")
    db.add(Authenticator(member=has_not, made_at=NOW, confirmed_at=NOW))
    db.flush()

    everybody = said(look_at_second_steps(db, settings))
    assert everybody == {"Second steps (2 of 2 who look after others have one)": ""}
