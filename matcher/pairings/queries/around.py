"""What stands around the meetings on the space: card, line shared just now, and leaves."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import literal, select
from sqlalchemy.orm import Session, aliased

from matcher.members.models import Member
from matcher.pairings.leaves import leaves
from matcher.pairings.models import CardShown, ContextLine, Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    card: CardShown | None
    counts: Mapping[str, int]
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
        select(CardShown, ContextLine, *one.c)
        .select_from(one)
        .outerjoin(CardShown, CardShown.id == last)
        .outerjoin(ContextLine, ContextLine.pairing_id == pairing.id)
    ).one()
    found = row._mapping  # noqa: SLF001  # a row's public view by name
    states = {key: found[one.c[key]] for key in counts}
    return Around(card=row[0], context=row[1], counts=states)
