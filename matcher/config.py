"""What changes between one installation and the next, read from the environment in one place."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

from matcher.foundation.secrets import read_keys, read_secret

# A number of days, up to 27 years: further than any calendar here goes.
DAYS = re.compile(r"[0-9]{1,4}")


class Misconfigured(Exception):
    """The installation cannot start like this; the text says what to change."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every default is safe to publish and right for production."""

    # Signs links and the queue of pointers; empty: made once, in `secret` in the instance folder.
    SECRET_KEY: str = field(repr=False)
    # The keys of sealed texts are never a variable: they stand in `keys` in the instance folder.
    SEAL_KEYS: Mapping[int, bytes] = field(repr=False)
    # The folder of database, secrets, outbox and backups.
    INSTANCE: Path = Path("instance")
    # "postgresql://…"; empty: SQLite in the instance folder. DATABASE_URL is understood too.
    DATABASE_URL: str = ""
    # The address people use. It begins with https://, but on one's own machine. Passkeys
    # need a name in it: browsers make none for a number.
    BASE_URL: str = "http://localhost:8000"
    # Where mails go: "outbox:" keeps them for the local outbox page, "smtp://…" sends them.
    MAIL_URL: str = "outbox:"
    # Who mails come from.
    MAIL_FROM: str = "Samen Sterk <noreply@localhost>"
    # Where mails come back to that did not arrive, such as bounces@example.org: each has an address
    # of its own there, bounces+…@example.org. Empty: what comes back is not looked at.
    BOUNCE_ADDRESS: str = ""
    # That mailbox, to be read every quarter of an hour: "imaps://user:password@host/INBOX". Empty:
    # the mail server hands each over to `matcher bounces`.
    BOUNCE_URL: str = field(default="", repr=False)
    # What carries pointers to background work: a file of our own, "redis://…" or "postgresql://…".
    JOBS_URL: str = ""
    # A Dask scheduler ("tcp://10.0.0.5:8786", on a private network): runs with very many people are
    # computed by its workers. Empty: all are computed where the work is.
    DASK_URL: str = ""
    # Runs of so many pairs or more go there; smaller ones are computed sooner than sent.
    DASK_FROM: int = 20_000_000
    # Where backups are kept; empty is `backups` in the instance folder. Another disk is better.
    BACKUP_FOLDER: str = ""
    # A file with a passphrase of 16 characters or more: backups are locked with it.
    BACKUP_KEY_FILE: str = ""
    # How often the worker backs up by itself; 0 is never.
    BACKUP_EVERY_HOURS: int = 24
    # For how many days one backup of each is kept.
    BACKUP_DAYS: int = 7
    # For how many weeks one backup of each is kept.
    BACKUP_WEEKS: int = 4
    # Whoever shows this token may read /metrics; empty: only this machine itself may.
    METRICS_TOKEN: str = field(default="", repr=False)
    # Within how many days whoever looks after others must set up a second step, counted from when
    # they first sign in without one. "0": at once; "never": as they like. The demo waits for ever.
    SECOND_STEP_WITHIN: str = "30"
    # Let people sign in by a link that is mailed to them, beside their password.
    SIGN_IN_BY_MAIL: bool = False
    # The address of a provider of single sign-on (OpenID Connect), as it names itself; empty: none.
    OIDC_ISSUER: str = ""
    # What the provider calls this installation.
    OIDC_CLIENT_ID: str = ""
    # The secret that came with it. Better in a file: OIDC_CLIENT_SECRET_FILE.
    OIDC_CLIENT_SECRET: str = field(default="", repr=False)
    # A file that holds the secret.
    OIDC_CLIENT_SECRET_FILE: str = ""
    # What people call the provider; it stands on the button.
    OIDC_NAME: str = ""
    # The claim that holds the e-mail address. It counts only when the provider has verified it.
    OIDC_ADDRESS_CLAIM: str = "email"
    # Who may come in by it: "known" (whoever has an account or an invitation) or "anyone".
    OIDC_ENTRY: str = "known"
    # "production", "development" (styleguide) or "demo" (styleguide, outbox page, sign-in hints).
    MODE: str = "production"
    # The time zone of the installation, for whoever has not chosen one.
    ZONE: str = "Europe/Amsterdam"
    # How many reverse proxies stand before the service, each replacing X-Forwarded-For.
    PROXY_HOPS: int = 0
    # The largest file that is taken.
    LARGEST_UPLOAD_MB: int = 10
    # For tests.
    TESTING: bool = False
    # For tests.
    WTF_CSRF_ENABLED: bool = True
    # Memory of one password check, in KiB; the default follows RFC 9106's second choice.
    ARGON2_MEMORY_KIB: int = 65536

    @property
    def database(self) -> str:
        return self.DATABASE_URL or f"sqlite:///{self.INSTANCE.absolute() / 'matcher.db'}"

    @property
    def is_https(self) -> bool:
        return urlsplit(self.BASE_URL).scheme == "https"

    @property
    def host(self) -> str:
        return urlsplit(self.BASE_URL).netloc

    @property
    def second_step_days(self) -> int | None:
        """How long somebody may put the second step off; None: as long as they like."""
        return None if self.SECOND_STEP_WITHIN == "never" else int(self.SECOND_STEP_WITHIN)

    @property
    def oidc_secret(self) -> str:
        path = self.OIDC_CLIENT_SECRET_FILE
        return Path(path).read_text().strip() if path else self.OIDC_CLIENT_SECRET

    def __post_init__(self) -> None:
        """Refuse what would be unsafe: plain http is for one's own machine only."""
        name = urlsplit(self.BASE_URL).hostname
        if not self.is_https and name not in {"127.0.0.1", "localhost", "::1"}:
            raise Misconfigured(f"MATCHER_BASE_URL must begin with https:// for {name}.")
        if self.SECOND_STEP_WITHIN != "never" and not DAYS.fullmatch(self.SECOND_STEP_WITHIN):
            raise Misconfigured('MATCHER_SECOND_STEP_WITHIN must be a number of days, or "never".')
        if self.OIDC_ISSUER:
            self._look_at_provider()

    def _look_at_provider(self) -> None:
        parts = urlsplit(self.OIDC_ISSUER)
        if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
            raise Misconfigured("MATCHER_OIDC_ISSUER must begin with https://.")
        if not self.OIDC_CLIENT_ID:
            raise Misconfigured("MATCHER_OIDC_ISSUER needs MATCHER_OIDC_CLIENT_ID as well.")
        if self.OIDC_ENTRY not in {"known", "anyone"}:
            raise Misconfigured('MATCHER_OIDC_ENTRY must be "known" or "anyone".')


def from_environment(environment: Mapping[str, str] = os.environ, **fixed: object) -> Settings:
    """Read `MATCHER_…` variables; make the secrets in the instance folder when they are missing.

    DATABASE_URL is also understood without the prefix, as most hosts set it so.
    """
    given: dict[str, object] = {}
    for each in fields(Settings):
        value = environment.get(f"MATCHER_{each.name}")
        if value is not None and each.name not in {"SECRET_KEY", "SEAL_KEYS"}:
            given[each.name] = _as(each.name, value)
    given.setdefault("DATABASE_URL", _psycopg(environment.get("DATABASE_URL", "")))
    given |= fixed
    instance = Path(str(given.get("INSTANCE", Settings.INSTANCE)))
    given["INSTANCE"] = instance
    return Settings(
        SECRET_KEY=environment.get("MATCHER_SECRET_KEY") or read_secret(instance / "secret"),
        SEAL_KEYS=read_keys(instance / "keys"),
        **given,  # type: ignore[arg-type]  # checked by _as, one by one
    )


def _as(name: str, value: str) -> object:
    example = {each.name: each.type for each in fields(Settings)}[name]
    if example in {int, "int"}:
        if not value.isdigit():
            raise Misconfigured(f"MATCHER_{name} must be a whole number, not {value!r}.")
        return int(value)
    if example in {bool, "bool"}:
        return value.lower() in {"1", "true", "yes"}
    if name == "DATABASE_URL":
        return _psycopg(value)
    return Path(value) if example in {Path, "Path"} else value


def _psycopg(url: str) -> str:
    """Name the driver we install: hosts hand out `postgres://…`."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url
