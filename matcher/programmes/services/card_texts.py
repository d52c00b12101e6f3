"""A programme words a card itself: a draft, another person's look, and back to ours at any time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.cards import cards
from matcher.guidance.checking import faults_of, is_guarded
from matcher.members.models import Member
from matcher.programmes.models import CardText, CardTextState, Programme
from matcher.programmes.queries.card_texts import AT_WORK, find_card_text
from matcher.programmes.queries.programmes import list_coordinators


def write_card(  # noqa: PLR0913  # which card, in two languages, by whom
    db: Session, programme: Programme, card: str, en: str, nl: str, *, by: Member, now: datetime
) -> CardText:
    """Keep a draft. What was being looked at is looked at again."""
    base = cards()[card]
    for language, text in (("en", en), ("nl", nl)):
        if faults := faults_of(text, language, base):
            raise RuleBroken(faults[0].text, **faults[0].values)
    draft = find_card_text(db, programme.id, card, *AT_WORK)
    if draft is None:
        draft = CardText(
            programme_id=programme.id,
            card=card,
            base_version=base.version,
            written_at=now,
            text_en=en,
            text_nl=nl,
            written_by_id=by.id,
        )
        db.add(draft)
    draft.text_en, draft.text_nl, draft.base_version = en, nl, base.version
    draft.written_by_id, draft.written_at = by.id, now
    draft.state = CardTextState.DRAFT
    draft.approved_by_id = draft.also_approved_by_id = None
    db.flush()
    _note(db, "card.written", draft, by=by, now=now)
    return draft


def ask_for_approval(db: Session, draft: CardText, *, by: Member, now: datetime) -> None:
    _refuse_unless(draft, CardTextState.DRAFT)
    draft.state = CardTextState.REVIEW
    _note(db, "card.in_review", draft, by=by, now=now)


def approve_card(
    db: Session, programme: Programme, text: CardText, *, by: Member, now: datetime
) -> None:
    """Approve somebody else's text. With the last approval that it needs, it is shown."""
    _refuse_unless(text, CardTextState.REVIEW)
    if by.id == text.written_by_id:
        raise RuleBroken(N_("Somebody else has to approve what you wrote."))
    if by.id == text.approved_by_id:
        raise RuleBroken(N_("You have approved this already. A second person has to look."))
    if text.approved_by_id is None:
        text.approved_by_id = by.id
    else:
        text.also_approved_by_id = by.id
    _note(db, "card.approved", text, by=by, now=now)
    if is_enough(text, list_coordinators(db, programme), by=by):
        _show(db, text, by=by, now=now)


def is_enough(text: CardText, coordinators: Sequence[Member], *, by: Member) -> bool:
    """One approval, and two about safety or a hard stretch.

    Where a programme has one coordinator, the administrator is the second person.
    """
    if not is_guarded(cards()[text.card]):
        return True
    if len(coordinators) == 1 and by.is_administrator:
        return True
    return text.also_approved_by_id is not None


def find_in_review(db: Session, programme: Programme, card: str) -> CardText:
    """Find the text that waits for somebody else's look, as it is now."""
    text = find_card_text(db, programme.id, card, CardTextState.REVIEW)
    if text is None:
        raise RuleBroken(N_("Somebody changed this text meanwhile. Look at it again."))
    return text


def send_back(db: Session, text: CardText, *, by: Member, now: datetime) -> None:
    _refuse_unless(text, CardTextState.REVIEW)
    text.state = CardTextState.DRAFT
    text.approved_by_id = text.also_approved_by_id = None
    _note(db, "card.sent_back", text, by=by, now=now)


def back_to_standard(
    db: Session, programme: Programme, card: str, *, by: Member, now: datetime
) -> None:
    """Show our own text again, and put aside whatever was being written."""
    for state in (CardTextState.LIVE, *AT_WORK):
        text = find_card_text(db, programme.id, card, state)
        if text:
            text.state, text.ended_at = CardTextState.ENDED, now
            _note(db, "card.ended", text, by=by, now=now)


def _show(db: Session, text: CardText, *, by: Member, now: datetime) -> None:
    before = find_card_text(db, text.programme_id, text.card, CardTextState.LIVE)
    if before:
        before.state, before.ended_at = CardTextState.ENDED, now
    db.flush()
    text.state, text.live_at = CardTextState.LIVE, now
    _note(db, "card.live", text, by=by, now=now)


def _refuse_unless(text: CardText, state: CardTextState) -> None:
    if text.state != state:
        raise RuleBroken(N_("Somebody changed this text meanwhile. Look at it again."))


def _note(db: Session, deed: str, text: CardText, *, by: Member, now: datetime) -> None:
    where = text.programme_id
    note(db, deed, text, by=by, at=now, programme_id=where, item=text.card)
