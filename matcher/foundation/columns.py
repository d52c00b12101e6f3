"""What each column is for: who may see it, why we keep it, and for how long.

Every column carries one of these in its `info`; a column without one fails the tests.
"""

from enum import StrEnum
from typing import Any


class Audience(StrEnum):
    """The widest circle that may ever be shown a column."""

    PUBLIC = "public"
    OWN = "own"  # the person it is about
    PAIR = "pair"  # the two people of a proposal or pairing, and their coordinator
    COORDINATOR = "coordinator"  # the person, and the coordinators of the programme
    SAFEGUARDING = "safeguarding"  # named contacts only, with a reason
    SYSTEM = "system"  # nobody: links, counters, states of machinery
    SECRET = "secret"  # noqa: S105  # never leaves the database, not even in an export


class Keep(StrEnum):
    """How long a column's content stays."""

    ACCOUNT = "while the account exists"
    PROGRAMME = "until one year after the programme ends"
    PAIRING = "until one year after the pairing ends"
    SHORT = "thirty days"
    CHOSEN = "until the day that was chosen"
    ROW = "as long as its row"
    AUDIT = "seven years"


def about(who: Audience, purpose: str, keep: Keep) -> dict[str, Any]:
    """Describe a column for the register: `mapped_column(info=about(...))`."""
    return {"audience": who, "purpose": purpose, "keep": keep}


LINK = about(Audience.SYSTEM, "ties rows together", Keep.ROW)
STATE = about(Audience.SYSTEM, "keeps the machinery going", Keep.ROW)
