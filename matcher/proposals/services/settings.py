"""What a programme finds important, in the terms of the matching."""

from dataclasses import replace

from matcher.matching.settings import DEFAULT_CRITERIA, Criterion, Rule, Settings
from matcher.programmes.models import Programme

# That nobody is their own mentor, and that wishes to avoid somebody hold, is no choice.
ALWAYS = (Rule(kind="self"), Rule(kind="avoid"))
RULES = {
    "no_shared_language": Rule(kind="must_share", need="languages", code="no_shared_language"),
    "no_shared_slot": Rule(kind="slot"),
    "too_far": Rule(kind="place"),
    "no_shared_topic": Rule(kind="must_share", need="topics", code="no_shared_topic"),
    "same_organisation": Rule(kind="must_differ", need="organisation", code="same_organisation"),
}


def matching_settings(programme: Programme) -> Settings:
    """Read the programme's criteria, rules and objective.

    A criterion it does not name keeps its usual weight; a rule we no longer know is left out.
    """
    return Settings(
        criteria=tuple(_weighted(each, programme) for each in DEFAULT_CRITERIA),
        rules=ALWAYS + tuple(rule for code, rule in RULES.items() if code in programme.rules),
        objective=str(programme.objective),  # type: ignore[arg-type]  # the same three words
        floor=programme.floor,
    )


def _weighted(criterion: Criterion, programme: Programme) -> Criterion:
    return replace(criterion, weight=programme.criteria.get(criterion.name, criterion.weight))
