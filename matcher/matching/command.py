"""`matcher match`: matches two spreadsheets, without a database."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import Language

EPILOG = """
the two spreadsheets (CSV or XLSX) have one row a person. Known columns:
  id               needed, and different for everybody in the file
  name, email      name is only for the report; the same e-mail address is the same person
  topics, languages, style        several answers in a cell, parted by ;
  availability     parts of the week: mon-evening;sat-morning
  meeting, place   online, in_person or either; the town
  in_own_words, goal              what they write; several texts parted by an empty line
  organisation, level, avoid      avoid: ids of others, or same_organisation
  places, minimum  of a mentor: how many mentees at most (1) and, if any, at least (0)
  demand           of a mentee: how many mentors (1)
An empty cell is "not answered": it rules nothing out, and adds nothing.

example:
  matcher match --example try
  matcher match try/mentees.csv try/mentors.csv --policy try/policy.toml \\
      --out try/pairs.csv --html try/report.html

exit: 0, or 2 when the input cannot be used; then every row that is wrong is named on standard
error and nothing is written. More: docs/match-two-spreadsheets.md
"""


def add_to(commands: Any) -> None:  # argparse keeps the type to itself
    """Mount `match` among other commands; its `command` is called with what was chosen."""
    parser = commands.add_parser(
        "match",
        help="match the people of two spreadsheets",
        description="Match mentees with mentors: the best arrangement, proven, and why.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_arguments(parser)
    parser.set_defaults(command=match)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("mentees", type=Path, nargs="?", metavar="MENTEES", help="spreadsheet of the mentees")
    add("mentors", type=Path, nargs="?", metavar="MENTORS", help="spreadsheet of the mentors")
    add("--policy", type=Path, metavar="FILE", help="what counts, and what must never be (TOML)")
    add("--objective", choices=["coverage", "quality", "fair"], help="what is best (coverage)")
    add("--floor", type=float, metavar="0.0", help="no pair with a lower affinity, 0 to 1")
    add("--locked", type=Path, metavar="FILE", help="pairs to keep (CSV: mentee_id, mentor_id)")
    add("--forbidden", type=Path, metavar="FILE", help="pairs that may not be (the same columns)")
    add("--seed", type=int, default=0, metavar="0", help="chooses between equally good answers")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--jobs", type=int, default=1, metavar="N", help="use N cores")
    where.add_argument("--dask", metavar="ADDRESS", help="use a Dask cluster (matcher[dask])")
    add("--out", type=Path, metavar="FILE", help="where the pairs go (CSV)")
    add("--report", type=Path, metavar="FILE", help="everything about the run (JSON)")
    add("--html", type=Path, metavar="FILE", help="a report to read or print")
    add("--language", choices=["en", "nl"], default="en", help="of report and messages (en)")
    add("--example", type=Path, metavar="DIR", help="write a small example to start from, and stop")


def match(**chosen: Any) -> int:
    """Do what was asked; 2 when the input cannot be used, with the reasons on standard error."""
    # Brings numpy and the solver in: not for `matcher --help`.
    from matcher.matching import commanding  # noqa: PLC0415

    language = Language.of(chosen["language"])
    try:
        return commanding.carry_out(argparse.Namespace(**chosen), language)
    except RuleBroken as refusal:
        sys.stderr.write(say(refusal.sentence, language) + "\n")
        return 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command on its own: `python -m matcher.matching.command match …`."""
    parser = argparse.ArgumentParser(prog="matcher")
    add_to(parser.add_subparsers(required=True, metavar="COMMAND"))
    given = vars(parser.parse_args(arguments))
    command: Callable[..., int] = given.pop("command")
    return command(**given)


if __name__ == "__main__":
    sys.exit(main())
