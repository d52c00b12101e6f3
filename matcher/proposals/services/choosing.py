"""Keeping what a coordinator has in hand: pairs she ticked, lists she looks at often."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.proposals.models import ChosenPairs, MatchRun, ProposalState, SavedSearch
from matcher.proposals.queries.choosing import find_chosen, list_searches
from matcher.proposals.queries.foreseeing import (
    Brief,
    Chosen,
    Contested,
    Sums,
    Weak,
    find_contested,
    list_weakest,
    sum_up,
)
from matcher.proposals.services.review import Decision

MOST = 20_000  # more pairs than any run of a programme has
SEARCHES = 20
NAMED = 12  # weak pairs that are named before many are decided about
OPEN = {ProposalState.SUGGESTED}
DECIDED = {ProposalState.APPROVED, ProposalState.REJECTED}
LOOKED_AT = {Decision.APPROVE, Decision.LOCK}


def keep_chosen(
    db: Session, run: MatchRun, tokens: Iterable[str], *, by: Member, now: datetime
) -> None:
    """Keep which pairs somebody ticked, until they are decided about."""
    chosen = find_chosen(db, run, by)
    if chosen is None:
        chosen = ChosenPairs(run_id=run.id, member_id=by.id, changed_at=now)
        db.add(chosen)
    chosen.pairs, chosen.changed_at = list(dict.fromkeys(tokens))[:MOST], now
    db.flush()


def save_search(  # noqa: PLR0913  # of which programme, under which name, what, whose and when
    db: Session, programme_id: UUID, name: str, asked: str, *, by: Member, now: datetime
) -> None:
    """Keep a way of looking under a name; the same name takes the place of the earlier one."""
    mine = list_searches(db, programme_id, by)
    found = next((each for each in mine if each.name == name), None)
    if found is None:
        for each in mine[SEARCHES - 1 :]:
            db.delete(each)
        found = SavedSearch(
            programme_id=programme_id, member_id=by.id, name=name, asked=asked, saved_at=now
        )
        db.add(found)
    found.asked, found.saved_at = asked, now
    db.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What deciding about many pairs would come to."""

    sums: Sums
    late: int  # decided meanwhile, or not to be decided this way
    weak: tuple[Weak, ...]
    full: int  # approved, they could not all be told: somebody has fewer places


def foresee_many(
    db: Session, run: MatchRun, tokens: Collection[str], decision: Decision, *, seen_by: Member
) -> Foreseen:
    """Say what becomes of the chosen pairs: who is decided, who is not, and what to look at."""
    states = DECIDED if decision == Decision.UNDO else OPEN
    chosen = Chosen(run, tokens, states, seen_by)
    sums = sum_up(db, chosen)
    contested = Contested()
    if decision == Decision.APPROVE:
        contested = find_contested(db, chosen, least=1 if sums.without_places else 2)
    return Foreseen(
        sums=sums,
        late=len(set(tokens)) - sums.pairs,
        weak=tuple(list_weakest(db, chosen, limit=NAMED)) if decision in LOOKED_AT else (),
        full=count_full(contested.pairs, dict(contested.held)),
    )


def count_full(pairs: Iterable[Brief], held: Mapping[str, int]) -> int:
    """Count the pairs for whom no place would be left once those before them are told.

    Those that are approved already go first. People of whom no more is asked than they have places
    need not be among `held`: they have one for each of their pairs.
    """
    first = sorted(pairs, key=lambda each: each.state != ProposalState.APPROVED)
    taken, full = Counter(held), 0
    for each in first:
        both = ((each.mentee, each.mentee_places), (each.mentor, each.mentor_places))
        if any(taken[person] >= most for person, most in both):
            full += each.state != ProposalState.APPROVED
        else:
            taken.update((each.mentee, each.mentor))
    return full
