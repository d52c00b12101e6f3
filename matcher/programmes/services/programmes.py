"""Making a programme, changing it, opening and closing it."""

import re
import unicodedata
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, sentence
from matcher.members.models import Member
from matcher.programmes.models import Programme, ProgrammeState
from matcher.programmes.models.choices import (
    FIRST_CRITERIA,
    FIRST_LANGUAGES,
    FIRST_RULES,
    MODES,
)
from matcher.programmes.models.lacks import programme_gaps
from matcher.programmes.queries.programmes import is_address_taken
from matcher.programmes.services.coming_along import bring_along
from matcher.programmes.services.coordinators import name_coordinator
from matcher.programmes.topics import topics

CONSENT = N_(
    "I want to take part in this programme. My answers are used to find someone for me, and the "
    "coordinator may read them. A possible partner reads what I wrote about myself, and nothing "
    "else. I may stop at any moment, without giving a reason."
)
# What may follow what: a closed programme may open again.
MOVES = {
    ProgrammeState.DRAFT: {ProgrammeState.OPEN},
    ProgrammeState.OPEN: {ProgrammeState.CLOSED},
    ProgrammeState.CLOSED: {ProgrammeState.OPEN},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProgramme:
    """The little that must be known; everything else begins with a good default."""

    name_en: str
    name_nl: str
    about_en: str = ""
    about_nl: str = ""
    zone: str = "Europe/Amsterdam"


def create_programme(
    db: Session, new: NewProgramme, *, coordinator: Member, by: Member, now: datetime
) -> Programme:
    """Make a programme with good defaults. Nobody can sign up before it is opened."""
    programme = Programme(
        address=_free_address(db, new.name_en or new.name_nl),
        name_en=new.name_en,
        name_nl=new.name_nl,
        about_en=new.about_en,
        about_nl=new.about_nl,
        zone=new.zone,
        created_at=now,
        contact=coordinator,
        topics=list(topics()),
        languages=list(FIRST_LANGUAGES),
        modes=list(MODES),
        criteria={name: str(level) for name, level in FIRST_CRITERIA.items()},
        rules=list(FIRST_RULES),
        consent_en=say(sentence(CONSENT), Language.EN),
        consent_nl=say(sentence(CONSENT), Language.NL),
    )
    db.add(programme)
    db.flush()
    note(db, "programme.created", programme, by=by, at=now, programme_id=programme.id)
    name_coordinator(db, programme, coordinator, by=by, now=now)
    return programme


# What comes along into a programme that begins from another. Names, dates, people and runs do not.
COPIED = (
    *("for_whom_en", "for_whom_nl", "planned_days", "topics", "languages", "modes"),
    *("criteria", "rules", "objective", "floor", "cadence_weeks", "rhythm_days", "answer_days"),
    *("admission", "consent_en", "consent_nl", "contact_phone", "emergency_phone", "crisis_line"),
)


def begin_from(
    db: Session, programme: Programme, other: Programme, *, by: Member, now: datetime
) -> None:
    """Take over how another programme works; what was written for this one stays."""
    for name in COPIED:
        setattr(programme, name, deepcopy(getattr(other, name)))
    programme.zone = other.zone
    programme.about_en = programme.about_en or other.about_en
    programme.about_nl = programme.about_nl or other.about_nl
    bring_along(db, programme, other, now=now)
    note(db, "programme.begun_from", programme, by=by, at=now, programme_id=programme.id)
    db.flush()


def save_programme(  # noqa: PLR0913  # which part, what, by whom and when
    db: Session,
    programme: Programme,
    section: str,
    values: Mapping[str, Any],
    *,
    by: Member,
    now: datetime,
) -> None:
    """Change one section of a programme. A consent text that changes gets the next version."""
    changed = [name for name, value in values.items() if getattr(programme, name) != value]
    for name in changed:
        setattr(programme, name, values[name])
    if {"consent_en", "consent_nl"} & set(changed):
        programme.consent_version += 1
    if changed:
        about = {"kind": section, "version": programme.consent_version}
        note(db, "programme.changed", programme, by=by, at=now, programme_id=programme.id, **about)


def move_programme(
    db: Session, programme: Programme, to: ProgrammeState, *, by: Member, now: datetime
) -> None:
    """Open a programme for sign-up, or close it. Nothing else writes its state."""
    before = programme.state
    if to == before:
        return
    if before == ProgrammeState.DRAFT and to == ProgrammeState.CLOSED:
        raise RuleBroken(N_("This programme has not been opened yet."))
    if to not in MOVES[before]:
        raise RuleBroken(N_("A programme that has been open is closed, never a draft again."))
    if to == ProgrammeState.OPEN and programme_gaps(programme):
        raise RuleBroken(N_("Something is still missing before this programme can be opened."))
    programme.state = to
    states = {"before": str(before), "after": str(to)}
    note(db, "programme.moved", programme, by=by, at=now, programme_id=programme.id, **states)


def _free_address(db: Session, name: str) -> str:
    """Make a readable public address of a name, and number it when it is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "programme"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(address for address in numbered if not is_address_taken(db, address))
