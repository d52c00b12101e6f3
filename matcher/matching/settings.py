"""What a programme finds important: weighted criteria, hard rules and an objective."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["words", "topics", "choice", "set", "scale", "availability", "place", "preference"]
RuleKind = Literal[
    "self", "avoid", "must", "must_differ", "must_share", "at_least", "slot", "place"
]
Objective = Literal["coverage", "quality", "fair"]

# "Must" is no weight but a hard rule.
LEVELS = {"decisive": 4.0, "high": 2.0, "some": 1.0, "off": 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that makes an offer meet a need better, fed by a column on either side."""

    name: str
    kind: Kind
    weight: str | float = "some"
    need: str = ""
    offer: str = ""
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def worth(self) -> float:
        return LEVELS[self.weight] if isinstance(self.weight, str) else float(self.weight)

    @property
    def columns(self) -> tuple[str, str]:
        """The columns of need and offer; left out, they bear the criterion's name."""
        return self.need or self.name, self.offer or self.need or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that rules a pair out, whatever its affinity."""

    kind: RuleKind
    need: str = ""
    offer: str = ""
    # For "at_least": the criterion that must reach `value`; for "must": optional allowed pairs.
    criterion: str = ""
    value: float = 0.0
    pairs: tuple[tuple[str, str], ...] = ()
    # Parts the answers of one cell.
    separator: str = ";"
    code: str = ""

    @property
    def columns(self) -> tuple[str, str]:
        return self.need, self.offer or self.need


DEFAULT_CRITERIA = (
    Criterion(name="topics", kind="topics", weight="decisive"),
    Criterion(name="words", kind="words", weight="high", need="statements"),
    Criterion(name="languages", kind="set", weight="some"),
    Criterion(name="availability", kind="availability", weight="some", options={"enough": 2}),
    Criterion(name="place", kind="place", weight="some"),
    Criterion(name="style", kind="set", weight="some", options={"by": "coverage"}),
)
DEFAULT_RULES = (
    Rule(kind="self"),
    Rule(kind="avoid"),
    Rule(kind="must_share", need="languages", code="no_shared_language"),
    Rule(kind="slot"),
    Rule(kind="place"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a coordinator may set before a run."""

    criteria: tuple[Criterion, ...] = DEFAULT_CRITERIA
    rules: tuple[Rule, ...] = DEFAULT_RULES
    objective: Objective = "coverage"
    use_mentors: bool = False
    floor: float = 0.0
    # Path of a local sentence encoder; empty: words are compared without one.
    encoder: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.floor <= 1:
            raise ValueError("the floor is a number from 0 to 1")
        names = [each.name for each in self.criteria]
        if len(set(names)) < len(names):
            raise ValueError("two criteria bear the same name")
        for each in self.criteria:
            if isinstance(each.weight, str) and each.weight not in LEVELS:
                raise ValueError(f"{each.name}: weight is one of {', '.join(LEVELS)} or a number")
            if not 0 <= each.worth < float("inf"):
                raise ValueError(f"{each.name}: a weight is zero or more")
