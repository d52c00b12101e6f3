"""What a coordinator reads before and after two people are told of each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.proposals.models import MatchRun, Proposal
from matcher.proposals.models.letter_text import LetterKind
from matcher.proposals.models.publication import Publication
from matcher.proposals.queries.letter_texts import Which
from matcher.proposals.services.letters import offer_letter
from matcher.proposals.services.publishing import Hindrance
from matcher.proposals.views.told import ToCall, calls_for
from matcher.proposals.wording import Wording

# More pairs than these are chosen by telling all of them.
SHOWN = 200

WHY_NOT = {
    Hindrance.UNCONFIRMED: N_("not confirmed yet; as soon as they confirm, you can publish it"),
    Hindrance.FULL: N_("no place is free any more"),
    Hindrance.GONE: N_("somebody has stopped or paused"),
    Hindrance.NOT_APPROVED: N_("not approved"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    id: UUID
    mentee: str
    mentor: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A mail as its reader will read it, in their own language."""

    side: Side
    language: Language
    subject: str
    paragraphs: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """An approved pair that can be told."""

    id: UUID
    mentee: str
    mentor: str
    affinity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What will be told when."""

    id: UUID
    at: datetime
    answer_by: date
    pairs: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPage:
    run_id: UUID
    number: int
    programme_id: UUID
    zone: str
    pairs: tuple[ToTell, ...]
    ready: int
    blocked: tuple[Blocked, ...]
    calls: tuple[ToCall, ...]
    mails: int
    letters: tuple[Preview, ...]
    planned: tuple[Planned, ...]
    chosen: frozenset[str]

    @property
    def unseen(self) -> int:
        """How many more can be told than are shown to choose from."""
        return self.ready - len(self.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForPublishing:
    """What was found for the page."""

    approved: Sequence[Proposal]
    hindrances: Mapping[UUID, Hindrance]
    wordings: Mapping[Which, Wording]
    planned: Sequence[tuple[Publication, str | None]]
    answer_by: date
    chosen: Iterable[str] = ()


def publish_page(run: MatchRun, found: ForPublishing) -> PublishPage:
    ready = [each for each in found.approved if each.id not in found.hindrances]
    calls = tuple(call for each in ready for call in calls_for(each))
    return PublishPage(
        run_id=run.id,
        number=run.number,
        programme_id=run.programme_id,
        zone=run.programme.zone,
        pairs=tuple(_to_tell(each) for each in ready[:SHOWN]),
        ready=len(ready),
        blocked=tuple(_blocked(each, found) for each in found.approved if _is_blocked(each, found)),
        calls=calls,
        mails=2 * len(ready) - len(calls),
        letters=tuple(_previews(ready, found)),
        planned=tuple(_planned(each, by or "") for each, by in found.planned),
        chosen=frozenset(found.chosen),
    )


def _to_tell(proposal: Proposal) -> ToTell:
    return ToTell(
        id=proposal.id,
        mentee=proposal.mentee_enrolment.member.name,
        mentor=proposal.mentor_enrolment.member.name,
        affinity=proposal.affinity,
    )


def _is_blocked(proposal: Proposal, found: ForPublishing) -> bool:
    return proposal.id in found.hindrances


def _blocked(proposal: Proposal, found: ForPublishing) -> Blocked:
    return Blocked(
        id=proposal.id,
        mentee=proposal.mentee_enrolment.member.name,
        mentor=proposal.mentor_enrolment.member.name,
        why=WHY_NOT[found.hindrances[proposal.id]],
    )


def _planned(planned: Publication, by: str) -> Planned:
    return Planned(
        id=planned.id,
        at=planned.at,
        answer_by=planned.answer_by,
        pairs=len(planned.pairs),
        by=by,
    )


def _previews(ready: Sequence[Proposal], found: ForPublishing) -> Iterator[Preview]:
    """Show each mail once in each language that somebody reads it in."""
    seen: set[tuple[Side, Language]] = set()
    for side in Side:
        for proposal in ready:
            language = proposal.enrolment_on(side).member.language
            if (side, language) not in seen:
                seen.add((side, language))
                yield _preview(proposal, side, found)


def _preview(proposal: Proposal, side: Side, found: ForPublishing) -> Preview:
    language = proposal.enrolment_on(side).member.language
    own = found.wordings.get((LetterKind.OFFERED, side, language))
    letter = offer_letter(proposal, side, found.answer_by, own)
    return Preview(
        side=side,
        language=language,
        subject=say(letter.subject, language),
        paragraphs=tuple(p if isinstance(p, str) else say(p, language) for p in letter.paragraphs),
        is_own=own is not None,
    )
