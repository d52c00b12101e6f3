"""Which tips a check-in asks about: the one that goes least well, and those asked longest ago."""

from collections.abc import Mapping, Sequence

from matcher.guidance.tips import Tip

# Safety is asked every time, so it takes no turn.
TAKING_TURNS = tuple(tip for tip in Tip if tip != Tip.SAFE)


def whose_turn(
    estimates: Mapping[Tip, float], last_asked: Mapping[Tip, int], *, number: int
) -> Sequence[Tip]:
    """Choose tips for one person from their own estimates; equal ones in the order of the tips.

    `last_asked` counts: a higher number is more recent, and a tip without one was never asked.
    """
    lowest = min(TAKING_TURNS, key=lambda tip: estimates[tip])
    others = [tip for tip in TAKING_TURNS if tip != lowest]
    waited = sorted(others, key=lambda tip: last_asked.get(tip, -1))
    chosen = {lowest, *waited[: number - 1]}
    return [tip for tip in TAKING_TURNS if tip in chosen]
