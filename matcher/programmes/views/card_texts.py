"""The cards of a programme, as those who look after it see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from matcher.foundation.words import Language, Sentence, sentence
from matcher.guidance.cards import Card, cards, text, variants
from matcher.guidance.checking import is_guarded, words_in
from matcher.guidance.tips import Tip
from matcher.guidance.titles import READERS, STAGES, STYLES, TITLES
from matcher.members.models import Member
from matcher.programmes.models import CardText, CardTextState, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One card in the list. `state`: standard, own, changed, draft, review."""

    id: str
    stage: Sentence
    reader: Sentence
    style: Sentence
    styles: int
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsPage:
    programme_id: UUID
    name: str
    tip: str
    tips: tuple[tuple[str, Sentence], ...]
    lines: tuple[CardLine, ...]
    looks_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A card as its reader would see it."""

    reader: Sentence
    tip: str
    title: Sentence
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage:
    """One card: our text, the programme's own, and what is being written."""

    programme_id: UUID
    programme: str
    id: str
    tip: str
    title: Sentence
    stage: Sentence
    reader: Sentence
    style: Sentence
    standard: Mapping[str, str]
    words: Mapping[str, int]
    placeholders: tuple[str, ...]
    state: str  # standard, own, draft, review
    is_live: bool
    has_changed: bool
    is_guarded: bool
    approvals: int
    needed: int
    may_approve: bool
    previews: tuple[Preview, ...]
    has_earlier: bool


def cards_page(
    programme: Programme,
    texts: Sequence[CardText],
    tip: Tip,
    *,
    seen_by: Member,
    language: Language,
) -> CardsPage:
    shown = [each for each in cards().values() if each.tip == tip]
    order = {stage: number for number, stage in enumerate(STAGES)}
    shown.sort(key=lambda each: (order[each.stage], each.side, each.id))
    return CardsPage(
        programme_id=programme.id,
        name=programme.name(language),
        tip=str(tip),
        tips=tuple((str(each), sentence(TITLES[each].name)) for each in Tip),
        lines=tuple(_line(each, texts) for each in shown),
        looks_after=programme.id in seen_by.coordinates,
    )


def card_page(  # noqa: PLR0913  # a card has texts, readers and a programme
    programme: Programme,
    card: Card,
    texts: Sequence[CardText],
    *,
    seen_by: Member,
    language: Language,
    is_alone: bool,
    has_earlier: bool,
) -> CardPage:
    mine = [each for each in texts if each.card == card.id]
    live = next((each for each in mine if each.state == CardTextState.LIVE), None)
    work = next((each for each in mine if each.state != CardTextState.LIVE), None)
    newest = _words_of(work or live, card)
    return CardPage(
        programme_id=programme.id,
        programme=programme.name(language),
        id=card.id,
        tip=str(card.tip),
        title=sentence(TITLES[card.tip].name),
        stage=sentence(STAGES[card.stage]),
        reader=sentence(READERS[card.side]),
        style=sentence(STYLES[card.style]),
        standard=dict(card.texts),
        words={spoken: words_in(said) for spoken, said in newest.items()},
        placeholders=card.placeholders,
        state=_state(live, work, card),
        is_live=live is not None,
        has_changed=bool(live and live.base_version < card.version),
        is_guarded=is_guarded(card),
        approvals=_approvals(work),
        needed=2 if is_guarded(card) and not is_alone else 1,
        may_approve=_may_approve(work, seen_by),
        previews=_previews(programme, card, newest, texts, language),
        has_earlier=has_earlier,
    )


def _previews(
    programme: Programme,
    card: Card,
    newest: Mapping[str, str],
    texts: Sequence[CardText],
    language: Language,
) -> tuple[Preview, ...]:
    """Show this card, and beside it what the other side reads at the same time."""
    other = variants(card.tip, card.stage, card.side.other)[0]
    live = next((t for t in texts if t.card == other.id and t.state == CardTextState.LIVE), None)
    shown = ((card, newest), (other, _words_of(live, other)))
    phones = {"emergency": programme.emergency_phone, "crisis_line": programme.crisis_line}
    return tuple(
        Preview(
            reader=sentence(READERS[each.side]),
            tip=str(each.tip),
            title=sentence(TITLES[each.tip].name),
            text=said.text,
            language=said.language,
        )
        for each, words in shown
        for said in [text(each, str(language), phones, own=words)]
    )


def _line(card: Card, texts: Sequence[CardText]) -> CardLine:
    mine = [each for each in texts if each.card == card.id]
    live = next((each for each in mine if each.state == CardTextState.LIVE), None)
    work = next((each for each in mine if each.state != CardTextState.LIVE), None)
    changed = live is not None and work is None and live.base_version < card.version
    return CardLine(
        id=card.id,
        stage=sentence(STAGES[card.stage]),
        reader=sentence(READERS[card.side]),
        style=sentence(STYLES[card.style]),
        styles=len(variants(card.tip, card.stage, card.side)),
        state="changed" if changed else _state(live, work, card),
    )


def _state(live: CardText | None, work: CardText | None, _card: Card) -> str:
    if work:
        return str(work.state)
    return "own" if live else "standard"


def _words_of(text_of: CardText | None, card: Card) -> dict[str, str]:
    return {"en": text_of.text_en, "nl": text_of.text_nl} if text_of else dict(card.texts)


def _approvals(work: CardText | None) -> int:
    given = (work.approved_by_id, work.also_approved_by_id) if work else ()
    return sum(each is not None for each in given)


def _may_approve(work: CardText | None, member: Member) -> bool:
    if work is None or work.state != CardTextState.REVIEW:
        return False
    return member.id not in {work.written_by_id, work.approved_by_id}
