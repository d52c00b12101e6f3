"""A report as a sheet: the same figures, and nothing that the page does not show."""

from collections.abc import Callable

from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.titles import STAGES
from matcher.reports.views.page import ASKED, BANDS, PLACES, ReportPage

Say = Callable[[Sentence | str], str]


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
    people = page.places_people or None
    rows += [(say(PLACES), say(each.label), each.share, people) for each in page.places]
    rows += [(say(BANDS), say(each.label), None, each.pairs or None) for each in page.bands]
    width = len(headings)
    filled = tuple((*row, *(None,) * (width - len(row))) for row in rows)
    return Sheet(
        title=page.programme, headings=tuple(say(heading) for heading in headings), rows=filled
    )
