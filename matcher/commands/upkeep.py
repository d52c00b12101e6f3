"""Keeping an installation in order: upgrading it, checking it, giving it an administrator."""

import sys
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.commands.backing_up import bring_up
from matcher.commands.places import Place, tell
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.foundation.text import clean_line, fold
from matcher.foundation.words import Language
from matcher.members.models import Grant, Member, Purpose, Role
from matcher.members.queries import find_by_email
from matcher.members.services.factors import end_factors
from matcher.members.services.links import make_link
from matcher.members.services.signing_in import end_every_sign_in
from matcher.migrations.models import import_every_model
from matcher.migrations.upgrade import current

A_DAY = timedelta(days=1)


def upgrade(place: Place, *, backup: bool = True) -> int:
    """Bring the database to this version, after a backup. Safe to call again."""
    settings = place.settings()
    before = current(settings.database)
    bring_up(settings, backup=backup)
    after = current(settings.database)
    tell(
        f"The database stands at {after}."
        if before == after
        else f"{before or 'nothing'} → {after}"
    )
    return 0


def make_administrator(place: Place, *, email: str, name: str) -> int:
    """Make somebody administrator, and print a link with which they choose a password."""
    settings = place.settings()
    import_every_model()  # tables point at each other
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    with doors.writing() as db:
        member = find_by_email(db, email) or _new_member(db, clean_line(email), clean_line(name))
        _grant(db, member)
        link = make_link(db, member, Purpose.RESET_PASSWORD, now=clock.now(), lasts=A_DAY)
        who = member.name
    doors.close()
    tell(f"{who} is administrator. Choose a password within a day, at:")
    tell(f"{settings.BASE_URL}/reset/{link}")
    return 0


def end_second_step(place: Place, *, email: str) -> int:
    """Take somebody's second step away, and end their sign-ins: their phone is gone."""
    settings = place.settings()
    import_every_model()
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    with doors.writing() as db:
        member = find_by_email(db, email)
        if member is not None:
            end_factors(db, member, by=None, now=clock.now())
            end_every_sign_in(member)
    doors.close()
    if member is None:
        sys.exit("There is no account with this address.")
    tell("They sign in with their password alone now. We have told them by mail.")
    return 0


def _new_member(db: Session, email: str, name: str) -> Member:
    if "@" not in email or not name:
        sys.exit(
            "To make a new member: matcher make-administrator name@example.org --name 'A Name'"
        )
    now = clock.now()
    member = Member(
        name=name,
        email=email,
        email_key=fold(email),
        email_confirmed_at=now,  # whoever has the command line vouches for it
        created_at=now,
        language=Language.EN,
    )
    db.add(member)
    db.flush()
    return member


def _grant(db: Session, member: Member) -> None:
    if member.is_administrator:
        return
    now = clock.now()
    earlier = select(Grant).where(Grant.member == member, Grant.role == Role.ADMINISTRATOR)
    grant = db.scalar(earlier) or Grant(member=member, role=Role.ADMINISTRATOR, given_at=now)
    db.add(grant)  # a role alone does not come along with somebody who was here already
    grant.ended_at = None
    note(db, "role.given", member, by=None, at=now, role=str(Role.ADMINISTRATOR))
