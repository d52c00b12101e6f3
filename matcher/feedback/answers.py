"""One answered check-in in plain values: what a person tapped, and nothing of who they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matcher.feedback.estimates import Answered, adjusted, between
from matcher.feedback.questions import SAFE, scale_of
from matcher.guidance.items import Scale
from matcher.guidance.tips import Side, Tip

LOW = 2
_MISFITS = {1, 5}
HELP, TOO_MUCH = f"{Tip.PRACTICAL}.A", 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """What one side answered in one period. What was skipped is None, or not there."""

    period: int
    side: Side
    on: date
    bond: int | None = None
    goal: int | None = None
    capacity: int | None = None
    mood: int | None = None
    shares_mood: bool = False
    guides_mentor: bool = False
    fit: str | None = None
    talk: bool = False
    # By key: "listen.A".
    items: Mapping[str, int] = field(default_factory=dict)

    @property
    def feels_unsafe(self) -> bool:
        return self.items.get(SAFE) == 1

    @property
    def low_items(self) -> int:
        """Count the low answers about tips: 1 or 2, and of help far too little or too much."""
        return sum(self._is_low(key, score) for key, score in self.items.items())

    def _is_low(self, key: str, score: int) -> bool:
        return score in _MISFITS if scale_of(key, self.side) == Scale.FIT else score <= LOW

    @property
    def too_much(self) -> bool | None:
        """Whether a mentee found the help too much; None where that was not said."""
        score = self.items.get(HELP)
        return None if score is None or self.side != Side.MENTEE else score >= TOO_MUCH

    def lowest(self, usual: Mapping[Tip, float]) -> Tip | None:
        """Return the tip that goes least well, freed from how hard each question is."""
        found = {
            each.tip: adjusted(each.value, usual.get(each.tip, 0.75)) for each in self.answered()
        }
        if not found:
            return None
        least = min(Tip, key=lambda tip: found.get(tip, 2.0))
        return Tip.AUTONOMY if least == Tip.PRACTICAL and self.too_much else least

    def answered(self) -> Iterator[Answered]:
        for key, score in self.items.items():
            value = between(score, scale_of(key, self.side))
            yield Answered(Tip(key.split(".")[0]), value, self.on)

    def mean(self, usual: Mapping[Tip, float]) -> float | None:
        """Return the mean on the scale of 1 to 5, freed from how hard each question is."""
        values = [adjusted(each.value, usual.get(each.tip, 0.75)) for each in self.answered()]
        return 1 + 4 * sum(values) / len(values) if values else None


def read_pulse(kept: Mapping[str, Any], *, period: int, side: Side, on: date) -> Pulse:
    """Read what was kept of an answered check-in."""
    scores = {key: score for key, score in kept.items() if isinstance(score, int)}
    return Pulse(
        period=period,
        side=side,
        on=on,
        bond=scores.get("bond"),
        goal=scores.get("goal"),
        capacity=scores.get("capacity"),
        mood=scores.get("mood"),
        shares_mood=bool(kept.get("share_mood")),
        guides_mentor=bool(kept.get("guides_mentor")),
        fit=kept.get("fit"),
        talk=kept.get("talk") == "yes",
        items={key: score for key, score in scores.items() if "." in key},
    )
