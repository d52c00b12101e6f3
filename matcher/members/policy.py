"""Who may do what with an account. Pure: a member and a thing in, yes or no out."""

from matcher.members.models import Member, Passkey, SignIn


def may_sign_out(member: Member, here: SignIn) -> bool:
    return here.member is member


def is_oneself(member: Member, asked: Member) -> bool:
    return member is asked


def has_passkey(member: Member, passkey: Passkey) -> bool:
    return passkey.member is member


def may_help(member: Member, asked: Member) -> bool:
    """Whoever administrates helps others with their accounts; for their own there is My account."""
    return member.is_administrator and member is not asked


def may_administrate(member: Member, _asked: Member) -> bool:
    return member.is_administrator
