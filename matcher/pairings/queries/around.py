"""What stands around the meetings on the space: card, line shared just now, and leaves."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, literal, select
from sqlalchemy.orm import Session, aliased

from matcher.members.models import Member
from matcher.pairings.leaves import leaves
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
    counts = {each.key: each.count(pairing.id, member.id) for each in leaves(side)} if side else {}
    # A table of one row, and of its own, so that no count is tied to what is asked around it.
    one = select(
        literal(1).label("one"), *(count.label(key) for key, count in counts.items())
    ).subquery()
    latest = aliased(CardShown)
    last = (
        select(latest.id)
        .where(latest.pairing_id == pairing.id, latest.member_id == member.id)
        .order_by(latest.shown_at.desc(), latest.id)
        .limit(1)
        .scalar_subquery()
    )
    row = db.execute(
        select(CardShown, ContextLine, CardText, TipMute.id, *one.c)
        .select_from(one)
        .outerjoin(CardShown, CardShown.id == last)
        .outerjoin(ContextLine, ContextLine.pairing_id == pairing.id)
        .outerjoin(CardText, live_text(CardShown.card, pairing.programme_id))
        .outerjoin(TipMute, _muted(pairing, member))
    ).one()
    found = row._mapping  # noqa: SLF001  # a row's public view by name
    states = {key: found[one.c[key]] for key in counts}
    return Around(
        card=row[0], context=row[1], own=row[2], is_muted=row[3] is not None, counts=states
    )


def _muted(pairing: Pairing, member: Member) -> ColumnElement[bool]:
    mine = TipMute.pairing_id == pairing.id, TipMute.member_id == member.id
    return and_(*mine, TipMute.tip == CardShown.tip)
