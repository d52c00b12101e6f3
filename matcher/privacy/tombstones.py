"""Whom we promised to forget: kept outside the database, which a backup may bring back.

One line for each erased member, with an id that says nothing by itself. Whoever restores a backup
has them erased again before anybody sees it; so does every start of the service.
"""

import json
import os
from datetime import datetime
from pathlib import Path
from uuid import UUID

from matcher.foundation.doors import Doors
from matcher.members.models import Member
from matcher.privacy.scrubbing import scrub
from matcher.privacy.services.forgetting import forget, is_forgotten
from matcher.privacy.services.traces import find_traces, forget_traces

FILE = "erased"


class NoTombstones(Exception):
    """The list of erased members cannot be read: nothing may be restored without it."""


def bury(folder: Path, member_id: UUID, *, at: datetime) -> None:
    """Write down that a member is erased, and make sure that the disk has it."""
    if member_id in buried(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a") as file:
        file.write(json.dumps({"member": str(member_id), "at": at.isoformat()}) + "\n")
        file.flush()
        os.fsync(file.fileno())


def buried(folder: Path) -> list[UUID]:
    """List who was erased."""
    path = folder / FILE
    if not path.exists():
        return []
    try:
        return [UUID(json.loads(line)["member"]) for line in path.read_text().splitlines() if line]
    except (OSError, ValueError, KeyError) as error:
        raise NoTombstones(f"{path} cannot be read: mend it, then restore.") from error


def forget_again(url: str, folder: Path) -> int:
    """Erase everybody again who was erased before; say how many came back.

    To be called with the keys installed: traces of a person are found in sealed texts.
    """
    ids = buried(folder)
    if not ids:
        return 0
    doors = Doors.to(url)
    try:
        returned = sum(_forget_again(doors, member_id) for member_id in ids)
        if returned:
            scrub(doors.write.kw["bind"])
    finally:
        doors.close()
    return returned


def _forget_again(doors: Doors, member_id: UUID) -> bool:
    with doors.writing() as db:
        member = db.get(Member, member_id)
        if member is None or is_forgotten(member):
            return False
        forget_traces(db, find_traces(db, member))
        forget(db, member)
    return True
