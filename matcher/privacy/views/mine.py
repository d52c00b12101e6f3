"""A member's own pages about their data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.audit.models import Opening
from matcher.audit.openings import WHAT
from matcher.foundation.words import Language, Sentence
from matcher.privacy.models import Takeout
from matcher.programmes.models import Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy on its way, or waiting to be fetched."""

    id: UUID
    asked_at: datetime
    until: datetime
    is_ready: bool
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What somebody agreed to: where, in which words and version, and whether it still holds."""

    id: UUID
    programme: str
    text: str
    version: int
    given_at: datetime
    withdrawn_at: datetime | None
    was_given_for: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyData:
    copy: Copy | None
    agreed: tuple[Agreed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """That somebody opened something of mine. Without a name: somebody who left since."""

    at: datetime
    by: str
    what: Sentence
    reason: str


def my_data(takeout: Takeout | None, consents: Iterable[Consent], language: Language) -> MyData:
    return MyData(
        copy=_copy(takeout) if takeout else None,
        agreed=tuple(agreed(each, language) for each in consents),
    )


def agreed(consent: Consent, language: Language) -> Agreed:
    return Agreed(
        id=consent.id,
        programme=consent.enrolment.programme.name(language),
        text=consent.text,
        version=consent.text_version,
        given_at=consent.given_at,
        withdrawn_at=consent.withdrawn_at,
        was_given_for=consent.given_for_by_id is not None,
    )


def opened_line(opening: Opening, name: str) -> Opened:
    return Opened(
        at=opening.at,
        by=name,
        what=Sentence(WHAT.get(opening.what, opening.what)),
        reason=opening.reason or "",
    )


def _copy(takeout: Takeout) -> Copy:
    return Copy(
        id=takeout.id,
        asked_at=takeout.asked_at,
        until=takeout.until,
        is_ready=takeout.ready_at is not None,
        fetched_at=takeout.fetched_at,
    )
