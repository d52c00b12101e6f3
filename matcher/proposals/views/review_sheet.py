"""The proposals of a run as a file: the same columns that the table shows."""

from collections.abc import Iterable

from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.words import N_, Language
from matcher.programmes.views.words import told
from matcher.proposals.views.review import Row

HEADINGS = (
    *(N_("Mentee"), N_("Mentor"), N_("Affinity"), N_("Why"), N_("Weak spot"), N_("State")),
    N_("Locked"),
)


def review_sheet(rows: Iterable[Row], number: int, language: Language) -> Sheet:
    return Sheet(
        title=told(N_("Run %(number)s"), language, number=number),
        headings=tuple(told(each, language) for each in HEADINGS),
        rows=(_row(each, language) for each in rows),
    )


def _row(row: Row, language: Language) -> tuple[Cell, ...]:
    locked = told(N_("Yes"), language) if row.locked else ""
    return row.need, row.offer, round(row.affinity, 4), row.why, row.weak, row.state[0], locked
