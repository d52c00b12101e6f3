"""Takes in one mail that came back: a mail server hands it over on standard input."""

import sys

from sqlalchemy.exc import OperationalError

from matcher.commands.places import Place, tell
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.members.returning import take_in
from matcher.messages.returns import LARGEST
from matcher.migrations.models import import_every_model

TRY_LATER = 75  # EX_TEMPFAIL of sysexits.h: the mail server keeps it, and tries again


def bounces(place: Place) -> int:
    """Say what became of it. What is no report is let go: a bounce must never bounce."""
    settings = place.settings()
    raw = sys.stdin.buffer.read(LARGEST + 1)
    import_every_model()  # tables point at each other
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    try:
        is_known = take_in(doors, raw, settings.SECRET_KEY, now=clock.now())
    except OperationalError:
        return TRY_LATER
    finally:
        doors.close()
    tell("Noted: a mail came back." if is_known else "Let go: no report about a mail of ours.")
    return 0
