"""Who may do what in a programme. Pure: a member and a thing in, yes or no out."""

from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Import, Programme
from matcher.programmes.queries.listed import SignUp
from matcher.programmes.queries.programmes import Coordinated


def may_coordinate(member: Member, programme: Programme | Coordinated) -> bool:
    return programme.id in member.coordinates


def may_import(member: Member, brought: Import) -> bool:
    return brought.programme_id in member.coordinates


def may_create_programmes(member: Member, _asked: Member) -> bool:
    return member.is_administrator or bool(member.coordinates)


def may_name_coordinators(member: Member, _programme: Programme) -> bool:
    return member.is_administrator


def may_look_after(member: Member, enrolment: SignUp) -> bool:
    """Whether somebody takes part in a programme that this member coordinates.

    Nobody decides about themselves: a coordinator who takes part is looked after by another.
    """
    return enrolment.programme_id in member.coordinates and not is_ones_own(member, enrolment)


def may_fill_in(member: Member, enrolment: Enrolment) -> bool:
    """One's own answers, or those of people whom one looks after."""
    return is_ones_own(member, enrolment) or may_look_after(member, enrolment)


def is_ones_own(member: Member, enrolment: SignUp) -> bool:
    return enrolment.member_id == member.id


def may_word_cards(member: Member, programme: Programme) -> bool:
    """Coordinators word cards for their programme; administrators look as the second person."""
    return member.is_administrator or programme.id in member.coordinates


def may_merge(member: Member, two: tuple[Enrolment, Enrolment]) -> bool:
    """Whether somebody looks after two sign-ups, and neither is her own."""
    return all(may_look_after(member, each) for each in two)
