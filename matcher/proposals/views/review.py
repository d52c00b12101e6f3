"""The proposals of a run, as a coordinator reviews them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from matcher.foundation.words import N_, Language
from matcher.programmes.topics import label
from matcher.programmes.views.words import language_names, told
from matcher.proposals.queries.asked import Wanted
from matcher.proposals.queries.listed import ListedRun
from matcher.proposals.views.criteria import criteria_names
from matcher.proposals.views.lines import Row

PARTS = {
    "all": N_("All"),
    "open": N_("To review"),
    "weak": N_("Below 0.50"),
    "attention": N_("Needs attention"),
    "first": N_("No alternate is better"),
    "approved": N_("Approved"),
    "locked": N_("Locked"),
    "by_hand": N_("By hand"),
    "rejected": N_("Put aside"),
    "told": N_("Told"),
}
ORDERS = {
    "weakest": N_("Weakest first"),
    "strongest": N_("Strongest first"),
    "waiting": N_("Waiting longest"),
    "mentee": N_("Mentee’s name"),
    "mentor": N_("Mentor’s name"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A way of looking, under a name of one's own."""

    id: UUID
    name: str
    asked: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the list, as the ways between the parts show it."""

    label: str
    url: str
    current: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the list leads to."""

    matching: str
    run: str
    table: str
    same: str  # the same list from its first page
    here: str  # and at this page
    as_table: str
    as_cards: str
    by_hand: str
    ruled_out: str
    preview: str
    keep: str
    take_along: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    run_id: UUID
    number: int
    programme_id: UUID
    is_current: bool
    at: Addresses
    rows: Sequence[Row]
    open: Sequence[str]  # the rows that can still be decided
    parts: tuple[Part, ...]
    criteria: tuple[str, ...]
    counts: Mapping[str, int]
    wanted: Wanted
    asked: Wanted  # without what is somebody's own: the text, and the page looked at
    total: int
    own: int
    orders: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    chosen: int
    elsewhere: int  # chosen on other pages
    searches: tuple[Kept, ...]
    deciding: int | None = None  # how far, in percent

    @property
    def first(self) -> int:
        return (self.wanted.page - 1) * self.wanted.size + 1

    @property
    def last(self) -> int:
        return min(self.wanted.page * self.wanted.size, self.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What was found for one page of the table."""

    rows: Sequence[Row]
    open: Sequence[str]
    elsewhere: int
    own: int
    counts: Mapping[str, int]
    wanted: Wanted
    at: Addresses
    # Returns the rest of the address of this list with another part.
    part: Callable[[str], str]


def review_page(run: ListedRun, listed: Listed, language: Language) -> ReviewPage:
    return ReviewPage(
        run_id=run.id,
        number=run.number,
        programme_id=run.programme_id,
        is_current=run.is_current,
        at=listed.at,
        rows=listed.rows,
        open=listed.open,
        parts=_parts(listed, language),
        criteria=criteria_names(run.settings, language),
        counts=listed.counts,
        wanted=listed.wanted,
        asked=replace(listed.wanted, text="", topics=(), page=1),
        total=listed.counts[listed.wanted.part],
        own=listed.own,
        orders=_said(language)[1],
        topics=_topics(run.topics, language),
        languages=_languages(run.languages, language),
        chosen=len(run.chosen),
        elsewhere=listed.elsewhere,
        searches=tuple([Kept(id=key, name=name, asked=asked) for key, name, asked in run.searches]),
        deciding=None if run.deciding is None else round(run.deciding * 100),
    )


def _parts(listed: Listed, language: Language) -> tuple[Part, ...]:
    """Name the parts that hold something, and those that are always there."""
    counts, current = listed.counts, listed.wanted.part
    always = ("all", "open", current)
    return tuple(
        [
            Part(label, f"{listed.at.table}?{listed.part(key)}", key == current, counts[key])
            for key, label in _said(language)[0]
            if counts[key] or key in always
        ]
    )


@lru_cache(maxsize=len(Language))
def _said(language: Language) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Say the parts and the orders."""
    return tuple(
        tuple((key, told(words, language)) for key, words in each.items())
        for each in (PARTS, ORDERS)
    )


@lru_cache(maxsize=200)
def _topics(keys: str, language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((key, label(key, language)) for key in json.loads(keys))


@lru_cache(maxsize=200)
def _languages(codes: str, language: Language) -> tuple[tuple[str, str], ...]:
    known = json.loads(codes)
    return tuple(zip(known, language_names(known, language), strict=True))
