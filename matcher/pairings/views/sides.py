"""Who is who, for whoever reads."""

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing


def sides_of(member: Member, pairing: Pairing) -> tuple[Side, Member]:
    side = pairing.side_of(member) or Side.MENTEE
    return side, pairing.member_on(side.other)
