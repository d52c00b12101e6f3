"""Reads lists of pairs, locked or forbidden, and writes the pairs a run suggests."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.matching.result import Result
from matcher.matching.sheets.rows import read_rows
from matcher.matching.snapshot import Forbidden

MENTEE, MENTOR = "mentee_id", "mentor_id"


def read_pairs(path: Path | None) -> tuple[Forbidden, ...]:
    """Return the pairs of a file with the columns mentee_id, mentor_id and perhaps reason."""
    if path is None:
        return ()
    headings, rows = read_rows(path)
    for column in (MENTEE, MENTOR):
        if column not in headings:
            raise RuleBroken(
                N_("“%(file)s” has no column “%(column)s”."), file=path.name, column=column
            )
    return tuple(
        Forbidden(need=row[MENTEE], offer=row[MENTOR], code=row["reason"] or "forbidden")
        for row in rows
    )


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
