"""What a programme finds important, in the terms of the matching."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from matcher.matching.settings import DEFAULT_CRITERIA, Criterion, Rule, Settings

# That nobody is their own mentor, and that wishes to avoid somebody hold, is no choice.
ALWAYS = (Rule(kind="self"), Rule(kind="avoid"))
RULES = {
    "no_shared_language": Rule(kind="must_share", need="languages", code="no_shared_language"),
    "no_shared_slot": Rule(kind="slot"),
    "too_far": Rule(kind="place"),
    "no_shared_topic": Rule(kind="must_share", need="topics", code="no_shared_topic"),
    "same_organisation": Rule(kind="must_differ", need="organisation", code="same_organisation"),
}


def matching_settings(chosen: "Chosen") -> Settings:
    """Read criteria, rules and objective, of a programme or of settings that are tried.

    A criterion that is not named keeps its usual weight; a rule we no longer know is left out.
    """
    return Settings(
        criteria=tuple(_weighted(each, chosen.criteria) for each in DEFAULT_CRITERIA),
        rules=ALWAYS + tuple(rule for code, rule in RULES.items() if code in chosen.rules),
        objective=str(chosen.objective),  # type: ignore[arg-type]  # the same three words
        floor=chosen.floor,
    )


class Chosen(Protocol):
    """What a coordinator chose: a programme has these, and so have settings that are tried."""

    @property
    def criteria(self) -> Mapping[str, str]: ...

    @property
    def rules(self) -> Sequence[str]: ...

    @property
    def objective(self) -> str: ...

    @property
    def floor(self) -> float: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenHere:
    """The same, of settings kept as plain values."""

    criteria: Mapping[str, str]
    rules: Sequence[str]
    objective: str
    floor: float


def _weighted(criterion: Criterion, levels: Mapping[str, str]) -> Criterion:
    return replace(criterion, weight=levels.get(criterion.name, criterion.weight))
