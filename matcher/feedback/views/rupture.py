"""What one of the two is shown when it is hard between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.cards import card, text
from matcher.guidance.selection import Choice, State, choose
from matcher.guidance.tips import Side, Stage, Tip
from matcher.guidance.titles import TITLES
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.models.rupture import Rupture, Wish

WISHES = {
    Wish.MYSELF: N_("I say it myself"),
    Wish.TOGETHER: N_("I prepare it with the coordinator"),
    Wish.LATER: N_("I leave it for now"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HardCard:
    tip: str
    title: Sentence
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RupturePage:
    """`rupture_id` is one's own, or none. Of the other's, one knows only what was shared."""

    pairing_id: UUID
    partner: str
    coordinator: str
    phone: str
    card: HardCard
    rupture_id: UUID | None
    wish: str
    is_shared: bool  # mine, and the other one gets a card as well
    is_told: bool  # the other's, shared with me


def rupture_page(
    member: Member, pairing: Pairing, known: Sequence[Rupture], *, now: datetime
) -> RupturePage:
    side = pairing.side_of(member) or Side.MENTEE
    mine = next((each for each in known if each.member_id == member.id), None)
    programme = pairing.programme
    return RupturePage(
        pairing_id=pairing.id,
        partner=pairing.member_on(side.other).name,
        coordinator=programme.contact.name,
        phone=programme.contact_phone,
        card=_card(member, pairing, side, now=now),
        rupture_id=mine.id if mine else None,
        wish=str(mine.wish or "") if mine else "",
        is_shared=bool(mine and mine.shared_at),
        is_told=mine is None and bool(known),
    )


def _card(member: Member, pairing: Pairing, side: Side, *, now: datetime) -> HardCard:
    """Choose the card that fits a hard stretch best. It depends on nobody's answers."""
    chosen = choose(State(side=side, stage=Stage.RUPTURE, now=now))
    tip = chosen.tip if isinstance(chosen, Choice) else Tip.SAFE
    programme = pairing.programme
    phones = {"emergency": programme.emergency_phone, "crisis_line": programme.crisis_line}
    said = text(card(tip, Stage.RUPTURE, side), member.language, phones)
    return HardCard(tip=str(tip), title=sentence(TITLES[tip].name), text=said.text)
