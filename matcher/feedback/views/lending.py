"""What a mentee is shown of what their answers may be used for."""

from dataclasses import dataclass
from uuid import UUID

from matcher.pairings.models import Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavePage:
    pairing_id: UUID
    partner: str
    contact: str


def leave_page(pairing: Pairing) -> LeavePage:
    return LeavePage(
        pairing_id=pairing.id,
        partner=pairing.mentor.name,
        contact=pairing.programme.contact.name,
    )
