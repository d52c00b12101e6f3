"""The list of people as a file: the same columns that the page shows."""

from collections.abc import Iterable

from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, sentence
from matcher.programmes.views.people import PersonInList
from matcher.programmes.views.words import told

HEADINGS = (
    *(N_("Name"), N_("As"), N_("Place"), N_("State"), N_("Still open")),
    *(N_("In the next run"), N_("Something expires on"), N_("Reminded on")),
)


def people_sheet(people: Iterable[PersonInList], language: Language) -> Sheet:
    return Sheet(
        title=told(N_("People"), language),
        headings=tuple(told(each, language) for each in HEADINGS),
        rows=(_row(each, language) for each in people),
    )


def _row(person: PersonInList, language: Language) -> tuple[Cell, ...]:
    missing = "\n".join(say(each, language) for each in person.missing)
    others = (each for each in person.hindrances if each not in person.missing)
    in_run = say(sentence(N_("Yes") if person.is_matchable else N_("Not yet")), language)
    return (
        *(person.name, person.side, person.place, person.state_words, missing),
        "\n".join([in_run, *(say(each, language) for each in others)]),
        person.expires_soon,
        person.reminded_at,
    )
