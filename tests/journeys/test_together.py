"""One pairing from its agreement to its goodbye, with a hard stretch in the middle."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from matcher.foundation.words import Language
from tests.journeys.coordinating import sign_in
from tests.journeys.living import (
    answer_by_link,
    enter_the_space,
    note_that_they_met,
    plan_meeting,
)
from tests.journeys.paired import put_a_pair_into
from tests.journeys.signing_up import MARIJKE, YARA, Person
from tests.journeys.site import Site, running
from tests.journeys.together import (
    answer_low,
    ask_for_help,
    choose_how_to_go_on,
    expect_and_agree,
    finish,
    say_back,
    say_goodbye,
    set_a_goal,
    talk_and_mend,
    to_the_space,
)
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey


@pytest.fixture
def site(tmp_path: Path, language: Language) -> Iterator[Site]:
    """Begin with two who said yes: how they found each other is told in the other story."""
    with running(tmp_path / "instance", partial(put_a_pair_into, language=language)) as begun:
        yield begun


@pytest.mark.parametrize("language", list(Language))
def test_a_pairing_lives_from_agreement_to_goodbye(
    site: Site, visitor: Callable[..., Visitor], language: Language
) -> None:
    hanna, yara, marijke = visitor(language), visitor(language), visitor(language)
    sign_in_again(yara, YARA)
    sign_in_again(marijke, MARIJKE)
    enter_the_space(yara, site, YARA, MARIJKE)
    enter_the_space(marijke, site, MARIJKE, YARA)

    expect_and_agree(yara, marijke, YARA, MARIJKE)
    to_the_space(yara, MARIJKE)
    plan_meeting(yara, marijke, site, YARA, MARIJKE)
    site.let_pass(days=2)
    note_that_they_met(marijke, site, MARIJKE, YARA)
    sign_in_again(yara, YARA)
    say_back(marijke, yara, MARIJKE, YARA)
    set_a_goal(yara, marijke, YARA, MARIJKE)
    ask_for_help(yara, marijke, site, YARA, MARIJKE)

    site.let_pass(days=7)
    answer_by_link(visitor(language, phone=True), site, MARIJKE, YARA, talk="No")
    answer_low(visitor(language, phone=True), site, YARA, MARIJKE)
    sign_in_again(yara, YARA)
    sign_in_again(marijke, MARIJKE)
    choose_how_to_go_on(yara, marijke, YARA, MARIJKE)
    talk_and_mend(hanna, YARA.name, MARIJKE.name)

    say_goodbye(yara, marijke, site, YARA, MARIJKE)
    site.let_pass(weeks=5)
    sign_in_again(yara, YARA)
    finish(yara, MARIJKE)


def sign_in_again(visitor: Visitor, person: Person) -> None:
    """Come back after days: the browser was signed out."""
    visitor.open("/home")
    sign_in(visitor, person.email, person.password)
