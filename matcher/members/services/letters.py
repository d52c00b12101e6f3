"""Writing to a member, in their language, at their address."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.messages.letters import Letter
from matcher.messages.models import Mail
from matcher.messages.services import Addressee, Occasion, send


def write_to(
    db: Session, member: Member, letter: Letter, *, on: Occasion, now: datetime
) -> Mail | None:
    """Put a letter to a member in the outbox; to one without an address goes none."""
    if not member.email:
        return None
    to = Addressee(address=member.email, language=member.language, member_id=member.id)
    return send(db, letter, to=to, on=on, now=now)
