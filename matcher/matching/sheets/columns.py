"""Which column of a spreadsheet holds what; a policy file may say so for any spreadsheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

KNOWN = (
    *("id", "name", "email", "languages", "place", "meeting", "availability", "organisation"),
    *("level", "topics", "in_own_words", "goal", "style", "places", "minimum", "demand", "avoid"),
)


@dataclass(frozen=True)
class Columns:
    """For each thing we know, the headings that hold it: one, or several to be read together."""

    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # What everybody has who left the cell empty, such as places = 3.
    defaults: Mapping[str, str] = field(default_factory=dict)
    separator: str = ";"

    def of(self, known: str) -> tuple[str, ...]:
        return self.headings.get(known, (known,))


def columns_for(side: str, policy: Mapping[str, Any]) -> Columns:
    """Read the columns of "mentees" or "mentors": what both share, then what is their own."""
    declared = dict(policy.get("columns", {}))
    own = [dict(declared.pop(each, {})) for each in ("mentees", "mentors")]
    declared |= own[side == "mentors"]
    separator = str(declared.pop("separator", ";"))
    defaults = {**policy.get("defaults", {})}
    if unknown := sorted({*declared, *defaults} - {*KNOWN}):
        raise RuleBroken(
            N_("The policy names an unknown column: %(names)s."), names=", ".join(unknown)
        )
    return Columns(
        headings={known: _several(value) for known, value in declared.items()},
        defaults={known: str(value) for known, value in defaults.items()},
        separator=separator,
    )


def _several(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
