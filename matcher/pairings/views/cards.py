"""A card, as its reader sees it."""

from dataclasses import dataclass
from uuid import UUID

from matcher.foundation.words import Sentence, sentence
from matcher.guidance.cards import cards, text
from matcher.guidance.selection import REASONS, Reason
from matcher.guidance.tips import Side, Tip
from matcher.guidance.titles import TITLES
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.queries.around import Around
from matcher.pairings.views.sides import sides_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card as its reader sees it, with what only they answered."""

    id: UUID
    tip: str
    title: Sentence
    text: str
    language: str
    is_fallback: bool
    reason: Sentence
    useful: float | None
    is_muted: bool
    may_mute: bool


def card_view(around: Around, member: Member, pairing: Pairing) -> CardView | None:
    """Show the last card, in the programme's own words where it has some."""
    if around.card is None:
        return None
    shown, own = around.card, around.own
    programme = pairing.programme
    phones = {"emergency": programme.emergency_phone, "crisis_line": programme.crisis_line}
    words = {"en": own.text_en, "nl": own.text_nl} if own else None
    said = text(cards()[shown.card], member.language, phones, own=words)
    return CardView(
        id=shown.id,
        tip=str(shown.tip),
        title=sentence(TITLES[shown.tip].name),
        text=said.text,
        language=said.language,
        is_fallback=said.is_fallback,
        reason=sentence(REASONS[Reason(shown.why)]),
        useful=(shown.answer or {}).get("useful"),
        is_muted=around.is_muted,
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
