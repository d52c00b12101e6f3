"""What can be asked about a programme's own words in its mails."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.queries import find_coordinated
from matcher.proposals.models.letter_text import LetterKind, LetterText
from matcher.proposals.wording import Wording

Which = tuple[LetterKind, Side, Language]


def key_of(which: Which) -> str:
    return "-".join(str(part) for part in which)


WHICH: Mapping[str, Which] = {
    key_of((kind, side, language)): (kind, side, language)
    for kind in LetterKind
    for side in Side
    for language in Language
}


def list_letter_texts(db: Session, programme_id: UUID) -> dict[Which, LetterText]:
    """Return a programme's own words, by mail, side and language."""
    found = db.scalars(select(LetterText).where(LetterText.programme_id == programme_id))
    return {(each.kind, each.side, each.language): each for each in found}


def list_wordings(db: Session, programme_id: UUID) -> Mapping[Which, Wording]:
    texts = list_letter_texts(db, programme_id)
    return {which: Wording(text.subject, text.body) for which, text in texts.items()}


def find_wording(
    db: Session, programme_id: UUID, kind: LetterKind, side: Side, language: Language
) -> Wording | None:
    """Find what a programme says itself, if it does."""
    here = {"programme_id": programme_id, "kind": kind, "side": side, "language": language}
    text = db.scalar(select(LetterText).filter_by(**here))
    return Wording(text.subject, text.body) if text else None


def find_its_letter(
    db: Session, programme_id: UUID, letter: str, *, seen_by: Member
) -> Programme | None:
    """Find a programme whose mail is asked for: there are only these."""
    if letter not in WHICH:
        return None
    return find_coordinated(db, programme_id, seen_by=seen_by)
