"""A card, as its reader sees it."""

from dataclasses import dataclass
from uuid import UUID

from matcher.foundation.words import Sentence, sentence
from matcher.guidance.cards import cards, text
from matcher.guidance.selection import REASONS, Reason
from matcher.guidance.titles import TITLES
from matcher.members.models import Member
from matcher.pairings.models import CardShown, Pairing


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


def card_view(shown: CardShown, member: Member, pairing: Pairing) -> CardView:
    programme = pairing.programme
    phones = {"emergency": programme.emergency_phone, "crisis_line": programme.crisis_line}
    said = text(cards()[shown.card], member.language, phones)
    return CardView(
        id=shown.id,
        tip=str(shown.tip),
        title=sentence(TITLES[shown.tip].name),
        text=said.text,
        language=said.language,
        is_fallback=said.is_fallback,
        reason=sentence(REASONS[Reason(shown.why)]),
        useful=(shown.answer or {}).get("useful"),
    )
