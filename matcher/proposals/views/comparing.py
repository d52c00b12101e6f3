"""Two people fact by fact, each with whether they meet on it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from matcher.foundation.words import N_, Language
from matcher.programmes.models import Enrolment, Meets
from matcher.programmes.models.choices import STYLES
from matcher.programmes.views.words import language_names, told, told_all, week
from matcher.proposals.models.choices import MEETS

Said = Callable[[Iterable[str], Language], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    label: str
    need: str
    offer: str
    agrees: bool


def compare(mentee: Enrolment, mentor: Enrolment, language: Language) -> Iterator[Compared]:
    """Put facts side by side, each with whether the two meet on it."""
    yield _lists(N_("Languages"), mentee.languages, mentor.languages, language_names, language)
    yield _lists(N_("Is free"), mentee.slots, mentor.slots, week, language)
    yield _lists(N_("Way of helping"), mentee.styles, mentor.styles, _styles, language)
    yield Compared(
        label=told(N_("Meeting"), language),
        need=_whereabouts(mentee, language),
        offer=_whereabouts(mentor, language),
        agrees=_can_meet(mentee, mentor),
    )
    yield Compared(
        label=told(N_("Organisation"), language),
        need=mentee.organisation or "–",
        offer=mentor.organisation or "–",
        agrees=mentee.organisation != mentor.organisation or not mentee.organisation,
    )
    yield Compared(
        label=told(N_("Places"), language),
        need=str(mentee.places),
        offer=str(mentor.places),
        agrees=mentee.places > 0 and mentor.places > 0,
    )


def _whereabouts(enrolment: Enrolment, language: Language) -> str:
    way = told(MEETS[enrolment.meets], language) if enrolment.meets else ""
    return ", ".join(text for text in (way, enrolment.place) if text) or "–"


def _can_meet(mentee: Enrolment, mentor: Enrolment) -> bool:
    ways = {mentee.meets, mentor.meets}
    if Meets.IN_PERSON not in ways:
        return True
    near = bool(mentee.place) and mentee.place.casefold() == mentor.place.casefold()
    return near and Meets.ONLINE not in ways


def _lists(
    label: str, need: list[str], offer: list[str], said: Said, language: Language
) -> Compared:
    return Compared(
        label=told(label, language),
        need=", ".join(said(need, language)) or "–",
        offer=", ".join(said(offer, language)) or "–",
        agrees=bool(set(need) & set(offer)),
    )


def _styles(keys: Iterable[str], language: Language) -> list[str]:
    return told_all(keys, STYLES, language)
