"""Whoever looks after others shows two things when they sign in: who must, and by when.

Pure: members and moments in, a duty out. `gate.py` holds people to it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from matcher.members.models import Member

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Duty:
    """A second step must be set up. `until`: by when; `left`: how long that is from now."""

    until: datetime
    left: timedelta

    @classmethod
    def since(cls, told_at: datetime, *, days: int, now: datetime) -> "Duty":
        until = told_at + timedelta(days=days)
        return cls(until=until, left=until - now)

    @property
    def is_over(self) -> bool:
        """Whether it was put off for too long."""
        return self.left <= timedelta(0)

    @property
    def is_soon(self) -> bool:
        return self.left <= SOON


def looks_after_others(member: Member) -> bool:
    """Tell whether a member sees what others told: by any role that they have now."""
    return bool(member.current_grants)


def told_at(member: Member, *, otherwise: datetime) -> datetime:
    """Say since when a member with a role knows that they need a second step.

    What they were told for a role that ended before does not count for a new one. Whose role is
    newer than their sign-in was not told at a door: they know since it began.
    """
    began = min(grant.given_at for grant in member.current_grants)
    told = member.second_step_told_at
    return told if told and told >= began else max(otherwise, began)


def tell(member: Member, *, now: datetime) -> None:
    """Note, at a door, that a member with a role knows from now on; once for the role."""
    if looks_after_others(member):
        member.second_step_told_at = told_at(member, otherwise=now)
