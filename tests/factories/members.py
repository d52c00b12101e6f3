"""Members with what they need to sign in."""

from uuid import uuid4

from matcher.members.models import Member, Passkey
from matcher.members.passwords import Hasher
from tests.factories import NOW, a_member

PASSWORD = "een blauwe fiets op zolder"  # noqa: S105  # for tests
HASH = Hasher(64).hash(PASSWORD)


def a_member_with_password(name: str = "Yara Amrani") -> Member:
    member = a_member(name)
    member.password_hash = HASH
    return member


def a_passkey(member: Member, name: str = "My phone") -> Passkey:
    """Make one that no device holds the other half of."""
    return Passkey(member=member, name=name, credential=uuid4().hex, public_key="none", made_at=NOW)
