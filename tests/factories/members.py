"""Members with what they need to sign in."""

from matcher.members.models import Member
from matcher.members.passwords import Hasher
from tests.factories import a_member

PASSWORD = "een blauwe fiets op zolder"  # noqa: S105  # for tests
HASH = Hasher(64).hash(PASSWORD)


def a_member_with_password(name: str = "Yara Amrani") -> Member:
    member = a_member(name)
    member.password_hash = HASH
    return member
