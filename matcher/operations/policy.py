"""Who may look after the installation. Pure: a member and a thing in, yes or no out."""

from matcher.jobs.models import Job
from matcher.members.models import Member
from matcher.messages.models import Mail


def may_operate(member: Member, _asked: Member) -> bool:
    return member.is_administrator


def may_settle_job(member: Member, _job: Job) -> bool:
    return member.is_administrator


def may_settle_mail(member: Member, _mail: Mail) -> bool:
    return member.is_administrator
