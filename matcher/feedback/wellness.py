"""How a pairing seems to go: a pure formula that only sorts a list, and always says why.

H = 100 · (.40 Q + .25 R + .15 G + .10 T + .10 E) / (sum of the weights that have data)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from matcher.feedback.models import Band
from matcher.foundation.words import N_
from matcher.guidance.tips import Tip

STEADY, WATCH = 70, 50
MIN_SHARE, MEAN_SHARE = 0.7, 0.3
FEW_PARTS = 3


class Part(StrEnum):
    QUALITY = "quality"
    RHYTHM = "rhythm"
    GOAL = "goal"
    TREND = "trend"
    ANSWERING = "answering"


WEIGHTS: Mapping[Part, float] = {
    Part.QUALITY: 0.40,
    Part.RHYTHM: 0.25,
    Part.GOAL: 0.15,
    Part.TREND: 0.10,
    Part.ANSWERING: 0.10,
}
BAND_WORDS: Mapping[Band, str] = {
    Band.STEADY: N_("Steady"),
    Band.WATCH: N_("Watch"),
    Band.TALK: N_("Talk"),
    Band.TOO_EARLY: N_("Too early to say"),
    Band.PAUSED: N_("Paused"),
}
# What is said of a part that is high, middling or low.
REASONS: Mapping[Part, tuple[str, str, str]] = {
    Part.QUALITY: (
        N_("Both are positive about the contact."),
        N_("The contact is all right."),
        N_("At least one of them is less positive about the contact."),
    ),
    Part.RHYTHM: (
        N_("They meet as they agreed."),
        N_("They meet somewhat less often than they agreed."),
        N_("They meet much less often than they agreed."),
    ),
    Part.GOAL: (
        N_("The mentee gets closer to the goal."),
        N_("The mentee gets a little closer to the goal."),
        N_("The mentee hardly gets closer to the goal."),
    ),
    Part.TREND: (
        N_("It goes better than before."),
        N_("It goes about as before."),
        N_("It goes less well than before."),
    ),
    Part.ANSWERING: (
        N_("Both answer the check-ins."),
        N_("Some check-ins stay without an answer."),
        N_("Most check-ins stay without an answer."),
    ),
}
UNMET, UNASKED = N_("They have not met yet."), N_("No check-in has been answered yet.")
RESTING, NO_JUDGEMENT = N_("They rest for a while."), N_("Nothing is judged meanwhile.")
HIGH, MIDDLE = 0.7, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What one side said in one check-in: bond, and estimates of the tips, all 0 to 1."""

    bond: float | None
    tips: Mapping[Tip, float] = field(default_factory=dict)

    @property
    def value(self) -> float | None:
        if self.bond is None:
            return None
        return (2 * self.bond + sum(self.tips.values())) / (2 + len(self.tips))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """All that the formula looks at, in plain values."""

    # Of each side, the newest first: now, and the two before.
    mentee: Sequence[Quality] = ()
    mentor: Sequence[Quality] = ()
    goal: float | None = None
    rhythm_days: int = 14
    gap_days: int | None = None  # None: they have not met
    asked: int = 0
    answered: int = 0
    all_the_same: bool = False  # every item of the latest check-ins got the same answer
    is_paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    band: Band
    reasons: tuple[str, str]
    score: float | None = None
    is_unsure: bool = False


def judge(lived: Lived) -> Verdict:
    """Return the band and two reasons; the number is a sort key and is never shown."""
    if lived.is_paused:
        return Verdict(band=Band.PAUSED, reasons=(RESTING, NO_JUDGEMENT))
    if lived.gap_days is None:
        return Verdict(band=Band.TOO_EARLY, reasons=(UNMET, UNASKED))
    if not (lived.mentee or lived.mentor):
        return Verdict(band=Band.TOO_EARLY, reasons=(UNASKED, _say(Part.RHYTHM, rhythm(lived))))
    parts = parts_of(lived)
    weight = sum(WEIGHTS[part] for part in parts)
    score = 100 * sum(WEIGHTS[part] * value for part, value in parts.items()) / weight
    band = Band.STEADY if score >= STEADY else Band.WATCH if score >= WATCH else Band.TALK
    unsure = len(parts) < FEW_PARTS or lived.all_the_same
    return Verdict(band=band, reasons=_reasons(parts, band), score=score, is_unsure=unsure)


def parts_of(lived: Lived) -> dict[Part, float]:
    """Return the parts that have data."""
    now = [each for each in (_now(lived.mentee), _now(lived.mentor)) if each is not None]
    found: dict[Part, float | None] = {
        Part.QUALITY: MIN_SHARE * min(now) + MEAN_SHARE * sum(now) / len(now) if now else None,
        Part.RHYTHM: rhythm(lived) if lived.gap_days is not None else None,
        Part.GOAL: lived.goal,
        Part.TREND: trend(lived),
        Part.ANSWERING: lived.answered / lived.asked if lived.asked else None,
    }
    return {part: value for part, value in found.items() if value is not None}


def rhythm(lived: Lived) -> float:
    """clip((3g − gap) / (1.75g), 0, 1): one while they meet as agreed, none after thrice that."""
    g = lived.rhythm_days
    return _clip((3 * g - (lived.gap_days or 0)) / (1.75 * g))


def trend(lived: Lived) -> float | None:
    """clip(0.5 + now − mean of the two before, 0, 1), of the side for which it went down most."""
    sides = [_change(each) for each in (lived.mentee, lived.mentor)]
    known = [each for each in sides if each is not None]
    return _clip(0.5 + min(known)) if known else None


def _change(newest_first: Sequence[Quality]) -> float | None:
    values = [each.value for each in newest_first[:3]]
    known = [value for value in values[1:] if value is not None]
    if not values or values[0] is None or not known:
        return None
    return values[0] - sum(known) / len(known)


def _now(newest_first: Sequence[Quality]) -> float | None:
    return newest_first[0].value if newest_first else None


def _reasons(parts: Mapping[Part, float], band: Band) -> tuple[str, str]:
    """Name the two parts that weigh most in this band: what lacks most, or what goes best."""
    lacks = band != Band.STEADY

    def weighs(part: Part) -> float:
        return WEIGHTS[part] * (1 - parts[part] if lacks else parts[part])

    first, *rest = sorted(parts, key=weighs, reverse=True)
    second = _say(rest[0], parts[rest[0]]) if rest else UNASKED
    return _say(first, parts[first]), second


def _say(part: Part, value: float) -> str:
    high, middle, low = REASONS[part]
    return high if value >= HIGH else middle if value >= MIDDLE else low


def _clip(value: float) -> float:
    return max(0.0, min(1.0, value))
