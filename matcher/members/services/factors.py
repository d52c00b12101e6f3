"""The second step of signing in: codes of an app, each once, and codes on paper for without it."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from hmac import compare_digest
from secrets import choice, token_urlsafe

from sqlalchemy import CursorResult, delete, or_, update
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Authenticator, Member, Passkey, RecoveryCode, SecondStep
from matcher.members.queries import find_authenticator, fingerprint, has_second_factor
from matcher.members.services import notices
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter
from matcher.messages.services import Occasion

HALF_A_MINUTE = 30
DRIFT = 1  # a clock may be half a minute off, either way
DIGITS = 6
TO_SHOW_IT = timedelta(minutes=10)
# A code on paper: which of the ten it is, then ten letters that nobody takes for each other.
TEN = 10
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 10
# Marks the token of somebody who still has to show the second thing.
HALF = "second."


def plain(typed: str) -> str:
    """Return a code as it is compared: however it was spaced, and whatever keyboard typed it."""
    text = unicodedata.normalize("NFKC", typed).casefold()
    return "".join(each for each in text if each.isalnum())


def is_of_an_app(code: str) -> bool:
    return len(code) == DIGITS and code.isascii() and code.isdigit()


def begin_second_step(
    db: Session, member: Member, *, now: datetime, browser: str, level: str
) -> str:
    """Remember who has shown the first thing; return the token that opens the second step only."""
    token = HALF + token_urlsafe(32)
    db.add(
        SecondStep(
            fingerprint=fingerprint(token),
            member=member,
            began_at=now,
            until=now + TO_SHOW_IT,
            epoch=member.epoch,
            browser=browser,
            level=level,
        )
    )
    return token


def begin_authenticator(db: Session, member: Member, *, now: datetime) -> None:
    """Make a secret for an app. It counts only once a code has shown that the app has it."""
    import pyotp  # noqa: PLC0415  # for the few pages that need it

    found = find_authenticator(db, member)
    if found and found.confirmed_at:
        raise RuleBroken(N_("You have an app with codes already."))
    if found:
        db.delete(found)
        db.flush()
    made = Authenticator(member=member, made_at=now)
    made.secret = pyotp.random_base32()
    db.add(made)


def confirm_authenticator(db: Session, member: Member, code: str, *, now: datetime) -> bool:
    """Let the app count, if this is its code."""
    found = find_authenticator(db, member)
    if found is None or found.confirmed_at or not _take(db, found, code, now=now):
        return False
    found.confirmed_at = now
    note(db, "factor.added", member, by=member, at=now, kind="app")
    _tell(db, member, notices.factor_added(member), "added", now=now)
    return True


def accept_code(db: Session, member: Member, code: str, *, now: datetime) -> bool:
    """Tell whether this is a code of the member's app that was not taken before."""
    found = find_authenticator(db, member)
    return bool(found and found.confirmed_at and _take(db, found, code, now=now))


def accept_recovery(db: Session, kept: RecoveryCode, *, now: datetime) -> bool:
    """Use a code on paper up. Of two at the same moment, the database lets one through."""
    unused = RecoveryCode.id == kept.id, RecoveryCode.used_at.is_(None)
    done = db.execute(update(RecoveryCode).where(*unused).values(used_at=now))
    return isinstance(done, CursorResult) and done.rowcount == 1


def new_codes() -> list[str]:
    """Draw ten codes. To be hashed before they are kept: that takes long."""
    return [f"{number}{''.join(choice(LETTERS) for _ in range(LENGTH))}" for number in range(TEN)]


def keep_codes(db: Session, member: Member, hashes: Sequence[str], *, now: datetime) -> None:
    """Keep ten new codes; earlier ones are worth nothing from now on."""
    db.execute(delete(RecoveryCode).where(RecoveryCode.member_id == member.id))
    for number, code_hash in enumerate(hashes):
        db.add(RecoveryCode(member=member, number=number, code_hash=code_hash, made_at=now))
    note(db, "factor.codes", member, by=member, at=now)


def end_factors(db: Session, member: Member, *, by: Member | None, now: datetime) -> None:
    """Take all that somebody shows beside their password away, and say so by mail."""
    drop_factors(db, member)
    note(db, "factor.ended", member, by=by, at=now)
    _tell(db, member, notices.factor_ended(member), "ended", now=now)


def drop_factors(db: Session, member: Member) -> None:
    """Take all that somebody shows beside their password away."""
    for model in (Authenticator, Passkey, RecoveryCode, SecondStep):
        db.execute(delete(model).where(model.member_id == member.id))


def end_app(db: Session, member: Member, *, now: datetime) -> None:
    """Take the app away. Its codes go as well, unless there are passkeys that they stand in for."""
    db.execute(delete(Authenticator).where(Authenticator.member_id == member.id))
    if not has_second_factor(db, member):
        end_factors(db, member, by=member, now=now)
        return
    note(db, "factor.ended", member, by=member, at=now, kind="app")
    _tell(db, member, notices.app_ended(member), "ended", now=now)


def _take(db: Session, kept: Authenticator, code: str, *, now: datetime) -> bool:
    """Take a code, once: the half minute it belongs to is noted in the same breath."""
    step = _step_of(kept.secret or "", code, now=now)
    if step is None:
        return False
    newer = or_(Authenticator.last_step.is_(None), Authenticator.last_step < step)
    done = db.execute(
        update(Authenticator)
        .where(Authenticator.id == kept.id, newer)
        .values(last_step=step)
        .execution_options(synchronize_session=False)
    )
    return isinstance(done, CursorResult) and done.rowcount == 1


def _step_of(secret: str, code: str, *, now: datetime) -> int | None:
    import pyotp  # noqa: PLC0415  # for the few pages that need it

    if not is_of_an_app(code):
        return None
    totp, current = pyotp.TOTP(secret), int(now.timestamp()) // HALF_A_MINUTE
    near = range(current - DRIFT, current + DRIFT + 1)
    fits = [step for step in near if compare_digest(totp.generate_otp(step), code)]
    return max(fits, default=None)


def _tell(db: Session, member: Member, letter: Letter, what: str, *, now: datetime) -> None:
    on = Occasion(kind="member.factor", subject_id=member.id, period=f"{what}{now:%s%f}")
    write_to(db, member, letter, on=on, now=now)
