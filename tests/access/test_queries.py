"""No page asks the database more than a few questions, whoever opens it."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.access.table import IN, TABLE
from tests.access.test_access import ask, browsers
from tests.access.world import World
from tests.conftest import Counted

MEMBERS_PAGE, COORDINATORS_PAGE = 4, 8
# Shows all that is kept about one person, once in a while; not a list.
# All about one pair on one page, and a note of who opened it.
THOROUGH: dict[str, int] = {"privacy.trail": 5, "coordination.pair": 15, "pairings.takeaway": 5} | {
    # For one person, once in a while: everything that may go wrong in an installation.
    "operations.show": 8,
    "operations.metrics": 8,
    # Reads the whole row of this sign-in as well, of which every other page needs a few columns.
    "members.prove": 5,
    # All people of a programme before a run, from many sides at once.
    "runs.ready": 14,
}


@pytest.mark.parametrize("endpoint", sorted(name for name, method in TABLE if method == "GET"))
def test_a_page_takes_few_queries(
    endpoint: str, app: Flask, db: Session, world: World, counted: Counted
) -> None:
    rule = next(app.url_map.iter_rules(endpoint))
    most = COORDINATORS_PAGE if "programme_id" in rule.arguments else MEMBERS_PAGE

    for who, browser in browsers(app, db, world):
        with counted() as queries:
            answer = ask(browser, rule, world)
        if answer == IN:
            assert queries.value <= THOROUGH.get(endpoint, most), (who, queries.statements)
