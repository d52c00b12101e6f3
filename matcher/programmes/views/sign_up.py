"""What someone who signs up is shown, step by step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.matching.profiles import Topic
from matcher.members.models import Member
from matcher.programmes import topics
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.models.choices import DAYS, PARTS
from matcher.programmes.models.complete import SECTIONS, pieces
from matcher.programmes.policy import is_ones_own
from matcher.programmes.views.words import told

TITLES = {
    "about": N_("About you"),
    "words": N_("In your own words"),
    "topics": N_("Your topics"),
    "practical": N_("When, where and how"),
    "wishes": N_("What we take into account"),
    "check": N_("Check your answers"),
}
AS = {Side.MENTEE: N_("Mentee in %(programme)s"), Side.MENTOR: N_("Mentor in %(programme)s")}
COLOURS = {Side.MENTEE: "need", Side.MENTOR: "offer"}
# A piece counts from four words on; one stone is for the topics. js/words.js does the same.
FEW_WORDS, STONES = 4, 5


@dataclass(frozen=True, slots=True)
class TopicChoice:
    key: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class TopicGroup:
    title: str
    topics: tuple[TopicChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where somebody is in a sign-up."""

    id: UUID
    section: str
    title: str
    about: str
    names: tuple[str, ...]
    number: int
    before: str | None
    next_title: str
    colour: str
    is_mentor: bool
    is_draft: bool
    saved_at: datetime | None
    on_behalf_of: str | None
    programme_id: UUID
    contact: str
    laid: int
    has_topics: bool


def step(enrolment: Enrolment, section: str, *, seen_by: Member, language: Language) -> Step:
    order = [*SECTIONS, "check"]
    at = order.index(section)
    return Step(
        id=enrolment.id,
        section=section,
        title=told(TITLES[section], language),
        about=told(AS[enrolment.side], language, programme=enrolment.programme.name(language)),
        names=tuple(told(TITLES[each], language) for each in order),
        number=at + 1,
        before=order[at - 1] if at else None,
        next_title=told(TITLES[order[at + 1]], language) if at + 1 < len(order) else "",
        colour=COLOURS[enrolment.side],
        is_mentor=enrolment.side == Side.MENTOR,
        is_draft=enrolment.state == EnrolmentState.DRAFT,
        saved_at=enrolment.saved_at,
        on_behalf_of=None if is_ones_own(seen_by, enrolment) else enrolment.member.name,
        programme_id=enrolment.programme_id,
        contact=enrolment.programme.contact.name,
        laid=stones(enrolment),
        has_topics=bool(enrolment.topics),
    )


def stones(enrolment: Enrolment) -> int:
    """How far somebody's words reach, in stones of their half of the arch."""
    told_so_far = [*pieces(enrolment), enrolment.goal]
    counted = sum(len(text.split()) >= FEW_WORDS for text in told_so_far)
    return min(STONES, counted + bool(enrolment.topics))


def days(language: Language) -> list[tuple[str, str]]:
    return [(key, told(label, language)) for key, label in DAYS.items()]


def parts(language: Language) -> list[tuple[str, str]]:
    return [(key, told(label, language)) for key, label in PARTS.items()]


def topic_groups(
    keys: Sequence[str], language: Language, *, search: str = ""
) -> tuple[TopicGroup, ...]:
    """Group topics for the picker. Without a script, what was searched for stands on top."""
    found = topics.search(search, language, keys=keys) if keys else []
    first = [topic.id for topic in found]
    rest = [key for key in keys if key not in first]
    on_top = [_group(told(N_("Found for “%(text)s”"), language, text=search), found, language)]
    groups = topics.grouped(rest) if rest else []
    return (
        *(on_top if found else []),
        *(_group(told(topics.GROUPS[name], language), each, language) for name, each in groups),
    )


def _group(title: str, inside: Iterable[Topic], language: Language) -> TopicGroup:
    return TopicGroup(
        title,
        tuple(
            TopicChoice(
                key=topic.id,
                label=topic.labels[language],
                words=";".join(topics.words_of(topic, language)),
            )
            for topic in inside
        ),
    )


def suggested_topics(enrolment: Enrolment) -> tuple[str, ...]:
    """Topics whose names or other words stand in what somebody wrote."""
    text = " ".join([*pieces(enrolment), enrolment.goal])
    offered = [key for key in enrolment.programme.topics if key not in enrolment.topics]
    return tuple(topics.mentioned(text, offered))[:6]
