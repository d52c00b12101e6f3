"""What stands around the meetings on the space: card, line shared just now, and leaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, literal, select
from sqlalchemy.orm import Session, aliased

from matcher.foundation.asking import made_once
from matcher.members.models import Member
from matcher.pairings.leaves import Leaf, leaves
from matcher.pairings.models import CardShown, ContextLine, Pairing
from matcher.pairings.models.card_learning import TipMute
from matcher.programmes.models import CardText
from matcher.programmes.queries.card_texts import live_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    card: CardShown | None
    counts: Mapping[str, int]
    own: CardText | None = None  # the programme's own words for the card
    is_muted: bool = False
    context: ContextLine | None = None


def find_around(db: Session, pairing: Pairing, member: Member) -> Around:
    """Find all this with one question, so that more leaves make no slower page."""
    side = pairing.side_of(member)
    asked = {
        "pairing_id": pairing.id,
        "member_id": member.id,
        "programme_id": pairing.programme_id,
    }
    shown = tuple(leaves(side)) if side else ()
    card, context, own, mute, *counts = db.execute(_around(shown)(), asked).one()
    return Around(
        card=card,
        context=context,
        own=own,
        is_muted=mute is not None,
        counts=dict(zip((each.key for each in shown), counts, strict=True)),
    )


@cache
def _around(shown: tuple[Leaf, ...]) -> Callable[[], Select[Any]]:
    @made_once
    def made(pairing_id: UUID, member_id: UUID, programme_id: UUID) -> Select[Any]:
        # A table of one row, and of its own, so that no count is tied to what is asked around it.
        counts = [each.count(pairing_id, member_id).label(each.key) for each in shown]
        one = select(literal(1).label("one"), *counts).subquery()
        latest = aliased(CardShown)
        last = (
            select(latest.id)
            .where(latest.pairing_id == pairing_id, latest.member_id == member_id)
            .order_by(latest.shown_at.desc(), latest.id)
            .limit(1)
            .scalar_subquery()
        )
        mine = TipMute.pairing_id == pairing_id, TipMute.member_id == member_id
        return (
            select(CardShown, ContextLine, CardText, TipMute.id, *list(one.c)[1:])
            .select_from(one)
            .outerjoin(CardShown, CardShown.id == last)
            .outerjoin(ContextLine, ContextLine.pairing_id == pairing_id)
            .outerjoin(CardText, live_text(CardShown.card, programme_id))
            .outerjoin(TipMute, and_(*mine, TipMute.tip == CardShown.tip))
        )

    return made
