"""A report as coordinators read it on the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.feedback.wellness import BAND_WORDS
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.guidance.tips import Side, Stage, Tip
from matcher.guidance.titles import STAGES, TITLES
from matcher.pairings.models import Tried
from matcher.pairings.views.library import TRIED
from matcher.programmes.models import Programme
from matcher.reports.hiding import TOTAL, Figure, Table
from matcher.reports.models import ProgrammeReport, YouSaid
from matcher.reports.views.told import Told, told_lines

PLACES, BANDS = N_("Places that help"), N_("How the pairs go")
# Check-ins begin after the first meeting, and a hard stretch is never shown of anybody.
ASKED = (Stage.EARLY, Stage.MIDDLE, Stage.CLOSING)
SIDES: Mapping[Side, str] = {
    Side.MENTEE: N_("What mentees say about their mentors"),
    Side.MENTOR: N_("What mentors say about themselves"),
}
FIXED: Mapping[str, str] = {
    "mentee.bond": N_("How the contact is, mentees"),
    "mentor.bond": N_("How the contact is, mentors"),
    "mentee.goal": N_("Closer to what they want"),
    "mentor.capacity": N_("Enough time and energy"),
    "mentee.mood": N_("How mentees have been"),
    "mentor.mood": N_("How mentors have been"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One question: its total, and a figure for each stage; None where it is hidden."""

    label: Sentence
    total: float | None
    people: int
    stages: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Part:
    title: Sentence
    lines: tuple[Line, ...]

    @property
    def lowest(self) -> Line | None:
        known = [each for each in self.lines if each.total is not None]
        return min(known, key=lambda each: each.total or 0, default=None)


@dataclass(frozen=True, slots=True)
class Share:
    """One answer, and how many of those who were asked gave it."""

    label: Sentence
    share: float | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many pairs stand in a band, in fives; 0: too few to say."""

    band: str
    label: Sentence
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    programme_id: UUID
    programme: str
    made_at: datetime | None
    pairs: int
    concerns: int | None
    stages: tuple[Sentence, ...]
    parts: tuple[Part, ...]
    response: float | None
    rounds: tuple[tuple[int, float | None], ...]
    useful: float | None
    places: tuple[Share, ...]
    places_people: int
    bands: tuple[Count, ...]
    told: tuple[Told, ...]
    may_tell: bool

    @property
    def is_empty(self) -> bool:
        lines = [line for part in self.parts for line in part.lines]
        return self.response is None and all(line.total is None for line in lines)


def report_page(
    programme: Programme,
    report: ProgrammeReport | None,
    told: Sequence[YouSaid],
    *,
    language: Language,
    may_tell: bool,
) -> ReportPage:
    kept = report.figures if report else {"tables": {}}
    tables = {key: Table.from_json(each) for key, each in kept["tables"].items()}
    response = tables.get("response")
    return ReportPage(
        programme_id=programme.id,
        programme=programme.name(language),
        made_at=report.made_at if report else None,
        pairs=kept.get("pairs", 0),
        concerns=kept.get("concerns"),
        stages=tuple(sentence(STAGES[stage]) for stage in ASKED),
        parts=_parts(tables),
        response=_mean(response),
        rounds=_rounds(response),
        useful=_mean(tables.get("cards")),
        places=_places(tables),
        places_people=_people(tables.get(f"places.{Tried.HELPED}")),
        bands=_bands(tables.get("bands")),
        told=told_lines(told),
        may_tell=may_tell,
    )


def _parts(tables: Mapping[str, Table]) -> tuple[Part, ...]:
    tips = [
        Part(
            sentence(title),
            tuple(_line(tables.get(f"{side}.{tip}"), TITLES[tip].name) for tip in Tip),
        )
        for side, title in SIDES.items()
    ]
    fixed = tuple(_line(tables.get(key), label) for key, label in FIXED.items())
    return (*tips, Part(sentence(N_("How it goes as a whole")), fixed))


def _line(table: Table | None, label: str) -> Line:
    total = table.figure() if table else None
    by_stage = tuple(_mean(table, str(stage)) for stage in ASKED)
    return Line(
        sentence(label), total.mean if total else None, total.people if total else 0, by_stage
    )


def _rounds(response: Table | None) -> tuple[tuple[int, float | None], ...]:
    """Say the share of each check-in, counted from one."""
    found: list[Figure] = [
        each for each in (response.figures if response else ()) if each.group != TOTAL
    ]
    return tuple((int(each.group) + 1, each.mean) for each in found)


def _places(tables: Mapping[str, Table]) -> tuple[Share, ...]:
    return tuple(
        Share(sentence(words), _mean(tables.get(f"places.{tried}")))
        for tried, words in TRIED.items()
    )


def _bands(table: Table | None) -> tuple[Count, ...]:
    """Say each band that is there; where there are no groups, nothing is said."""
    there = {each.group: each for each in (table.figures if table else ()) if each.group != TOTAL}
    return tuple(
        Count(str(band), sentence(BAND_WORDS[band]), there[band].people)
        for band in BAND_WORDS
        if band in there
    )


def _people(table: Table | None) -> int:
    figure = table.figure() if table else None
    return figure.people if figure else 0


def _mean(table: Table | None, group: str = TOTAL) -> float | None:
    figure = table.figure(group) if table else None
    return figure.mean if figure else None
