"""Who waits, honestly why, and what would help; in a list and as a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.desk.queries.waiting import Waiting
from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.programmes.models.complete import of_them
from matcher.programmes.services.reminding import still_open
from matcher.programmes.views.words import told

HELPS = "gain_"
NO_RUN = sentence(N_("Was not in the last run: signed up later, or something was missing."))
COMING = sentence(N_("Has a proposal on its way."))
HEADINGS = (
    *(N_("Name"), N_("Waits since"), N_("Days"), N_("Why"), N_("What would help")),
    N_("Still open"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """Somebody who waits. `why` and `helps` are the run's own reasons."""

    enrolment_id: UUID
    name: str
    since: date
    days: int
    why: tuple[Sentence, ...]
    helps: tuple[Sentence, ...]
    missing: tuple[Sentence, ...]
    on_its_way: bool


def waiting_lines(found: Iterable[Waiting], *, now: datetime) -> tuple[WaitingLine, ...]:
    return tuple(_line(each, now) for each in found)


def _line(waiting: Waiting, now: datetime) -> WaitingLine:
    enrolment = waiting.enrolment
    since = enrolment.state_since or enrolment.created_at
    reasons = waiting.leftover.reasons if waiting.leftover else ()
    why = [Sentence.from_json(r["sentence"]) for r in reasons if not r["code"].startswith(HELPS)]
    helps = [Sentence.from_json(r["sentence"]) for r in reasons if r["code"].startswith(HELPS)]
    if not why:
        why = [COMING if waiting.on_its_way else NO_RUN]
    return WaitingLine(
        enrolment_id=enrolment.id,
        name=enrolment.member.name,
        since=since.date(),
        days=(now - since).days,
        why=tuple(why),
        helps=tuple(helps),
        missing=of_them(still_open(enrolment)),
        on_its_way=waiting.on_its_way,
    )


def waiting_sheet(lines: Iterable[WaitingLine], language: Language) -> Sheet:
    return Sheet(
        title=told(N_("Waiting list"), language),
        headings=tuple(told(each, language) for each in HEADINGS),
        rows=(_row(each, language) for each in lines),
    )


def _row(line: WaitingLine, language: Language) -> tuple[Cell, ...]:
    parts = (line.why, line.helps, line.missing)
    texts = ("\n".join(say(each, language) for each in part) for part in parts)
    return line.name, line.since, line.days, *texts
