"""What a coordinator is shown of what can be done for a pairing, and of what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.coordination.models import Care, CareKind
from matcher.coordination.models.care import BANDS, OUTCOMES
from matcher.feedback.models import ThreeWay
from matcher.feedback.services.three_way import next_asked
from matcher.feedback.views.rupture import WISHES
from matcher.foundation.words import N_, Language
from matcher.members.models import Member
from matcher.pairings.models import Pairing, ResourceShown
from matcher.pairings.models.rupture import Rupture
from matcher.pairings.views.library import TRIED

BROUGHT_UP, SHARED = N_("Brought up"), N_("Shown, not tried yet")

KINDS = {
    CareKind.NUDGE: N_("Wrote a short message"),
    CareKind.TALK: N_("Talked"),
    CareKind.THREE_WAY: N_("Talked with the three of them"),
    CareKind.PAUSE: N_("Let them rest"),
    CareKind.REMATCH: N_("Parted them, to look for other partners"),
    CareKind.CLOSE: N_("Let them finish"),
    CareKind.ESCALATE: N_("Passed it on"),
    CareKind.REPAIRED: N_("Noted that it is repaired"),
    CareKind.CARD: N_("Gave the other one a card as well"),
    CareKind.TOLD: N_("Told what happened"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedPage:
    """One thing to do: what the page says above its form."""

    programme_id: UUID
    pairing_id: UUID
    pair: str
    title: str
    lead: str
    submit: str
    guide: tuple[str, ...] = ()  # marked sentences
    note: str = ""
    who: str = ""  # who reads what is written here
    is_grave: bool = False
    to: tuple[tuple[str, str, bool], ...] = ()  # (label, side, chosen): to whom


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLine:
    words: str  # a marked sentence
    person: str
    at: datetime
    by: str
    how_long: str
    outcome: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeLine:
    """How it stands with a talk of the three: who was asked first, and who said what."""

    first: str
    second: str
    first_says: bool | None
    second_says: bool | None
    is_held: bool
    agenda: str
    asked: str  # whose answer is waited for
    has_mail: bool  # whoever is asked can be written to
    entered: tuple[tuple[str, str], ...]  # (for whom, how it was heard): written down for them


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place that was brought up, and how it stands. What the two wrote about it is not here."""

    id: UUID
    name: str
    words: str  # a marked sentence
    may_introduce: bool
    introduction: str  # a marked sentence: how it stands with the introduction


@dataclass(frozen=True, slots=True, kw_only=True)
class HardLine:
    """Whose answers began a hard stretch, and how they would like to go on."""

    who: str
    since: datetime
    wish: str  # a marked sentence, or nothing
    is_shared: bool


def care_lines(cares: Sequence[Care], pairing: Pairing, me: Member) -> tuple[CareLine, ...]:
    people = {each.id: each.name for each in (pairing.mentee, pairing.mentor, me)}
    return tuple(_line(each, people) for each in cares)


def hard_lines(ruptures: Sequence[Rupture], pairing: Pairing) -> tuple[HardLine, ...]:
    two = {each.id: each.name for each in (pairing.mentee, pairing.mentor)}
    return tuple(
        HardLine(
            who=two[each.member_id],
            since=each.began_at,
            wish=WISHES[each.wish] if each.wish else "",
            is_shared=each.shared_at is not None,
        )
        for each in ruptures
    )


def three_line(three: ThreeWay | None, pairing: Pairing) -> ThreeLine | None:
    if three is None:
        return None
    is_mentee = three.first_id == pairing.mentee_member_id
    two = pairing.mentee.name, pairing.mentor.name
    first, second = two if is_mentee else two[::-1]
    asked = next_asked(three)
    written = (first, three.first_entered_why), (second, three.second_entered_why)
    return ThreeLine(
        first=first,
        second=second,
        first_says=three.first_says,
        second_says=three.second_says,
        is_held=three.held_on is not None,
        agenda=three.agenda or "",
        asked=asked.name if asked else "",
        has_mail=bool(asked and asked.email),
        entered=tuple((name, why) for name, why in written if why),
    )


def place_lines(shown: Sequence[ResourceShown], language: Language) -> tuple[PlaceLine, ...]:
    return tuple(
        PlaceLine(
            id=each.id,
            name=each.resource.said("name", language),
            words=TRIED[each.tried] if each.tried else SHARED if each.shared_at else BROUGHT_UP,
            may_introduce=each.shared_at is not None and each.introduced_at is None,
            introduction=_introduction(each),
        )
        for each in shown
    )


def _introduction(shown: ResourceShown) -> str:
    if shown.approved_at:
        return N_("The introduction was approved.")
    return N_("An introduction waits for a yes.") if shown.introduced_at else ""


def _line(care: Care, people: dict[UUID, str]) -> CareLine:
    return CareLine(
        words=KINDS[care.kind],
        person=people.get(care.with_id, "") if care.with_id else "",
        at=care.at,
        by=people.get(care.by_id, "") if care.by_id else "",
        how_long=BANDS[care.band] if care.band else "",
        outcome=OUTCOMES[care.outcome] if care.outcome else "",
        text=care.text or "",
    )
