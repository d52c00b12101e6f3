"""An affinity taken apart: what each criterion adds, and what is weakest about a pair."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from matcher.foundation.words import N_, Language
from matcher.programmes.views.words import told
from matcher.proposals.models.choices import CRITERIA

COLOURS = 6
NO_TOPIC = N_("No topic in common.")
NO_WISHES = N_("Chose no topics.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one criterion adds to an affinity, of the most it could add."""

    label: str
    share: float
    most: float
    note: str
    colour: int


def parts(reasons: Mapping[str, Any], language: Language) -> tuple[Part, ...]:
    """List the criteria that count, in their fixed order; their shares add up to the affinity."""
    return tuple(
        Part(
            label=criterion_name(each["criterion"], language),
            share=each["share"],
            most=each["weight"],
            note=each.get("note", ""),
            colour=number % COLOURS + 1,
        )
        for number, each in enumerate(filter(_counts, reasons.get("contributions", ())))
    )


@lru_cache(maxsize=200)
def criteria_names(settings: str, language: Language) -> tuple[str, ...]:
    """Name the criteria of a run's settings that count, in the order of the parts.

    Settings are given as they are kept, in JSON.
    """
    names = [each["name"] for each in json.loads(settings).get("criteria", ()) if _counts(each)]
    return tuple(criterion_name(name, language) for name in names)


@lru_cache(maxsize=200)
def criterion_name(criterion: str, language: Language) -> str:
    return told(CRITERIA.get(criterion, criterion), language)


def _counts(criterion: Mapping[str, Any]) -> bool:
    return criterion["weight"] not in {"off", 0}


def weak_spot(met: Collection[str], language: Language, *, has_wishes: bool) -> str:
    """Say what is weakest about a pair, if it is topics: most of an affinity rests on them."""
    if not has_wishes:
        return told(NO_WISHES, language)
    return "" if met else told(NO_TOPIC, language)
