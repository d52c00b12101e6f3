"""A programme as its coordinators see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from matcher.foundation.words import N_, Language, Sentence
from matcher.members.models import Member
from matcher.programmes.models import Programme, ProgrammeState
from matcher.programmes.models.lacks import programme_gaps
from matcher.programmes.policy import may_name_coordinators
from matcher.programmes.views.settled import settled
from matcher.programmes.views.words import told

SECTIONS = {
    "basics": N_("Name and description"),
    "dates": N_("Dates and length"),
    "people": N_("Topics, languages, ways to meet"),
    "matching": N_("What counts when we look for pairs"),
    "rhythm": N_("Rhythm and deadlines"),
    "contact": N_("Contact person and phone numbers"),
    "consent": N_("What people agree to"),
    "admission": N_("What people show before they begin"),
}
STATES = {
    ProgrammeState.DRAFT: N_("Draft"),
    ProgrammeState.OPEN: N_("Open"),
    ProgrammeState.CLOSED: N_("Closed"),
}


@dataclass(frozen=True, slots=True)
class EditPart:
    """A section: what is settled, and what has to be there before the programme opens."""

    section: str
    title: str
    lines: tuple[str, ...]
    missing: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class TeamMember:
    id: UUID
    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    id: UUID
    name: str
    address: str
    state: ProgrammeState
    state_words: str
    parts: tuple[EditPart, ...]
    team: tuple[TeamMember, ...]
    may_name: bool
    looks_after: bool

    @property
    def can_open(self) -> bool:
        return not any(part.missing for part in self.parts)


def edit_page(
    programme: Programme, team: Iterable[Member], *, seen_by: Member, language: Language
) -> EditPage:
    return EditPage(
        id=programme.id,
        name=programme.name(language),
        address=programme.address,
        state=programme.state,
        state_words=told(STATES[programme.state], language),
        parts=tuple(_part(programme, section, language) for section in SECTIONS),
        team=tuple(TeamMember(each.id, each.name, each.email or "") for each in team),
        may_name=may_name_coordinators(seen_by, programme),
        looks_after=programme.id in seen_by.coordinates,
    )


def _part(programme: Programme, section: str, language: Language) -> EditPart:
    missing = (gap.sentence for gap in programme_gaps(programme) if gap.section == section)
    title = told(SECTIONS[section], language)
    return EditPart(section, title, settled(programme, section, language), tuple(missing))
