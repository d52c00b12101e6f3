"""Showing the next card to each of the two, and keeping whether it was of use."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import delete
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.cards import Card, variants
from matcher.guidance.selection import (
    ONE_CARD,
    Choice,
    Shown,
    State,
    choose,
    open_calls,
    seen_lately,
)
from matcher.guidance.stages import stage_of
from matcher.guidance.styles import Drawn, draw
from matcher.guidance.tips import Side, Stage, Tip
from matcher.members.models import Member
from matcher.pairings.knowing import Knowledge, known_of
from matcher.pairings.models import CardShown, Pairing, PairingState
from matcher.pairings.models.card_learning import TipMute
from matcher.pairings.queries import list_cards_shown
from matcher.pairings.queries.learning import find_learned, list_mutes
from matcher.pairings.queries.ruptures import is_hard_for
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
    known: Knowledge | None = None,
    chance: Random | None = None,
) -> CardShown | None:
    """Choose one person's next card. Nothing when none is due, or silence fits better."""
    member = pairing.member_on(side)
    stage = Stage.RUPTURE if is_hard_for(db, pairing, member) else stage_now(pairing, now)
    before = list_cards_shown(db, pairing, member)
    if before and now - before[0].shown_at < ONE_CARD:
        return None  # before anything is looked up
    known = known or known_of(db, pairing, side, now)
    state = State(
        side=side,
        stage=stage,
        now=now,
        estimates=known.estimates,
        shown=tuple(Shown(each.tip, each.stage, each.shown_at, each.card) for each in before),
        muted=list_mutes(db, pairing, member),
        concern_at=known.concern_at,
        calls=known.calls,
        suggestion=known.suggestion,
    )
    if not _is_due(before, state):
        return None
    chosen = choose(state)
    if not isinstance(chosen, Choice):
        return None
    return _show(db, pairing, state, chosen, chance or _lot(pairing, member, now))


def _is_due(newest_first: Sequence[CardShown], state: State) -> bool:
    """Tell whether it is time to choose: every two weeks, at a new stage, or when called for."""
    if not newest_first or newest_first[0].stage != state.stage or open_calls(state):
        return True
    return state.now - newest_first[0].shown_at >= EVERY


def _show(db: Session, pairing: Pairing, state: State, chosen: Choice, chance: Random) -> CardShown:
    """Keep what is shown, why, and how likely this wording was."""
    text, drawn = _worded(db, pairing, chosen.tip, state, chance)
    shown = CardShown(
        pairing=pairing,
        member_id=pairing.member_on(state.side).id,
        tip=chosen.tip,
        stage=state.stage,
        card=text.id,
        card_version=text.version,
        shown_at=state.now,
        why=str(chosen.reason),
        style=drawn.style,
        propensity=drawn.propensity,
    )
    db.add(shown)
    return shown


def _worded(
    db: Session, pairing: Pairing, tip: Tip, state: State, chance: Random
) -> tuple[Card, Drawn]:
    """Choose among the cards of one tip: one that did not come lately, in a style that helps."""
    every = variants(tip, state.stage, state.side)
    lately = seen_lately(tip, state)
    fresh = [each for each in every if each.id not in lately] or list(every)
    drawn = draw([each.style for each in fresh], find_learned(db, pairing.programme_id), chance)
    return next(each for each in fresh if each.style == drawn.style), drawn


def _lot(pairing: Pairing, member: Member, now: datetime) -> Random:
    """Give everyone dice of their own, which fall the same when the same is decided again."""
    return Random(f"{pairing.id} {member.id} {now.isoformat()}")  # noqa: S311  # no secret


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


def mute_tip(db: Session, pairing: Pairing, tip: Tip, *, by: Member, now: datetime) -> None:
    """Leave a tip out for one person, until they want it again."""
    if tip == Tip.SAFE:
        raise RuleBroken(N_("Tips about safety always stay on."))
    if tip not in list_mutes(db, pairing, by):
        db.add(TipMute(pairing_id=pairing.id, member_id=by.id, tip=tip, since=now))


def unmute_tip(db: Session, pairing: Pairing, tip: Tip, *, by: Member) -> None:
    mine = TipMute.pairing_id == pairing.id, TipMute.member_id == by.id, TipMute.tip == tip
    db.execute(delete(TipMute).where(*mine))


def set_mutes(
    db: Session, pairing: Pairing, muted: frozenset[Tip], *, by: Member, now: datetime
) -> None:
    """Leave out exactly these tips from now on."""
    before = list_mutes(db, pairing, by)
    for tip in sorted(muted - before):
        mute_tip(db, pairing, tip, by=by, now=now)
    for tip in sorted(before - muted):
        unmute_tip(db, pairing, tip, by=by)
