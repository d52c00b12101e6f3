"""Who may read a report, and tell what was done with it."""

from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.reports.models import YouSaid


def may_read_report(member: Member, programme: Programme) -> bool:
    return programme.id in member.coordinates


def may_take_back(member: Member, told: YouSaid) -> bool:
    return told.programme_id in member.coordinates
