"""Changing what a programme says in its mails, and going back to our words."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.services.coming_along import comes_along
from matcher.proposals.models.letter_text import LetterText
from matcher.proposals.queries.letter_texts import Which
from matcher.proposals.wording import Wording, says_when, unknown_names


class ChangedMeanwhile(RuleBroken):
    """A colleague saved other words after the page was shown."""

    def __init__(self, theirs: LetterText | None) -> None:
        super().__init__(N_("Someone changed this meanwhile. Please look again."))
        self.subject = theirs.subject if theirs else ""
        self.body = theirs.body if theirs else ""
        self.by_id = theirs.by_id if theirs else None
        self.version = theirs.version if theirs else 0


def save_letter_text(  # noqa: PLR0913  # which mail, what it says, what was seen, by whom and when
    db: Session,
    programme: Programme,
    which: Which,
    wording: Wording,
    *,
    seen: int,
    by: Member,
    now: datetime,
) -> None:
    """Keep a programme's own words, unless a colleague was before. `seen`: 0 for our words."""
    _refuse_what_nobody_understands(wording)
    text = _find(db, programme, which)
    if seen != (text.version if text else 0):
        raise ChangedMeanwhile(text)
    if text is None:
        kind, side, language = which
        text = LetterText(
            programme_id=programme.id,
            kind=kind,
            side=side,
            language=language,
            subject=wording.subject,
            body=wording.body,
            changed_at=now,
            by_id=by.id,
        )
        db.add(text)
    text.subject, text.body = wording.subject, wording.body
    text.changed_at, text.by_id = now, by.id
    db.flush()
    here = programme.id
    note(db, "letter.changed", text, by=by, at=now, programme_id=here, **_facts(text))


def drop_letter_text(
    db: Session, programme: Programme, which: Which, *, by: Member, now: datetime
) -> None:
    """Say it in our words again."""
    text = _find(db, programme, which)
    if text:
        here = programme.id
        note(db, "letter.reset", text, by=by, at=now, programme_id=here, **_facts(text))
        db.delete(text)


def _refuse_what_nobody_understands(wording: Wording) -> None:
    if unknown_names(wording.subject + wording.body) or not says_when(wording.body):
        raise RuleBroken(N_("These words cannot be sent: look at what stands in braces."))


def _find(db: Session, programme: Programme, which: Which) -> LetterText | None:
    kind, side, language = which
    here = {"programme_id": programme.id, "kind": kind, "side": side, "language": language}
    return db.scalar(select(LetterText).filter_by(**here))


def _facts(text: LetterText) -> dict[str, str]:
    return {"kind": str(text.kind), "side": str(text.side), "language": str(text.language)}


@comes_along
def _letter_texts(db: Session, programme: Programme, other: Programme, now: datetime) -> None:
    """A programme's own words in its mails: names and days are filled in for each reader."""
    for each in db.scalars(select(LetterText).where(LetterText.programme_id == other.id)).all():
        db.add(
            LetterText(
                programme_id=programme.id,
                kind=each.kind,
                side=each.side,
                language=each.language,
                subject=each.subject,
                body=each.body,
                changed_at=now,
                by_id=each.by_id,
            )
        )
