"""A message of one person's own words to another, by mail and in the outbox like any other."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.models import Mail
from matcher.messages.services import Occasion

WHY = N_("You get this mail because you take part in mentoring. Questions? Ask %(name)s.")


def a_word(  # noqa: PLR0913  # from whom to whom, what, and where it leads
    db: Session,
    to: Member,
    words: str,
    *,
    by: Member,
    on: Occasion,
    now: datetime,
    button: Link | None = None,
    before: tuple[Sentence, ...] = (),
) -> Mail | None:
    """Send somebody's own words. The subject says from whom, and nothing of what."""
    letter = Letter(
        subject=sentence(N_("A message from %(name)s"), name=by.name),
        name=to.name,
        paragraphs=(*before, *_paragraphs(words)),
        button=button,
        why=sentence(WHY, name=by.name),
    )
    return write_to(db, to, letter, on=on, now=now)


def _paragraphs(words: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in words.split("\n") if each.strip())
