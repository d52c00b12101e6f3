"""Reads lists of pairs, locked or forbidden, and writes the pairs a run suggests."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.matching.result import Result
from matcher.matching.sheets.roster import Roster, RowNote
from matcher.matching.sheets.rows import Row, read_rows
from matcher.matching.snapshot import Forbidden

MENTEE, MENTOR = "mentee_id", "mentor_id"


@dataclass(frozen=True)
class Listed:
    """The pairs of a file, and what is wrong with its rows."""

    pairs: tuple[Forbidden, ...] = ()
    errors: tuple[RowNote, ...] = ()


def read_pairs(path: Path | None, mentees: Roster, mentors: Roster) -> Listed:
    """Read a file with the columns mentee_id, mentor_id and perhaps reason.

    Raises RuleBroken when it cannot be read at all.
    """
    if path is None:
        return Listed()
    headings, rows = read_rows(path)
    for column in (MENTEE, MENTOR):
        if column not in headings:
            raise RuleBroken(
                N_("“%(file)s” has no column “%(column)s”."), file=path.name, column=column
            )
    pairs: list[Forbidden] = []
    errors: list[RowNote] = []
    for row in rows:
        sides = (row[MENTEE], mentees), (row[MENTOR], mentors)
        unknown = [named for named, side in sides if side.identity(named) is None]
        errors += [_unknown(path, row, named) for named in unknown]
        if not unknown:
            need, offer = (str(side.identity(named)) for named, side in sides)
            pairs.append(Forbidden(need=need, offer=offer, code=row["reason"] or "forbidden"))
    return Listed(tuple(pairs), tuple(errors))


def _unknown(path: Path, row: Row, identity: str) -> RowNote:
    text = N_("There is nobody with the id “%(id)s”.")
    return RowNote(path.name, row.number, sentence(text, id=identity))


def pairs_as_csv(result: Result, criteria: Sequence[str]) -> str:
    """Write a row a pair: the ids, the affinity, and what each criterion adds to it.

    Numbers are written in full: the shares of a row add up to its affinity.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([MENTEE, MENTOR, "affinity", *criteria])
    for each in result.suggestions:
        share = {part.criterion: part.share for part in each.why.contributions}
        writer.writerow(
            [each.need, each.offer, each.affinity, *(share.get(name, 0.0) for name in criteria)]
        )
    return lines.getvalue()
