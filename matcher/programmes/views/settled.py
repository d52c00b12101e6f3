"""What is settled about a programme, section by section, in a few lines."""

from collections.abc import Callable
from datetime import date

from babel.dates import format_date

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, N_n, counted
from matcher.programmes.models import Level, Programme
from matcher.programmes.models.choices import (
    ADMISSION,
    CRITERIA,
    LEVELS,
    MODES,
    OBJECTIVES,
    RULES,
    SIDES,
)
from matcher.programmes.views.words import language_names, told, told_all

WEEK, LINE = 7, 160
FIRST_PAIRS = N_("First pairs begin on %(day)s")
TOGETHER = N_n("%(num)s week together", "%(num)s weeks together")
MEET = N_n("The two meet every day", "The two meet every %(num)s days")
ASK = N_n("We ask how it goes every week", "We ask how it goes every %(num)s weeks")
THINK = N_n("%(num)s day to think about a proposal", "%(num)s days to think about a proposal")


def settled(programme: Programme, section: str, language: Language) -> tuple[str, ...]:
    return tuple(line for line in LINES[section](programme, language) if line)


def _basics(programme: Programme, language: Language) -> list[str]:
    return [
        f"{programme.name_en} · {programme.name_nl}",
        _shortened(programme.about(language)),
        _shortened(programme.for_whom(language)),
    ]


def _dates(programme: Programme, language: Language) -> list[str]:
    until, starts = programme.sign_up_until, programme.starts_on
    weeks = counted(
        N_n("%(num)s week together", "%(num)s weeks together"), programme.planned_days // WEEK
    )
    return [
        told(N_("Sign up until %(day)s"), language, day=_day(until, language))
        if until
        else told(N_("All year round"), language),
        told(FIRST_PAIRS, language, day=_day(starts, language)) if starts else "",
        say(weeks, language),
    ]


def _people(programme: Programme, language: Language) -> list[str]:
    number = counted(N_n("%(num)s topic", "%(num)s topics"), len(programme.topics))
    return [
        say(number, language),
        ", ".join(language_names(programme.languages, language)),
        " · ".join(told_all(programme.modes, MODES, language)),
    ]


def _matching(programme: Programme, language: Language) -> list[str]:
    return [
        *(_level(programme, level, language) for level in Level),
        told(OBJECTIVES[programme.objective], language),
        *told_all(programme.rules, RULES, language),
    ]


def _level(programme: Programme, level: Level, language: Language) -> str:
    """Name the criteria that have this level, if any has."""
    names = [name for name in CRITERIA if programme.criteria.get(name) == level]
    said = ", ".join(told_all(names, CRITERIA, language))
    return f"{told(LEVELS[level], language)}: {said}" if names else ""


def _rhythm(programme: Programme, language: Language) -> list[str]:
    numbers = {
        MEET: programme.rhythm_days,
        ASK: programme.cadence_weeks,
        THINK: programme.answer_days,
    }
    return [say(counted(words, number), language) for words, number in numbers.items()]


def _contact(programme: Programme, language: Language) -> list[str]:
    stand_in = programme.stand_in
    return [
        programme.contact.name,
        told(N_("Stand-in: %(name)s"), language, name=stand_in.name) if stand_in else "",
        programme.contact_phone,
        f"{programme.emergency_phone} · {programme.crisis_line}",
    ]


def _consent(programme: Programme, language: Language) -> list[str]:
    version = told(N_("Version %(number)s"), language, number=programme.consent_version)
    return [_shortened(programme.consent(language)), version]


def _admission(programme: Programme, language: Language) -> list[str]:
    asked = [
        f"{told(ADMISSION[each['item']], language)} ({told(SIDES[each['side']], language)})"
        for each in programme.admission
    ]
    return asked or [told(N_("Nothing: who has signed up can begin."), language)]


def _shortened(text: str) -> str:
    return text if len(text) <= LINE else f"{text[:LINE].rsplit(' ', 1)[0]} …"


def _day(day: date, language: Language) -> str:
    return format_date(day, "d MMMM y", locale=language)


LINES: dict[str, Callable[[Programme, Language], list[str]]] = {
    "basics": _basics,
    "dates": _dates,
    "people": _people,
    "matching": _matching,
    "rhythm": _rhythm,
    "contact": _contact,
    "consent": _consent,
    "admission": _admission,
}
