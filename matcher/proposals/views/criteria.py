"""An affinity taken apart: what each criterion adds, and why two people were thought of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, N_n, Sentence, counted, sentence
from matcher.programmes.topics import labels
from matcher.programmes.views.words import told, week
from matcher.proposals.models import Proposal
from matcher.proposals.models.choices import CRITERIA
from matcher.proposals.views.words_met import Met, own_texts, words_met

COLOURS = 6
STEM = 4
NO_TOPIC = N_("No topic in common.")
NO_WISHES = N_("Chose no topics.")
TOPICS = N_n("%(names)s: the one topic asked for", "%(names)s: %(met)s of %(num)s topics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one criterion adds to an affinity, of the most it could add."""

    label: str
    share: float
    most: float
    note: str
    colour: int


def parts(reasons: Mapping[str, Any], language: Language) -> tuple[Part, ...]:
    """List the criteria that count, in their fixed order; their shares add up to the affinity."""
    return tuple(
        Part(
            label=told(CRITERIA.get(each["criterion"], each["criterion"]), language),
            share=each["share"],
            most=each["weight"],
            note=each.get("note", ""),
            colour=number % COLOURS + 1,
        )
        for number, each in enumerate(filter(_counts, reasons.get("contributions", ())))
    )


def criteria_names(settings: Mapping[str, Any], language: Language) -> tuple[str, ...]:
    """Name the criteria of a run's settings that count, in the order of the parts."""
    names = [each["name"] for each in settings.get("criteria", ()) if _counts(each)]
    return tuple(told(CRITERIA.get(name, name), language) for name in names)


def _counts(criterion: Mapping[str, Any]) -> bool:
    return criterion["weight"] not in {"off", 0}


def why(proposal: Proposal, language: Language) -> str:
    """Say in one or two lines why the two were thought of."""
    reasons = proposal.reasons
    said = [*_words(proposal, language), *_topics(reasons, language)]
    said += [", ".join(week(reasons.get("slots", ()), language)[:2])]
    return "; ".join(text for text in said if text)


def weak_spot(proposal: Proposal, language: Language) -> str:
    """Say what is weakest about a pair, if it is topics: most of an affinity rests on them."""
    if not proposal.mentee_enrolment.topics:
        return told(NO_WISHES, language)
    return "" if proposal.reasons.get("topics_met") else told(NO_TOPIC, language)


def _words(proposal: Proposal, language: Language) -> list[str]:
    """In a list, only words that are plainly the same: others need their texts around them."""
    mentee, mentor = own_texts(proposal.mentee_enrolment), own_texts(proposal.mentor_enrolment)
    met = words_met(proposal.reasons, mentee, mentor)
    same = [each for each in met if each.need[:STEM].casefold() == each.offer[:STEM].casefold()]
    said = [_met(each) for each in same if each.need[STEM:]]
    return [say(each, language) for each in said[:1]]


def _met(words: Met) -> Sentence:
    if words.need.casefold() == words.offer.casefold():
        return sentence(N_("both say “%(word)s”"), word=words.need)
    return sentence(N_("“%(need)s” met “%(offer)s”"), need=words.need, offer=words.offer)


def _topics(reasons: Mapping[str, Any], language: Language) -> list[str]:
    met: Sequence[str] = reasons.get("topics_met", ())
    if not met:
        return []
    asked = len(met) + len(reasons.get("topics_missing", ()))
    names = ", ".join(labels(met, language)[:2])
    return [say(counted(TOPICS, asked, met=len(met), names=names), language)]
