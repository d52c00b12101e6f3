"""Which backups are kept: of the last days one each, of the last weeks one each, no longer."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from matcher.backups.parcels import ENDING

STAMP = "%Y%m%dT%H%M%S%fZ"
NAME = "samen-sterk-"


def named(now: datetime) -> str:
    return f"{NAME}{now.strftime(STAMP)}{ENDING}"


def made_at(path: Path) -> datetime:
    """Return when a backup was made, as its name says."""
    stamp = path.name.removeprefix(NAME).removesuffix(ENDING)
    return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)


def list_backups(folder: Path) -> list[Path]:
    """List the backups that were found good, the newest first."""
    return sorted(folder.glob(f"{NAME}*{ENDING}"), reverse=True)


def list_outlived(made: Iterable[datetime], *, days: int, weeks: int) -> set[datetime]:
    """Say which are kept no longer: all but the newest of each of the last days and weeks."""
    newest_first = sorted(made, reverse=True)
    kept: set[datetime] = set(newest_first[:1])
    by_day: dict[date, datetime] = {}
    by_week: dict[tuple[int, int], datetime] = {}
    for moment in newest_first:
        by_day.setdefault(moment.date(), moment)
        by_week.setdefault(moment.isocalendar()[:2], moment)
    kept.update(list(by_day.values())[:days])
    kept.update(list(by_week.values())[:weeks])
    return set(newest_first) - kept


def rotate(folder: Path, *, days: int, weeks: int) -> list[Path]:
    """Remove what is kept no longer."""
    found = {made_at(path): path for path in list_backups(folder)}
    outlived = [found[moment] for moment in list_outlived(found, days=days, weeks=weeks)]
    for path in outlived:
        path.unlink(missing_ok=True)
    return outlived
