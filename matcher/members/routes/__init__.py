"""Pages about one's account: signing in and out, links by mail, the account itself."""

from matcher.members.routes import (
    account,
    addresses,
    changes,
    doors,
    helping,
    invitations,
    language,
    links,
    mailed,
    not_me,
    passkey_doors,
    passkeys,
    passwords,
    proving,
    proving_by_code,
    returned,
    second_factor,
    second_step,
    single,
)
from matcher.members.routes.rooms import blueprint

__all__ = [
    "BLUEPRINTS",
    "account",
    "addresses",
    "changes",
    "doors",
    "helping",
    "invitations",
    "language",
    "links",
    "mailed",
    "not_me",
    "passkey_doors",
    "passkeys",
    "passwords",
    "proving",
    "proving_by_code",
    "returned",
    "second_factor",
    "second_step",
    "single",
]

BLUEPRINTS = (blueprint,)
