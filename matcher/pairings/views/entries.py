"""What somebody wrote about how they are, as each reader is shown it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.feelings import FEELINGS, MOODS
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import EntryReply, OwnEntry, Pairing, ReplyKind
from matcher.pairings.views.sides import sides_of

REPLIES = {
    ReplyKind.THANKS: N_("Thank you for telling me"),
    ReplyKind.MORE: N_("I would like to hear more"),
    ReplyKind.TALK: N_("Shall we talk about it?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    kind: str
    words: Sentence | None  # one of the three
    text: str  # or the mentor's own
    sent_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEntry:
    """An entry for somebody with whom it is shared: not with whom else it is."""

    id: UUID
    written_at: datetime
    mood: Sentence | None
    feelings: tuple[Sentence, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedEntry:
    """For the mentor: with what they answered, and what they may answer still."""

    entry: SharedEntry
    replies: tuple[ReplyView, ...]
    left: tuple[str, ...]  # of the first three
    is_received: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyEntry:
    """For whoever wrote it: with whom it is shared, and what was answered."""

    entry: SharedEntry
    with_mentor: bool
    with_coordinator: bool
    replies: tuple[ReplyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesPage:
    id: UUID
    partner: str
    coordinator: str
    is_mentee: bool
    is_open: bool
    mine: tuple[MyEntry, ...]
    received: tuple[ReceivedEntry, ...]


def entries_page(
    member: Member,
    pairing: Pairing,
    *,
    mine: Iterable[OwnEntry] = (),
    received: Iterable[OwnEntry] = (),
) -> EntriesPage:
    side, partner = sides_of(member, pairing)
    return EntriesPage(
        id=pairing.id,
        partner=partner.name,
        coordinator=pairing.programme.contact.name,
        is_mentee=side == Side.MENTEE,
        is_open=pairing.is_open,
        mine=tuple(_mine(each) for each in mine),
        received=tuple(received_entry(each) for each in received),
    )


def received_entry(entry: OwnEntry) -> ReceivedEntry:
    used = {each.kind for each in entry.replies}
    return ReceivedEntry(
        entry=shared_entry(entry),
        replies=_replies(entry.replies),
        left=tuple(str(kind) for kind in REPLIES if kind not in used),
        is_received=bool(used & REPLIES.keys()),
    )


def shared_entry(entry: OwnEntry) -> SharedEntry:
    content = entry.content or {}
    mood = content.get("mood")
    return SharedEntry(
        id=entry.id,
        written_at=entry.written_at,
        mood=sentence(MOODS[mood]) if mood else None,
        feelings=tuple(sentence(FEELINGS[word]) for word in content.get("words", ())),
        text=content.get("text", ""),
    )


def _mine(entry: OwnEntry) -> MyEntry:
    return MyEntry(
        entry=shared_entry(entry),
        with_mentor=entry.with_mentor,
        with_coordinator=entry.with_coordinator,
        replies=_replies(entry.replies),
    )


def _replies(replies: Iterable[EntryReply]) -> tuple[ReplyView, ...]:
    return tuple(
        ReplyView(
            kind=str(each.kind),
            words=sentence(REPLIES[each.kind]) if each.kind in REPLIES else None,
            text=each.text or "",
            sent_at=each.sent_at,
        )
        for each in replies
    )
