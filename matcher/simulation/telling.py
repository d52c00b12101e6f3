"""What came of simulated months, in figures."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, Signal
from matcher.messages.models import Mail
from matcher.pairings.models import Meeting, Pairing
from matcher.programmes.models import Enrolment
from matcher.proposals.models import MatchRun, Proposal

# What is counted, by which of its columns.
COUNTED = (
    ("sign-ups", Enrolment.state),
    ("match runs", MatchRun.state),
    ("proposals", Proposal.state),
    ("pairings", Pairing.state),
    ("meetings", Meeting.state),
    ("check-ins", CheckIn.state),
    ("signals", Signal.code),
    ("mails", Mail.kind),
)


def tell(db: Session) -> Iterator[str]:
    """Yield one line for each kind of thing: how many there are, and of which sorts."""
    for name, column in COUNTED:
        found = db.execute(select(column, func.count()).group_by(column).order_by(column)).all()
        sorts = ", ".join(f"{sort} {many:,}" for sort, many in found)
        yield f"{name:<12} {sum(many for _sort, many in found):>9,}   {sorts}"
