"""Which stage a pairing is in: computed from its meetings and planned length, never set by hand."""

from datetime import date

from matcher.guidance.tips import Stage

EARLY_DAYS, EARLY_SHARE = 42, 0.25
LAST_DAYS, FIRST_DAYS, CLOSING_SHARE = 14, 28, 0.15


def stage_of(
    *,
    first_met_on: date | None,
    planned_days: int,
    today: date,
    closing_asked: bool = False,
    rupture: bool = False,
) -> Stage:
    """Return the stage for one person: `rupture` is theirs alone who raised a signal.

    before: no meeting held · early: t < min(42, 0.25 D)
    closing: t ≥ D − max(14, min(28, 0.15 D)), or asked for · otherwise middle
    """
    if rupture:
        return Stage.RUPTURE
    if closing_asked:
        return Stage.CLOSING
    if first_met_on is None:
        return Stage.BEFORE
    return _by_time((today - first_met_on).days, planned_days)


def _by_time(passed: int, planned: int) -> Stage:
    if passed >= planned - max(LAST_DAYS, min(FIRST_DAYS, CLOSING_SHARE * planned)):
        return Stage.CLOSING
    return Stage.EARLY if passed < min(EARLY_DAYS, EARLY_SHARE * planned) else Stage.MIDDLE
