"""Reads a policy: a TOML file that says which columns count, how much, and what must never be."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.matching.plain import from_plain
from matcher.matching.settings import (
    DEFAULT_CRITERIA,
    DEFAULT_RULES,
    Criterion,
    Rule,
    Settings,
)
from matcher.matching.sheets.columns import Columns, columns_for
from matcher.matching.sheets.rows import heading_of

CHOICES = {"objective", "use_mentors", "floor", "encoder"}
SECTIONS = {"criterion", "rule", "columns", "defaults"}
# Everything about a criterion but these is an option of its kind.
OWN = {"name", "kind", "weight", "need", "offer"}
ALWAYS = (Rule(kind="self"), Rule(kind="avoid"))


@dataclass(frozen=True)
class Policy:
    """A programme's settings, and where its spreadsheets keep what."""

    settings: Settings
    mentees: Columns
    mentors: Columns


def read_policy(path: Path | None) -> Policy:
    """Return what a file says; no file: the columns and settings of docs/matching.md.

    Raises RuleBroken, naming the file, when it is no TOML or says something unknown.
    """
    if path is None:
        return policy_of({})
    try:
        with path.open("rb") as file:
            return policy_of(tomllib.load(file))
    except FileNotFoundError:
        raise RuleBroken(N_("There is no file “%(file)s”."), file=str(path)) from None
    except (OSError, ValueError, TypeError) as problem:
        raise RuleBroken(
            N_("The policy “%(file)s” cannot be used: %(why)s."), file=path.name, why=str(problem)
        ) from problem


def policy_of(table: Mapping[str, Any]) -> Policy:
    """Read a policy from plain values. Raises ValueError or TypeError for what makes no sense."""
    if unknown := sorted(set(table) - CHOICES - SECTIONS):
        raise ValueError(f"unknown: {', '.join(unknown)}")
    criteria = tuple(map(_criterion, table["criterion"])) if "criterion" in table else None
    rules = tuple(map(_rule, table["rule"])) if "rule" in table else None
    chosen = {name: table[name] for name in CHOICES & set(table)}
    plain: Settings = from_plain(Settings, chosen)
    settings = Settings(
        criteria=DEFAULT_CRITERIA if criteria is None else criteria,
        # Nobody is their own mentor, and a wish to avoid someone holds, whatever the policy.
        rules=DEFAULT_RULES if rules is None else (*ALWAYS, *rules),
        objective=plain.objective,
        use_mentors=plain.use_mentors,
        floor=plain.floor,
        encoder=plain.encoder,
    )
    return Policy(settings, columns_for("mentees", table), columns_for("mentors", table))


def _criterion(table: Mapping[str, Any]) -> Criterion:
    own = {name: _heading(name, each) for name, each in table.items() if name in OWN}
    options = {name: each for name, each in table.items() if name not in OWN}
    criterion: Criterion = from_plain(Criterion, {**own, "options": options})
    return criterion


def _rule(table: Mapping[str, Any]) -> Rule:
    """Read `kind = "must_differ", need = …`, or, shorter, `must_differ = "column"`."""
    short = [kind for kind in ("must", "must_differ", "must_share", "at_least") if kind in table]
    plain = dict(table)
    for kind in short:
        column = "criterion" if kind == "at_least" else "need"
        plain |= {"kind": kind, column: plain.pop(kind)}
    rule: Rule = from_plain(Rule, {name: _heading(name, each) for name, each in plain.items()})
    return rule


def _heading(name: str, value: object) -> object:
    """Read the name of a column as headings are read: without regard to capitals and spaces."""
    return heading_of(str(value)) if name in {"need", "offer"} else value
