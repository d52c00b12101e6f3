"""The pairs of a programme as a file: the same columns that the page shows."""

from collections.abc import Iterable

from matcher.coordination.views import PairLine
from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.words import N_, Language
from matcher.programmes.views.words import told

HEADINGS = (
    *(N_("Mentee"), N_("Mentor"), N_("Since"), N_("State"), N_("Open signals")),
    *(N_("Last met"), N_("Next check-in")),
)


def pair_sheet(lines: Iterable[PairLine], language: Language) -> Sheet:
    return Sheet(
        title=told(N_("Pairs"), language),
        headings=tuple(told(each, language) for each in HEADINGS),
        rows=(_row(line, language) for line in lines),
    )


def _row(line: PairLine, language: Language) -> tuple[Cell, ...]:
    state = told(line.state_words, language)
    met = line.last_met, line.next_check_in
    return line.mentee, line.mentor, line.since, state, line.signals, *met
