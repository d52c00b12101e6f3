"""What the list of a run's proposals tells besides them: of the run, and of who looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from matcher.foundation.asking import rows_of
from matcher.jobs.models import Job, JobState
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.proposals.models import ChosenPairs, MatchRun, Proposal, SavedSearch
from matcher.proposals.queries.asked import ME, PROGRAMME, RUN, about_run, is_mine, own_places


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A run as its list needs it, with what whoever looks has in hand."""

    id: UUID
    programme_id: UUID
    number: int
    is_current: bool
    # As they are kept, in JSON: what a page says of them is worked out once for all its readers.
    settings: str
    topics: str
    languages: str
    takes_part: bool  # whoever looks may be in a pair themselves
    deciding: float | None  # how far deciding about many is, while it goes on
    chosen: Sequence[str]
    searches: Sequence[tuple[UUID, str, str]]


AnyRun = MatchRun | ListedRun


def find_listed_run(
    db: Session,
    programme_id: UUID,
    run_id: UUID,
    *,
    seen_by: Member,
) -> ListedRun | None:
    """Find a run, but only for those who look after its programme; one query for all of it."""
    if programme_id not in seen_by.coordinates:
        return None
    found = rows_of(db, _listed(), about_run(run_id, programme_id, seen_by.id))
    if not found:
        return None
    first = found[0]
    return ListedRun(
        id=run_id,
        programme_id=programme_id,
        number=first.number,
        is_current=first.is_current,
        settings=first.settings,
        topics=first.topics,
        languages=first.languages,
        takes_part=first.takes_part,
        deciding=first.deciding,
        chosen=first.pairs or (),
        searches=[(row.id, row.name, row.asked) for row in found if row.id],
    )


@cache
def _listed() -> Select[*tuple[Any, ...]]:
    current = (Programme.current_run_id == MatchRun.id).is_(True).label("is_current")
    texts = (
        cast(each, String).label(each.key)
        for each in (MatchRun.settings, Programme.topics, Programme.languages)
    )
    kept = SavedSearch.id, SavedSearch.name, SavedSearch.asked
    ticked = and_(ChosenPairs.member_id == ME, ChosenPairs.run_id == MatchRun.id)
    mine = and_(SavedSearch.member_id == ME, SavedSearch.programme_id == Programme.id)
    takes_part = own_places().exists().label("takes_part")
    return (
        select(MatchRun.number, current, *texts, takes_part, _deciding(), ChosenPairs.pairs, *kept)
        .join(Programme, Programme.id == MatchRun.programme_id)
        .outerjoin(ChosenPairs, ticked)
        .outerjoin(SavedSearch, mine)
        .where(MatchRun.id == RUN, MatchRun.programme_id == PROGRAMME)
        .order_by(SavedSearch.name)
    )


def _deciding() -> Any:
    """Return how far the work is that carries out decisions about many pairs, if it goes on."""
    kinds = (Job.kind == kind for kind in ("decide_proposals", "publish_proposals"))
    goes_on = (Job.state == state for state in (JobState.QUEUED, JobState.RUNNING))
    here = select(Job.progress).where(Job.subject_id == RUN, or_(*kinds), or_(*goes_on))
    return here.limit(1).scalar_subquery().label("deciding")


def count_own(db: Session, run: AnyRun, *, seen_by: Member) -> int:
    """Count the proposals about whoever looks: a colleague decides about those."""
    [[number]] = rows_of(db, _own_ones(), about_run(run.id, run.programme_id, seen_by.id))
    return int(number)


@cache
def _own_ones() -> Select[Any]:
    return select(func.count(Proposal.id)).where(Proposal.run_id == RUN, is_mine())
