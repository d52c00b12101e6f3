"""A programme in numbers: how far people came, how they answer, how it goes month by month."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from babel.dates import format_date

from matcher.coordination.queries import Counts
from matcher.coordination.views import PAIRINGS
from matcher.desk.queries.figures import BANDS, Happened, Reached, Responses
from matcher.foundation.words import N_, Language, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Side
from matcher.pairings.models import PairingState
from matcher.programmes.models import Programme

MONTHS, FEWEST = 12, 3
STEPS = {
    "began": N_("Began to sign up"),
    "signed_up": N_("Signed up"),
    "told": N_("Got a proposal"),
    "paired": N_("Both said yes"),
    "met": N_("Met"),
    "closed": N_("Finished"),
}
BAND_NAMES = dict(
    zip(BANDS, (N_("0.75 and more"), N_("0.50 to 0.75"), N_("Below 0.50")), strict=True)
)
# The list behind each step of the funnel: endpoint, and what its address asks for.
BEHIND: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "began": ("enrolments.people", {}),
    "signed_up": ("enrolments.people", {}),
    "told": ("review.answers", {}),
    "paired": ("coordination.pairs", {}),
    "met": ("coordination.pairs", {"part": "active"}),
    "closed": ("coordination.pairs", {"part": "closed"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A number with the list behind it."""

    label: str
    value: int
    lost: int
    endpoint: str
    asks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A month: `height` is in hundredths of the highest."""

    label: str
    text: str
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    title: Sentence
    columns: tuple[Column, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    programme: str
    programme_id: UUID
    today: date
    is_empty: bool
    funnels: tuple[tuple[str, tuple[Bar, ...]], ...]
    awaited: int
    to_publish: int
    asked: int
    agreed_share: float | None
    both_share: float | None
    over: int
    answered_share: float | None
    check_ins_open: int
    stages: tuple[Bar, ...]
    attention: int
    pairs: int
    bands: tuple[Bar, ...]
    trends: tuple[Trend, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was asked of the database for the page."""

    counts: Counts
    reached: Mapping[Side, Reached]
    responses: Responses
    days: Sequence[Happened]
    attention: int
    questions: int


def figures_page(
    programme: Programme, found: Found, *, today: date, language: Language
) -> FiguresPage:
    counts, over = found.counts, found.responses.over
    answered, missed = counts.of("check_in", "answered"), counts.of("check_in", "closed")
    return FiguresPage(
        programme=programme.name(language),
        programme_id=programme.id,
        today=today,
        is_empty=not any(each.began for each in found.reached.values()),
        funnels=tuple((NAMES[side], _funnel(found.reached[side], side)) for side in NAMES),
        awaited=counts.of("proposal", "offered"),
        to_publish=counts.of("proposal", "approved"),
        asked=found.questions,
        agreed_share=_share(found.responses.agreed, over),
        both_share=_share(found.responses.answered_by_both, over),
        over=over,
        answered_share=_share(answered, answered + missed),
        check_ins_open=counts.of("check_in", "open"),
        stages=tuple(_stage(counts, state) for state in PairingState),
        attention=found.attention,
        pairs=counts.all("pairing") - counts.of("pairing", "closed"),
        bands=tuple(_band(found.responses, band) for band in BANDS),
        trends=_trends(found.days, today, language),
    )


NAMES = {Side.MENTEE: N_("Mentees, from sign-up to the end"), Side.MENTOR: N_("Mentors, likewise")}


def _share(some: int, every: int) -> float | None:
    return some / every if every else None


def _funnel(reached: Reached, side: Side) -> tuple[Bar, ...]:
    values = {name: getattr(reached, name) for name in STEPS}
    before = [0, *values.values()]
    bars = []
    for number, (name, words) in enumerate(STEPS.items()):
        endpoint, asks = BEHIND[name]
        people = {"side": str(side)} if endpoint == "enrolments.people" else {}
        # Who has not finished is still on the way: nobody is lost there.
        lost = 0 if name == "closed" else max(before[number] - values[name], 0)
        bars.append(
            Bar(
                label=words,
                value=values[name],
                lost=lost,
                endpoint=endpoint,
                asks={**asks, **people},
            )
        )
    return tuple(bars)


def _stage(counts: Counts, state: PairingState) -> Bar:
    return Bar(
        label=PAIRINGS[state],
        value=counts.of("pairing", state),
        lost=0,
        endpoint="coordination.pairs",
        asks={"part": str(state)},
    )


def _band(responses: Responses, band: tuple[float, float]) -> Bar:
    return Bar(
        label=BAND_NAMES[band],
        value=responses.bands[band],
        lost=0,
        endpoint="review.answers",
        asks={"part": "agreed"},
    )


def _trends(days: Iterable[Happened], today: date, language: Language) -> tuple[Trend, ...]:
    sums: Counter[tuple[str, date]] = Counter()
    for each in days:
        sums[each.what, each.day.replace(day=1)] += each.number
    months = _months(today, since=min((day for _what, day in sums), default=today))
    signed, paired = ([sums[what, month] for month in months] for what in ("signed_up", "paired"))
    answered = [sums["answered", month] for month in months]
    asked = [sums["closed", month] + got for month, got in zip(months, answered, strict=True)]
    rates = [got / of if of else None for got, of in zip(answered, asked, strict=True)]
    return (
        _counts(counted(SIGNED, sum(signed)), signed, months, language),
        _counts(counted(PAIRED, sum(paired)), paired, months, language),
        _rates(sentence(RATE), rates, months, language),
    )


SIGNED = N_n("%(num)s sign-up in a year", "%(num)s sign-ups in a year")
PAIRED = N_n("%(num)s new pair in a year", "%(num)s new pairs in a year")
RATE = N_("Of a hundred check-ins so many were answered, by the month in which they opened")


def _months(today: date, *, since: date) -> list[date]:
    """The first days of this month and of those before it, back to the beginning or a year."""
    ends, begins = (day.year * 12 + day.month - 1 for day in (today, since))
    first = min(max(begins, ends - MONTHS + 1), ends - FEWEST + 1)
    return [date(n // 12, n % 12 + 1, 1) for n in range(first, ends + 1)]


def _counts(
    title: Sentence, values: Sequence[int], months: Sequence[date], language: Language
) -> Trend:
    most = max([*values, 1])
    columns = [
        Column(_month(month, language), str(value), round(value * 100 / most, 1))
        for month, value in zip(months, values, strict=True)
    ]
    return _trend(title, columns)


def _rates(
    title: Sentence, rates: Sequence[float | None], months: Sequence[date], language: Language
) -> Trend:
    columns = [
        Column(
            _month(month, language),
            "–" if rate is None else str(round(rate * 100)),
            round((rate or 0) * 100, 1),
        )
        for month, rate in zip(months, rates, strict=True)
    ]
    return _trend(title, columns)


def _trend(title: Sentence, columns: Sequence[Column]) -> Trend:
    summary = ", ".join(f"{each.label}: {each.text}" for each in columns)
    return Trend(title=title, columns=tuple(columns), summary=summary)


def _month(month: date, language: Language) -> str:
    return format_date(month, "MMM", locale=str(language)).rstrip(".")
