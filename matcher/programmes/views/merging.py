"""Two sign-ups that may be one person, side by side."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.words import N_, Language
from matcher.programmes.models import Enrolment
from matcher.programmes.models.choices import MEETS, STYLES
from matcher.programmes.models.complete import pieces
from matcher.programmes.services.duplicates import FREE
from matcher.programmes.services.states import LABELS
from matcher.programmes.topics import labels
from matcher.programmes.views.words import language_names, told, told_all, week


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    id: UUID
    name: str
    state: str
    since: datetime
    may_go: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    label: str
    need: str
    offer: str
    agrees: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePage:
    programme_id: UUID
    one: Half
    other: Half
    facts: tuple[Fact, ...]


def merge_page(one: Enrolment, other: Enrolment, language: Language) -> MergePage:
    here, there = _facts(one, language), _facts(other, language)
    return MergePage(
        programme_id=one.programme_id,
        one=_half(one, language),
        other=_half(other, language),
        facts=tuple(
            Fact(
                label=told(label, language),
                need=here[label] or "–",
                offer=there[label] or "–",
                agrees=here[label] == there[label],
            )
            for label in here
        ),
    )


def _half(enrolment: Enrolment, language: Language) -> Half:
    return Half(
        id=enrolment.id,
        name=enrolment.member.name,
        state=told(LABELS[enrolment.state], language),
        since=enrolment.created_at,
        may_go=enrolment.state in FREE,
    )


def _facts(each: Enrolment, language: Language) -> dict[str, str]:
    return {
        N_("E-mail address"): each.member.email or "",
        N_("Phone"): each.member.phone or "",
        N_("Work or study"): each.role,
        N_("Organisation"): each.organisation,
        N_("Place"): each.place,
        N_("Would like to meet"): told(MEETS[each.meets], language) if each.meets else "",
        N_("Languages"): ", ".join(language_names(each.languages, language)),
        N_("Topics"): ", ".join(labels(each.topics, language)),
        N_("Is free"): "; ".join(week(each.slots, language)),
        N_("Way of helping"): ", ".join(told_all(each.styles, STYLES, language)),
        N_("In their own words"): " / ".join(pieces(each)),
    }
