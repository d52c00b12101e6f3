"""A run as one HTML page that needs nothing else: to read, to print, to send along."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from matcher.foundation.translate import say
from matcher.foundation.words import Language, counted, sentence
from matcher.matching.report.facts import counts
from matcher.matching.report.labels import (
    DAYS,
    MEASURES,
    PARTS,
    WAYS,
    criterion_label,
    topic_labels,
)
from matcher.matching.result import Reason, Result, Suggestion
from matcher.matching.rules import explain
from matcher.matching.snapshot import Snapshot

HERE = Path(__file__).parent
COLOURS = ("#0d4d71", "#00727c", "#177a57", "#6b7f1f", "#a5700a", "#7a3d8f", "#9f2916", "#3f5048")


@dataclass(frozen=True)
class Part:
    """One criterion in the chart of a pair, in thousandths of the bar."""

    label: str
    colour: str
    start: float
    width: float
    share: float
    answered: bool


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Teller:
    """Says things about a run in one language, with names where there are names."""

    def __init__(self, snapshot: Snapshot, names: Mapping[str, str], language: Language) -> None:
        self.language, self._names = language, names
        self._topics = topic_labels(snapshot, language)

    def text(self, text: str, **values: object) -> str:
        return say(sentence(text, **values), self.language)

    def number(self, one: str, many: str, num: int, **values: object) -> str:
        return say(counted((one, many), num, **values), self.language)

    def name(self, identity: str) -> str:
        return self._names.get(identity, identity)

    def topic(self, identity: str) -> str:
        return self._topics.get(identity, identity)

    def reason(self, reason: Reason) -> str:
        people = {key: self.name(str(v)) for key, v in reason.values.items() if key in PEOPLE}
        said = say(
            explain(Reason(code=reason.code, values={**reason.values, **people})), self.language
        )
        count = reason.values.get("count")
        return f"{count} × {said}" if count else said

    def week(self, slots: Iterable[str]) -> str:
        """Say parts of the week in the order of the week, day by day."""
        left = set(slots)
        said: list[str] = []
        for day in DAYS:
            parts = [part for part in PARTS if f"{day}-{part}" in left]
            left -= {f"{day}-{part}" for part in parts}
            if parts:
                names = ", ".join(self.text(PARTS[part]).lower() for part in parts)
                said.append(f"{self.text(DAYS[day])}: {names}")
        return "; ".join([*said, *sorted(left)])

    def decimal(self, value: float, places: int = 2) -> str:
        """Say a number as people write it: 0.72 in English, 0,72 in Dutch."""
        pattern = "0." + "0" * places if places else "0"
        return format_decimal(value, pattern, locale=str(self.language))

    def figure(self, value: float) -> str:
        """Say a figure: counts without decimals."""
        return self.decimal(value, 0 if float(value).is_integer() else 2)

    def label(self, criterion: str) -> str:
        return self.text(criterion_label(criterion))

    def way(self, way: str) -> str:
        return self.text(WAYS.get(way, way))

    def measure(self, measure: str) -> str:
        return self.text(MEASURES.get(measure, measure))


PEOPLE = {"id", "one", "other"}


def report_as_html(
    snapshot: Snapshot, result: Result, names: Mapping[str, str], language: Language
) -> str:
    """Write the page. `names` says who bears which id; without one the id itself is shown."""
    teller = Teller(snapshot, names, language)
    return (
        _templates()
        .get_template("report.html")
        .render(
            t=teller,
            _=teller.text,
            ngettext=teller.number,
            language=str(language),
            counts=counts(snapshot, result),
            settings=snapshot.settings,
            result=result,
            chart=lambda pair: chart(pair, teller),
        )
    )


def chart(pair: Suggestion, teller: Teller) -> list[Part]:
    """Lay the shares of a pair end to end: together they are as long as its affinity."""
    parts: list[Part] = []
    reached = 0.0
    for number, each in enumerate(pair.why.contributions):
        parts.append(
            Part(
                label=teller.label(each.criterion),
                colour=COLOURS[number % len(COLOURS)],
                start=round(1000 * reached, 2),
                width=round(1000 * each.share, 2),
                share=each.share,
                answered=not each.note,
            )
        )
        reached += each.share
    return parts
