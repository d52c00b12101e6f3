"""A coordinator brings two spreadsheets in, and everybody in them finds somebody."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import matcher.demo
from matcher.foundation.words import Language
from tests.journeys.coordinating import begin_installation, bring_in, find_pairs
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey

FILES = Path(matcher.demo.__file__).parent
LISTS = ("languages", "slots", "avoids", "topics")
WHAT = ("member_id", "reference", "place", "meets", "organisation", "avoids_own_organisation")
COLUMNS = [
    f"{side}.{column} AS {side}_{column}"
    for side in ("mentee", "mentor")
    for column in (*LISTS, *WHAT, "places")
]
PAIRS = f"""
SELECT {", ".join(COLUMNS)}, proposal.reasons AS reasons FROM proposal
JOIN enrolment AS mentee ON mentee.id = proposal.mentee_enrolment_id
JOIN enrolment AS mentor ON mentor.id = proposal.mentor_enrolment_id
"""  # noqa: S608  # made of our own names


def test_everybody_in_two_spreadsheets_finds_somebody_in_seconds(
    site: Site, visitor: Callable[..., Visitor]
) -> None:
    hanna = visitor(Language.EN)
    begin_installation(hanna)
    bring_in(hanna, FILES / "mentees.csv", "People who look for a mentor", 63)
    bring_in(hanna, FILES / "mentors.csv", "People who want to be a mentor", 44)

    find_pairs(hanna)

    hanna.sees("of %(num)s mentees", num=63)
    pairs = list_pairs(site)
    assert len({each.mentee_member_id for each in pairs}) == len(pairs) == 63
    assert [broken(each) for each in pairs if broken(each)] == []
    assert all(each.reasons["contributions"] and each.reasons["slots"] for each in pairs)
    assert overfull(pairs) == []
    [(seconds,)] = site.ask("SELECT seconds FROM match_run")
    assert seconds < 5


def list_pairs(site: Site) -> list[SimpleNamespace]:
    """Read the pairs as they are kept, by nothing of the product's own."""
    names = [each.rpartition(" ")[2] for each in COLUMNS] + ["reasons"]
    rows = [dict(zip(names, row, strict=True)) for row in site.ask(PAIRS)]
    for row in rows:
        for name in names:
            if name.endswith(LISTS) or name == "reasons":
                row[name] = json.loads(row[name])
    return [SimpleNamespace(**row) for row in rows]


def broken(pair: SimpleNamespace) -> list[str]:
    """Tell which hard rules a pair breaks."""
    near = pair.mentee_place.casefold() == pair.mentor_place.casefold()
    ways = {pair.mentee_meets, pair.mentor_meets}
    works_apart = pair.mentee_organisation != pair.mentor_organisation
    rules = {
        "another person": pair.mentee_member_id != pair.mentor_member_id,
        "a language": set(pair.mentee_languages) & set(pair.mentor_languages),
        "a moment": set(pair.mentee_slots) & set(pair.mentor_slots),
        "a way to meet": ways != {"online", "in_person"} if near else "in_person" not in ways,
        "nobody avoided": pair.mentor_reference not in pair.mentee_avoids
        and pair.mentee_reference not in pair.mentor_avoids,
        "another organisation": works_apart
        or not (pair.mentee_avoids_own_organisation or pair.mentor_avoids_own_organisation),
    }
    return [rule for rule, holds in rules.items() if not holds]


def overfull(pairs: list[SimpleNamespace]) -> list[str]:
    """Name the mentors who have more mentees than places."""
    taken = Counter(each.mentor_reference for each in pairs)
    places = {each.mentor_reference: each.mentor_places for each in pairs}
    return [name for name, number in taken.items() if number > places[name]]
