"""How simulated pairs live: most do well, some find it hard, fade, quarrel, or say nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from matcher.demo.life import BUMPY, DOUBTING, FADING, HEALTHY, SILENT, TIRED, Life

# Of a hundred pairs. A quarrel is told by whoever doubts whether they fit.
SHARES = {HEALTHY: 68, BUMPY: 12, FADING: 8, DOUBTING: 5, TIRED: 3, SILENT: 4}
NO_SHOW = 0.06


@dataclass
class Temper(Life):
    """The demo's dice, with a character drawn for each pair instead of told by its turn."""

    held: dict[UUID, int] = field(default_factory=dict)

    def character(self, pairing_id: UUID) -> str:
        if pairing_id not in self.characters:
            drawn = self.dice.choices(list(SHARES), weights=list(SHARES.values()))
            self.characters[pairing_id] = drawn[0]
        return self.characters[pairing_id]

    def quarrels(self, pairing_id: UUID) -> bool:
        return self.character(pairing_id) == DOUBTING

    def next_day(self, pairing_id: UUID, after: date, rhythm: int) -> date | None:
        """Return when they meet next; None when they no longer do."""
        if not self.meets(pairing_id, self.held.get(pairing_id, 0)):
            return None
        return after + timedelta(days=self.days_between(rhythm))

    def comes(self) -> bool:
        return self.dice.random() >= NO_SHOW

    def _special(self, check_in: Any) -> Mapping[str, Any]:
        # They come to doubt: at the first check-in all still seems well.
        return {} if check_in.period == 0 else super()._special(check_in)
