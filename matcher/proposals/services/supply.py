"""Who asks for what, and how many places there are for it, before a run. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.programmes.models import Meets
from matcher.programmes.queries.matchable import Bare

KINDS = ("topic", "language", "time", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One thing: how many mentees ask for it, and how many free places mentors have for it."""

    kind: str
    key: str
    asked: int
    places: int

    @property
    def lacks(self) -> int:
        return max(self.asked - self.places, 0)


def balance(people: Iterable[Bare], taken: Mapping[UUID, int]) -> dict[str, tuple[Balance, ...]]:
    """Set demand beside supply, by kind; what lacks most stands first.

    A mentor's places count at everything they offer: together they are more than there are.
    """
    asked: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    places: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for each in people:
        free = each.places - taken.get(each.id, 0)
        if free < 1:
            continue
        sums, number = (asked, 1) if each.side == Side.MENTEE else (places, free)
        for kind, keys_of in KEYS.items():
            for key in keys_of(each):
                sums[kind][key] += number
    return {kind: _sorted(kind, asked[kind], places[kind]) for kind in KINDS}


def _sorted(kind: str, asked: Counter[str], places: Counter[str]) -> tuple[Balance, ...]:
    found = [
        Balance(kind=kind, key=key, asked=asked[key], places=places[key])
        for key in asked.keys() | places.keys()
    ]
    return tuple(sorted(found, key=_order))


def gaps(balances: Mapping[str, Iterable[Balance]], most: int = 6) -> tuple[Balance, ...]:
    """Name what lacks most."""
    lacking = [each for found in balances.values() for each in found if each.lacks]
    return tuple(sorted(lacking, key=_order)[:most])


def _order(each: Balance) -> tuple[bool, int, int, str]:
    """What nobody offers at all stands first, then what lacks most."""
    return not each.lacks or each.places > 0, -each.lacks, -each.asked, each.key


def _places_of(each: Bare) -> list[str]:
    """Who meets in person can only do so somewhere; who meets online can do so anywhere."""
    found = [] if each.meets == Meets.IN_PERSON else ["online"]
    if each.side == Side.MENTEE and each.meets != Meets.IN_PERSON:
        return found
    if each.meets != Meets.ONLINE and each.place:
        found.append(each.place.strip().title())
    return found


KEYS: dict[str, Callable[[Bare], Iterable[str]]] = {
    "topic": lambda each: each.topics,
    "language": lambda each: each.languages,
    "time": lambda each: each.slots,
    "place": _places_of,
}
