"""The check-ins of a programme in a list, and as a file: who was asked, and how far it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.words import N_, Language
from matcher.programmes.views.words import told

KINDS = {
    CheckInKind.PULSE: N_("How it goes"),
    CheckInKind.MIDPOINT: N_("Halfway"),
    CheckInKind.CLOSING: N_("Towards the end"),
    CheckInKind.FOLLOW_UP: N_("Three months after"),
    CheckInKind.FIT: N_("Does it feel right, asked again"),
}
STATES = {
    CheckInState.PLANNED: N_("Planned"),
    CheckInState.OPEN: N_("Open"),
    CheckInState.ANSWERED: N_("Answered"),
    CheckInState.CLOSED: N_("Closed unanswered"),
}
SHADES = {CheckInState.OPEN: "open", CheckInState.ANSWERED: "meet"}
HEADINGS = (
    *(N_("Who"), N_("Mentee"), N_("Mentor"), N_("Check-in")),
    *(N_("Opens on"), N_("Closes on"), N_("State")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInLine:
    """One check-in: of whom, what and when. No answers: those stand on the page of the pair."""

    pairing_id: UUID
    who: str
    mentee: str
    mentor: str
    kind: str
    opens_on: date
    closes_on: date
    state: str
    shade: str


def check_in_lines(found: Iterable[CheckIn], language: Language) -> tuple[CheckInLine, ...]:
    return tuple(
        CheckInLine(
            pairing_id=each.pairing_id,
            who=each.member.name,
            mentee=each.pairing.mentee.name,
            mentor=each.pairing.mentor.name,
            kind=told(KINDS[each.kind], language),
            opens_on=each.opens_on,
            closes_on=each.closes_on,
            state=told(STATES[each.state], language),
            shade=SHADES.get(each.state, ""),
        )
        for each in found
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the list, with how many it holds."""

    key: str
    label: str
    count: int


def parts(counts: Mapping[CheckInState, int], language: Language) -> tuple[Part, ...]:
    every = Part("", told(N_("All"), language), sum(counts.values()))
    some = (Part(s, told(words, language), counts.get(s, 0)) for s, words in STATES.items())
    return every, *some


def check_in_sheet(lines: Iterable[CheckInLine], language: Language) -> Sheet:
    return Sheet(
        title=told(N_("Check-ins"), language),
        headings=tuple(told(each, language) for each in HEADINGS),
        rows=(_row(line) for line in lines),
    )


def _row(line: CheckInLine) -> tuple[Cell, ...]:
    days = line.opens_on, line.closes_on
    return line.who, line.mentee, line.mentor, line.kind, *days, line.state
