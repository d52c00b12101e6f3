"""Which coordinator looks after which pair."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from matcher.pairings.models import Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    id: UUID
    mentee: str
    mentor: str
    keeper: str


def kept_lines(found: Iterable[tuple[Pairing, str]]) -> tuple[KeptLine, ...]:
    return tuple(
        KeptLine(id=pairing.id, mentee=pairing.mentee.name, mentor=pairing.mentor.name, keeper=name)
        for pairing, name in found
    )
