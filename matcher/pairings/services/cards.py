"""Showing the next card to each of the two, and keeping whether it was of use."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.cards import card
from matcher.guidance.selection import Choice, Estimates, Shown, State, choose
from matcher.guidance.stages import stage_of
from matcher.guidance.tips import Side, Stage
from matcher.pairings.models import CardShown, Pairing, PairingState
from matcher.pairings.queries import list_cards_shown
from matcher.pairings.times import local_day

# Every two weeks, or when a new stage begins; `choose` never shows two within a week.
EVERY = timedelta(days=14)
USEFUL = (1.0, 0.5, 0.0)


def show_cards(db: Session, pairing: Pairing, *, now: datetime) -> list[CardShown]:
    """Choose the next card for each of the two, where one is due and fits."""
    shown = (show_card(db, pairing, side, now=now) for side in Side)
    return [each for each in shown if each]


def show_card(  # noqa: PLR0913  # whose card, and what is known of them
    db: Session,
    pairing: Pairing,
    side: Side,
    *,
    now: datetime,
    estimates: Estimates | None = None,
    concern_at: datetime | None = None,
) -> CardShown | None:
    """Choose one person's next card. Nothing when none is due, or silence fits better."""
    member, stage = pairing.member_on(side), stage_now(pairing, now)
    before = list_cards_shown(db, pairing, member)
    if before and before[0].stage == stage and now - before[0].shown_at < EVERY:
        return None
    state = State(
        side=side,
        stage=stage,
        now=now,
        estimates=estimates or Estimates(),
        shown=tuple(Shown(each.tip, each.stage, each.shown_at) for each in before),
        concern_at=concern_at,
    )
    chosen = choose(state)
    if not isinstance(chosen, Choice):
        return None
    text = card(chosen.tip, stage, side)
    shown = CardShown(
        pairing=pairing,
        member_id=member.id,
        tip=chosen.tip,
        stage=stage,
        card=text.id,
        card_version=text.version,
        shown_at=now,
        why=str(chosen.reason),
        style=text.style,
    )
    db.add(shown)
    return shown


def stage_now(pairing: Pairing, now: datetime) -> Stage:
    return stage_of(
        first_met_on=pairing.first_met_on,
        planned_days=pairing.planned_days,
        today=local_day(now, pairing.programme.zone),
        closing_asked=pairing.state == PairingState.CLOSING,
    )


def rate_card(shown: CardShown, useful: float, *, now: datetime) -> None:
    """Keep whether a card was of use. Sealed: nobody reads who answered what."""
    if useful not in USEFUL:
        raise RuleBroken(N_("Choose yes, a bit or no."))
    shown.answer = {"useful": useful}
    shown.answered_at = now
