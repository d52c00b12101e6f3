"""What can be asked about members."""

from matcher.members.queries.factors import (
    count_recovery_codes,
    find_authenticator,
    find_recovery_code,
    has_second_factor,
    second_factor_of,
)
from matcher.members.queries.links import find_by_code, find_link
from matcher.members.queries.people import (
    find_administrator,
    find_by_email,
    find_helped,
    find_identity,
    find_identity_of,
    find_me,
)
from matcher.members.queries.sign_ins import (
    IDLE,
    Here,
    Visit,
    find_own_sign_in,
    find_second_step,
    find_sign_in,
    list_sign_ins,
    recognise,
)
from matcher.members.queries.tokens import fingerprint

__all__ = [
    "IDLE",
    "Here",
    "Visit",
    "count_recovery_codes",
    "find_administrator",
    "find_authenticator",
    "find_by_code",
    "find_by_email",
    "find_helped",
    "find_identity",
    "find_identity_of",
    "find_link",
    "find_me",
    "find_own_sign_in",
    "find_recovery_code",
    "find_second_step",
    "find_sign_in",
    "fingerprint",
    "has_second_factor",
    "list_sign_ins",
    "recognise",
    "second_factor_of",
]
