"""What deciding about many pairs will do, before it is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from matcher.proposals.models import MatchRun
from matcher.proposals.queries.choosing import Brief
from matcher.proposals.services.choosing import Foreseen
from matcher.proposals.services.review import Decision

NAMED = 12


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


def names_in(foreseen: Foreseen) -> set[UUID]:
    """Whose names the page speaks of."""
    weak = foreseen.weak[:NAMED]
    return {UUID(person) for each in weak for person in (each.mentee, each.mentor)}


def foreseen_page(
    run: MatchRun,
    foreseen: Foreseen,
    decision: Decision,
    chosen: Iterable[str],
    names: Mapping[UUID, str],
) -> ForeseenPage:
    return ForeseenPage(
        programme_id=run.programme_id,
        run_id=run.id,
        number=run.number,
        decision=decision,
        count=len(foreseen.pairs),
        mentees=foreseen.mentees,
        mean=foreseen.mean,
        late=foreseen.late,
        weak_count=len(foreseen.weak),
        weak=tuple(_brief(each, names) for each in foreseen.weak[:NAMED]),
        unconfirmed=foreseen.unconfirmed,
        full=foreseen.full,
        seen=fingerprint(chosen),
    )


def fingerprint(chosen: Iterable[str]) -> str:
    """Name a choice, to notice when it changed after it was shown."""
    return sha256(" ".join(sorted(chosen)).encode()).hexdigest()


def _brief(each: Brief, names: Mapping[UUID, str]) -> InBrief:
    mentee, mentor = (names.get(UUID(person), "–") for person in (each.mentee, each.mentor))
    return InBrief(id=UUID(each.id), mentee=mentee, mentor=mentor, affinity=each.affinity)
