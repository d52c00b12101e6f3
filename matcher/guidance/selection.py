"""Which tip comes next for one person, and why: a pure function of what is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from matcher.foundation.words import N_
from matcher.guidance.tips import Side, Stage, Tip

# Without an answer a tip is taken to go fairly well.
USUAL = 0.75
NEED, STAGE, REST, AGAIN = 0.55, 0.25, 0.20, 0.15
RESTED_DAYS = 56
SAME_TIP = timedelta(days=14)
ONE_CARD = timedelta(days=7)
SAME_CARD = timedelta(days=84)
AFTER_CONCERN = timedelta(hours=48)
CALL_LASTS = timedelta(days=28)
WAIT_DAYS = 2, 9

_ORDER = (Stage.BEFORE, Stage.EARLY, Stage.MIDDLE, Stage.RUPTURE, Stage.CLOSING)
_FITS = {
    Tip.LISTEN: (0.8, 1.0, 0.5, 0.9, 0.3),
    Tip.EMPATHY: (0.6, 0.9, 0.6, 1.0, 0.5),
    Tip.EXPRESS: (0.5, 0.7, 0.7, 0.8, 0.8),
    Tip.PRACTICAL: (0.4, 0.8, 0.8, 0.5, 0.6),
    Tip.AUTONOMY: (0.7, 0.7, 1.0, 0.6, 1.0),
    Tip.RESOURCES: (0.4, 0.6, 0.9, 0.5, 0.9),
    Tip.SAFE: (1.0, 0.8, 0.5, 1.0, 0.6),
    Tip.FEEDBACK: (0.6, 0.7, 1.0, 0.7, 0.8),
}


class Reason(StrEnum):
    STAGE = "stage"
    ASKED = "asked"
    ANSWERED = "answered"
    SUGGESTED = "suggested"


class Quiet(StrEnum):
    """Why no card is shown: silence is better than a card that does not fit."""

    CONCERN = "concern"
    RECENT = "recent"
    NOTHING_FITS = "nothing_fits"


REASONS: Mapping[Reason, str] = {
    Reason.STAGE: N_("Chosen because it fits this stage."),
    Reason.ASKED: N_("Chosen because you asked for it."),
    Reason.ANSWERED: N_("Chosen because of what you answered yourself."),
    Reason.SUGGESTED: N_("Chosen because your mentee suggested it."),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A card that this person was shown before."""

    tip: Tip
    stage: Stage
    at: datetime
    card: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """How each tip goes, 0 to 1: what somebody's own answers say, and lows of the programme.

    `programme` holds only lows of five people or more, without this pair. There is no place for
    the partner's answers: they reach a mentor as a `Suggestion` that the mentee allowed, or never.
    """

    own: Mapping[Tip, float] = field(default_factory=dict)
    programme: Mapping[Tip, float] = field(default_factory=dict)

    def for_side(self, side: Side, tip: Tip) -> float:
        """Return the estimate that counts: a mentee's own; a mentor's own, or the programme's."""
        otherwise = self.programme.get(tip, USUAL) if side == Side.MENTOR else USUAL
        return self.own.get(tip, otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A mentee let their answers suggest this tip: shown to both sides, some days later."""

    tip: Tip
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody's own answers ask for this tip now, without waiting for the next choice."""

    tip: Tip
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that the choice depends on, for one person in one pairing."""

    side: Side
    stage: Stage
    now: datetime
    estimates: Estimates = field(default_factory=Estimates)
    shown: tuple[Shown, ...] = ()
    muted: frozenset[Tip] = frozenset()
    off: frozenset[Tip] = frozenset()
    concern_at: datetime | None = None
    asked: Tip | None = None
    calls: tuple[Call, ...] = ()
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    tip: Tip
    reason: Reason
    value: float


@dataclass(frozen=True, slots=True)
class Silence:
    why: Quiet


def choose(state: State) -> Choice | Silence:
    """Choose the tip that this person needs most now; equal ones in the order of the tips."""
    if state.concern_at and state.now - state.concern_at < AFTER_CONCERN:
        return Silence(Quiet.CONCERN)
    if any(state.now - each.at < ONE_CARD for each in state.shown):
        return Silence(Quiet.RECENT)
    open_to = [tip for tip in Tip if _is_eligible(tip, state)]
    if not open_to:
        return Silence(Quiet.NOTHING_FITS)
    for tip, reason in _wishes(state):
        if tip in open_to:
            return Choice(tip, reason, value_of(tip, state))
    best = max(open_to, key=lambda tip: value_of(tip, state))  # max keeps the first of equals
    return Choice(best, Reason.STAGE, value_of(best, state))


def value_of(tip: Tip, state: State) -> float:
    """0.55 need + 0.25 stage + 0.20 rest − 0.15 for each time it came in the last twelve weeks."""
    need = 1 - state.estimates.for_side(state.side, tip)
    ages = [state.now - each.at for each in state.shown if each.tip == tip]
    rest = min(1.0, min(ages) / timedelta(days=RESTED_DAYS)) if ages else 1.0
    again = sum(age < SAME_CARD for age in ages)  # whichever stage or style: it is one tip
    return NEED * need + STAGE * stage_fit(tip, state.stage) + REST * rest - AGAIN * again


def open_calls(state: State) -> list[Tip]:
    """Return the tips that somebody's own answers ask for, and that have not come since."""
    fresh = (each for each in state.calls if each.since <= state.now < each.since + CALL_LASTS)
    return [each.tip for each in fresh if not _came_since(each, state.shown)]


def _came_since(call: Call, shown: tuple[Shown, ...]) -> bool:
    return any(each.tip == call.tip and each.at >= call.since for each in shown)


def seen_lately(tip: Tip, state: State) -> set[str]:
    """Return the cards of a tip, in this stage, that came in the last twelve weeks."""
    same = (each for each in state.shown if (each.tip, each.stage) == (tip, state.stage))
    return {each.card for each in same if state.now - each.at <= SAME_CARD}


def stage_fit(tip: Tip, stage: Stage) -> float:
    return _FITS[tip][_ORDER.index(stage)]


def suggest(tip: Tip, *, now: datetime, chance: Random) -> Suggestion:
    """Let 2 to 9 days pass, so that an answer and a card are not seen as cause and effect."""
    first, last = WAIT_DAYS
    wait = timedelta(minutes=chance.randint(first * 24 * 60, last * 24 * 60))
    return Suggestion(tip=tip, not_before=now + wait)


def _is_eligible(tip: Tip, state: State) -> bool:
    is_muted = tip in state.muted and tip != Tip.SAFE
    is_tired = any(each.tip == tip and state.now - each.at < SAME_TIP for each in state.shown)
    return not (is_muted or is_tired or tip in state.off)


def _wishes(state: State) -> list[tuple[Tip, Reason]]:
    """What somebody asked for, or what their answers call for, comes before what is estimated."""
    wishes = [(state.asked, Reason.ASKED)] if state.asked else []
    wishes += [(tip, Reason.ANSWERED) for tip in open_calls(state)]
    suggested = state.suggestion
    if suggested and suggested.not_before <= state.now:
        # Both sides get the tip; only the mentor's card has somebody else to name.
        reason = Reason.SUGGESTED if state.side == Side.MENTOR else Reason.STAGE
        wishes.append((suggested.tip, reason))
    return wishes
