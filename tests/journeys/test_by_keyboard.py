"""Somebody signs up with a keyboard alone, in a browser that runs no scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from matcher.foundation.words import Language
from matcher.programmes.topics import label
from tests.journeys.coordinating import (
    NAMES,
    begin_installation,
    describe_programme,
    open_programme,
)
from tests.journeys.signing_up import YARA
from tests.journeys.site import Site, link_in
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey

MOST_TABS = 150


@pytest.mark.parametrize("language", [Language.NL])
def test_a_keyboard_without_scripts_is_enough_to_sign_up(
    site: Site, visitor: Callable[..., Visitor], language: Language
) -> None:
    hanna = visitor(language)
    begin_installation(hanna)
    describe_programme(hanna)
    open_programme(hanna)
    yara = visitor(language, runs_scripts=False)

    yara.open("/")
    enter(yara, yara.page.get_by_role("link", name=NAMES[language]).first)
    enter(yara, link(yara, "Sign up"))
    space(yara, YARA.way)
    write(yara, "Your name", YARA.name)
    write(yara, "Your e-mail address", YARA.email)
    write(yara, "Choose a password", YARA.password)
    enter(yara, button(yara, "Begin"))
    yara.open(link_in(site.mail_to(YARA.email, yara.say("Confirm your e-mail address"))))
    enter(yara, button(yara, "Yes, this is my address"))
    fill_in(yara)

    yara.is_at("Thank you. This is what happens next")
    assert site.ask("SELECT state, topics FROM enrolment") == [
        ("waiting", '["job-interviews", "dutch-conversation"]')
    ]


def fill_in(yara: Visitor) -> None:
    enter(yara, button(yara, "Go on"))
    for question, answer in YARA.pieces.items():
        write(yara, question, answer)
    enter(yara, button(yara, "Go on"))
    space(yara, *(label(key, yara.language) for key in YARA.topics))
    enter(yara, button(yara, "Go on"))
    space(yara, *(f"{yara.say(day)}, {yara.say(part)}" for day, part in YARA.times))
    space(yara, "Both are fine")
    write(yara, "Where do you live?", YARA.place)
    space(yara, *map(yara.language_name, YARA.languages))
    enter(yara, button(yara, "Go on"))
    enter(yara, button(yara, "Go on"))
    space(yara, "Yes, I agree")
    enter(yara, button(yara, "Send my sign-up"))


def reach(visitor: Visitor, goal: Locator) -> None:
    """Press Tab until it is there."""
    for _tab in range(MOST_TABS):
        if goal.evaluate("each => each === document.activeElement"):
            return
        visitor.page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {goal}.")


def enter(visitor: Visitor, goal: Locator) -> None:
    reach(visitor, goal)
    visitor.go_by_pressing("Enter")


def space(visitor: Visitor, *labels: str) -> None:
    for text in labels:
        reach(visitor, visitor.field(text))
        visitor.page.keyboard.press("Space")
        assert visitor.field(text).is_checked()


def write(visitor: Visitor, question: str, answer: str) -> None:
    reach(visitor, visitor.field(question))
    visitor.page.keyboard.type(answer)


def button(visitor: Visitor, text: str) -> Locator:
    return visitor.page.locator("main").get_by_role("button", name=visitor.say(text), exact=True)


def link(visitor: Visitor, text: str) -> Locator:
    return visitor.page.locator("main").get_by_role("link", name=visitor.say(text), exact=True)
