"""“We look for…”: a first text, made of what those who wait look for. It shows no person.

What fewer than three people look for is left out: in a small town, one wish can be a name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.desk.queries.waiting import Need
from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, N_n, counted
from matcher.programmes.models import Programme
from matcher.programmes.topics import labels
from matcher.programmes.views.words import language_names, told, week

FEWEST, NAMED = 3, 5
LOOKS = N_n("%(name)s looks for a mentor.", "%(name)s looks for %(num)s mentors.")
SOON = N_("%(name)s looks for mentors.")
MANY = N_n(
    "%(num)s person waits for somebody who has been there.",
    "%(num)s people wait for somebody who has been there.",
)
TOPICS = N_("You are very welcome if you can help with: %(names)s.")
TONGUES = N_("Also if you speak: %(names)s.")
HOURS = N_("Hours that suit many: %(names)s.")
ASKS = N_(
    "You meet every %(days)s days, for about %(weeks)s weeks. You need no experience; you get "
    "help on the way, and you may stop at any moment."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What those look for who wait: each named by three of them or more."""

    people: int
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    slots: tuple[str, ...]


def gap_of(needs: Sequence[Need], scarce: Iterable[str]) -> Gap:
    """Count what is looked for; topics that the run found scarce stand first."""
    wanted = Counter(topic for each in needs for topic in each.topics)
    rare = [topic for topic in dict.fromkeys(scarce) if wanted[topic] >= FEWEST]
    spoken = Counter(code for each in needs for code in each.languages)
    hours = Counter(slot for each in needs for slot in each.slots)
    return Gap(
        people=len(needs),
        topics=tuple(dict.fromkeys([*rare, *_often(wanted)]))[:NAMED],
        languages=tuple(code for code in _often(spoken) if code not in {"nl", "en"})[:NAMED],
        slots=tuple(_often(hours)[:NAMED]),
    )


def _often(counts: Counter[str]) -> list[str]:
    return [key for key, number in counts.most_common() if number >= FEWEST]


def first_text(programme: Programme, gap: Gap, language: Language) -> str:
    """Write the page in a language, for a coordinator to change."""
    name = programme.name(language)
    looks = counted(LOOKS, gap.people, name=name)
    known = gap.people >= FEWEST
    lines = [
        " ".join([say(looks, language), say(counted(MANY, gap.people), language)])
        if known
        else told(SOON, language, name=name),
        _named(TOPICS, labels(gap.topics, language), language),
        _named(TONGUES, language_names(gap.languages, language), language),
        _named(HOURS, week(gap.slots, language), language, sign="; "),
        told(
            ASKS,
            language,
            days=str(programme.rhythm_days),
            weeks=str(round(programme.planned_days / 7)),
        ),
    ]
    return "\n\n".join(line for line in lines if line)


def _named(text: str, names: Sequence[str], language: Language, sign: str = ", ") -> str:
    return told(text, language, names=sign.join(names)) if names else ""
