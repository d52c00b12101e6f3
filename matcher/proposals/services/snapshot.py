"""Everything a run needs to know, taken at one moment: people, free places, who not with whom."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.matching.plain import from_plain
from matcher.matching.profiles import Need, Offer
from matcher.matching.settings import Settings
from matcher.matching.snapshot import Forbidden, Snapshot
from matcher.programmes.models import Avoidance, Enrolment, Programme
from matcher.programmes.queries import list_matchable
from matcher.programmes.topics import topics
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.queries.by_hand import list_forbidden_ids
from matcher.proposals.queries.places import (
    count_taken,
    list_avoidances,
    list_paired,
    list_settled,
    list_standing,
)
from matcher.proposals.services.profiles import need_of, offer_of

DECLINED = "declined"


def take_snapshot(db: Session, run: MatchRun, *, today: date) -> Snapshot:
    """Take the people who can be brought together now. Who has no place free is left out."""
    settings = from_plain(Settings, run.settings)
    return take_people(db, run.programme, settings, seed=run.seed, today=today)


def take_people(
    db: Session, programme: Programme, settings: Settings, *, seed: int, today: date
) -> Snapshot:
    """Take the people of a programme as any settings would find them."""
    people = list_matchable(db, programme, today=today)
    avoidances = list_avoidances(db, programme.id)
    needs, offers = _sides(people, count_taken(db, programme.id), _avoided(avoidances))
    known = {need.id for need in needs}, {offer.id for offer in offers}
    standing = list_standing(db, programme.current_run_id)
    locked = still_standing(standing, people, avoidances, _room(needs, offers))
    forbidden = [*_declined(people, avoidances), *_before(db, programme.id)]
    return Snapshot(
        needs=tuple(needs),
        offers=tuple(offers),
        settings=settings,
        locked=locked,
        overruled=locked,
        forbidden=tuple(
            sorted(
                {
                    each
                    for each in forbidden
                    if _are_known((each.need, each.offer), known)
                    and (each.need, each.offer) not in locked
                },
                key=lambda each: (each.need, each.offer, each.code),
            )
        ),
        seed=seed,
        topics=tuple(topics().values()),
    )


def still_standing(
    standing: Sequence[Proposal],
    people: Sequence[Enrolment],
    avoidances: Sequence[Avoidance],
    room: dict[str, int],
) -> tuple[tuple[str, str], ...]:
    """Return the decided pairs that a new run keeps, whatever its rules: those that still can be.

    One of whom somebody has meanwhile said no, or who has no place left, stands no longer.
    """
    members = {each.id: each.member_id for each in people}
    noes = {frozenset((each.member_id, each.other_id)): each for each in avoidances}
    kept: list[tuple[str, str]] = []
    for each in sorted(standing, key=_first_decided):
        pair = str(each.mentee_enrolment_id), str(each.mentor_enrolment_id)
        two = frozenset(
            members.get(key) for key in (each.mentee_enrolment_id, each.mentor_enrolment_id)
        )
        said_no = noes.get(two)  # type: ignore[arg-type]  # who is not among the people gives None
        if said_no and said_no.source not in each.overruled:
            continue
        if all(room.get(person, 0) > 0 for person in pair):
            kept.append(pair)
            for person in pair:
                room[person] -= 1
    return tuple(sorted(kept))


def _first_decided(proposal: Proposal) -> tuple[bool, bool, str]:
    """What was approved goes before what was only locked."""
    return proposal.state != ProposalState.APPROVED, not proposal.locked, str(proposal.id)


def _room(needs: Sequence[Need], offers: Sequence[Offer]) -> dict[str, int]:
    room = {each.id: each.demand for each in needs}
    return room | {each.id: each.places for each in offers}


def _are_known(pair: tuple[str, str], known: tuple[set[str], set[str]]) -> bool:
    return pair[0] in known[0] and pair[1] in known[1]


def _sides(
    people: Sequence[Enrolment], taken: dict[UUID, int], avoided: dict[UUID, set[str]]
) -> tuple[list[Need], list[Offer]]:
    needs, offers = [], []
    for enrolment in sorted(people, key=lambda each: str(each.id)):
        free = enrolment.places - taken.get(enrolment.id, 0)
        avoid = avoided[enrolment.member_id]
        if free <= 0:
            continue
        if enrolment.side == Side.MENTEE:
            needs.append(need_of(enrolment, demand=free, avoid=avoid))
        else:
            offers.append(offer_of(enrolment, places=free, avoid=avoid))
    return needs, offers


def _avoided(avoidances: Sequence[Avoidance]) -> dict[UUID, set[str]]:
    """Whom each member would rather not meet. A no to one proposal has a reason of its own."""
    avoided: dict[UUID, set[str]] = defaultdict(set)
    for each in avoidances:
        if each.source != DECLINED:
            avoided[each.member_id].add(str(each.other_id))
    return avoided


def _declined(people: Sequence[Enrolment], avoidances: Sequence[Avoidance]) -> Iterator[Forbidden]:
    """Both ways round: a no was about the two of them, whoever is mentor."""
    places: dict[tuple[UUID, Side], list[str]] = defaultdict(list)
    for person in people:
        places[person.member_id, person.side].append(str(person.id))
    noes = [(each.member_id, each.other_id) for each in avoidances if each.source == DECLINED]
    for one, other in noes + [(other, one) for one, other in noes]:
        for need, offer in product(places[one, Side.MENTEE], places[other, Side.MENTOR]):
            yield Forbidden(need=need, offer=offer, code=DECLINED)


def _before(db: Session, programme_id: UUID) -> Iterator[Forbidden]:
    for need, offer in list_paired(db, programme_id):
        yield Forbidden(need=str(need), offer=str(offer), code="paired")
    for need, offer, code in list_settled(db, programme_id):
        yield Forbidden(need=str(need), offer=str(offer), code=code)
    for need, offer in list_forbidden_ids(db, programme_id):
        yield Forbidden(need=str(need), offer=str(offer), code="forbidden")
