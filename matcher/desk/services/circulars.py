"""Writing to many people at once: each in their own language, through the outbox."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.desk.models import Circular
from matcher.desk.queries.circulars import KIND, MOST, Reader
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter
from matcher.messages.models import Budget
from matcher.messages.services import Occasion
from matcher.programmes.models import Programme

BECAUSE = N_(
    "You get this mail from %(name)s, because you take part in %(programme)s. It counts as the one "
    "message a week that we may send you."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is written, in both languages, and the key of this one mail to many."""

    key: UUID
    subjects: dict[Language, str]
    texts: dict[Language, str]


def send_circular(  # noqa: PLR0913  # what, to whom, of which programme, by whom and when
    db: Session,
    programme: Programme,
    written: Written,
    readers: Sequence[Reader],
    *,
    by: Member,
    now: datetime,
) -> Circular:
    """Put one mail for each reader in the outbox. Sending the same again sends nothing more."""
    before = db.get(Circular, written.key)
    if before:
        return before
    if len(readers) > MOST:
        raise RuleBroken(N_("At most %(number)d people at once. Choose fewer."), number=MOST)
    reached = [each for each in readers if each.is_reached]
    if not reached:
        raise RuleBroken(N_("There is nobody whom this mail could reach."))
    circular = _keep(db, programme, written, readers, by=by, now=now)
    for each in reached:
        letter = letter_of(circular, each.member, programme, by)
        on = Occasion(kind=KIND, subject_id=circular.id, budget=Budget.GUIDANCE)
        write_to(db, each.member, letter, on=on, now=now)
    here, count = programme.id, len(reached)
    note(db, "circular.sent", circular, by=by, at=now, programme_id=here, count=count)
    return circular


def _keep(  # noqa: PLR0913  # what, for whom, by whom and when
    db: Session,
    programme: Programme,
    written: Written,
    readers: Sequence[Reader],
    *,
    by: Member,
    now: datetime,
) -> Circular:
    left_out = {str(each.member.id): str(each.reach) for each in readers if not each.is_reached}
    circular = Circular(
        programme_id=programme.id,
        by_id=by.id,
        sent_at=now,
        meant_for=len(readers),
        left_out=left_out,
    )
    circular.id = written.key
    circular.subject_en, circular.subject_nl = (written.subjects[each] for each in Language)
    circular.text_en, circular.text_nl = (written.texts[each] for each in Language)
    db.add(circular)
    db.flush()
    return circular


def letter_of(circular: Circular, reader: Member, programme: Programme, by: Member) -> Letter:
    """Say it in the reader's language. The words are the coordinator's own: none is filled in."""
    language = reader.language
    pieces = re.split(r"\n\s*\n", circular.text(language))
    why = sentence(BECAUSE, name=by.name, programme=programme.name(language))
    return Letter(
        subject=Sentence(circular.subject(language)),
        name=reader.name,
        paragraphs=tuple(Sentence(piece.strip()) for piece in pieces if piece.strip()),
        why=why,
    )
