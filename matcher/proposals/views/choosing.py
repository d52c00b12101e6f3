"""What deciding about many pairs will do, before it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from matcher.proposals.models import MatchRun
from matcher.proposals.services.choosing import Foreseen
from matcher.proposals.services.review import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class InBrief:
    id: UUID
    mentee: str
    mentor: str
    affinity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeseenPage:
    programme_id: UUID
    run_id: UUID
    number: int
    decision: Decision
    count: int
    mentees: int
    mean: float
    late: int
    weak_count: int
    weak: tuple[InBrief, ...]
    unconfirmed: int
    full: int
    seen: str


def foreseen_page(
    run: MatchRun, foreseen: Foreseen, decision: Decision, chosen: Iterable[str]
) -> ForeseenPage:
    sums = foreseen.sums
    return ForeseenPage(
        programme_id=run.programme_id,
        run_id=run.id,
        number=run.number,
        decision=decision,
        count=sums.pairs,
        mentees=sums.mentees,
        mean=sums.mean,
        late=foreseen.late,
        weak_count=sums.weak,
        weak=tuple(InBrief(**each._asdict()) for each in foreseen.weak),
        unconfirmed=sums.unconfirmed,
        full=foreseen.full,
        seen=fingerprint(chosen),
    )


def fingerprint(chosen: Iterable[str]) -> str:
    """Name a choice, to notice when it changed after it was shown."""
    return sha256(" ".join(sorted(chosen)).encode()).hexdigest()
