"""Who may look after a pairing. Pure: a member and a pairing in, yes or no out."""

from matcher.coordination.queries.circles import Invited
from matcher.feedback.models import Absence
from matcher.members.models import Member
from matcher.pairings.models import Pairing, ResourceShown


def may_look_after_pairing(member: Member, pairing: Pairing) -> bool:
    """Coordinators of its programme, but never one of the two themselves."""
    return pairing.programme_id in member.coordinates and pairing.side_of(member) is None


def may_introduce(member: Member, shown: ResourceShown) -> bool:
    return may_look_after_pairing(member, shown.pairing)


def may_take_back(member: Member, absence: Absence) -> bool:
    """Any coordinator of the programme: whoever is away may not be able to."""
    return absence.programme_id in member.coordinates


def is_invited(member: Member, invited: Invited) -> bool:
    return invited.guest.member_id == member.id
