"""What comes along into a programme that begins from another, from each room that keeps it."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.programmes.models import CardText, CardTextState, Programme

Bring = Callable[[Session, Programme, Programme, datetime], None]
_BRINGS: list[Bring] = []


def comes_along(bring: Bring) -> Bring:
    """Have something brought along: rooms above this one say here what they keep."""
    _BRINGS.append(bring)
    return bring


def bring_along(db: Session, programme: Programme, other: Programme, *, now: datetime) -> None:
    for bring in _BRINGS:
        bring(db, programme, other, now)


@comes_along
def _card_texts(db: Session, programme: Programme, other: Programme, now: datetime) -> None:
    """Texts of cards that are in use, with who approved them. Drafts stay where they are."""
    live = CardText.programme_id == other.id, CardText.state == CardTextState.LIVE
    for each in db.scalars(select(CardText).where(*live)).all():
        db.add(
            CardText(
                programme_id=programme.id,
                card=each.card,
                base_version=each.base_version,
                written_at=each.written_at,
                text_en=each.text_en,
                text_nl=each.text_nl,
                written_by_id=each.written_by_id,
                state=CardTextState.LIVE,
                approved_by_id=each.approved_by_id,
                also_approved_by_id=each.also_approved_by_id,
                live_at=now,
            )
        )
