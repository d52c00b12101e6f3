"""Settings come from the environment, and what would be unsafe does not start."""

from pathlib import Path

import pytest

from matcher.config import Misconfigured, Settings, from_environment


def test_defaults_are_right_for_production(tmp_path: Path) -> None:
    settings = from_environment({}, INSTANCE=tmp_path)

    assert settings.MODE == "production"
    assert settings.WTF_CSRF_ENABLED
    assert not settings.TESTING
    assert settings.database == f"sqlite:///{tmp_path / 'matcher.db'}"


def test_secrets_are_made_once_and_are_for_this_account_alone(tmp_path: Path) -> None:
    first = from_environment({}, INSTANCE=tmp_path)
    second = from_environment({}, INSTANCE=tmp_path)

    assert (first.SECRET_KEY, first.SEAL_KEYS) == (second.SECRET_KEY, second.SEAL_KEYS)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    settings = from_environment({}, INSTANCE=tmp_path)

    assert settings.SECRET_KEY not in repr(settings)
    assert settings.SEAL_KEYS[1].hex() not in repr(settings)
    assert str(dict(settings.SEAL_KEYS)) not in repr(settings)


@pytest.mark.parametrize("url", ["postgres://db/samen", "postgresql://db/samen"])
def test_the_database_is_found_as_hosts_name_it(url: str, tmp_path: Path) -> None:
    settings = from_environment({"DATABASE_URL": url}, INSTANCE=tmp_path)

    assert settings.database == "postgresql+psycopg://db/samen"


@pytest.mark.parametrize("url", ["http://samen.example.org", "http://192.168.1.4:8000"])
def test_plain_http_is_for_ones_own_machine_only(url: str, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="https"):
        from_environment({"MATCHER_BASE_URL": url}, INSTANCE=tmp_path)


def test_a_number_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="whole number"):
        from_environment({"MATCHER_PROXY_HOPS": "two"}, INSTANCE=tmp_path)


def test_settings_cannot_be_changed_while_running(tmp_path: Path) -> None:
    settings: Settings = from_environment({}, INSTANCE=tmp_path)

    with pytest.raises(AttributeError):
        settings.MODE = "demo"  # type: ignore[misc]  # what is tried here
