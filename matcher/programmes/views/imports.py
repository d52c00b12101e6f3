"""What a coordinator is shown of a spreadsheet on its way in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.jobs.models import Job, JobState
from matcher.programmes.models import Import, ImportRow, ImportState

STATES = {
    ImportState.CHECKING: N_("being read"),
    ImportState.READY: N_("waits for you"),
    ImportState.BLOCKED: N_("has errors"),
    ImportState.APPLYING: N_("being brought in"),
    ImportState.APPLIED: N_("brought in"),
    ImportState.CANCELLED: N_("put aside"),
    ImportState.FAILED: N_("did not succeed"),
}
SIDES = {Side.MENTEE: N_("mentees"), Side.MENTOR: N_("mentors")}
AT_WORK = {ImportState.CHECKING, ImportState.APPLYING}
STUCK = {JobState.FAILED, JobState.PARKED, JobState.CANCELLED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLine:
    id: UUID
    file_name: str
    side: str
    state: str
    created_at: datetime
    row_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    row: int | str
    column: str
    value: str
    sentence: Sentence
    is_error: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """A file, what was found in it, and what applying it would do."""

    id: UUID
    programme_id: UUID
    file_name: str
    side: str
    state: ImportState
    row_count: int
    new: int
    updated: int
    same: int
    merged: int
    errors: int
    notices: int
    findings: tuple[FindingLine, ...]
    is_at_work: bool
    is_stuck: bool
    percent: int
    phase: str

    @property
    def people(self) -> int:
        return self.new + self.updated + self.same


def import_lines(imports: Sequence[Import]) -> tuple[ImportLine, ...]:
    return tuple(
        ImportLine(
            id=each.id,
            file_name=each.file_name,
            side=SIDES[each.side],
            state=STATES[each.state],
            created_at=each.created_at,
            row_count=each.row_count,
        )
        for each in imports
    )


def import_page(
    brought: Import,
    effects: Mapping[str, int],
    found: Sequence[ImportRow],
    job: Job | None,
) -> ImportPage:
    lines = sorted(_lines(brought, found), key=lambda line: not line.is_error)
    stuck = job is not None and job.state in STUCK and brought.state in AT_WORK
    return ImportPage(
        id=brought.id,
        programme_id=brought.programme_id,
        file_name=brought.file_name,
        side=SIDES[brought.side],
        state=brought.state,
        row_count=brought.row_count,
        new=effects.get("new", 0),
        updated=effects.get("update", 0),
        same=effects.get("same", 0),
        merged=effects.get("merged", 0),
        errors=sum(line.is_error for line in lines),
        notices=sum(not line.is_error for line in lines),
        findings=tuple(lines),
        is_at_work=brought.state in AT_WORK and not stuck,
        is_stuck=stuck,
        percent=round(100 * job.progress) if job else 0,
        phase=job.phase if job else "",
    )


def _lines(brought: Import, found: Sequence[ImportRow]) -> list[FindingLine]:
    about_file = [_line("", each) for each in brought.findings]
    return about_file + [_line(row.number, each) for row in found for each in row.findings]


def _line(row: int | str, finding: Mapping[str, Any]) -> FindingLine:
    return FindingLine(
        row=row,
        column=finding["column"],
        value=finding["value"],
        sentence=Sentence.from_json(finding["sentence"]),
        is_error=finding["is_error"],
    )


def will_do(page: ImportPage) -> Sentence:
    """Say in one sentence what applying does."""
    return sentence(
        N_("%(new)d people are new, %(updated)d change, %(same)d stay as they are."),
        new=page.new,
        updated=page.updated,
        same=page.same,
    )
