"""Who makes way when two people are brought together whose places proposals hold."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Proposal


def making_way(
    around: Iterable[Proposal], taken: Mapping[UUID, int], two: Sequence[Enrolment]
) -> list[Proposal]:
    """Say which proposals of a run must make way for two people, the least sure first.

    Raises RuleBroken when pairings and offers hold all places of one of them.
    """
    open_ = [each for each in around if not _is_of(each, two)]
    way: list[Proposal] = []
    for person in two:
        free = person.places - taken.get(person.id, 0)
        if free < 1:
            raise RuleBroken(
                N_("%(name)s has no place free now: pairings and open proposals hold them."),
                name=person.member.name,
            )
        holding = [
            each
            for each in open_
            if person.id in {each.mentee_enrolment_id, each.mentor_enrolment_id}
        ]
        already = sum(each in holding for each in way)
        rest = [each for each in holding if each not in way]
        way += rest[: max(len(holding) - already - (free - 1), 0)]
    return way


def way_seen(way: Iterable[Proposal]) -> frozenset[str]:
    """Name proposals with their versions, to notice when something changes meanwhile."""
    return frozenset(f"{each.id}.{each.version}" for each in way)


def _is_of(proposal: Proposal, two: Sequence[Enrolment]) -> bool:
    mentee, mentor = two
    pair = proposal.mentee_enrolment_id, proposal.mentor_enrolment_id
    return pair == (mentee.id, mentor.id)
