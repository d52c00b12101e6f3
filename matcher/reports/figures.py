"""From answers to the tables of a report: which question, which group, which rounding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from matcher.feedback.answers import read_pulse
from matcher.feedback.estimates import between
from matcher.feedback.models import Band, CheckIn, CheckInState
from matcher.feedback.questions import scale_of
from matcher.guidance.stages import stage_of
from matcher.guidance.tips import Side, Tip
from matcher.pairings.models import CardShown, ResourceShown, Tried
from matcher.reports.auditing import Entry
from matcher.reports.hiding import NOTHING, Table, publish
from matcher.reports.queries import Gathered

FEWEST_PAIRS = 10
PRIVATE = 10  # how somebody feels is said of ten people or more
SHARE = 0.05
FIXED = ("bond", "goal", "capacity", "mood")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One table: its key ("mentee.listen"), the least people, the rounding, and the entries."""

    key: str
    entries: tuple[Entry, ...]
    least: int = 5
    step: float = 0.1
    split: bool = True


def questions(gathered: Gathered, *, today: date) -> list[Question]:
    """Bring everything into tables. Only check-ins whose answers are final are looked at."""
    check_ins = final(gathered.check_ins, today=today)
    return [
        *(_tip(check_ins, side, tip) for side in Side for tip in Tip),
        *(_fixed(check_ins, side, key) for side in Side for key in FIXED),
        _response(check_ins),
        _cards(gathered.cards),
        *(_places(gathered.places, tried) for tried in Tried),
        _bands(gathered.bands),
    ]


def tables(
    asked: Iterable[Question], *, pairs: int, before: Mapping[str, Table]
) -> dict[str, Table]:
    """Publish each table; a programme with fewer than ten pairs gets totals only."""
    return {
        each.key: publish(
            each.entries,
            before=before.get(each.key, NOTHING),
            split=each.split and pairs >= FEWEST_PAIRS,
            least=each.least,
            step=each.step,
        )
        for each in asked
    }


def final(check_ins: Iterable[CheckIn], *, today: date) -> list[CheckIn]:
    """Leave out what may still be changed: answers can be corrected until the window closes."""
    return [each for each in check_ins if each.closes_on < today]


def _tip(check_ins: Iterable[CheckIn], side: Side, tip: Tip) -> Question:
    """How a tip goes, 1 to 5; of practical help neither much nor little is good."""
    found = []
    for check_in in _answered(check_ins, side):
        for key, score in _items(check_in).items():
            if key.split(".")[0] == tip:
                value = 1 + 4 * between(score, scale_of(key, side))
                found.append(_entry(check_in, value, key=key))
    return Question(key=f"{side}.{tip}", entries=tuple(found))


def _fixed(check_ins: Iterable[CheckIn], side: Side, key: str) -> Question:
    found = [
        _entry(check_in, float(score))
        for check_in in _answered(check_ins, side)
        if isinstance(score := (check_in.answers or {}).get(key), int)
    ]
    least = PRIVATE if key == "mood" else 5
    return Question(key=f"{side}.{key}", entries=tuple(found), least=least, split=key != "mood")


def _response(check_ins: Iterable[CheckIn]) -> Question:
    """Who answered, by the period in which they were asked."""
    return Question(
        key="response",
        step=SHARE,
        entries=tuple(
            _entry(each, float(each.state == CheckInState.ANSWERED), group=f"{each.period:02}")
            for each in check_ins
        ),
    )


def _cards(cards: Iterable[CardShown]) -> Question:
    """How often cards were useful, by their stage. Nobody learns of whom."""
    return Question(
        key="cards",
        step=SHARE,
        entries=tuple(
            Entry(
                id=str(each.id),
                person=str(each.member_id),
                pair=str(each.pairing_id),
                group=str(each.stage),
                value=float(each.answer["useful"]),
            )
            for each in cards
            if each.answer
        ),
    )


def _places(places: Iterable[ResourceShown], tried: Tried) -> Question:
    """How often this came of a place that was shown.

    What somebody says anew is another answer, so that no change of one person's can be seen.
    """
    return Question(
        key=f"places.{tried}",
        step=SHARE,
        split=False,
        entries=tuple(
            Entry(
                id=f"{each.id}{each.tried}",
                person=str(each.pairing.mentee_member_id),
                pair=str(each.pairing_id),
                group="",
                value=float(each.tried == tried),
            )
            for each in places
        ),
    )


def _bands(bands: Iterable[tuple[UUID, Band]]) -> Question:
    """How many pairs stand in each band: counted in pairs, and in fives like everything else."""
    return Question(
        key="bands",
        entries=tuple(
            Entry(id=f"{pair}{band}", person=str(pair), pair=str(pair), group=str(band), value=1)
            for pair, band in bands
        ),
    )


def _answered(check_ins: Iterable[CheckIn], side: Side) -> list[CheckIn]:
    return [each for each in check_ins if each.side == side and each.answers]


def _items(check_in: CheckIn) -> Mapping[str, int]:
    kept: Mapping[str, Any] = check_in.answers or {}
    period, on = check_in.period, check_in.opens_on
    return read_pulse(kept, period=period, side=check_in.side, on=on).items


def _entry(check_in: CheckIn, value: float, *, key: str = "", group: str = "") -> Entry:
    pairing = check_in.pairing
    stage = stage_of(
        first_met_on=pairing.first_met_on,
        planned_days=pairing.planned_days,
        today=check_in.opens_on,
    )
    return Entry(
        id=f"{check_in.id}{key}",
        person=str(check_in.member_id),
        pair=str(check_in.pairing_id),
        group=group or str(stage),
        value=value,
    )
