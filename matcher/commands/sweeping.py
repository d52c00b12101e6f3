"""`matcher sweep`: putting away what was kept long enough, or saying what would be."""

from matcher.commands.places import Place, tell
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.migrations.models import import_every_model
from matcher.privacy.scrubbing import scrub
from matcher.privacy.services.sweeping import (
    PROGRAMMES,
    RULES,
    count,
    count_programmes,
    sweep,
    sweep_programmes,
)

LINE = "  {rows:>6}  {said}"


def sweep_now(place: Place, *, dry_run: bool) -> int:
    """Apply every rule of retention. The service does so by itself once a day."""
    settings = place.settings()
    import_every_model()
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    now = clock.now()
    tell("Would be put away now:" if dry_run else "Put away:")
    try:
        for rule in RULES:
            with doors.reading() if dry_run else doors.writing() as db:
                rows = count(db, rule, now=now) if dry_run else sweep(db, rule, now=now)
            tell(LINE.format(rows=rows, said=rule.said))
        with doors.reading() if dry_run else doors.writing() as db:
            rows = count_programmes(db, now=now) if dry_run else sweep_programmes(db, now=now)
        tell(LINE.format(rows=rows, said=PROGRAMMES[1]))
        if not dry_run:
            scrub(doors.write.kw["bind"])
    finally:
        doors.close()
    return 0
