"""Binding an account at a provider to a member's account here, and undoing it.

What is bound is the provider's own name for a person, never a mail address: addresses change
hands. Whoever comes for the first time shows that the account here is theirs, by being signed in
or by the account's own mailbox.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Identity, Member
from matcher.members.queries import find_identity, find_identity_of


def connect(db: Session, member: Member, issuer: str, subject: str, *, now: datetime) -> None:
    """Let an account at a provider open this member's account from now on."""
    found = find_identity(db, issuer, subject)
    if found is not None and found.member is member:
        return
    if found is not None or find_identity_of(db, member, issuer):
        raise RuleBroken(
            N_("One of these two accounts is connected to another one. End that first.")
        )
    identity = Identity(member=member, issuer=issuer, subject=subject, since=now)
    db.add(identity)
    note(db, "member.connected", member, by=member, at=now)


def disconnect(db: Session, member: Member, issuer: str, *, now: datetime) -> None:
    """Let the account at a provider open nothing here any more."""
    found = find_identity_of(db, member, issuer)
    if found is not None:
        db.delete(found)
        note(db, "member.disconnected", member, by=member, at=now)
