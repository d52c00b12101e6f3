"""A card, as its reader sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from matcher.foundation.words import Language, Sentence, sentence
from matcher.guidance.cards import cards, text
from matcher.guidance.selection import REASONS, Reason
from matcher.guidance.tips import Side, Tip
from matcher.guidance.titles import TITLES
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.queries.around import Card
from matcher.pairings.views.sides import sides_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card as its reader sees it."""

    id: UUID
    tip: str
    title: Sentence
    text: str
    language: str
    is_fallback: bool
    reason: Sentence
    is_answered: bool
    is_muted: bool
    may_mute: bool


def card_view(shown: Card | None, phones: Mapping[str, str], language: Language) -> CardView | None:
    """Show the last card, in the programme's own words where it has some."""
    if shown is None:
        return None
    own = {"en": shown.own_en or "", "nl": shown.own_nl or ""}
    said = text(cards()[shown.card], language, phones, own=own if any(own.values()) else None)
    return CardView(
        id=shown.id,
        tip=str(shown.tip),
        title=sentence(TITLES[shown.tip].name),
        text=said.text,
        language=said.language,
        is_fallback=said.is_fallback,
        reason=sentence(REASONS[Reason(shown.why)]),
        is_answered=shown.is_answered,
        is_muted=shown.is_muted,
        may_mute=shown.tip != Tip.SAFE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TipsPage:
    """Around the choice of tips: only whose page it is."""

    id: UUID
    partner: str
    is_mentee: bool


def tips_page(member: Member, pairing: Pairing) -> TipsPage:
    side, partner = sides_of(member, pairing)
    return TipsPage(id=pairing.id, partner=partner.name, is_mentee=side == Side.MENTEE)
