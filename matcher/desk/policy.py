"""Who may read what was written to many. Pure: a member and a thing in, yes or no out."""

from matcher.desk.models import Circular
from matcher.members.models import Member


def may_read_circular(member: Member, circular: Circular) -> bool:
    return circular.programme_id in member.coordinates
