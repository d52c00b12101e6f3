"""Who may do what with check-ins, concerns and signals. Pure: a member and a thing in."""

from matcher.feedback.models import Advice, CheckIn
from matcher.feedback.queries.concerns import Told
from matcher.feedback.queries.signals import OpenSignal
from matcher.members.models import Member


def is_asked(member: Member, check_in: CheckIn) -> bool:
    return check_in.member_id == member.id


def may_enter(member: Member, check_in: CheckIn) -> bool:
    """Let a coordinator write down somebody's answers, but never in a pairing of their own."""
    pairing = check_in.pairing
    return pairing.programme_id in member.coordinates and pairing.side_of(member) is None


def was_told(member: Member, told: Told) -> bool:
    return told.concern.to_id == member.id


def may_settle(member: Member, found: OpenSignal) -> bool:
    """A concern is settled where it was told, not from the list."""
    return found.signal.programme_id in member.coordinates and found.concern_id is None


def got_advice(member: Member, advice: Advice) -> bool:
    return advice.to_id == member.id


def gave_advice(member: Member, advice: Advice) -> bool:
    return advice.from_id == member.id
