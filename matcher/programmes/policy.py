"""Who may do what in a programme. Pure: a member and a thing in, yes or no out."""

from matcher.members.models import Member
from matcher.programmes.models import Programme


def may_coordinate(member: Member, programme: Programme) -> bool:
    return programme.id in member.coordinates
