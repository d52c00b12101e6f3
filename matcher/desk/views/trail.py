"""Who did what, in sentences: “Noor approved Yara with Marijke”; when; for which reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.audit.models import Event
from matcher.coordination.views import PAIRINGS
from matcher.desk.deeds import DEEDS, REASONS, SECTIONS
from matcher.foundation.words import N_, Sentence, sentence
from matcher.pairings.models import PairingState

SERVICE = sentence(N_("The service"))
GONE = sentence(N_("Somebody who has left"))
SOMETHING = sentence(N_("something that is gone"))
# Where the page of a thing is: endpoint, and the name of its id in the address.
PAGES = {
    "proposal": ("review.pair", "proposal_id"),
    "pairing": ("coordination.pair", "pairing_id"),
    "enrolment": ("enrolments.person", "enrolment_id"),
    "match_run": ("runs.show", "run_id"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedLine:
    """One deed, as a sentence, with the page of what it is about where there is one."""

    at: datetime
    said: Sentence
    more: tuple[Sentence, ...]
    endpoint: str
    asks: Mapping[str, str]


def deed_lines(
    found: Iterable[tuple[Event, str | None]], names: Mapping[UUID, tuple[str, ...]]
) -> tuple[DeedLine, ...]:
    return tuple(_line(event, name, names) for event, name in found)


def _line(event: Event, name: str | None, names: Mapping[UUID, tuple[str, ...]]) -> DeedLine:
    who = name or (GONE if event.actor else SERVICE)
    known = names.get(event.thing_id) if event.thing_id else None
    page = PAGES.get(event.thing) if known else None
    return DeedLine(
        at=event.at,
        said=sentence(DEEDS[event.action][1], who=who, what=_what(event, known)),
        more=tuple(_more(event)),
        endpoint=page[0] if page else "",
        asks={page[1]: str(event.thing_id)} if page else {},
    )


def _what(event: Event, known: tuple[str, ...] | None) -> Sentence | str:
    if known is None:
        return SOMETHING
    if event.thing == "match_run":
        return sentence(N_("run %(number)s"), number=known[0])
    if len(known) > 1:
        return sentence(N_("%(need)s with %(offer)s"), need=known[0], offer=known[1])
    return known[0]


def _more(event: Event) -> Iterable[Sentence]:
    """The reason, and what else helps to understand the deed."""
    facts = event.facts
    if event.action == "pairing.moved" and facts.get("after") in set(PairingState):
        yield sentence(PAIRINGS[PairingState(facts["after"])])
    if facts.get("reason") in REASONS:
        yield sentence(N_("reason: %(why)s"), why=sentence(REASONS[facts["reason"]]))
    if facts.get("kind") in SECTIONS:
        yield sentence(SECTIONS[facts["kind"]])
    if isinstance(facts.get("count"), int):
        yield sentence(N_("%(number)s in all"), number=facts["count"])
