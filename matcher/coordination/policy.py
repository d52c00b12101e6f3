"""Who may look after a pairing. Pure: a member and a pairing in, yes or no out."""

from matcher.members.models import Member
from matcher.pairings.models import Pairing


def may_look_after_pairing(member: Member, pairing: Pairing) -> bool:
    """Coordinators of its programme, but never one of the two themselves."""
    return pairing.programme_id in member.coordinates and pairing.side_of(member) is None
