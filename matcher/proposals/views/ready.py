"""Whether a programme is ready for a run: who is in, who is not yet, and what is scarce."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import N_, Language
from matcher.programmes.models import Enrolment, Programme
from matcher.programmes.models.choices import DAYS, PARTS
from matcher.programmes.services.duplicates import Alike
from matcher.programmes.topics import label
from matcher.programmes.views.people import PersonInList
from matcher.programmes.views.words import in_the_week, language_names, told
from matcher.proposals.services.counting import Counted
from matcher.proposals.services.supply import Balance, gaps
from matcher.proposals.views.run_list import Readiness, readiness

CHARTED = 8
TITLES = {
    "topic": (N_("Topics: %(key)s lacks most places"), N_("Topics: there are places for each")),
    "language": (
        N_("Languages: %(key)s lacks most places"),
        N_("Languages: there are places for each"),
    ),
    "time": (N_("Times: %(key)s lacks most places"), N_("Times: there are places at each")),
    "place": (N_("Places: %(key)s lacks most mentors"), N_("Places: there are mentors for each")),
}
SAME = {
    "name": N_("the same name"),
    "email": N_("the same mailbox"),
    "phone": N_("the same phone number"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Charted:
    title: str
    bars: tuple[tuple[str, int, int], ...]  # label, places, asked
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    what: str
    asked: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeTwice:
    one_id: UUID
    other_id: UUID
    names: tuple[str, str]
    same: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    id: UUID
    name: str
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPage:
    programme: str
    programme_id: UUID
    ready: Readiness
    gaps: tuple[Gap, ...]
    charts: tuple[Charted, ...]
    incomplete: tuple[PersonInList, ...]
    incomplete_count: int
    is_reminding: bool
    twice: tuple[MaybeTwice, ...]
    paused: tuple[Aside, ...]
    withdrawn: int
    counted_at: datetime | None  # for a large programme: beforehand


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found about a programme's people."""

    counted: Counted
    incomplete: tuple[PersonInList, ...]
    incomplete_count: int
    is_reminding: bool
    alike: Iterable[Alike]
    paused: Iterable[Enrolment]


def ready_page(programme: Programme, found: Found, language: Language) -> ReadyPage:
    sums = found.counted
    return ReadyPage(
        programme=programme.name(language),
        programme_id=programme.id,
        ready=readiness(sums.free, sums.people),
        gaps=tuple(
            Gap(what=named(each, language), asked=each.asked, places=each.places)
            for each in gaps(sums.balances)
        ),
        charts=tuple(
            _charted(kind, balances, language)
            for kind, balances in sums.balances.items()
            if balances
        ),
        incomplete=found.incomplete,
        incomplete_count=found.incomplete_count,
        is_reminding=found.is_reminding,
        twice=tuple(_twice(each, language) for each in found.alike),
        paused=tuple(
            Aside(id=each.id, name=each.member.name, until=each.paused_until)
            for each in found.paused
        ),
        withdrawn=sum(n for (_side, state), n in sums.people.items() if state == "withdrawn"),
        counted_at=sums.at,
    )


def named(each: Balance, language: Language) -> str:
    if each.kind == "topic":
        return label(each.key, language)
    if each.kind == "language":
        return language_names([each.key], language)[0]
    if each.kind == "time":
        day, _dash, part = each.key.partition("-")
        known = day in DAYS and part in PARTS
        return in_the_week(day, [part], language) if known else each.key
    return told(N_("Online"), language) if each.key == "online" else each.key


def _charted(kind: str, balances: Sequence[Balance], language: Language) -> Charted:
    shown, (lacking, enough) = balances[:CHARTED], TITLES[kind]
    first = shown[0]
    key = named(first, language)
    title = told(lacking, language, key=key) if first.lacks else told(enough, language)
    return Charted(
        title=title,
        bars=tuple((named(each, language), each.places, each.asked) for each in shown),
        whole=max(max(each.asked, each.places) for each in shown),
    )


def _twice(alike: Alike, language: Language) -> MaybeTwice:
    return MaybeTwice(
        one_id=alike.one.id,
        other_id=alike.other.id,
        names=(alike.one.name, alike.other.name),
        same=", ".join(told(SAME[kind], language) for kind in alike.same),
    )
