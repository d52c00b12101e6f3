"""Adding up what people said about cards: in Python, per programme, and never per person."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.guidance.styles import tally
from matcher.pairings.models.card_learning import StyleTally
from matcher.pairings.queries.learning import find_tally, list_answered

DAY = timedelta(days=1)


def count_styles(db: Session, programme_id: UUID, *, now: datetime) -> StyleTally:
    """Count anew which style helped. A card without an answer says nothing."""
    said = [
        (each.style, float(each.answer["useful"]), (now - each.shown_at) / DAY)
        for each in list_answered(db, programme_id)
        if each.answer
    ]
    row = find_tally(db, programme_id)
    if row is None:
        row = StyleTally(programme_id=programme_id, counted_at=now, answered=0)
        db.add(row)
    row.counted_at, row.answered = now, len(said)
    row.styles = {
        style: [round(each.useful, 3), round(each.not_useful, 3)]
        for style, each in tally(said).items()
    }
    return row
