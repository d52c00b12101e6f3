"""Slowing down whoever guesses passwords, without ever locking the owner out.

A guess is counted before it is checked, so a hundred at the same moment are counted too. A
browser in which the owner signed in before is counted apart from all strangers: however hard
these try, its own allowance is untouched. And a link by mail always leads to a new password.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from matcher.members.models import Attempt

A_WHILE = timedelta(minutes=15)
A_DAY = timedelta(days=1)
# An office or a library has one address for many people, so origins get more.
ACCOUNT_LIMITS = {A_WHILE: 8, A_DAY: 40}
ORIGIN_LIMITS = {A_WHILE: 40, A_DAY: 400}
# Any number will do that no other lock of ours begins with.
GUESSES = 7_391
LOCKS = 1024


@dataclass(frozen=True, slots=True)
class Guess:
    """For which account, and from where: keyed hashes, as they are kept."""

    account: str
    origin: str


def keyed(secret: str, *parts: str) -> str:
    """Return a hash that nobody can compute, and so try out, without our secret."""
    text = "\0".join(parts).encode(errors="surrogatepass")
    return hmac.new(secret.encode(), text, "sha256").hexdigest()


def allow(db: Session, guess: Guess, *, now: datetime) -> Attempt | None:
    """Count a guess, and return it to be marked when it succeeds. None: too many failed."""
    _one_at_a_time(db, guess)
    limits = [
        *((Attempt.account == guess.account, *limit) for limit in ACCOUNT_LIMITS.items()),
        *((Attempt.origin == guess.origin, *limit) for limit in ORIGIN_LIMITS.items()),
    ]
    counts = [_failed(whose, since=now - within) for whose, within, _ in limits]
    recent = and_(
        or_(Attempt.account == guess.account, Attempt.origin == guess.origin),
        Attempt.at > now - A_DAY,
    )
    found = db.execute(select(*counts).where(recent)).one()
    if any(count >= most for count, (_, _, most) in zip(found, limits, strict=True)):
        return None
    attempt = Attempt(at=now, account=guess.account, origin=guess.origin, succeeded=False)
    db.add(attempt)
    return attempt


def _failed(whose: ColumnElement[bool], *, since: datetime) -> ColumnElement[int]:
    return func.count().filter(whose, Attempt.at > since, Attempt.succeeded.is_(False))


def _one_at_a_time(db: Session, guess: Guess) -> None:
    """Let guesses for one account or from one place wait for each other.

    SQLite's writers do so anyway. In one order, so that no two wait for each other for ever; and
    behind a fixed number of locks, of which a server has not enough for every account.
    """
    if db.get_bind().dialect.name == "postgresql":
        for lock in sorted({crc32(key.encode()) % LOCKS for key in (guess.account, guess.origin)}):
            db.execute(select(func.pg_advisory_xact_lock(GUESSES, lock)))
