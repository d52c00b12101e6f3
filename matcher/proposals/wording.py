"""A programme's own words in a mail: what may stand in braces, and what must.

`{partner}` becomes the other's name, `{day}` the last day to answer. Dutch names are known too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from matcher.foundation.words import Sentence

IN_BRACES = re.compile(r"\{([^{}\n]*)\}")
# What may be written, and what it stands for.
KNOWN = {
    **{name: name for name in ("partner", "day", "programme", "contact")},
    "dag": "day",
    "programma": "programme",
    "contactpersoon": "contact",
}
NEEDED = "day"


@dataclass(frozen=True, slots=True)
class Wording:
    """Subject and body in one language, as a coordinator wrote them."""

    subject: str
    body: str

    def paragraphs(self, values: Mapping[str, str]) -> tuple[Sentence, ...]:
        pieces = (piece.strip() for piece in re.split(r"\n\s*\n", self.body))
        return tuple(_filled(piece, values) for piece in pieces if piece)

    def heading(self, values: Mapping[str, str]) -> Sentence:
        return _filled(self.subject, values)


def unknown_names(text: str) -> list[str]:
    """List what stands in braces and means nothing to us."""
    return [name for name in IN_BRACES.findall(text) if _key(name) not in KNOWN]


def says_when(text: str) -> bool:
    """Tell whether a reader learns until when they may answer."""
    return NEEDED in {KNOWN.get(_key(name)) for name in IN_BRACES.findall(text)}


def _filled(text: str, values: Mapping[str, str]) -> Sentence:
    """Make a sentence of own words: signs that mean something to us are written twice."""
    marked = IN_BRACES.sub(lambda found: f"%({KNOWN[_key(found[1])]})s", text.replace("%", "%%"))
    return Sentence(marked, dict(values))


def _key(name: str) -> str:
    return name.strip().casefold()
