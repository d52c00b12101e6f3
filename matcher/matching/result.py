"""What a run answers: who with whom, why, who is left, and how good it can be at most."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.matching.plain import from_plain, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one criterion adds to an affinity: its `share`. The shares of a pair add up exactly."""

    criterion: str
    share: float
    # How well the two meet on this criterion, 0 to 1.
    value: float
    # The most this criterion could add.
    weight: float
    # "" or "not_answered".
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsMet:
    """A word or concept of the need, the one of the offer it met, and how much that counted."""

    need: str
    offer: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why an offer meets a need as well as it does."""

    contributions: tuple[Contribution, ...] = ()
    words: tuple[WordsMet, ...] = ()
    # In which ways the words are alike, and each way's part: "words", "topics", "bridge" …
    ways: Mapping[str, float] = field(default_factory=dict, hash=False)
    topics_met: tuple[str, ...] = ()
    topics_missing: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A need that could be met with an offer, and how well (0 to 1)."""

    need: str
    offer: str
    affinity: float
    locked: bool = False
    why: Why = Why()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Another offer for a need, and what that pair would cost the whole at least.

    fewer: how many needs fewer would have anyone; costs: how much less affinity in all, which is
    negative where those who lose theirs leave the others better off.
    """

    offer: str
    affinity: float
    costs: float
    fewer: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A stable code with the values its sentence speaks of; see rules.SENTENCES."""

    code: str
    values: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """Someone without a suggestion, and why."""

    need: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scarcity:
    """What one more place like this mentor's would be worth to the whole."""

    offer: str
    worth: float
    # How many more needs one more place would cover.
    covers: int = 0
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One run's answer. `total` never exceeds `bound`; `gap` is (bound - total) / total."""

    suggestions: tuple[Suggestion, ...]
    unmatched: tuple[Unmatched, ...] = ()
    total: float = 0.0
    bound: float = 0.0
    gap: float = 0.0
    # The part of the needs with at least one suggestion, 0 to 1.
    coverage: float = 0.0
    # Seconds by phase.
    seconds: Mapping[str, float] = field(default_factory=dict, hash=False)
    alternates: Mapping[str, tuple[Alternate, ...]] = field(default_factory=dict, hash=False)
    scarcity: tuple[Scarcity, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict, hash=False)
    fingerprint: str = ""
    # Copied or stuffed texts a coordinator should look at: code, and the ids concerned.
    notices: tuple[Reason, ...] = ()

    def to_json(self) -> str:
        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> "Result":
        """Raise ValueError or TypeError when the text is no result."""
        result: Result = from_plain(cls, json.loads(text))
        return result
