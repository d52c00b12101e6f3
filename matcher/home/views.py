"""What a visitor and a member are shown first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side, Tip
from matcher.guidance.titles import TITLES
from matcher.home.queries import Bond, Place
from matcher.members.models import Member
from matcher.pairings.models import PairingState
from matcher.programmes.models import EnrolmentState, Programme

STATES = {
    EnrolmentState.DRAFT: N_("Not sent yet"),
    EnrolmentState.WAITING: N_("We are looking for someone"),
    EnrolmentState.OFFERED: N_("There is a proposal"),
    EnrolmentState.PAIRED: N_("You are paired"),
    EnrolmentState.FINISHED: N_("Finished"),
    EnrolmentState.PAUSED: N_("Paused"),
}
SIDES = {Side.MENTEE: N_("as mentee"), Side.MENTOR: N_("as mentor")}


# What may come next on a member's page, the first of these that there is.
NEXT = (
    *(("answer", "asked"), ("check_in", "pulse"), ("times", "asking")),
    *(("finish", "unsent"), ("plan", "unplanned"), ("meet", "soonest"), ("begin", "is_new")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TipInShort:
    tip: Tip
    title: str
    text: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProgramme:
    address: str
    name: str
    for_whom: str
    languages: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPlace:
    """One enrolment of mine: what it is, how far it is, and what I can do now."""

    id: UUID
    programme: str
    side: str
    state: EnrolmentState
    state_words: str
    proposal_id: UUID | None
    partner: str | None
    answer_by: date | None
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyBond:
    id: UUID
    partner: str
    side: Side
    since: date
    is_paused: bool
    closed_on: date | None
    check_in_id: UUID | None
    check_in_until: date | None
    next_meeting: datetime | None
    asks_me: bool
    asked_by_me: bool

    @property
    def stands(self) -> str:
        """Say how it stands with the next meeting. A pairing that rests need not have one."""
        if self.next_meeting:
            return "planned"
        if self.asks_me or self.asked_by_me:
            return "asks" if self.asks_me else "asked"
        return "" if self.is_paused else "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPage:
    """A member's own page."""

    name: str
    places: tuple[MyPlace, ...]
    bonds: tuple[MyBond, ...]
    past: tuple[MyBond, ...]
    coordinates: bool
    email_waits: bool

    @property
    def next(self) -> str:
        """Name the one thing that stands in green on top."""
        return next((name for name, what in NEXT if getattr(self, what)), "")

    @property
    def is_new(self) -> bool:
        return not self.places and not self.bonds and not self.past

    @property
    def asked(self) -> MyPlace | None:
        return next((place for place in self.places if place.proposal_id), None)

    @property
    def unsent(self) -> MyPlace | None:
        return next((p for p in self.places if p.state == EnrolmentState.DRAFT), None)

    @property
    def pulse(self) -> MyBond | None:
        return next((bond for bond in self.bonds if bond.check_in_id), None)

    @property
    def asking(self) -> MyBond | None:
        return next((bond for bond in self.bonds if bond.asks_me and not bond.is_paused), None)

    @property
    def unplanned(self) -> MyBond | None:
        return next((bond for bond in self.bonds if bond.stands == "nothing"), None)

    @property
    def soonest(self) -> MyBond | None:
        """The pairing whose next meeting is nearest."""
        planned = [(b.next_meeting, n) for n, b in enumerate(self.bonds) if b.next_meeting]
        return self.bonds[min(planned)[1]] if planned else None


def all_tips() -> tuple[TipInShort, ...]:
    return tuple(
        TipInShort(tip=tip, title=title.name, text=title.short, more=title.more)
        for tip, title in TITLES.items()
    )


def open_programmes(
    programmes: Iterable[Programme], language: Language
) -> tuple[OpenProgramme, ...]:
    return tuple(
        OpenProgramme(
            address=each.address,
            name=each.name(language),
            for_whom=each.for_whom(language),
            languages=tuple(each.languages),
            until=each.sign_up_until,
        )
        for each in programmes
    )


def my_page(
    member: Member, places: Sequence[Place], bonds: Sequence[Bond], language: Language
) -> MyPage:
    mine = tuple(_bond(each) for each in bonds)
    return MyPage(
        name=member.name,
        places=tuple(_place(each, language) for each in places),
        bonds=tuple(bond for bond in mine if not bond.closed_on),
        past=tuple(bond for bond in mine if bond.closed_on),
        coordinates=bool(member.coordinates),
        email_waits=member.email is not None and member.email_confirmed_at is None,
    )


def _place(place: Place, language: Language) -> MyPlace:
    return MyPlace(
        id=place.id,
        programme=place.programme(language),
        side=SIDES[place.side],
        state=place.state,
        state_words=STATES[place.state],
        proposal_id=place.proposal_id,
        partner=place.partner,
        answer_by=place.answer_by,
        section=place.section,
    )


def _bond(bond: Bond) -> MyBond:
    return MyBond(
        id=bond.id,
        partner=bond.partner,
        side=bond.side,
        since=bond.since,
        is_paused=bond.state == PairingState.PAUSED,
        closed_on=bond.closed_on,
        check_in_id=bond.check_in_id,
        check_in_until=bond.check_in_until,
        next_meeting=bond.next_meeting,
        asks_me=bond.asks_me,
        asked_by_me=bond.asked_by_me,
    )
