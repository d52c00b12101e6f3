"""Telling pairs at a moment that a coordinator chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.proposals.models import MatchRun
from matcher.proposals.models.publication import Publication

KIND = "publish_proposals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which pairs, when, and until when they may answer."""

    pairs: Sequence[UUID]
    at: datetime
    answer_by: date | None


def plan_publication(
    db: Session, run: MatchRun, plan: Plan, *, by: Member, now: datetime
) -> Publication:
    """Keep what will be told when. Nobody is told anything yet."""
    planned = Publication(
        run=run,
        by_id=by.id,
        at=plan.at,
        answer_by=plan.answer_by or plan.at.date() + timedelta(days=run.programme.answer_days),
        made_at=now,
        pairs=[str(each) for each in plan.pairs],
    )
    db.add(planned)
    db.flush()
    facts = {"count": len(planned.pairs), "until": plan.at.isoformat()}
    note(db, "publication.planned", planned, by=by, at=now, programme_id=run.programme_id, **facts)
    return planned


def call_off(db: Session, planned: Publication, *, by: Member, now: datetime) -> None:
    """Tell nobody after all."""
    if planned.done_at:
        raise RuleBroken(N_("They are being told already."))
    planned.called_off_at = planned.called_off_at or now
    db.flush()
    here = planned.run.programme_id
    note(db, "publication.called_off", planned, by=by, at=now, programme_id=here)


def begin_publication(db: Session, planned: Publication, *, now: datetime) -> None:
    """Let the telling begin, once. If whoever planned it has left, the contact person tells."""
    if planned.done_at or planned.called_off_at:
        return
    planned.done_at = now
    db.flush()
    by = db.get(Member, planned.by_id) if planned.by_id else None
    programme = planned.run.programme
    if by is None or programme.id not in by.coordinates:
        by = programme.contact
    tell_later(
        db, planned.run, planned.pairs, by=by, answer_by=planned.answer_by, now=now, name=planned.id
    )


def tell_later(  # noqa: PLR0913  # which pairs of which run, by whom, until when, now, as which job
    db: Session,
    run: MatchRun,
    pairs: Sequence[UUID | str],
    *,
    by: Member,
    answer_by: date | None,
    now: datetime,
    name: UUID | None = None,
) -> None:
    """Queue the telling of many pairs."""
    payload = {
        "by": str(by.id),
        "pairs": [str(each) for each in pairs],
        "answer_by": answer_by.isoformat() if answer_by else None,
    }
    period = str(name) if name else now.isoformat()
    enqueue(db, KIND, run.id, now=now, period=period, payload=payload)
