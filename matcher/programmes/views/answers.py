"""What somebody answered, section by section, in the reader's language."""

from dataclasses import dataclass

from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.models.choices import MEETS, STYLES
from matcher.programmes.models.complete import SECTIONS, pieces
from matcher.programmes.services.sign_up import EDITABLE, WHEN_PAIRED
from matcher.programmes.topics import labels
from matcher.programmes.views.sign_up import TITLES
from matcher.programmes.views.words import language_names, told, told_all, week


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section's answers, and whether they can still be changed."""

    section: str
    title: str
    rows: tuple[Row, ...]
    may_change: bool


def answers(
    enrolment: Enrolment, language: Language, *, of_another: bool = False
) -> tuple[Part, ...]:
    """Lay out what somebody answered, by section: to themselves, or to their coordinator."""
    titles = {**TITLES, **THEIRS} if of_another else TITLES
    rows = {
        "about": _about(enrolment, language),
        "words": _words(enrolment, language),
        "topics": [Row(_t("topics", language), tuple(labels(enrolment.topics, language)))],
        "practical": _practical(enrolment, language),
        "wishes": _wishes(enrolment, language),
    }
    return tuple(
        Part(
            section,
            told(titles[section], language),
            tuple(rows[section]),
            _may_change(enrolment, section),
        )
        for section in SECTIONS
    )


def _may_change(enrolment: Enrolment, section: str) -> bool:
    paired = enrolment.state == EnrolmentState.PAIRED and section in WHEN_PAIRED
    return enrolment.state in EDITABLE or paired


def _about(enrolment: Enrolment, language: Language) -> list[Row]:
    member = enrolment.member
    return [
        Row(_t("name", language), member.name),
        Row(_t("role", language), enrolment.role),
        Row(_t("organisation", language), enrolment.organisation),
        Row(_t("pronouns", language), member.pronouns),
        Row(_t("phone", language), member.phone or ""),
    ]


def _words(enrolment: Enrolment, language: Language) -> list[Row]:
    rows = [Row(_t("words", language), tuple(pieces(enrolment)))]
    if enrolment.side == Side.MENTEE:
        rows.append(Row(_t("goal", language), enrolment.goal))
    return rows


def _practical(enrolment: Enrolment, language: Language) -> list[Row]:
    meets = told(MEETS[enrolment.meets], language) if enrolment.meets else ""
    return [
        Row(_t("slots", language), tuple(week(enrolment.slots, language))),
        Row(_t("meets", language), meets),
        Row(_t("place", language), enrolment.place),
        Row(_t("languages", language), tuple(language_names(enrolment.languages, language))),
        Row(_t("styles", language), tuple(told_all(enrolment.styles, STYLES, language))),
    ]


def _wishes(enrolment: Enrolment, language: Language) -> list[Row]:
    avoids = N_("Rather nobody from my own organisation")
    rows = [
        Row(
            _t("avoids", language),
            told(avoids, language) if enrolment.avoids_own_organisation else "",
        ),
        Row(_t("note", language), enrolment.note or ""),
    ]
    if enrolment.side == Side.MENTOR:
        rows.insert(0, Row(_t("places", language), str(enrolment.places)))
    return rows


def _t(name: str, language: Language) -> str:
    return told(NAMES[name], language)


# What is told of somebody to another person.
THEIRS = {
    "about": N_("Who this is"),
    "words": N_("In their own words"),
    "topics": N_("Topics"),
    "wishes": N_("To take into account"),
}
NAMES = {
    "name": N_("Name"),
    "role": N_("Work or study"),
    "organisation": N_("Organisation"),
    "pronouns": N_("Pronouns"),
    "phone": N_("Phone"),
    "words": N_("Own words"),
    "goal": N_("Goal"),
    "topics": N_("Topics"),
    "slots": N_("When"),
    "meets": N_("How"),
    "place": N_("Where"),
    "languages": N_("Languages"),
    "styles": N_("Kind of help"),
    "places": N_("How many at the same time"),
    "avoids": N_("Rather not"),
    "note": N_("What else matters"),
}
