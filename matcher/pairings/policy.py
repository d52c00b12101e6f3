"""Who may do what in a pairing. Pure: a member and a thing in, yes or no out."""

from matcher.members.models import Member
from matcher.pairings.models import CardShown, Meeting, Pairing


def may_enter(member: Member, pairing: Pairing) -> bool:
    """The space is for the two. Coordinators have a page of their own."""
    return pairing.side_of(member) is not None


def may_arrange(member: Member, meeting: Meeting) -> bool:
    return meeting.pairing.side_of(member) is not None


def may_rate(member: Member, shown: CardShown) -> bool:
    return shown.member_id == member.id
