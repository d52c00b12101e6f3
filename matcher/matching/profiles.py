"""All that matching knows about people: plain values, without names or addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Meeting = Literal["online", "in_person", "either"]
Answer = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One side of a possible pairing. An empty field is not answered; it is never "anything"."""

    id: str
    # Who this is, the same on both sides: nobody is suggested to themselves.
    person: str = ""
    # Own words, one text per question: several short statements say more than a long one.
    statements: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    # Parts of the week, such as "mon-evening".
    slots: frozenset[str] = frozenset()
    meeting: Meeting | None = None
    place: str = ""
    styles: frozenset[str] = frozenset()
    organisation: str = ""
    level: int | None = None
    # Ids or persons this side does not want, or "same_organisation".
    avoid: frozenset[str] = frozenset()
    # Any other column a criterion or rule may be fed by.
    extra: Mapping[str, Answer] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Profile):
    """What one mentee is looking for, and with how many mentors."""

    demand: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Profile):
    """What one mentor can give: to at most `places` mentees, and to `minimum` if there are any."""

    places: int = 1
    minimum: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One subject of the programme's vocabulary, with its words in each language."""

    id: str
    group: str = ""
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


# The columns every programme has, by the names they bear in spreadsheets and in policy files.
KNOWN = {
    "id": "id",
    "email": "person",
    "person": "person",
    "in_own_words": "statements",
    "statements": "statements",
    "topics": "topics",
    "languages": "languages",
    "availability": "slots",
    "slots": "slots",
    "meeting": "meeting",
    "place": "place",
    "style": "styles",
    "styles": "styles",
    "organisation": "organisation",
    "level": "level",
    "avoid": "avoid",
}


def answers(profile: Profile, column: str) -> tuple[str, ...]:
    """Return what someone answered in a column, a known one or an extra; nothing answered: ()."""
    value = getattr(profile, KNOWN[column]) if column in KNOWN else profile.extra.get(column, ())
    if value is None or value == "":
        return ()
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    return value if isinstance(value, tuple) else (str(value),)
