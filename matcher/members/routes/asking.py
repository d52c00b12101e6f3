"""Asking a browser for a passkey, and taking its answer: once, and only where it was asked for."""

from collections.abc import Callable
from typing import TypeVar

from flask import abort, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Sentence
from matcher.members.asked import ask_for_passkey, passkey_asked_here
from matcher.members.keys import NOT_BELIEVED, Known, Shown, Site
from matcher.members.models import Attempt, Member, Passkey, PasskeyFor
from matcher.members.queries.passkeys import find_passkey
from matcher.members.routes.guesses import guess_with_passkey
from matcher.members.routes.ways import site
from matcher.members.services.passkeys import (
    Asked,
    ask,
    refuse_passkey,
    take_question,
    use_passkey,
)
from matcher.members.services.throttle import allow
from matcher.web.session import reading, writing
from matcher.web.words import said

Result = TypeVar("Result")


def here() -> Site:
    """Return for which site passkeys are made; where there is none, there is no such page."""
    return site() or abort(404)


def known(passkeys: list[Passkey]) -> list[Known]:
    return [
        Known(credential=each.credential, reached_by=tuple(each.reached_by.split()))
        for each in passkeys
    ]


def question(asked_for: PasskeyFor) -> str:
    """Ask this browser, and return what its device is to sign."""
    with writing() as db:
        return ask(db, ask_for_passkey(), asked_for, now=clock.now())


def counted_question(asked_for: PasskeyFor) -> str | None:
    """Ask somebody of whom we do not know who they are. None: there were too many tries."""
    browser, now = ask_for_passkey(), clock.now()
    with writing() as db:
        attempt = allow(db, guess_with_passkey(browser), now=now)
        return ask(db, browser, asked_for, now=now, attempt_id=attempt.id) if attempt else None


def question_answered(asked_for: PasskeyFor) -> Asked:
    """Use up what this browser was asked; refuse an answer that nothing waits for."""
    browser = passkey_asked_here()
    with writing() as db:
        asked = take_question(db, browser, asked_for, now=clock.now())
    if asked is None:
        raise RuleBroken(NOT_BELIEVED)
    return asked


def take_passkey(
    answer: str,
    asked_for: PasskeyFor,
    then: Callable[[Session, Passkey], Result],
    *,
    of: Member | None = None,
) -> Result:
    """Do what a passkey was asked for, if it is one of ours, its owner's, and shown just now."""
    from matcher.members import passkeys  # noqa: PLC0415  # slow to import

    asked, shown = question_answered(asked_for), passkeys.shown(answer)
    passkey = find_passkey(reading(), shown.credential)
    if passkey is None or not _is_theirs(passkey, shown, of):
        raise RuleBroken(NOT_BELIEVED)
    try:
        times_used = passkeys.believe(
            here(),
            shown,
            challenge=asked.challenge,
            public_key=passkey.public_key,
            times_used=passkey.times_used,
        )
    except RuleBroken:
        with writing() as db:
            refuse_passkey(db, passkey, now=clock.now())
        raise
    with writing() as db:
        return then(db, _used(db, shown, times_used, asked))


def said_no(why: Sentence | str, status: int = 422) -> ResponseReturnValue:
    """Answer a script with a sentence for the person."""
    return jsonify(says=said(why)), status


def _used(db: Session, shown: Shown, times_used: int, asked: Asked) -> Passkey:
    passkey = find_passkey(db, shown.credential)
    if passkey is None or not use_passkey(db, passkey, times_used, now=clock.now()):
        raise RuleBroken(NOT_BELIEVED)
    if asked.attempt_id:
        db.get_one(Attempt, asked.attempt_id).succeeded = True
    return passkey


def _is_theirs(passkey: Passkey, shown: Shown, of: Member | None) -> bool:
    """Tell whether a device names its owner as we do; some name nobody when we did already."""
    if of is not None and passkey.member_id != of.id:
        return False
    return shown.owner == passkey.member_id.bytes or (of is not None and not shown.owner)
