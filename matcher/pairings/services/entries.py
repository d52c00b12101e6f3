"""Writing how one is, sharing it or taking it back, and being received."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.guidance.feelings import FEELINGS, MOODS
from matcher.members.models import Member
from matcher.messages.services import Occasion
from matcher.pairings.models import EntryReply, OwnEntry, Pairing, ReplyKind
from matcher.pairings.services.leaf_letters import News, tell_news
from matcher.pairings.services.states import refuse_closed

FIRST = {ReplyKind.THANKS, ReplyKind.MORE, ReplyKind.TALK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How somebody is: any of the three is enough."""

    mood: int | None = None
    words: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """With whom an entry is shared. By itself: with nobody."""

    mentor: bool = False
    coordinator: bool = False


def write_entry(  # noqa: PLR0913  # what, for whom, by whom, when
    db: Session, pairing: Pairing, said: Said, reach: Reach, *, by: Member, now: datetime
) -> OwnEntry:
    """Keep how somebody is. It is theirs alone, unless they say otherwise."""
    refuse_closed(pairing)
    _refuse_nothing(said)
    entry = OwnEntry(pairing=pairing, member_id=by.id, written_at=now)
    entry.content = {"mood": said.mood, "words": list(said.words), "text": said.text}
    db.add(entry)
    db.flush()
    share_entry(db, entry, reach, now=now)
    return entry


def share_entry(db: Session, entry: OwnEntry, reach: Reach, *, now: datetime) -> None:
    """Share one entry, or take it back: from now on it is seen by these and nobody else."""
    is_new = reach.mentor and not entry.with_mentor
    entry.with_mentor, entry.with_coordinator = reach.mentor, reach.coordinator
    db.flush()
    if is_new and entry.pairing.is_open:
        _tell_mentor(db, entry, now=now)


def delete_entry(db: Session, entry: OwnEntry) -> None:
    """Delete an entry for good, with what was answered to it."""
    db.delete(entry)
    db.flush()


def reply_to(  # noqa: PLR0913  # to what, how, by whom, when
    db: Session, entry: OwnEntry, kind: ReplyKind, text: str = "", *, by: Member, now: datetime
) -> EntryReply:
    """Receive what was shared. Words of one's own come after one of the first three."""
    refuse_closed(entry.pairing)
    used = {each.kind for each in entry.replies}
    if kind == ReplyKind.WORDS and not used & FIRST:
        raise RuleBroken(N_("Receive it first: choose one of the three."))
    if kind in FIRST & used:
        raise RuleBroken(N_("You said this already."))
    reply = EntryReply(entry=entry, by_id=by.id, sent_at=now, kind=kind)
    if kind == ReplyKind.WORDS:
        reply.text = text
    db.add(reply)
    db.flush()
    _tell_writer(db, entry, reply, now=now)
    return reply


def _refuse_nothing(said: Said) -> None:
    if said.mood is None and not said.words and not said.text:
        raise RuleBroken(N_("Choose a number or a word, or write something."))
    if (said.mood is not None and said.mood not in MOODS) or _unknown(said.words):
        raise RuleBroken(N_("Choose from the words on the page."))


def _unknown(words: Iterable[str]) -> set[str]:
    return set(words) - set(FEELINGS)


def _tell_mentor(db: Session, entry: OwnEntry, *, now: datetime) -> None:
    pairing = entry.pairing
    news = News(
        subject=sentence(N_("%(name)s shared something with you"), name=pairing.mentee.name),
        said=(sentence(N_("Read it on your page together. You need not solve anything.")),),
        button=N_("Read it"),
        endpoint="pairings.entries",
    )
    on = Occasion(kind="entry.shared", subject_id=entry.id)
    tell_news(db, pairing, pairing.mentor, news, on=on, now=now)


def _tell_writer(db: Session, entry: OwnEntry, reply: EntryReply, *, now: datetime) -> None:
    pairing = entry.pairing
    news = News(
        subject=sentence(N_("%(name)s answered you"), name=pairing.mentor.name),
        said=(sentence(N_("You find the answer with what you wrote.")),),
        button=N_("Read it"),
        endpoint="pairings.entries",
    )
    on = Occasion(kind="entry.answered", subject_id=reply.id)
    tell_news(db, pairing, pairing.mentee, news, on=on, now=now)
