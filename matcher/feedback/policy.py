"""Who may do what with check-ins, concerns and signals. Pure: a member and a thing in."""

from matcher.feedback.models import Advice, CheckIn, ThreeWay
from matcher.feedback.queries.concerns import Told
from matcher.feedback.queries.passed_on import PassedOn
from matcher.feedback.queries.ruptures import Noticed
from matcher.feedback.queries.signals import OpenSignal
from matcher.members.models import Member
from matcher.pairings.models import Pairing


def is_asked(member: Member, check_in: CheckIn) -> bool:
    return check_in.member_id == member.id


def may_enter(member: Member, check_in: CheckIn) -> bool:
    """Let a coordinator write down somebody's answers, but never in a pairing of their own."""
    pairing = check_in.pairing
    return pairing.programme_id in member.coordinates and pairing.side_of(member) is None


def was_told(member: Member, told: Told) -> bool:
    """Whoever it was told to; and whoever it was passed on to, when they did not look in time."""
    return member.id in {told.concern.to_id, told.passed_to}


def was_passed_on(member: Member, _passed: PassedOn) -> bool:
    """The loader finds only what was passed on to this very person."""
    return member.disabled_at is None


def may_settle(member: Member, found: OpenSignal) -> bool:
    """A concern is settled where it was told, not from the list."""
    return found.signal.programme_id in member.coordinates and found.concern_id is None


def got_advice(member: Member, advice: Advice) -> bool:
    return advice.to_id == member.id


def gave_advice(member: Member, advice: Advice) -> bool:
    return advice.from_id == member.id


def is_asked_for_three(member: Member, three: ThreeWay) -> bool:
    return three.pairing.side_of(member) is not None


def may_lend_answers(member: Member, pairing: Pairing) -> bool:
    """Only a mentee's answers can choose tips for somebody else."""
    return pairing.mentee_member_id == member.id


def noticed_it(member: Member, noticed: Noticed) -> bool:
    return noticed.rupture.member_id == member.id
