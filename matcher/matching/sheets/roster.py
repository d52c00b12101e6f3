"""One side's people as read from a spreadsheet, with what was wrong, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.matching.folding import fold
from matcher.matching.profiles import Need, Offer
from matcher.matching.sheets.cells import Cells
from matcher.matching.sheets.columns import Columns
from matcher.matching.sheets.rows import Row, heading_of, read_rows

Person = Need | Offer


@dataclass(frozen=True)
class RowNote:
    """Something about one row that its sender should know."""

    file: str
    row: int
    what: Sentence


@dataclass
class Roster:
    """Needs or offers in the order of the rows; names only for the report."""

    file: str
    people: list[Person] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    errors: list[RowNote] = field(default_factory=list)
    notices: list[RowNote] = field(default_factory=list)
    _rows: dict[str, tuple[str, int]] = field(default_factory=dict)
    _persons: dict[str, int] = field(default_factory=dict)
    # Every id there is, also those of rows read into another, and whose id it stands for.
    _known: dict[str, str] = field(default_factory=dict)

    def add(self, row: int, person: Person, name: str) -> None:
        """Take a person in: not twice under one id, and two rows of one person as one."""
        if earlier := self._rows.get(fold(person.id)):
            self.refuse(
                row, N_("The id “%(id)s” is also in row %(other)d."), id=person.id, other=earlier[1]
            )
            return
        self._rows[fold(person.id)] = person.id, row
        if person.person in self._persons:
            self._known[fold(person.id)] = self.people[self._persons[person.person]].id
            self._merge(row, person)
            return
        self._known[fold(person.id)] = person.id
        self._persons[person.person] = len(self.people)
        self.people.append(person)
        self.names[person.id] = name or person.id

    def identity(self, named: str) -> str | None:
        """Return the id someone bears in the run, whatever its capitals; None for nobody."""
        return self._known.get(fold(named))

    def _merge(self, row: int, later: Person) -> None:
        number = self._persons[later.person]
        earlier = self.people[number]
        self.people[number] = merged(earlier, later)
        text = N_(
            "The same person as “%(id)s” (same e-mail address): the two rows were read as one."
        )
        self.notices.append(RowNote(self.file, row, sentence(text, id=earlier.id)))

    def refuse(self, row: int, text: str, **values: object) -> None:
        self.errors.append(RowNote(self.file, row, sentence(text, **values)))


def merged(earlier: Person, later: Person) -> Person:
    """Read two rows of one person as one: lists together, single answers from the later row."""
    joined = {
        name: getattr(earlier, name) | getattr(later, name)
        for name in ("topics", "languages", "slots", "styles", "avoid")
    }
    single = {
        name: getattr(later, name) or getattr(earlier, name)
        for name in ("meeting", "place", "organisation", "level")
    }
    texts = tuple(dict.fromkeys((*earlier.statements, *later.statements)))
    extra = {**earlier.extra, **{key: each for key, each in later.extra.items() if each}}
    return replace(earlier, **joined, **single, statements=texts, extra=extra)


def read_roster(path: Path, columns: Columns, kind: type[Need] | type[Offer]) -> Roster:
    """Read a CSV or XLSX file, and collect what is wrong with its rows.

    Raises RuleBroken when it cannot be read at all, or holds nobody.
    """
    headings, rows = read_rows(path)
    _require(path.name, columns.of("id"), headings)
    roster = Roster(path.name)
    for row in rows:
        _take_in(roster, row, Cells(row, columns, headings), kind)
    if not roster.people and not roster.errors:
        raise RuleBroken(N_("“%(file)s” has headings but no people."), file=path.name)
    return roster


def _require(file: str, wanted: Sequence[str], headings: Sequence[str]) -> None:
    for heading in wanted:
        if heading_of(heading) not in headings:
            text = N_("“%(file)s” has no column “%(column)s”, which tells people apart.")
            raise RuleBroken(text, file=file, column=heading)


def _take_in(roster: Roster, row: Row, cells: Cells, kind: type[Need] | type[Offer]) -> None:
    person = cells.person(kind)
    for problem in cells.problems:
        roster.errors.append(RowNote(roster.file, row.number, problem))
    if row.unnamed:
        text = N_("“%(value)s” stands in a column without a heading, and is left out.")
        found = sentence(text, value=row.unnamed[:80])
        roster.notices.append(RowNote(roster.file, row.number, found))
    if not cells.problems:
        roster.add(row.number, person, cells.text("name"))
