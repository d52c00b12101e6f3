"""How the people of the demo live: who says yes, who meets, and how they say it goes.

Everything is drawn with one seed, so the demo is the same programme every time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from matcher.feedback.models import CheckIn
from matcher.guidance.tips import Side

HEALTHY, BUMPY, FADING = "healthy", "bumpy", "fading"
# Pairs in which one thing shows that a coordinator should see: told by their turn as well.
DOUBTING, UNSURE, TIRED, APART, DOWN = "doubting", "unsure", "tired", "apart", "down"
SILENT, LATE = "silent", "late"
SPECIAL = {
    1: TIRED,
    2: DOWN,
    6: SILENT,
    10: LATE,
    13: DOUBTING,
    15: UNSURE,
    22: APART,
}
CHARACTERS = [HEALTHY] * 4 + [BUMPY] + [HEALTHY] * 3 + [FADING] + [HEALTHY] * 3
ADVICE = (
    "Vraag eerst wat ik zelf al geprobeerd heb.",
    "Laat het gerust stil zijn als ik even nadenk.",
    "Tell me when you do not know something. That helps me.",
    "Spreek liever één ding af dan drie.",
)


@dataclass
class Life:
    """The dice, and the character that each pairing turned out to have."""

    dice: Random = field(default_factory=lambda: Random(7))  # noqa: S311  # a story, not a secret
    characters: dict[UUID, str] = field(default_factory=dict)

    def character(self, pairing_id: UUID) -> str:
        """Most pairs do well, some have a hard stretch, some slowly stop: told by their turn."""
        if pairing_id not in self.characters:
            turn = len(self.characters)
            usual = CHARACTERS[turn % len(CHARACTERS)]
            self.characters[pairing_id] = SPECIAL.get(turn, usual)
        return self.characters[pairing_id]

    def says_yes(self) -> bool | None:
        """Yes, no, or (None) no answer at all."""
        return self.dice.choices((True, False, None), weights=(93, 5, 2))[0]

    def answers_today(self) -> bool:
        return self.dice.random() < 0.25  # noqa: PLR2004  # so most answer within the ten days

    def days_between(self, rhythm: int) -> int:
        return max(4, round(self.dice.gauss(rhythm, rhythm / 5)))

    def meets(self, pairing_id: UUID, so_far: int) -> bool:
        """Whoever fades stops after a meeting or two; whoever is late has not begun yet."""
        if self.character(pairing_id) == LATE:
            return False
        return self.character(pairing_id) != FADING or so_far < self.dice.randint(1, 2)

    def is_silent(self, pairing_id: UUID) -> bool:
        """Some pairs meet, and do not answer."""
        return self.character(pairing_id) == SILENT

    def answers(self, check_in: CheckIn) -> dict[str, Any]:
        """Answer what is asked, as this pair would."""
        character = self.character(check_in.pairing_id)
        low = character == BUMPY and check_in.side == Side.MENTEE and check_in.period > 0
        given: dict[str, Any] = {key: self._score(key, low=low) for key in check_in.asked}
        talk = "yes" if low and self.dice.random() < 0.5 else "no"  # noqa: PLR2004  # half of them
        return {**given, **self._around(check_in.asked, talk), **self._special(check_in)}

    def _special(self, check_in: CheckIn) -> Mapping[str, Any]:
        """What stands out with this pair. It draws no dice: all the others live as before."""
        character, is_mentee = self.character(check_in.pairing_id), check_in.side == Side.MENTEE
        asked, period = set(check_in.asked), check_in.period
        if character in {DOUBTING, UNSURE} and is_mentee and "fit" in asked:
            return {"fit": "no" if character == DOUBTING else "unsure"}
        if character == TIRED and not is_mentee:
            return {"capacity": 2}
        if character == APART:
            return {"bond": 3 if is_mentee else 5}
        if character == DOWN and is_mentee:
            return {"mood": 2, "share_mood": True, "talk": "yes" if period else "no"}
        return {}

    def _score(self, key: str, *, low: bool) -> int | str:
        if key == "fit":
            return "yes"
        if key == "practical.A":
            return self.dice.choice((3, 3, 3, 2, 4))
        around = 2.0 if low and key != "safe.A" else 4.4
        return max(1, min(5, round(self.dice.gauss(around, 0.6))))

    def _around(self, asked: Iterable[str], talk: str) -> Mapping[str, Any]:
        advice = self.dice.choice(ADVICE) if self.dice.random() < 0.2 else ""  # noqa: PLR2004  # few
        return {
            **({"talk": talk} if "talk" in set(asked) else {}),
            "share_mood": self.dice.random() < 0.3,  # noqa: PLR2004  # some share
            "advice": advice,
            "show_advice": "show" if advice else "keep",
        }
