"""What earlier check-ins tell: read from their rows into plain values."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from matcher.feedback.answers import Pulse, read_pulse
from matcher.feedback.known import Known
from matcher.feedback.models import CheckIn, CheckInState
from matcher.guidance.tips import Side, Tip


def pulses_of(side: Side, newest_first: Iterable[CheckIn]) -> list[Pulse]:
    """Read what one side answered, the newest first."""
    return [
        pulse_of(each)
        for each in newest_first
        if each.side == side and each.state == CheckInState.ANSWERED
    ]


def pulse_of(check_in: CheckIn) -> Pulse:
    answered = check_in.answered_at.date() if check_in.answered_at else check_in.opens_on
    kept = check_in.answers or {}
    return read_pulse(kept, period=check_in.period, side=check_in.side, on=answered)


def known_of(
    side: Side,
    newest_first: Sequence[CheckIn],
    *,
    until: CheckIn,
    usual: Mapping[Tip, float] | None = None,
) -> Known:
    """Gather what is known of one side up to a check-in, and of both about their contact."""
    earlier = [each for each in newest_first if each.opens_on <= until.opens_on]
    return Known(
        pulses=tuple(pulses_of(side, earlier)),
        bonds=tuple(_bonds(earlier)),
        usual=usual or {},
    )


def missed(side: Side, newest_first: Sequence[CheckIn], *, until: CheckIn) -> Known:
    """Gather how many check-ins stayed without an answer: in a row, and by both at once."""
    earlier = [each for each in newest_first if each.opens_on <= until.opens_on]
    ended = [each for each in earlier if each.state != CheckInState.PLANNED]
    in_a_row = 0
    for each in (each for each in ended if each.side == side):
        if each.state != CheckInState.CLOSED:
            break
        in_a_row += 1
    same = [each for each in ended if (each.kind, each.period) == (until.kind, until.period)]
    both = {each.side for each in same if each.state == CheckInState.CLOSED} == set(Side)
    return Known(missed_in_a_row=in_a_row, both_missed=both)


def last_asked(own_newest_first: Sequence[CheckIn]) -> dict[Tip, int]:
    """Number the tips by when they were last asked: the higher, the later."""
    asked: dict[Tip, int] = {}
    for number, check_in in enumerate(reversed(own_newest_first)):
        for key in check_in.asked:
            if "." in key:
                asked[Tip(key.split(".")[0])] = number
    return asked


def _bonds(newest_first: Sequence[CheckIn]) -> list[tuple[int, int] | None]:
    asked = [each for each in newest_first if each.state != CheckInState.PLANNED]
    ordered = sorted(asked, key=lambda each: (-each.period, each.kind))
    periods = groupby(ordered, key=lambda each: (-each.period, each.kind))
    return [_pair(list(sides)) for _, sides in periods]


def _pair(sides: list[CheckIn]) -> tuple[int, int] | None:
    answered = {each.side: pulse_of(each).bond for each in sides if each.answered_at}
    mentee, mentor = answered.get(Side.MENTEE), answered.get(Side.MENTOR)
    return None if mentee is None or mentor is None else (mentee, mentor)
