"""Who did what in a programme: only deeds that every coordinator of it may read about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from matcher.audit.models import Event
from matcher.desk.deeds import DEEDS
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment
from matcher.proposals.models import MatchRun, Proposal

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDeeds:
    """Whose deeds, of which kind, between which moments."""

    actor: UUID | None = None
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None
    page: int = 1


def list_deeds(
    db: Session, programme_id: UUID, wanted: WantedDeeds, *, seen_by: Member
) -> Sequence[tuple[Event, str | None]]:
    """List a page of deeds, the latest first, with who did them; one more tells of a next page."""
    query = (
        select(Event, Member.name)
        .outerjoin(Member, Member.audit_key == Event.actor)
        .where(Event.programme_id == programme_id, *_asked(wanted), *_not_about(seen_by))
        .order_by(Event.at.desc(), Event.id)
        .limit(PAGE + 1)
        .offset((wanted.page - 1) * PAGE)
    )
    return [(event, name) for event, name in db.execute(query)]


def _asked(wanted: WantedDeeds) -> list[ColumnElement[bool]]:
    actions = [each for each, (kind, _words) in DEEDS.items() if wanted.kind in {"", kind}]
    # What the service did by itself with pairs nobody was told of is no deed to answer for.
    decided = [each for each in actions if DEEDS[each][0] == "pairs" and each != "proposal.stale"]
    by_somebody = or_(Event.actor.is_not(None), Event.action.not_in(decided))
    asked: list[ColumnElement[bool]] = [Event.action.in_(actions), by_somebody]
    if wanted.actor:
        asked.append(Event.actor == wanted.actor)
    if wanted.since:
        asked.append(Event.at >= wanted.since)
    if wanted.until:
        asked.append(Event.at < wanted.until)
    return asked


def _not_about(member: Member) -> list[ColumnElement[bool]]:
    """Nobody reads here about a proposal to herself, or about her own pairing."""
    mine = select(Enrolment.id).where(Enrolment.member_id == member.id)
    about = (
        mine,
        select(Proposal.id).where(
            or_(Proposal.mentor_enrolment_id.in_(mine), Proposal.mentee_enrolment_id.in_(mine))
        ),
        select(Pairing.id).where(
            or_(Pairing.mentor_member_id == member.id, Pairing.mentee_member_id == member.id)
        ),
    )
    return [or_(Event.thing_id.is_(None), Event.thing_id.not_in(each)) for each in about]


def name_things(db: Session, events: Iterable[Event]) -> dict[UUID, tuple[str, ...]]:
    """Return whom each thing is about: one name, two names, or the number of a run."""
    ids: dict[str, set[UUID]] = {}
    for event in events:
        if event.thing_id:
            ids.setdefault(event.thing, set()).add(event.thing_id)
    found: dict[UUID, tuple[str, ...]] = {}
    for thing, query in _QUERIES.items():
        if ids.get(thing):
            column = query.selected_columns[0]
            rows = db.execute(query.where(column.in_(ids[thing])))
            found |= {row[0]: tuple(str(each) for each in row[1:]) for row in rows}
    return found


_mentor, _mentee = aliased(Member), aliased(Member)
_one, _other = aliased(Enrolment), aliased(Enrolment)
_QUERIES: Mapping[str, Any] = {
    "proposal": select(Proposal.id, _mentee.name, _mentor.name)
    .join(_one, _one.id == Proposal.mentee_enrolment_id)
    .join(_mentee, _mentee.id == _one.member_id)
    .join(_other, _other.id == Proposal.mentor_enrolment_id)
    .join(_mentor, _mentor.id == _other.member_id),
    "pairing": select(Pairing.id, _mentee.name, _mentor.name)
    .join(_mentee, _mentee.id == Pairing.mentee_member_id)
    .join(_mentor, _mentor.id == Pairing.mentor_member_id),
    "enrolment": select(Enrolment.id, Member.name).join(Enrolment.member),
    "match_run": select(MatchRun.id, MatchRun.number),
}
