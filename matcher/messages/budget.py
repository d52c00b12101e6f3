"""How often we may write: at most one programme message a week, and none about nothing.

*Essential* mails never count and never wait. A *pulse* has its days fixed by the programme, and
goes. *Guidance* gives way: it waits a week after the last programme message, and stays away while
a pulse is open or about to open.
"""

from datetime import datetime, timedelta

from matcher.messages.models import Budget

A_WEEK = timedelta(days=7)
LOOK_AGAIN = timedelta(hours=12)
# A tip for last month's stage helps nobody: guidance that had to wait this long is let go.
STALE = timedelta(days=14)


def may_go(
    budget: Budget, *, last_programme_mail: datetime | None, is_pulse_near: bool, now: datetime
) -> bool:
    """Tell whether a mail may go to this member now."""
    if budget != Budget.GUIDANCE:
        return True
    lately = last_programme_mail is not None and now - last_programme_mail < A_WEEK
    return not lately and not is_pulse_near
