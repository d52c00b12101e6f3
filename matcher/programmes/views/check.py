"""All that somebody answered, together: to check before sending, and to come back to."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import N_, Language, Sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import Consent, Enrolment, EnrolmentState
from matcher.programmes.models.choices import ADMISSION, MEETS, SIDES, STYLES
from matcher.programmes.models.complete import SECTIONS, gaps, pieces
from matcher.programmes.policy import is_ones_own
from matcher.programmes.queries.matchable import required
from matcher.programmes.services.sign_up import EDITABLE, WHEN_PAIRED
from matcher.programmes.services.states import ALLOWED, LABELS
from matcher.programmes.topics import labels
from matcher.programmes.views.sign_up import COLOURS, TITLES
from matcher.programmes.views.words import language_names, told, told_all, week

_S = EnrolmentState


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section's answers. `who` reads them, in one word of the privacy labels."""

    section: str
    title: str
    rows: tuple[Row, ...]
    may_change: bool


@dataclass(frozen=True, slots=True)
class Missing:
    section: str
    sentence: Sentence
    needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    id: UUID
    programme_id: UUID
    programme: str
    address: str
    side: str
    colour: str
    state: EnrolmentState
    state_words: str
    parts: tuple[Part, ...]
    missing: tuple[Missing, ...]
    consent: str
    consent_version: int
    agreed_at: datetime | None
    waits_for_email: str | None
    paused_until: date | None
    on_behalf_of: str | None
    contact: str
    needs_sending: bool
    may_pause: bool
    may_withdraw: bool

    @property
    def can_be_sent(self) -> bool:
        return self.needs_sending and not any(each.needed for each in self.missing)


def check_page(
    enrolment: Enrolment, consent: Consent | None, *, seen_by: Member, language: Language
) -> CheckPage:
    programme, member, state = enrolment.programme, enrolment.member, enrolment.state
    waits = member.email if member.email and not member.email_confirmed_at else None
    unpaired = state != _S.PAIRED
    return CheckPage(
        id=enrolment.id,
        programme_id=programme.id,
        programme=programme.name(language),
        address=programme.address,
        side=told(SIDES[enrolment.side], language),
        colour=COLOURS[enrolment.side],
        state=state,
        state_words=told(LABELS[state], language),
        parts=answers(enrolment, language),
        missing=tuple(
            Missing(each.section, each.sentence, each.needed) for each in gaps(enrolment)
        ),
        consent=programme.consent(language),
        consent_version=programme.consent_version,
        agreed_at=consent.given_at if consent else None,
        waits_for_email=waits,
        paused_until=enrolment.paused_until,
        on_behalf_of=None if is_ones_own(seen_by, enrolment) else member.name,
        contact=programme.contact.name,
        needs_sending=state in EDITABLE and (state == _S.DRAFT or enrolment.confirmed_at is None),
        may_pause=unpaired and _S.PAUSED in ALLOWED[state],
        may_withdraw=unpaired and _S.WITHDRAWN in ALLOWED[state] and state != _S.FINISHED,
    )


def answers(enrolment: Enrolment, language: Language) -> tuple[Part, ...]:
    """Lay out what somebody answered, by section."""
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
            told(TITLES[section], language),
            tuple(rows[section]),
            _fixed(enrolment, section),
        )
        for section in SECTIONS
    )


def _fixed(enrolment: Enrolment, section: str) -> bool:
    paired = enrolment.state == _S.PAIRED and section in WHEN_PAIRED
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


NAMES = {
    "name": N_("Name"),
    "role": N_("Work or study"),
    "organisation": N_("Organisation"),
    "pronouns": N_("Pronouns"),
    "phone": N_("Phone"),
    "words": N_("In your own words"),
    "goal": N_("Goal"),
    "topics": N_("Topics"),
    "slots": N_("When"),
    "meets": N_("How"),
    "place": N_("Where"),
    "languages": N_("Languages"),
    "styles": N_("Kind of help"),
    "places": N_("How many at the same time"),
    "avoids": N_("Rather not"),
    "note": N_("To take into account"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage:
    """What happens next."""

    id: UUID
    programme: str
    contact: str
    answer_days: int
    waits_for_email: str | None
    wanted: tuple[str, ...]
    starts_on: date | None
    other_id: UUID | None
    other_side: str


def sent_page(enrolment: Enrolment, other: Enrolment | None, language: Language) -> SentPage:
    programme, member = enrolment.programme, enrolment.member
    items = required(programme.admission, enrolment.side)
    return SentPage(
        id=enrolment.id,
        programme=programme.name(language),
        contact=programme.contact.name,
        answer_days=programme.answer_days,
        waits_for_email=member.email if not member.email_confirmed_at else None,
        wanted=tuple(told_all(items, ADMISSION, language)),
        starts_on=programme.starts_on,
        other_id=other.id if other else None,
        other_side=told(SIDES[other.side], language) if other else "",
    )
