"""What members are shown of their accounts. Templates get these, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.words import Language
from matcher.members.models import Authenticator, Member, OneTimeLink, Passkey
from matcher.members.queries import Here, Visit

# With so few codes on paper left, it is time for new ones.
FEW = 3
ISSUER = "Samen Sterk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How one may sign in here beside the password."""

    by_mail: bool
    by_passkey: bool
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
    name: str
    pronouns: str
    phone: str
    language: Language
    zone: str
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
    member: Member, visits: Iterable[Visit], here: Here | None, elsewhere: Elsewhere
) -> Account:
    return Account(
        name=member.name,
        pronouns=member.pronouns,
        phone=member.phone or "",
        language=member.language,
        zone=member.zone,
        email=member.email or "",
        is_confirmed=member.email_confirmed_at is not None,
        has_password=member.password_hash is not None,
        places=tuple(_place(each, here) for each in visits),
        elsewhere=elsewhere,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedAccount:
    """What an administrator sees of an account that needs help: no more than that takes."""

    id: UUID
    name: str
    email: str
    places: int  # how many browsers they are signed in with
    has_second_step: bool


def helped_account(member: Member, *, places: int, has_second_step: bool) -> HelpedAccount:
    return HelpedAccount(
        id=member.id,
        name=member.name,
        email=member.email or "",
        places=places,
        has_second_step=has_second_step,
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


def _place(each: Visit, here: Here | None) -> Place:
    return Place(
        id=each.id,
        browser=each.browser,
        since=each.created_at,
        seen=each.seen_at,
        is_here=here is not None and each.id == here.id,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A QR code as one line that is filled in; it needs no picture and no style."""

    size: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactor:
    """The second step of somebody's sign-in, as they see it themselves."""

    since: datetime | None  # when it began to count
    left: int  # codes on paper that were not used
    square: Square | None = None  # only while it is being set up
    secret: str = ""

    @property
    def is_on(self) -> bool:
        return self.since is not None

    @property
    def few_left(self) -> bool:
        return self.left <= FEW


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePasskey:
    """A passkey, as its owner sees it."""

    id: UUID
    name: str
    made: datetime
    used: datetime | None


def passkey_view(passkey: Passkey) -> OnePasskey:
    return OnePasskey(id=passkey.id, name=passkey.name, made=passkey.made_at, used=passkey.used_at)


def second_factor_view(member: Member, kept: Authenticator | None, left: int) -> SecondFactor:
    if kept is None:
        return SecondFactor(since=None, left=0)
    if kept.confirmed_at:
        return SecondFactor(since=kept.confirmed_at, left=left)
    secret = kept.secret or ""
    parts = (secret[at : at + 4] for at in range(0, len(secret), 4))
    return SecondFactor(
        since=None, left=0, square=_square(_address(member, secret)), secret=" ".join(parts)
    )


def _address(member: Member, secret: str) -> str:
    import pyotp  # noqa: PLC0415  # for the one page that needs it

    return pyotp.TOTP(secret).provisioning_uri(name=member.email or member.name, issuer_name=ISSUER)


def _square(text: str) -> Square:
    import segno  # noqa: PLC0415  # for the one page that needs it

    rows = [list(row) for row in segno.make(text, micro=False).matrix_iter(border=4)]
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, on in enumerate(row) if on)
    return Square(size=len(rows), path="".join(dark))
