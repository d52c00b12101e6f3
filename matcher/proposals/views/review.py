"""The proposals of a run, as a coordinator reviews them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from matcher.foundation.words import N_, Language
from matcher.jobs.models import Job
from matcher.programmes.models import Programme
from matcher.programmes.topics import label
from matcher.programmes.views.words import language_names, told
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.models.choices import STATES
from matcher.proposals.queries.asked import Wanted
from matcher.proposals.queries.looking import Company
from matcher.proposals.views.criteria import criteria_names, parts, weak_spot, why
from matcher.proposals.views.progress import percent

BADGES = {
    ProposalState.SUGGESTED: ("open", ""),
    ProposalState.APPROVED: ("meet", "check"),
    ProposalState.REJECTED: ("", "cross"),
    ProposalState.OFFERED: ("offer", "mail"),
    ProposalState.AGREED: ("meet", "done"),
}
PARTS = {
    "all": N_("All"),
    "open": N_("To review"),
    "weak": N_("Below 0.50"),
    "attention": N_("Needs attention"),
    "first": N_("No alternate is better"),
    "approved": N_("Approved"),
    "locked": N_("Locked"),
    "by_hand": N_("By hand"),
    "rejected": N_("Put aside"),
    "told": N_("Told"),
}
ORDERS = {
    "weakest": N_("Weakest first"),
    "strongest": N_("Strongest first"),
    "waiting": N_("Waiting longest"),
    "mentee": N_("Mentee’s name"),
    "mentor": N_("Mentor’s name"),
}
UNDOABLE = {ProposalState.APPROVED, ProposalState.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One proposal in the table. Its id carries the version that was looked at."""

    id: str
    proposal_id: UUID
    need: str
    offer: str
    affinity: float
    parts: tuple[tuple[str, float], ...]
    why: str
    weak: str
    state: tuple[str, str, str]
    is_open: bool
    may_undo: bool
    locked: bool
    by: str = ""  # who decided
    lookers: tuple[str, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A way of looking, under a name of one's own."""

    id: UUID
    name: str
    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    run_id: UUID
    number: int
    programme_id: UUID
    is_current: bool
    rows: tuple[Row, ...]
    criteria: tuple[str, ...]
    counts: Mapping[str, int]
    wanted: Wanted
    total: int
    own: int
    topics: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    chosen: int
    searches: tuple[Kept, ...]
    deciding: int | None = None  # how far, in percent

    @property
    def first(self) -> int:
        return (self.wanted.page - 1) * self.wanted.size + 1

    @property
    def last(self) -> int:
        return min(self.wanted.page * self.wanted.size, self.total)


def rows(
    proposals: Iterable[Proposal],
    language: Language,
    chosen: Iterable[str] = (),
    company: Company | None = None,
) -> tuple[Row, ...]:
    kept, company = set(chosen), company or Company()
    return tuple(_row(each, language, kept, company) for each in proposals)


def token(proposal: Proposal) -> str:
    """Name a proposal and its version in one word, for the boxes and buttons of a row."""
    return f"{proposal.id}.{proposal.version}"


def _row(proposal: Proposal, language: Language, chosen: set[str], company: Company) -> Row:
    kind, icon = BADGES.get(proposal.state, ("", ""))
    words = told(STATES[proposal.state], language)
    if proposal.locked and proposal.state == ProposalState.SUGGESTED:
        words, kind, icon = told(N_("Locked"), language), "offer", "lock"
    return Row(
        id=token(proposal),
        proposal_id=proposal.id,
        need=proposal.mentee_enrolment.member.name,
        offer=proposal.mentor_enrolment.member.name,
        affinity=proposal.affinity,
        parts=tuple((part.label, part.share) for part in parts(proposal.reasons, language)),
        why=why(proposal, language),
        weak=weak_spot(proposal, language),
        state=(words, kind, icon),
        is_open=proposal.state == ProposalState.SUGGESTED,
        may_undo=proposal.state in UNDOABLE,
        locked=proposal.locked,
        by=company.decided.get(proposal.id, ""),
        lookers=tuple(company.looking.get(proposal.id, ())),
        chosen=token(proposal) in chosen,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What was found for one page of the table."""

    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    wanted: Wanted
    own: int
    deciding: Job | None
    chosen: int
    searches: Sequence[tuple[UUID, str, str]]


def review_page(run: MatchRun, listed: Listed, language: Language) -> ReviewPage:
    programme = run.programme
    return ReviewPage(
        run_id=run.id,
        number=run.number,
        programme_id=run.programme_id,
        is_current=programme.current_run_id == run.id,
        rows=listed.rows,
        criteria=criteria_names(run.settings, language),
        counts=listed.counts,
        wanted=listed.wanted,
        total=listed.counts[listed.wanted.part],
        own=listed.own,
        topics=tuple((key, label(key, language)) for key in programme.topics),
        languages=_languages(programme, language),
        chosen=listed.chosen,
        searches=tuple(
            Kept(id=key, name=name, asked=asked) for key, name, asked in listed.searches
        ),
        deciding=percent(listed.deciding) if listed.deciding else None,
    )


def _languages(programme: Programme, language: Language) -> tuple[tuple[str, str], ...]:
    names = language_names(programme.languages, language)
    return tuple(zip(programme.languages, names, strict=True))
