"""Makes needs, offers and snapshots; each takes only what the test cares about."""

from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from matcher.matching.criteria import prepare
from matcher.matching.criteria.grid import People
from matcher.matching.profiles import Need, Offer
from matcher.matching.settings import Criterion, Settings
from matcher.matching.sheets.columns import Columns
from matcher.matching.sheets.roster import read_roster
from matcher.matching.snapshot import Snapshot

PROGRAMME = Path(__file__).parents[2] / "benchmarks" / "data" / "programme"
SAMPLE = Path(__file__).parents[2] / "benchmarks" / "data" / "mentor-match-sample"

_numbers = count(1)


def a_need(**known: Any) -> Need:
    return Need(**{"id": f"mentee {next(_numbers)}", **known})


def an_offer(**known: Any) -> Offer:
    return Offer(**{"id": f"mentor {next(_numbers)}", **known})


def settings_of(*criteria: Criterion, **chosen: Any) -> Settings:
    return Settings(**{"criteria": criteria, "rules": (), **chosen})


def worth(criterion: Criterion, need: Need, offer: Offer) -> float:
    """Return what one criterion makes of one pair."""
    return float(prepare(criterion, People([need], [offer])).rows(0, 1)[0, 0])


def the_programme(**chosen: Any) -> Snapshot:
    """Return the bilingual programme of 63 mentees and 44 mentors."""
    needs = read_roster(PROGRAMME / "mentees.csv", Columns(), Need).people
    offers = read_roster(PROGRAMME / "mentors.csv", Columns(), Offer).people
    snapshot = Snapshot(
        needs=tuple(each for each in needs if isinstance(each, Need)),
        offers=tuple(each for each in offers if isinstance(each, Offer)),
    )
    return replace(snapshot, **chosen)
