"""Keeping a programme's library: adding, changing, checking, taking away."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.pairings.models import Resource
from matcher.programmes.models import Programme

TEXTS = (
    *("name_en", "name_nl", "for_whom_en", "for_whom_nl", "cost_en", "cost_nl"),
    *("reach_en", "reach_nl", "spoken", "link"),
)


def add_resource(  # noqa: PLR0913  # which library, what, by whom, when and on which day
    db: Session,
    programme: Programme,
    texts: Mapping[str, str],
    *,
    by: Member,
    now: datetime,
    today: date,
) -> Resource:
    """Add an entry: whoever writes it down has just looked whether it is right."""
    resource = Resource(
        programme=programme,
        made_at=now,
        checked_on=today,
        checked_by_id=by.id,
    )
    change_resource(resource, texts)
    db.add(resource)
    db.flush()
    note(db, "resource.added", resource, by=by, at=now, programme_id=programme.id)
    return resource


def change_resource(resource: Resource, texts: Mapping[str, str]) -> None:
    """Change an entry. Whether it is still right is said apart, on purpose."""
    _refuse_nameless(texts)
    for name in TEXTS:
        setattr(resource, name, texts[name])


def check_resource(resource: Resource, *, by: Member, today: date) -> None:
    resource.checked_on, resource.checked_by_id = today, by.id


def retire_resource(db: Session, resource: Resource, *, by: Member, now: datetime) -> None:
    """Take an entry away from those who look. Where it was shown, it stays readable."""
    resource.retired_at = resource.retired_at or now
    note(db, "resource.retired", resource, by=by, at=now, programme_id=resource.programme_id)


def restore_resource(db: Session, resource: Resource, *, by: Member, now: datetime) -> None:
    resource.retired_at = None
    note(db, "resource.restored", resource, by=by, at=now, programme_id=resource.programme_id)


def _refuse_nameless(texts: Mapping[str, str]) -> None:
    if not texts["name_en"] and not texts["name_nl"]:
        raise RuleBroken(N_("Give it a name in at least one language."))
