"""What a card's text must be: short, plain and safe, whether it is ours or a programme's own."""

import re

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.cards import PLACE, Card
from matcher.guidance.tips import Stage, Tip

FEWEST, MOST, LONGEST = 20, 60, 25
WORD = re.compile(r"[^\s…:;.,!?()'‘’\"]+")
LEAK = re.compile(
    r"\b(low score|lage score|your rating|you were rated|gaf je een|scored you|beoordeelde je)\b",
    re.IGNORECASE,
)
CLINICAL = re.compile(r"\b(diagnos|depress|disorder|stoornis|therap)", re.IGNORECASE)
FORMAL = re.compile(r"\b[Uu]w?\b")
ROUTE = re.compile(r"co[oö]rdinator", re.IGNORECASE)


def words_in(text: str) -> int:
    return len(WORD.findall(text))


def sentences_in(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?…])['’\"]?\s+", text) if WORD.search(each)]


def is_guarded(card: Card) -> bool:
    """Whether a card is about safety or a hard stretch: two people look at every change of it."""
    return card.tip == Tip.SAFE or card.stage == Stage.RUPTURE


def faults_of(text: str, language: str, card: Card) -> list[Sentence]:
    """List what is wrong with a text that would stand in the place of a card."""
    longest = max(map(words_in, sentences_in(text)), default=0)
    checks = {
        N_("Write 20 to 60 words."): FEWEST <= words_in(text) <= MOST,
        N_("Keep each sentence under 26 words."): longest <= LONGEST,
        N_("Do not tell how somebody scored."): not LEAK.search(text),
        N_("Leave clinical words out."): not CLINICAL.search(text),
        N_("Say je, not u."): language != "nl" or not FORMAL.search(text),
    }
    wrong = [sentence(fault) for fault, is_right in checks.items() if not is_right]
    return wrong + _kept(text, language, card)


def _kept(text: str, language: str, card: Card) -> list[Sentence]:
    found = []
    places = sorted(set(PLACE.findall(text)))
    if places != sorted(card.placeholders):
        named = ", ".join("{" + each + "}" for each in card.placeholders)
        found.append(
            sentence(N_("Keep these places for phone numbers: %(places)s"), places=named)
            if named
            else sentence(N_("This card has no places to fill in: leave {…} out."))
        )
    if must_name_coordinator(card, language) and not ROUTE.search(text):
        found.append(sentence(N_("This card must name the coordinator.")))
    return found


def must_name_coordinator(card: Card, language: str) -> bool:
    """Where our own text shows the way to the coordinator, it stays. In a hard stretch, always."""
    if card.tip == Tip.SAFE and card.stage == Stage.RUPTURE:
        return True
    return is_guarded(card) and bool(ROUTE.search(card.texts.get(language, "")))
