"""Passkeys: asking for one, adding it, using it, and taking it away.

A question is answered once. What a device counts may only grow: of two answers with the same
count, the database lets one through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import CursorResult, delete, update
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.keys import Made
from matcher.members.models import (
    Member,
    Passkey,
    PasskeyFor,
    PasskeyQuestion,
    RecoveryCode,
    SecondStep,
)
from matcher.members.queries import has_second_factor
from matcher.members.queries.passkeys import find_passkey, list_passkeys
from matcher.members.services.letters import write_to
from matcher.members.services.passkey_notices import passkey_added, passkey_ended
from matcher.messages.letters import Letter
from matcher.messages.services import Occasion

TO_ANSWER = timedelta(minutes=5)
MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a device was asked to sign, and the counted try that it was."""

    challenge: str
    attempt_id: UUID | None


def ask(
    db: Session,
    browser: str,
    asked_for: PasskeyFor,
    *,
    now: datetime,
    attempt_id: UUID | None = None,
) -> str:
    """Ask a browser for a passkey, and return what its device is to sign."""
    challenge = token_urlsafe(32)
    question = PasskeyQuestion(
        browser=browser,
        asked_for=asked_for,
        challenge=challenge,
        asked_at=now,
        until=now + TO_ANSWER,
        attempt_id=attempt_id,
    )
    db.add(question)
    return challenge


def take_question(
    db: Session, browser: str, asked_for: PasskeyFor, *, now: datetime
) -> Asked | None:
    """Use up what was asked, whatever the answer is worth. None: nothing waits for an answer."""
    waits = (
        PasskeyQuestion.browser == browser,
        PasskeyQuestion.asked_for == asked_for,
        PasskeyQuestion.until > now,
    )
    kept = PasskeyQuestion.challenge, PasskeyQuestion.attempt_id
    row = db.execute(delete(PasskeyQuestion).where(*waits).returning(*kept)).one_or_none()
    return Asked(challenge=row.challenge, attempt_id=row.attempt_id) if row else None


def add_passkey(db: Session, member: Member, name: str, made: Made, *, now: datetime) -> None:
    """Let a passkey open this member's account from now on, and say so by mail."""
    refuse_too_many(list_passkeys(db, member))
    if find_passkey(db, made.credential):
        raise RuleBroken(N_("This passkey is known here already."))
    passkey = Passkey(
        member=member,
        name=name,
        credential=made.credential,
        public_key=made.public_key,
        made_at=now,
        times_used=made.times_used,
        reached_by=" ".join(made.reached_by),
    )
    db.add(passkey)
    note(db, "passkey.added", member, by=member, at=now)
    _tell(db, member, passkey_added(member, name), "added", now=now)


def refuse_too_many(passkeys: Sequence[Passkey]) -> None:
    if len(passkeys) >= MOST:
        raise RuleBroken(N_("You have twenty passkeys. Take one away first."))


def use_passkey(db: Session, passkey: Passkey, times_used: int, *, now: datetime) -> bool:
    """Note that a passkey was shown. A count that did not grow meanwhile is a copy: refuse it."""
    counted = Passkey.times_used < times_used
    uncounted = Passkey.times_used == 0  # a device that does not count says 0 each time
    done = db.execute(
        update(Passkey)
        .where(Passkey.id == passkey.id, counted if times_used else uncounted)
        .values(times_used=times_used, used_at=now)
        .execution_options(synchronize_session=False)
    )
    return isinstance(done, CursorResult) and done.rowcount == 1


def refuse_passkey(db: Session, passkey: Passkey, *, now: datetime) -> None:
    """Note that a known passkey was shown in a way that is not believed."""
    note(db, "passkey.refused", passkey.member, by=None, at=now)


def end_passkey(db: Session, passkey: Passkey, *, now: datetime) -> None:
    """Let a passkey open nothing any more; with the last second factor its codes go as well."""
    member, name = passkey.member, passkey.name
    db.delete(passkey)
    db.flush()
    if not has_second_factor(db, member):
        for model in (RecoveryCode, SecondStep):
            db.execute(delete(model).where(model.member_id == member.id))
    note(db, "passkey.ended", member, by=member, at=now)
    _tell(db, member, passkey_ended(member, name), "ended", now=now)


def _tell(db: Session, member: Member, letter: Letter, what: str, *, now: datetime) -> None:
    on = Occasion(kind="member.passkey", subject_id=member.id, period=f"{what}{now:%s%f}")
    write_to(db, member, letter, on=on, now=now)
