"""Settings that are tried: what they would give, beside what stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from matcher.foundation.words import N_, Language, Sentence
from matcher.jobs.models import Job
from matcher.matching.result import Reason
from matcher.matching.rules import explain
from matcher.programmes.models import Level, Programme
from matcher.programmes.models.choices import CRITERIA, LEVELS, OBJECTIVES, RULES
from matcher.programmes.views.words import told, told_all
from matcher.proposals.models import Variant
from matcher.proposals.services.variants import settings_in_use
from matcher.proposals.views.difference import Change, change_of, named_in
from matcher.proposals.views.progress import percent

# In a table the objectives need a name, not a sentence.
SHORT = {
    "coverage": N_("As many as possible"),
    "quality": N_("The best pairs"),
    "fair": N_("Nobody much worse off"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantInList:
    id: UUID
    name: str
    made_at: datetime
    by: str
    lines: tuple[str, ...]
    covered: int | None
    total: float | None
    in_use: bool
    is_going_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    programme: str
    programme_id: UUID
    criteria: tuple[str, ...]
    variants: tuple[VariantInList, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """What one objective comes to."""

    key: str
    name: Sentence | str
    sentence: str
    covered: int
    total: float
    worst: float
    tenth: float
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedBy:
    sentence: Sentence
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantPage:
    id: UUID
    programme_id: UUID
    programme: str
    name: str
    made_at: datetime
    lines: tuple[str, ...]
    percent: int | None
    failed: Sentence | None
    needs: int
    all_pairs: int
    trades: tuple[Trade, ...]
    blocked: tuple[BlockedBy, ...]
    possible: int
    without: int
    number: int | None
    change: Change | None
    in_use: bool


def lines(settings: Mapping[str, Any], language: Language) -> tuple[str, ...]:
    """Say settings in a few lines."""
    found = []
    for level in Level:
        names = [name for name in CRITERIA if settings["criteria"].get(name) == level]
        if names:
            said = ", ".join(told_all(names, CRITERIA, language))
            found.append(f"{told(LEVELS[level], language)}: {said}")
    found.append(told(OBJECTIVES[settings["objective"]], language))
    found += told_all(settings["rules"], RULES, language)
    if settings["floor"]:
        found.append(told(N_("At least %(floor)s must meet"), language, floor=settings["floor"]))
    return tuple(found)


def settings_page(
    programme: Programme, found: Iterable[tuple[Variant, str | None]], language: Language
) -> SettingsPage:
    in_use = settings_in_use(programme)
    return SettingsPage(
        programme=programme.name(language),
        programme_id=programme.id,
        criteria=tuple(CRITERIA),
        variants=tuple(_in_list(each, by or "", in_use, language) for each, by in found),
    )


def _in_list(
    variant: Variant, by: str, in_use: Mapping[str, Any], language: Language
) -> VariantInList:
    figures = variant.outcome.get("objectives", {}).get(variant.settings["objective"], {})
    return VariantInList(
        id=variant.id,
        name=variant.name or "",
        made_at=variant.made_at,
        by=by,
        lines=lines(variant.settings, language),
        covered=figures.get("covered"),
        total=figures.get("total"),
        in_use=is_in_use(variant, in_use),
        is_going_on=variant.finished_at is None,
    )


def is_in_use(variant: Variant, in_use: Mapping[str, Any]) -> bool:
    mine = {**variant.settings, "rules": sorted(variant.settings["rules"])}
    return mine == {**in_use, "rules": sorted(in_use["rules"])}


def names_in(variant: Variant) -> set[UUID]:
    return named_in(_change(variant))


def variant_page(
    variant: Variant, job: Job | None, names: Mapping[UUID, str], language: Language
) -> VariantPage:
    outcome, programme = variant.outcome, variant.programme
    failed = outcome.get("failed")
    return VariantPage(
        id=variant.id,
        programme_id=programme.id,
        programme=programme.name(language),
        name=variant.name or "",
        made_at=variant.made_at,
        lines=lines(variant.settings, language),
        percent=None if variant.finished_at else percent(job),
        failed=Sentence.from_json(failed) if failed else None,
        needs=outcome.get("needs", 0),
        all_pairs=outcome.get("needs", 0) * outcome.get("offers", 0),
        trades=tuple(_trades(variant)),
        blocked=tuple(
            BlockedBy(
                sentence=explain(Reason(code=each["code"], values={"column": each["column"]})),
                pairs=each["pairs"],
            )
            for each in outcome.get("blocked", ())
        ),
        possible=outcome.get("possible", 0),
        without=outcome.get("without", 0),
        number=outcome.get("number"),
        change=change_of(_change(variant), names, outcome.get("number")),
        in_use=is_in_use(variant, settings_in_use(programme)),
    )


def _change(variant: Variant) -> Mapping[str, Any] | None:
    changes = variant.outcome.get("changes", {})
    found: Mapping[str, Any] | None = changes.get(variant.settings["objective"])
    return found


def _trades(variant: Variant) -> Iterable[Trade]:
    found = variant.outcome.get("objectives", {})
    for key, name in SHORT.items():
        if key in found:
            yield Trade(
                key=key,
                name=name,
                sentence=OBJECTIVES[key],  # type: ignore[index]  # the same three words
                **found[key],
                is_chosen=key == variant.settings["objective"],
            )
