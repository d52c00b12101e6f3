"""What stands around the meetings on the space: card, line shared just now, and leaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, literal, select
from sqlalchemy.orm import Session, aliased

from matcher.foundation.asking import made_once, rows_of
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.leaves import Leaf, leaves
from matcher.pairings.models import CardShown, ContextLine
from matcher.pairings.models.card_learning import TipMute
from matcher.pairings.queries.pairs import Pair
from matcher.programmes.models import CardText, Enrolment
from matcher.programmes.queries.card_texts import live_text


@dataclass(frozen=True, slots=True)
class Card:
    """The card that somebody was shown last. What they answered is not asked for."""

    id: UUID
    tip: Tip
    card: str
    why: str
    is_answered: bool
    is_muted: bool
    own_en: str | None  # the programme's own words for it
    own_nl: str | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A line about what goes on just now. It is opened where it is shown, and only then."""

    id: UUID
    until: date
    text_sealed: bytes | None

    @property
    def text(self) -> str | None:
        return ContextLine.text.opened(self.id, self.text_sealed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    card: Card | None
    counts: Mapping[str, int]
    context: Shared | None = None
    slots: tuple[list[str], list[str]] = ([], [])  # when the mentor can, when the mentee can


def find_around(db: Session, pair: Pair, member: Member) -> Around:
    """Find all this with one question, so that more leaves make no slower page."""
    side = pair.side_of(member)
    shown = leaves(side) if side else ()
    asked = {
        "pairing_id": pair.id,
        "member_id": member.id,
        "programme_id": pair.programme_id,
        "mentor_enrolment_id": pair.mentor_enrolment_id,
        "mentee_enrolment_id": pair.mentee_enrolment_id,
    }
    [row] = rows_of(db, _around(shown)(), asked)
    card, context, slots, counts = row[:8], row[8:11], row[11:13], row[13:]
    return Around(
        card=Card(*card) if card[0] else None,
        context=Shared(*context) if context[0] else None,
        slots=slots,
        counts=dict(zip((each.key for each in shown), counts, strict=True)),
    )


@cache
def _around(shown: tuple[Leaf, ...]) -> Callable[[], Select[*tuple[Any, ...]]]:
    @made_once
    def made(
        pairing_id: UUID,
        member_id: UUID,
        programme_id: UUID,
        mentor_enrolment_id: UUID,
        mentee_enrolment_id: UUID,
    ) -> Select[*tuple[Any, ...]]:
        # A table of one row, and of its own, so that no count is tied to what is asked around it.
        counts = [each.count(pairing_id, member_id).label(each.key) for each in shown]
        one = select(literal(1).label("one"), *counts).subquery()
        latest, mentor, mentee = aliased(CardShown), aliased(Enrolment), aliased(Enrolment)
        last = (
            select(latest.id)
            .where(latest.pairing_id == pairing_id, latest.member_id == member_id)
            .order_by(latest.shown_at.desc(), latest.id)
            .limit(1)
            .scalar_subquery()
        )
        mine = TipMute.pairing_id == pairing_id, TipMute.member_id == member_id
        return (
            select(
                *(CardShown.id, CardShown.tip, CardShown.card, CardShown.why),
                *(CardShown.answer_sealed.is_not(None), TipMute.id.is_not(None)),
                *(CardText.text_en, CardText.text_nl),
                *(ContextLine.id, ContextLine.until, ContextLine.text_sealed),
                *(mentor.slots, mentee.slots),
                *list(one.c)[1:],
            )
            .select_from(one)
            .join(mentor, mentor.id == mentor_enrolment_id)
            .join(mentee, mentee.id == mentee_enrolment_id)
            .outerjoin(CardShown, CardShown.id == last)
            .outerjoin(ContextLine, ContextLine.pairing_id == pairing_id)
            .outerjoin(CardText, live_text(CardShown.card, programme_id))
            .outerjoin(TipMute, and_(*mine, TipMute.tip == CardShown.tip))
        )

    return made
