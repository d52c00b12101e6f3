"""What follows when a mail comes back: its state, and a mark at the person whose address it was."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.text import fold
from matcher.members.models import Member
from matcher.messages.models import Delivery, Mail
from matcher.messages.returns import Return

HANDED_OVER = {Delivery.SENT, Delivery.UNKNOWN, Delivery.SENDING}


def note_return(db: Session, found: Return, *, now: datetime) -> bool:
    """Note that a mail came back. False: there is no such mail, or it was known already."""
    mail = db.get(Mail, found.mail_id)
    if mail is None or mail.delivery not in HANDED_OVER:
        return False
    mail.delivery, mail.error, mail.lease_until = Delivery.RETURNED, found.status or None, None
    member = db.get(Member, mail.member_id) if mail.member_id else None
    if found.is_of_address and member and _is_theirs(member, mail) and not member.email_returned_at:
        member.email_returned_at = now
        note(db, "member.mail_returned", member, by=None, at=now)
    return True


def keep_address(db: Session, member: Member, *, now: datetime) -> None:
    """Believe the person that the address is right. When mail comes back, they are asked again."""
    if member.email_returned_at:
        member.email_returned_at = None
        note(db, "member.address_kept", member, by=member, at=now)


def _is_theirs(member: Member, mail: Mail) -> bool:
    """Whether the mail went to the address they have now."""
    return fold(mail.address) == fold(member.email or "")
