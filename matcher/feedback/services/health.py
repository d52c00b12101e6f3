"""Reckoning how a pairing seems to go: at each answer, and every night."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.answers import Pulse
from matcher.feedback.calendar import local_day
from matcher.feedback.estimates import estimates
from matcher.feedback.history import pulses_of
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState, Health
from matcher.feedback.queries.usual import Usual
from matcher.feedback.wellness import Lived, Quality, judge
from matcher.guidance.tips import Side, Tip
from matcher.pairings.models import Pairing, PairingState

WINDOWS = 3
ENDED = {CheckInState.ANSWERED, CheckInState.CLOSED}


def reckon(
    db: Session,
    pairing: Pairing,
    newest_first: Sequence[CheckIn],
    usual: Usual,
    *,
    now: datetime,
) -> Health:
    """Keep the band with its two reasons. The number sorts, and no page ever shows it."""
    today = local_day(now, pairing.programme.zone)
    verdict = judge(lived(pairing, newest_first, usual, today=today))
    kept = db.scalar(select(Health).where(Health.pairing_id == pairing.id))
    if kept is None:
        kept = Health(pairing_id=pairing.id, at=now, band=verdict.band)
        db.add(kept)
    kept.at, kept.band, kept.score = now, verdict.band, verdict.score
    kept.reasons, kept.is_unsure = list(verdict.reasons), verdict.is_unsure
    return kept


def lived(
    pairing: Pairing,
    newest_first: Sequence[CheckIn],
    usual: Usual,
    *,
    today: date,
) -> Lived:
    asked = [each for each in newest_first if each.kind != CheckInKind.FOLLOW_UP]
    pulses = {side: pulses_of(side, asked) for side in Side}
    goal = next((each.goal for each in pulses[Side.MENTEE] if each.goal), None)
    windows = [each for side in Side for each in _windows(asked, side)]
    met = pairing.last_met_on or pairing.first_met_on
    return Lived(
        mentee=_qualities(pulses[Side.MENTEE], usual[Side.MENTEE]),
        mentor=_qualities(pulses[Side.MENTOR], usual[Side.MENTOR]),
        goal=None if goal is None else (goal - 1) / 4,
        rhythm_days=pairing.rhythm_days,
        gap_days=(today - met).days if met else None,
        asked=len(windows),
        answered=sum(each.state == CheckInState.ANSWERED for each in windows),
        all_the_same=any(_is_flat(each[0]) for each in pulses.values() if each),
        is_paused=pairing.state == PairingState.PAUSED,
    )


def _qualities(newest_first: Sequence[Pulse], usual: Mapping[Tip, float]) -> list[Quality]:
    """Say how it stood at each of the three latest check-ins, from what was known then."""
    return [
        Quality(
            bond=None if pulse.bond is None else (pulse.bond - 1) / 4,
            tips=estimates(
                (each for p in newest_first[number:] for each in p.answered()),
                today=pulse.on,
                usual=usual,
            ),
        )
        for number, pulse in enumerate(newest_first[:WINDOWS])
    ]


def _windows(newest_first: Sequence[CheckIn], side: Side) -> list[CheckIn]:
    return [each for each in newest_first if each.side == side and each.state in ENDED][:WINDOWS]


def _is_flat(pulse: Pulse) -> bool:
    """Whether every question got the same answer: quickly tapped, it says little."""
    return len(pulse.items) > 1 and len(set(pulse.items.values())) == 1
