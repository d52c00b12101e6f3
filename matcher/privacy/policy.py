"""Who may do what with what is kept. Pure: a member and a thing in, yes or no out."""

from matcher.members.models import Member
from matcher.privacy.models import Takeout
from matcher.programmes.models import Consent


def may_fetch(member: Member, takeout: Takeout) -> bool:
    return takeout.member_id == member.id and takeout.ready_at is not None


def may_withdraw(member: Member, consent: Consent) -> bool:
    return consent.enrolment.member_id == member.id and consent.withdrawn_at is None
