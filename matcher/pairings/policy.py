"""Who may do what in a pairing. Pure: a member and a thing in, yes or no out."""

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import CardShown, Meeting, Pairing


def may_enter(member: Member, pairing: Pairing) -> bool:
    """The space is for the two. Coordinators have a page of their own."""
    return pairing.side_of(member) is not None


def may_arrange(member: Member, meeting: Meeting) -> bool:
    return meeting.pairing.side_of(member) is not None


def may_say_back(member: Member, meeting: Meeting) -> bool:
    """The mentor says what they heard."""
    return meeting.pairing.side_of(member) == Side.MENTOR


def may_make_right(member: Member, meeting: Meeting) -> bool:
    """Whose words they are says whether they were heard right."""
    return meeting.pairing.side_of(member) == Side.MENTEE


def may_rate(member: Member, shown: CardShown) -> bool:
    return shown.member_id == member.id
