"""The whole story, as three people see it: from an empty installation to a living pairing."""

from collections.abc import Callable

import pytest

from matcher.foundation.words import Language
from tests.journeys.coordinating import (
    NAMES,
    approve_and_publish,
    begin_installation,
    fill_in_programme,
    find_pairs,
    see_who_asks_for_a_call,
)
from tests.journeys.living import (
    answer_by_link,
    enter_the_space,
    note_that_they_met,
    plan_meeting,
    read_and_say_yes,
)
from tests.journeys.signing_up import MARIJKE, YARA, sign_up
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("language", list(Language))
def test_two_people_find_each_other_and_are_looked_after(
    site: Site, visitor: Callable[..., Visitor], language: Language
) -> None:
    hanna, yara, marijke = visitor(language), visitor(language), visitor(language)

    begin_installation(hanna)
    fill_in_programme(hanna, site)
    for somebody, person in ((yara, YARA), (marijke, MARIJKE)):
        sign_up(somebody, site, NAMES[language], person)
    find_pairs(hanna)
    approve_and_publish(hanna, YARA.name, MARIJKE.name)

    read_and_say_yes(yara, site, YARA, MARIJKE)
    yara.sees("You said yes. Thank you.")
    read_and_say_yes(marijke, site, MARIJKE, YARA)
    marijke.hears("You both said yes: you are paired.")
    enter_the_space(yara, site, YARA, MARIJKE)
    enter_the_space(marijke, site, MARIJKE, YARA)
    plan_meeting(yara, marijke, site, YARA, MARIJKE)
    site.let_pass(days=2)
    note_that_they_met(marijke, site, MARIJKE, YARA)

    site.let_pass(days=7)
    answer_by_link(visitor(language, phone=True), site, MARIJKE, YARA, talk="No")
    for weeks in (1, 2, 2):
        site.let_pass(weeks=weeks)
    answer_by_link(visitor(language, phone=True), site, YARA, MARIJKE, talk="Yes")
    see_who_asks_for_a_call(hanna, YARA.name, MARIJKE.name)
