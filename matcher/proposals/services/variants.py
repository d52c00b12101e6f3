"""Settings that are tried before they are used, kept under a name, and put in use."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.models.choices import OBJECTIVES
from matcher.programmes.services.programmes import save_programme
from matcher.proposals.models import Variant
from matcher.proposals.queries.variants import find_named

KIND = "try_settings"
NAMES = ("criteria", "rules", "objective", "floor")


def settings_in_use(programme: Programme) -> dict[str, Any]:
    return {
        "criteria": dict(programme.criteria),
        "rules": list(programme.rules),
        "objective": str(programme.objective),
        "floor": programme.floor,
    }


def try_settings(
    db: Session, programme: Programme, values: Mapping[str, Any], *, by: Member, now: datetime
) -> Variant:
    """Have settings tried: what would change, without any proposal."""
    variant = Variant(
        programme=programme,
        made_by_id=by.id,
        made_at=now,
        settings={
            "criteria": {name: str(level) for name, level in values["criteria"].items()},
            "rules": list(values["rules"]),
            "objective": str(values["objective"]),
            "floor": float(values["floor"]),
        },
    )
    db.add(variant)
    db.flush()
    enqueue(db, KIND, variant.id, now=now)
    return variant


def name_variant(db: Session, variant: Variant, name: str) -> None:
    """Keep settings under a name; without one they are among those that were only tried."""
    same = find_named(db, variant.programme_id, name) if name else None
    if same and same.id != variant.id:
        raise RuleBroken(N_("There are settings named “%(name)s” already."), name=name)
    variant.name = name or None
    db.flush()


def use_variant(
    db: Session, variant: Variant, objective: str, *, by: Member, now: datetime
) -> None:
    """Make these the programme's settings. Runs that were made keep their own."""
    if objective not in OBJECTIVES:
        raise RuleBroken(N_("Choose one of the three."))
    values = {**variant.settings, "objective": objective}
    kept = {name: values[name] for name in NAMES}
    save_programme(db, variant.programme, "matching", kept, by=by, now=now)
    here = variant.programme_id
    note(db, "settings.used", variant, by=by, at=now, programme_id=here, criteria=kept["criteria"])
