"""What a pair means for the whole of a run, and who else there is for either of the two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from matcher.programmes.models import Enrolment
from matcher.proposals.models import Proposal
from matcher.proposals.queries.by_hand import HELD, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    id: UUID
    name: str
    role: str
    affinity: float
    costs: float
    fewer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The run as it stands: mentees with somebody and sum of affinities, (with, without) a pair."""

    counts: bool
    covered: tuple[int, int]
    total: tuple[float, float]


def whole(proposal: Proposal, standing: Standing) -> Whole:
    """What the run comes to with this pair, and without it while nobody takes its place."""
    counts = proposal.state in HELD
    share = proposal.affinity if counts else -proposal.affinity
    covered, total = (standing.covered, standing.total)
    others = covered - 1 if counts else covered + 1
    both = (covered, total), (others, total - share)
    having, lacking = both if counts else both[::-1]
    return Whole(counts=counts, covered=(having[0], lacking[0]), total=(having[1], lacking[1]))


def effect(kept: Mapping[str, Any] | None) -> tuple[int, float] | None:
    """How many more have somebody with the pair than without it, and how much affinity more."""
    if not kept:
        return None
    (before, after), (less, more) = kept["covered"], kept["total"]
    return after - before, more - less


def wanting(proposal: Proposal, people: Iterable[Enrolment]) -> Iterable[Alternate]:
    """Say for which other mentees the mentor would come next."""
    mine = str(proposal.mentee_enrolment_id)
    found = (each for each in proposal.reasons.get("wanting", ()) if each["need"] != mine)
    return alternates(found, "need", people)


def alternates(
    found: Iterable[Mapping[str, Any]], side: str, people: Iterable[Enrolment]
) -> Iterable[Alternate]:
    known = {str(each.id): each for each in people}
    for each in found:
        if person := known.get(each[side]):
            yield Alternate(
                id=person.id,
                name=person.member.name,
                role=person.role,
                affinity=each["affinity"],
                costs=each["costs"],
                fewer=each.get("fewer", 0),
            )
