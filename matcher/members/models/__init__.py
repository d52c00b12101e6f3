"""People, where they are signed in, and with what they show who they are."""

from matcher.members.models.browsers import KnownBrowser
from matcher.members.models.factors import Authenticator, RecoveryCode, SecondStep
from matcher.members.models.passkeys import Passkey, PasskeyFor, PasskeyQuestion
from matcher.members.models.people import (
    CONTACT,
    NAME,
    OWN,
    SAFETY,
    SECRET,
    Attempt,
    Grant,
    Identity,
    Member,
    OneTimeLink,
    Purpose,
    Role,
    SignIn,
)

__all__ = [
    "CONTACT",
    "NAME",
    "OWN",
    "SAFETY",
    "SECRET",
    "Attempt",
    "Authenticator",
    "Grant",
    "Identity",
    "KnownBrowser",
    "Member",
    "OneTimeLink",
    "Passkey",
    "PasskeyFor",
    "PasskeyQuestion",
    "Purpose",
    "RecoveryCode",
    "Role",
    "SecondStep",
    "SignIn",
]
