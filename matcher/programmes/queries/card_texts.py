"""What can be asked about a programme's own words for cards."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.guidance.cards import cards
from matcher.members.models import Member
from matcher.programmes.models import CardText, CardTextState, Programme
from matcher.programmes.queries.programmes import find_governed

AT_WORK = (CardTextState.DRAFT, CardTextState.REVIEW)


def live_text(card: InstrumentedAttribute[str], programme_id: UUID) -> ColumnElement[bool]:
    """Say, for a join, which text of a programme stands in place of a card."""
    here = CardText.programme_id == programme_id, CardText.card == card
    return and_(*here, CardText.state == CardTextState.LIVE)


def list_card_texts(db: Session, programme_id: UUID) -> Sequence[CardText]:
    """List what is live or being worked on, the newest first."""
    theirs = CardText.programme_id == programme_id, CardText.state != CardTextState.ENDED
    query = select(CardText).where(*theirs)
    return db.scalars(query.order_by(CardText.written_at.desc(), CardText.id)).all()


def find_card_text(
    db: Session, programme_id: UUID, card: str, *states: CardTextState
) -> CardText | None:
    """Find the newest text for one card in one of these states."""
    here = CardText.programme_id == programme_id, CardText.card == card
    query = select(CardText).where(*here, CardText.state.in_(states))
    return db.scalars(query.order_by(CardText.written_at.desc()).limit(1)).first()


def find_card_here(
    db: Session, programme_id: UUID, card: str, *, seen_by: Member
) -> Programme | None:
    """Find the programme of a card page: for its coordinators and administrators."""
    return find_governed(db, programme_id, seen_by=seen_by) if card in cards() else None
