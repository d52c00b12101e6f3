"""One row of a coordinator's spreadsheet: what it says of a person, and what we found in it.

An error blocks the file; a notice says what was read differently from how it was written.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from matcher.foundation.text import NotText, clean, clean_line, fold
from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.matching.sheets.rows import Row, heading_of
from matcher.programmes.models import Meets
from matcher.programmes.models.choices import LANGUAGES, SLOTS, STYLES
from matcher.programmes.topics import topics

ADDRESS = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")
PARTING = re.compile(r"\n\s*\n|\s\|\s")
LONGEST = {"in_own_words": 5000, "goal": 1000, "notes": 5000}
LINE = 200
MOST_PLACES = 20
DIGITS = 4
OWN_ORGANISATION = "same_organisation"
# Headings as people write them, in both languages, and the names we know them by.
KNOWN = (
    *("id", "name", "email", "role", "languages", "place", "meeting", "availability"),
    *("organisation", "level", "pronouns", "topics", "in_own_words", "goal", "style"),
    *("places", "avoid", "notes"),
)
DUTCH = {
    "nummer": "id",
    "naam": "name",
    "e-mail": "email",
    "e-mailadres": "email",
    "rol": "role",
    "talen": "languages",
    "woonplaats": "place",
    "plaats": "place",
    "afspreken": "meeting",
    "beschikbaarheid": "availability",
    "organisatie": "organisation",
    "niveau": "level",
    "voornaamwoorden": "pronouns",
    "onderwerpen": "topics",
    "eigen woorden": "in_own_words",
    "doel": "goal",
    "stijl": "style",
    "plekken": "places",
    "vermijden": "avoid",
    "opmerkingen": "notes",
}
HEADINGS = {**{each: each for each in KNOWN}, "in own words": "in_own_words", **DUTCH}
NEEDED = ("name",)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one cell that its sender should know."""

    column: str
    value: str
    sentence: Sentence
    is_error: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "column": self.column,
            "value": self.value[:80],
            "sentence": self.sentence.to_json(),
            "is_error": self.is_error,
        }


@dataclass
class Person:
    """What a row says of somebody, in our own form, with everything found on the way."""

    content: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_usable(self) -> bool:
        return not any(each.is_error for each in self.findings)


def known_headings(headings: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Tell which heading holds what, and which headings we do not know."""
    found: dict[str, str] = {}
    for heading in headings:
        name = HEADINGS.get(heading_of(heading))
        if name:
            found.setdefault(name, heading)
    return found, [each for each in headings if each and heading_of(each) not in HEADINGS]


def read_person(row: Row, columns: Mapping[str, str], side: Side) -> Person:
    """Read one row. Nothing of it is lost without a finding that says so."""
    return _Reader(row, columns, side).read()


class _Reader:
    def __init__(self, row: Row, columns: Mapping[str, str], side: Side) -> None:
        self.row, self.columns, self.side = row, columns, side
        self.person = Person()

    def read(self) -> Person:
        self.person.content = {
            "reference": self.line("id"),
            "name": self.name(),
            "email": self.email(),
            "role": self.line("role"),
            "languages": self.several("languages", LANGUAGES),
            "place": self.line("place"),
            "meets": self.meets(),
            "slots": self.several("availability", SLOTS),
            "organisation": self.line("organisation"),
            "level": self.whole("level", None, most=20),
            "pronouns": self.line("pronouns"),
            "topics": self.several("topics", list(topics())),
            "statements": self.statements(),
            "goal": self.text("goal"),
            "styles": self.several("style", list(STYLES)),
            "places": self.places(),
            "note": self.text("notes"),
        } | self.avoid()
        if self.row.unnamed:
            found = sentence(NO_HEADING)
            self.person.findings.append(Finding("", self.row.unnamed, found))
        return self.person

    def cell(self, known: str) -> str:
        return self.row[self.columns[known]] if known in self.columns else ""

    def find(self, known: str, text: str, *, is_error: bool = False, **values: object) -> None:
        found = sentence(text, **values)
        column = self.columns.get(known, known)
        self.person.findings.append(Finding(column, self.cell(known), found, is_error))

    def line(self, known: str) -> str:
        return self._no_longer(known, self._cleaned(known, clean_line), LINE)

    def text(self, known: str) -> str:
        return self._no_longer(known, self._cleaned(known, clean), LONGEST[known])

    def _no_longer(self, known: str, text: str, longest: int) -> str:
        if len(text) > longest:
            self.find(known, TOO_LONG, is_error=True, most=longest, is_now=len(text))
        return text[:longest]

    def _cleaned(self, known: str, by: Callable[[str], str]) -> str:
        try:
            return by(self.cell(known))
        except NotText as refused:
            kept = refused.sentence
            self.find(known, kept.text, is_error=True, **kept.values)
            return ""

    def name(self) -> str:
        name = self.line("name")
        if not name and self.person.is_usable:
            self.find("name", N_("There is no name."), is_error=True)
        return name

    def email(self) -> str:
        email = self.line("email")
        if not email:
            self.find("email", NO_EMAIL)
        elif not ADDRESS.match(email):
            self.find("email", N_("This does not look like an e-mail address."), is_error=True)
        return email

    def several(self, known: str, allowed: Sequence[str]) -> list[str]:
        """Read a list; what is not in the closed list is named and left out."""
        parts = [fold(part) for part in re.split("[;,]", self.line_of_list(known))]
        given = list(dict.fromkeys(part for part in parts if part))
        if unknown := [each for each in given if each not in allowed]:
            self.find(known, N_("We do not know %(names)s, and leave it out."), names=_and(unknown))
        if not given and known in HELPFUL:
            self.find(known, HELPFUL[known])
        return [each for each in given if each in allowed]

    def line_of_list(self, known: str) -> str:
        return self._cleaned(known, clean).replace("\n", ";")

    def meets(self) -> str | None:
        given = fold(self.line("meeting")).replace(" ", "_").replace("-", "_")
        if given and given not in set(Meets):
            self.find("meeting", MEETING, is_error=True)
            return None
        return given or None

    def whole(self, known: str, otherwise: int | None, *, most: int) -> int | None:
        given = self.line(known)
        if not given:
            return otherwise
        if given.isascii() and given.isdigit() and len(given) < DIGITS and int(given) <= most:
            return int(given)
        self.find(known, WHOLE, is_error=True, most=most)
        return otherwise

    def places(self) -> int:
        if self.side == Side.MENTEE:
            return 1
        places = self.whole("places", 1, most=MOST_PLACES)
        if places == 0:
            self.find("places", N_("No room now: nobody is looked for until there is a place."))
        return 1 if places is None else places

    def statements(self) -> list[str]:
        parts = [part.strip() for part in PARTING.split(self.text("in_own_words"))]
        if not any(parts):
            self.find("in_own_words", HELPFUL_WORDS)
        return [part for part in parts if part]

    def avoid(self) -> dict[str, Any]:
        given = [fold(part) for part in re.split("[;,]", self.line_of_list("avoid"))]
        named = [part for part in given if part and part != OWN_ORGANISATION]
        return {"avoids": named, "avoids_own_organisation": OWN_ORGANISATION in given}


def _and(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


TOO_LONG = N_("This is %(is_now)d characters long; %(most)d is the most.")
NO_HEADING = N_("This stands in a column without a heading, and is left out.")
NO_EMAIL = N_("There is no e-mail address: you will have to call, and write answers down.")
MEETING = N_("This can be online, in_person or either.")
WHOLE = N_("This must be a whole number from 0 to %(most)d.")
HELPFUL = {
    "topics": N_("No topics: only the person's own words can be compared."),
    "languages": N_("No languages: this person cannot be brought together with anyone yet."),
    "availability": N_("No times: this person cannot be brought together with anyone yet."),
}
HELPFUL_WORDS = N_("Nothing in their own words: only topics can be compared.")
