"""Reads the cells of one row: a need or an offer, and every problem met on the way."""

import re
from collections.abc import Sequence
from typing import Any

from matcher.foundation.words import N_, Sentence, sentence
from matcher.matching.folding import fold
from matcher.matching.profiles import Need, Offer
from matcher.matching.sheets.columns import KNOWN, Columns
from matcher.matching.sheets.rows import Row, heading_of

# These are read into a profile, and not passed on as they stand.
PRIVATE = ("id", "name", "email", "in_own_words", "goal")

PARTING = re.compile(r"\n\s*\n|\s\|\s")

MEETINGS = {"online", "in_person", "either"}
MOST = 1_000


class Cells:
    """One row read by what its columns mean."""

    def __init__(self, row: Row, columns: Columns, headings: Sequence[str]) -> None:
        self._row, self._columns = row, columns
        taken = {heading_of(h) for known in PRIVATE for h in columns.of(known)} | {*KNOWN}
        self._others = [heading for heading in headings if heading and heading not in taken]
        self.problems: list[Sentence] = []

    def person(self, kind: type[Need] | type[Offer]) -> Need | Offer:
        identity = self.text("id")
        if not identity:
            self._refuse(N_("The id is empty."))
        person = fold(self.text("email")) or fold(identity)
        shared: dict[str, Any] = {"id": identity, "person": person, **self._answers()}
        if kind is Need:
            return Need(**shared, demand=self._whole("demand", 1, least=1))
        return Offer(**shared, places=self._whole("places", 1), minimum=self._whole("minimum", 0))

    def _answers(self) -> dict[str, Any]:
        return {
            "statements": self._statements(),
            "topics": self._several("topics"),
            "languages": self._several("languages"),
            "slots": self._several("availability"),
            "meeting": self._meeting(),
            "place": self.text("place"),
            "styles": self._several("style"),
            "organisation": self.text("organisation"),
            "level": self._whole("level", None),
            "avoid": self._several("avoid"),
            "extra": {name: self._row[name] for name in self._others if self._row[name]},
        }

    def text(self, known: str) -> str:
        """Return a cell; one that is spread over several columns is joined with a space."""
        parts = [self._row[heading] for heading in self._columns.of(known)]
        return " ".join(filter(None, parts)) or self._columns.defaults.get(known, "")

    def _statements(self) -> tuple[str, ...]:
        """Return own words and goal, several texts in one cell parted by an empty line or " | "."""
        columns = (*self._columns.of("in_own_words"), *self._columns.of("goal"))
        texts = [part for heading in columns for part in PARTING.split(self._row[heading])]
        return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))

    def _several(self, known: str) -> frozenset[str]:
        parts = self.text(known).split(self._columns.separator)
        return frozenset(filter(None, map(fold, parts)))

    def _meeting(self) -> Any:  # one of three words, or None
        meeting = fold(self.text("meeting")).replace(" ", "_").replace("-", "_")
        if meeting and meeting not in MEETINGS:
            self._refuse(
                N_("Meeting is “%(value)s”, but can be online, in_person or either."), value=meeting
            )
            return None
        return meeting or None

    def _whole(
        self, known: str, otherwise: int | None, *, least: int = 0
    ) -> Any:  # whole, or the default
        text = self.text(known)
        if not text:
            return otherwise
        if text.isascii() and text.isdigit() and least <= int(text) <= MOST:
            return int(text)
        self._refuse(
            N_("“%(column)s” is “%(value)s”, but must be a whole number: %(least)d to %(most)d."),
            column=known,
            value=text,
            least=least,
            most=MOST,
        )
        return otherwise

    def _refuse(self, text: str, **values: object) -> None:
        self.problems.append(sentence(text, **values))
