"""What a coordinator is shown of certificates that expire: who, what, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.coordination.queries.certificates import Expiring
from matcher.foundation.words import N_, Sentence, sentence
from matcher.programmes.models.choices import ADMISSION

PAIRED, UNPAIRED = N_("Works together with somebody now."), N_("Takes no part in the next run.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLine:
    enrolment_id: UUID
    name: str
    item: Sentence
    expires_on: date
    is_over: bool
    then: str  # a marked sentence: what follows from it


def certificate_lines(found: Iterable[Expiring], *, today: date) -> tuple[CertificateLine, ...]:
    return tuple(
        CertificateLine(
            enrolment_id=each.enrolment_id,
            name=each.name,
            item=sentence(ADMISSION.get(each.item, each.item)),
            expires_on=each.expires_on,
            is_over=each.expires_on < today,
            then=PAIRED if each.is_paired else UNPAIRED if each.expires_on < today else "",
        )
        for each in found
    )
