"""A report as coordinators read it, on the page and as a sheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.guidance.tips import Side, Stage, Tip
from matcher.guidance.titles import STAGES, TITLES
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme
from matcher.reports.hiding import TOTAL, Figure, Table
from matcher.reports.models import ProgrammeReport, YouSaid

Say = Callable[[Sentence | str], str]

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
class Told:
    id: UUID
    at: datetime
    said: str
    did: str


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
        told=tuple(Told(each.id, each.told_at, each.said, each.did) for each in told),
        may_tell=may_tell,
    )


def report_sheet(page: ReportPage, say: Say) -> Sheet:
    """Write the same figures, and nothing that the page does not show."""
    headings = (
        N_("Part"),
        N_("Question"),
        N_("All stages"),
        N_("People, at least"),
        *(STAGES[stage] for stage in ASKED),
    )
    rows: list[tuple[Cell, ...]] = [
        (say(part.title), say(line.label), line.total, line.people or None, *line.stages)
        for part in page.parts
        for line in part.lines
    ]
    answered = say(N_("Share that answered"))
    rows.append((answered, say(N_("All check-ins")), page.response))
    for number, share in page.rounds:
        rows.append((answered, say(sentence(N_("Check-in %(number)s"), number=number)), share))
    rows.append((say(N_("Cards")), say(N_("Found useful")), page.useful))
    width = len(headings)
    filled = tuple((*row, *(None,) * (width - len(row))) for row in rows)
    return Sheet(
        title=page.programme, headings=tuple(say(heading) for heading in headings), rows=filled
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


def _mean(table: Table | None, group: str = TOTAL) -> float | None:
    figure = table.figure(group) if table else None
    return figure.mean if figure else None


@dataclass(frozen=True, slots=True)
class ToldPage:
    """What one of a pair reads of it."""

    pairing_id: UUID
    partner: str
    programme: str
    told: tuple[Told, ...]


def told_page(member: Member, pairing: Pairing, told: Sequence[YouSaid]) -> ToldPage:
    side = pairing.side_of(member) or Side.MENTEE
    return ToldPage(
        pairing_id=pairing.id,
        partner=pairing.member_on(side.other).name,
        programme=pairing.programme.name(member.language),
        told=tuple(Told(each.id, each.told_at, each.said, each.did) for each in told),
    )
