"""Why two people were thought of, in the one or two lines that a list has for it."""

import json
from functools import lru_cache

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, N_n, Sentence, counted, sentence
from matcher.programmes.topics import labels
from matcher.programmes.views.words import week
from matcher.proposals.queries.review import ListedPair
from matcher.proposals.views.words_met import Met, met_in, texts_of

STEM = 4
TOPICS = N_n("%(names)s: the one topic asked for", "%(names)s: %(met)s of %(num)s topics")


def why(pair: ListedPair, language: Language) -> str:
    """Say in one or two lines why the two were thought of."""
    gist = pair.gist
    met = tuple(gist["met"])
    shared = _shared(met, len(met) + gist["missing"], tuple(gist["slots"]), language)
    words = _words(pair, language)
    return f"{words}; {shared}" if words and shared else words or shared


def _words(pair: ListedPair, language: Language) -> str:
    """In a list, only words that are plainly the same: others need their texts around them."""
    words = pair.gist["words"]
    if not [need for need, offer in words if _is_same(need, offer)]:
        return ""
    need = texts_of(json.loads(pair.need_says), pair.need_hopes)
    offer = texts_of(json.loads(pair.offer_says), pair.offer_hopes)
    met = met_in(words, need, offer)
    return next((say(_met(each), language) for each in met if _is_same(each.need, each.offer)), "")


def _is_same(need: str, offer: str) -> bool:
    return need[:STEM].casefold() == offer[:STEM].casefold() and len(need) > STEM


def _met(words: Met) -> Sentence:
    if words.need.casefold() == words.offer.casefold():
        return sentence(N_("both say “%(word)s”"), word=words.need)
    return sentence(N_("“%(need)s” met “%(offer)s”"), need=words.need, offer=words.offer)


@lru_cache(maxsize=4000)  # a page says the same few topics and hours many times
def _shared(met: tuple[str, ...], asked: int, slots: tuple[str, ...], language: Language) -> str:
    """Say the topics and the hours that two people share."""
    said = [", ".join(week(slots, language)[:2])]
    if met:
        names = ", ".join(labels(met, language)[:2])
        said.insert(0, say(counted(TOPICS, asked, met=len(met), names=names), language))
    return "; ".join([text for text in said if text])
