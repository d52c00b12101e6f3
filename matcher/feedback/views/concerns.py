"""What is shown to who tells a concern, and to the one who reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.feedback.models import ConcernAbout
from matcher.feedback.queries.concerns import Told, Way
from matcher.feedback.services.listeners import second_contacts
from matcher.feedback.views.pulse import Help, help_in
from matcher.foundation.words import N_, Language
from matcher.members.models import Grant, Member

ABOUT = {
    ConcernAbout.PARTNER: N_("About the other person"),
    ConcernAbout.COORDINATOR: N_("About the coordinator"),
    ConcernAbout.ELSE: N_("About something else"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """One place from which to tell: who reads it, and who reads it when it is about them."""

    key: str
    programme: str
    partner: str
    reader: str
    second: str
    help: Help


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernPage:
    ways: tuple[WayIn, ...]

    @property
    def only(self) -> WayIn | None:
        return self.ways[0] if len(self.ways) == 1 else None

    @property
    def readers(self) -> tuple[tuple[WayIn, ...], ...]:
        """The ways together that lead to the same people: those are told once."""
        alike: dict[tuple[str, str, str], list[WayIn]] = {}
        for way in self.ways:
            alike.setdefault((way.programme, way.reader, way.second), []).append(way)
        return tuple(map(tuple, alike.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    id: UUID
    sender: str
    programme: str
    sent_at: datetime
    is_settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPage:
    """A concern before it is read: `text` is filled only once its reader said why they read it."""

    id: UUID
    sender: str
    phone: str
    programme: str
    about: str
    reach_by: str
    sent_at: datetime
    is_settled: bool
    text: str = ""
    outcome: str = ""


def concern_page(
    ways: Iterable[Way], grants: Sequence[Grant], member: Member, language: Language
) -> ConcernPage:
    return ConcernPage(ways=tuple(_way(each, grants, member, language) for each in ways))


def told_line(told: Told, language: Language) -> ToldLine:
    return ToldLine(
        id=told.concern.id,
        sender=told.sender.name,
        programme=told.programme.name(language),
        sent_at=told.concern.sent_at,
        is_settled=told.concern.handled_at is not None,
    )


def told_page(told: Told, language: Language, *, opened: bool = False) -> ToldPage:
    concern = told.concern
    return ToldPage(
        id=concern.id,
        sender=told.sender.name,
        phone=told.sender.phone or "",
        programme=told.programme.name(language),
        about=ABOUT[concern.about],
        reach_by=concern.reach_by,
        sent_at=concern.sent_at,
        is_settled=concern.handled_at is not None,
        text=(concern.text or "") if opened else "",
        outcome=(concern.outcome or "") if opened else "",
    )


def _way(way: Way, grants: Sequence[Grant], member: Member, language: Language) -> WayIn:
    programme, pairing = way.enrolment.programme, way.pairing
    here = [each for each in grants if each.programme_id in {programme.id, None}]
    two = {pairing.mentor, pairing.mentee} if pairing else set()
    others = [each for each in second_contacts(programme, here) if each not in two | {member}]
    second = others[0].name if others else ""
    is_free = programme.contact not in two | {member}
    side = pairing.side_of(member) if pairing else None
    return WayIn(
        key=way.key,
        programme=programme.name(language),
        partner=pairing.member_on(side.other).name if pairing and side else "",
        reader=programme.contact.name if is_free else second,
        second=second,
        help=help_in(programme),
    )
