"""The proposals of a run as a file: the same columns that the table shows."""

from collections.abc import Iterable

from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.words import N_, Language
from matcher.programmes.views.words import told
from matcher.proposals.queries.review import ListedPair
from matcher.proposals.views.criteria import weak_spot
from matcher.proposals.views.lines import badge
from matcher.proposals.views.why import why

HEADINGS = (
    *(N_("Mentee"), N_("Mentor"), N_("Affinity"), N_("Why"), N_("Weak spot"), N_("State")),
    N_("Locked"),
)


def review_sheet(pairs: Iterable[ListedPair], number: int, language: Language) -> Sheet:
    return Sheet(
        title=told(N_("Run %(number)s"), language, number=number),
        headings=tuple(told(each, language) for each in HEADINGS),
        rows=(_row(each, language) for each in pairs),
    )


def _row(pair: ListedPair, language: Language) -> tuple[Cell, ...]:
    weak = weak_spot(pair.gist["met"], language, has_wishes=pair.has_wishes)
    words, _kind, _icon = badge(pair.state, pair.locked, language)
    locked = told(N_("Yes"), language) if pair.locked else ""
    fit = round(pair.affinity, 4)
    return pair.need, pair.offer, fit, why(pair, language), weak, words, locked
