"""What members are shown of their accounts. Templates get these, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.members.models import Member, OneTimeLink, SignIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How one may sign in here beside the password."""

    by_mail: bool
    provider: str  # its name; empty where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody is signed in."""

    id: UUID
    browser: str
    since: datetime
    seen: datetime
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The account at a provider of single sign-on."""

    name: str = ""  # of the provider; empty where there is none
    is_connected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    email: str
    is_confirmed: bool
    has_password: bool
    places: tuple[Place, ...]
    elsewhere: Elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Whom an invitation is for, and who looks at it."""

    name: str
    email: str
    is_here: bool  # they are signed in already
    has_password: bool
    someone_else: str  # who is signed in instead

    @property
    def stands_aside(self) -> bool:
        """Whether nothing can be accepted here now."""
        return self.has_password or bool(self.someone_else)


def account(
    member: Member, sign_ins: Iterable[SignIn], here: SignIn | None, elsewhere: Elsewhere
) -> Account:
    return Account(
        email=member.email or "",
        is_confirmed=member.email_confirmed_at is not None,
        has_password=member.password_hash is not None,
        places=tuple(_place(each, here) for each in sign_ins),
        elsewhere=elsewhere,
    )


def invited(link: OneTimeLink, *, here: Member | None) -> Invited:
    guest = link.member
    return Invited(
        name=guest.name,
        email=guest.email or "",
        is_here=here is guest,
        has_password=guest.password_hash is not None,
        someone_else=here.name if here and here is not guest else "",
    )


def _place(each: SignIn, here: SignIn | None) -> Place:
    return Place(
        id=each.id,
        browser=each.browser,
        since=each.created_at,
        seen=each.seen_at,
        is_here=each is here,
    )
