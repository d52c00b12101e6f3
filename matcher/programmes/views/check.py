"""All that somebody answered, together: to check before sending, and to come back to."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import Language, Sentence
from matcher.members.models import Member
from matcher.programmes.models import Consent, Enrolment, EnrolmentState
from matcher.programmes.models.choices import ADMISSION, SIDES
from matcher.programmes.models.complete import gaps
from matcher.programmes.policy import is_ones_own
from matcher.programmes.queries.matchable import required
from matcher.programmes.services.pausing import PAUSABLE, STOPPABLE
from matcher.programmes.services.sending import needs_sending
from matcher.programmes.services.states import LABELS
from matcher.programmes.views.answers import Part, answers
from matcher.programmes.views.sign_up import COLOURS
from matcher.programmes.views.words import in_a_sentence, told, told_all


@dataclass(frozen=True, slots=True)
class Missing:
    section: str
    sentence: Sentence
    needed: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody agreed to: the words of then, whatever stands there now."""

    text: str
    version: int
    at: datetime


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
    agreed: Agreed | None
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
    return CheckPage(
        id=enrolment.id,
        programme_id=programme.id,
        programme=programme.name(language),
        address=programme.address,
        side=told(SIDES[enrolment.side], language),
        colour=COLOURS[enrolment.side],
        state=state,
        state_words=told(LABELS[state], language),
        parts=answers(enrolment, language, of_another=not is_ones_own(seen_by, enrolment)),
        missing=tuple(
            Missing(each.section, each.sentence, each.needed) for each in gaps(enrolment)
        ),
        consent=programme.consent(language),
        consent_version=programme.consent_version,
        agreed=_agreed(consent) if consent else None,
        waits_for_email=waits,
        paused_until=enrolment.paused_until,
        on_behalf_of=None if is_ones_own(seen_by, enrolment) else member.name,
        contact=programme.contact.name,
        needs_sending=needs_sending(enrolment),
        may_pause=state in PAUSABLE,
        may_withdraw=state in STOPPABLE,
    )


def _agreed(consent: Consent) -> Agreed:
    return Agreed(consent.text, consent.text_version, consent.given_at)


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
        wanted=tuple(in_a_sentence(told_all(items, ADMISSION, language))),
        starts_on=programme.starts_on,
        other_id=other.id if other else None,
        other_side=told(SIDES[other.side], language) if other else "",
    )
