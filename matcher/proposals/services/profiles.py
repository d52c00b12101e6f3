"""Turns enrolments into what the matching knows about people: values without names."""

from collections.abc import Iterable
from typing import Any

from matcher.matching.profiles import Need, Offer
from matcher.programmes.models import Enrolment


def need_of(enrolment: Enrolment, *, demand: int, avoid: Iterable[str] = ()) -> Need:
    return Need(**_shared(enrolment, avoid), demand=demand)


def offer_of(enrolment: Enrolment, *, places: int, avoid: Iterable[str] = ()) -> Offer:
    return Offer(**_shared(enrolment, avoid), places=places)


def _shared(enrolment: Enrolment, avoid: Iterable[str]) -> dict[str, Any]:
    own = {"same_organisation"} if enrolment.avoids_own_organisation else set()
    texts = [*enrolment.statements, enrolment.goal]
    return {
        "id": str(enrolment.id),
        "person": str(enrolment.member_id),
        "statements": tuple(text for text in texts if text.strip()),
        "topics": frozenset(enrolment.topics),
        "languages": frozenset(enrolment.languages),
        "slots": frozenset(enrolment.slots),
        "meeting": str(enrolment.meets) if enrolment.meets else None,
        "place": enrolment.place,
        "styles": frozenset(enrolment.styles),
        "organisation": enrolment.organisation,
        "level": enrolment.level,
        "avoid": frozenset({*avoid, *own}),
    }
