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
from matcher.proposals.queries.to_tell import Approved
from matcher.proposals.services.letters import offer_letter
from matcher.proposals.services.publishing import Hindrance
from matcher.proposals.views.told import ToCall, calls_for
from matcher.proposals.wording import Wording

# So many stand on the page one by one; more are chosen by telling all of them.
SHOWN = 50

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
    blocked_count: int
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
    """What was found for the page: all that is approved in brief, and whole what is shown."""

    approved: Sequence[Approved]
    hindrances: Mapping[str, Hindrance]
    whole: Mapping[str, Proposal]
    wordings: Mapping[Which, Wording]
    planned: Sequence[tuple[Publication, str | None]]
    answer_by: date
    chosen: Iterable[str] = ()

    def kept(self, pairs: Iterable[Approved]) -> list[Proposal]:
        return [self.whole[each.id] for each in pairs if each.id in self.whole]


def shown_of(approved: Sequence[Approved], hindrances: Mapping[str, Hindrance]) -> set[str]:
    """Name the pairs that the page speaks of one by one."""
    ready = [each for each in approved if each.id not in hindrances]
    calls = [each for each in ready if each.calls]
    blocked = [each for each in approved if each.id in hindrances]
    examples = [each for _side, each in _examples(ready)]
    some = (*ready[:SHOWN], *calls[:SHOWN], *blocked[:SHOWN], *examples)
    return {each.id for each in some}


def publish_page(run: MatchRun, found: ForPublishing) -> PublishPage:
    ready = [each for each in found.approved if each.id not in found.hindrances]
    blocked = [each for each in found.approved if each.id in found.hindrances]
    to_call = [each for each in ready if each.calls]
    return PublishPage(
        run_id=run.id,
        number=run.number,
        programme_id=run.programme_id,
        zone=run.programme.zone,
        pairs=tuple(_to_tell(each) for each in found.kept(ready[:SHOWN])),
        ready=len(ready),
        blocked=tuple(_blocked(each, found) for each in found.kept(blocked[:SHOWN])),
        blocked_count=len(blocked),
        calls=tuple(call for each in found.kept(to_call[:SHOWN]) for call in calls_for(each)),
        mails=2 * len(ready) - sum(each.calls for each in to_call),
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


def _blocked(proposal: Proposal, found: ForPublishing) -> Blocked:
    return Blocked(
        id=proposal.id,
        mentee=proposal.mentee_enrolment.member.name,
        mentor=proposal.mentor_enrolment.member.name,
        why=WHY_NOT[found.hindrances[proposal.id.hex]],
    )


def _planned(planned: Publication, by: str) -> Planned:
    return Planned(
        id=planned.id,
        at=planned.at,
        answer_by=planned.answer_by,
        pairs=len(planned.pairs),
        by=by,
    )


def _previews(ready: Sequence[Approved], found: ForPublishing) -> Iterator[Preview]:
    """Show each mail once in each language that somebody reads it in."""
    for side, each in _examples(ready):
        for proposal in found.kept([each]):
            yield _preview(proposal, side, found)


def _examples(ready: Sequence[Approved]) -> Iterator[tuple[Side, Approved]]:
    for side in Side:
        seen: set[Language] = set()
        for each in ready:
            if (language := each.language(side)) not in seen:
                seen.add(language)
                yield side, each


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
