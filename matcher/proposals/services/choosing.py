"""Keeping what a coordinator has in hand: pairs she ticked, lists she looks at often."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.proposals.models import ChosenPairs, MatchRun, ProposalState, SavedSearch
from matcher.proposals.queries.choosing import Brief, find_chosen, list_searches
from matcher.proposals.services.review import Decision

MOST = 20_000  # more pairs than any run of a programme has
SEARCHES = 20
WEAK = 0.5
OPEN = {ProposalState.SUGGESTED}
DECIDED = {ProposalState.APPROVED, ProposalState.REJECTED}


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

    pairs: tuple[Brief, ...]
    late: int  # decided meanwhile, or not to be decided this way
    weak: tuple[Brief, ...]
    unconfirmed: int
    full: int  # approved, they could not all be told: somebody has fewer places

    @property
    def mentees(self) -> int:
        return len({each.mentee for each in self.pairs})

    @property
    def mean(self) -> float:
        return sum(each.affinity for each in self.pairs) / len(self.pairs) if self.pairs else 0.0


def foresee_many(
    brief: Iterable[Brief], chosen: Iterable[str], decision: Decision, taken: Mapping[UUID, int]
) -> Foreseen:
    """Say what becomes of the chosen pairs: who is decided, who is not, and what to look at."""
    everyone = list(brief)
    wanted = {each.replace("-", "") for each in chosen}
    states = DECIDED if decision == Decision.UNDO else OPEN
    mine = [each for each in everyone if _token(each) in wanted and each.state in states]
    return Foreseen(
        pairs=tuple(mine),
        late=len(wanted) - len(mine),
        weak=tuple(each for each in mine if each.affinity < WEAK),
        unconfirmed=sum(not each.is_confirmed for each in mine),
        full=_full(everyone, mine, taken) if decision == Decision.APPROVE else 0,
    )


def _token(each: Brief) -> str:
    return f"{each.id}.{each.version}"


def _full(everyone: list[Brief], mine: list[Brief], taken: Mapping[UUID, int]) -> int:
    """Count the pairs for whom no place would be left once those before them are told.

    Only pairs of people who are asked of too much can be without a place: those alone are gone
    through one after the other.
    """
    held = Counter({person.hex: number for person, number in taken.items()})
    pairs = [*(each for each in everyone if each.state == ProposalState.APPROVED), *mine]
    wanted = held + Counter(each.mentee for each in pairs) + Counter(each.mentor for each in pairs)
    full = 0
    for each in pairs:
        of_mentee, of_mentor = wanted[each.mentee], wanted[each.mentor]
        if of_mentee <= each.mentee_places and of_mentor <= each.mentor_places:
            continue
        places = ((each.mentee, each.mentee_places), (each.mentor, each.mentor_places))
        if any(held[person] >= most for person, most in places):
            full += each.state != ProposalState.APPROVED
        else:
            held.update((each.mentee, each.mentor))
    return full
