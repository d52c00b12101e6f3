"""Putting an approved pair to the two people: from here on they know of each other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import EnrolmentState
from matcher.programmes.services import move_enrolment
from matcher.proposals.models import MatchRun, Proposal, ProposalState, RunState
from matcher.proposals.models.letter_text import LetterKind
from matcher.proposals.queries.letter_texts import find_wording
from matcher.proposals.queries.to_tell import Approved
from matcher.proposals.services.availability import both, has_place, hold, is_available
from matcher.proposals.services.letters import offer_letter, tell
from matcher.proposals.services.states import Deed, move_proposal, move_run

# Whoever is told late still has a day to answer.
SOONEST = timedelta(days=1)


class Hindrance(StrEnum):
    """Why an approved pair cannot be told yet."""

    UNCONFIRMED = "unconfirmed"
    FULL = "full"
    GONE = "gone"
    NOT_APPROVED = "not_approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """When a proposal is put to people: the moment, and the day where the programme is."""

    now: datetime
    today: date
    # The last day to answer, where a coordinator chose one; else the programme's number of days.
    answer_by: date | None = None

    def last(self, proposal: Proposal) -> date:
        chosen = self.answer_by or self.today + timedelta(days=proposal.programme.answer_days)
        return max(chosen, self.today + SOONEST)


def offer(db: Session, proposal: Proposal, *, by: Member | None, day: Day) -> Hindrance | None:
    """Tell both of an approved pair, unless something stands in the way; then say what."""
    hold(db, both(proposal))
    hindrance = _hindrance(db, proposal)
    if hindrance == Hindrance.GONE:
        gone = Deed(by=None, now=day.now, reason="unavailable")
        move_proposal(db, proposal, ProposalState.STALE, gone)
    if hindrance:
        return hindrance
    proposal.offered_at = day.now
    proposal.answer_by = last = day.last(proposal)
    move_proposal(db, proposal, ProposalState.OFFERED, Deed(by=by, now=day.now))
    for enrolment in both(proposal):
        move_enrolment(db, enrolment, EnrolmentState.OFFERED, by=by, now=day.now)
    for side in Side:
        language = proposal.enrolment_on(side).member.language
        own = find_wording(db, proposal.programme_id, LetterKind.OFFERED, side, language)
        tell(
            db, proposal, side, offer_letter(proposal, side, last, own), kind="offered", now=day.now
        )
    return None


def foresee(approved: Iterable[Approved], taken: Mapping[UUID, int]) -> dict[str, Hindrance]:
    """Say what would stand in the way of each, if they were all told in this order."""
    held = Counter({person.hex: number for person, number in taken.items()})
    hindrances: dict[str, Hindrance] = {}
    for each in approved:
        places = ((each.mentor, each.mentor_places), (each.mentee, each.mentee_places))
        if not each.takes_part:
            hindrances[each.id] = Hindrance.GONE
        elif not each.is_confirmed:
            hindrances[each.id] = Hindrance.UNCONFIRMED
        elif any(held[person] >= most for person, most in places):
            hindrances[each.id] = Hindrance.FULL
        else:
            held.update((each.mentor, each.mentee))
    return hindrances


def note_published(db: Session, run: MatchRun, *, by: Member | None, now: datetime) -> None:
    """Note that a run has been published, the first time that pairs of it are told."""
    if run.state == RunState.REVIEWED:
        run.published_at = now
        move_run(db, run, RunState.PUBLISHED, Deed(by=by, now=now))


def _hindrance(db: Session, proposal: Proposal) -> Hindrance | None:
    """The last place is given once: taken places are counted while both are held."""
    found = _standing_in_the_way(proposal)
    if not found and not all(has_place(db, each) for each in both(proposal)):
        return Hindrance.FULL
    return found


def _standing_in_the_way(proposal: Proposal) -> Hindrance | None:
    if proposal.state != ProposalState.APPROVED:
        return Hindrance.NOT_APPROVED
    if not is_available(proposal):
        return Hindrance.GONE
    if not all(each.is_confirmed for each in both(proposal)):
        return Hindrance.UNCONFIRMED
    return None
