"""People of a simulated programme: drawn from the demo's, in new combinations."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from matcher import demo
from matcher.guidance.tips import Side

HERE = Path(demo.__file__).parent
# What belongs together is drawn from one person: words without their topics would match nothing.
TOGETHER = ("role", "level", "topics", "in_own_words", "goal", "languages")
APART = ("place", "meeting", "availability", "organisation", "style", "pronouns", "places")


@dataclass(slots=True)
class People:
    """Everybody there may be, one after another. The same dice draw the same people."""

    dice: Random
    made: int = 0

    def sheet(self, side: Side, many: int) -> bytes:
        """Return a spreadsheet of so many new people, as a programme would bring in."""
        known = _known(side)
        columns = list(known[0])
        text = io.StringIO()
        writer = csv.DictWriter(text, columns)
        writer.writeheader()
        writer.writerows(self._draw(known, side) for _ in range(many))
        return text.getvalue().encode()

    def _draw(self, known: list[dict[str, str]], side: Side) -> dict[str, str]:
        self.made += 1
        words, first, last = (self.dice.choice(known) for _ in range(3))
        drawn = dict.fromkeys(known[0], "")
        drawn |= {column: words[column] for column in TOGETHER}
        drawn |= {column: self.dice.choice(known)[column] for column in APART}
        drawn["id"] = f"{side}-{self.made}"
        drawn["name"] = f"{first['name'].split()[0]} {last['name'].split(maxsplit=1)[-1]}"
        drawn["email"] = f"{side}{self.made}@example.org"
        return drawn


def _known(side: Side) -> list[dict[str, str]]:
    return list(_rows(HERE / f"{side}s.csv"))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
