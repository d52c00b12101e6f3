"""Whoever uses a keyboard, asks for rest, or has colours of their own, gets the same pages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
pytestmark = pytest.mark.journey

STOPS = 80
# A choice draws its ring on the words beside the invisible circle, a tile around all of itself.
HAS_RING = """() => {
  const here = document.activeElement;
  const seen = here.matches(".choice input") ? here.nextElementSibling : here;
  const rings = [getComputedStyle(seen), getComputedStyle(seen, "::after")];
  return rings.some((each) => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2)
    && seen.getBoundingClientRect().width > 0 ? "" : here.outerHTML.slice(0, 160);
}"""
NAMELESS = """() => [...document.querySelectorAll("button, a, summary")]
  .filter((each) => each.checkVisibility()
    && !(each.getAttribute("aria-label") || each.textContent).trim())
  .map((each) => each.outerHTML.slice(0, 120))"""
MOVES = """() => [...document.querySelectorAll("*")].filter((each) => {
  const style = getComputedStyle(each);
  return style.animationName !== "none"
    || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0.001);
}).map((each) => each.className)"""
BORDERLESS = """() => [...document.querySelectorAll(".btn, .chip, .badge, .choice span, .face")]
  .filter((each) => each.checkVisibility() && getComputedStyle(each).borderStyle === "none")
  .map((each) => each.className)"""


def test_the_first_tab_leads_past_the_menu(visit: Visit) -> None:
    page = visit("/styleguide")

    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_one_sees_where_one_is_at_every_stop(visit: Visit, *, dark: bool) -> None:
    page = visit("/styleguide", dark=dark)
    hidden = []

    for _stop in range(STOPS):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(HAS_RING))

    assert "\n".join(filter(None, hidden)) == ""


def test_a_dialog_holds_the_keyboard_and_gives_it_back(visit: Visit) -> None:
    page = visit("/styleguide")
    opener = page.get_by_role("link", name="End the pairing")
    opener.focus()

    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("document.querySelector('dialog[open]').contains(document.activeElement)")
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_the_menu_of_a_phone_opens_with_a_key(visit: Visit) -> None:
    page = visit("/styleguide", width=390)
    page.locator(".menu-phone > summary").focus()

    page.keyboard.press("Enter")
    expect(page.locator(".menu-phone").get_by_role("link", name="The eight tips")).to_be_visible()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('.menu-phone') !== null")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_everything_to_press_has_a_name(visit: Visit, language: str) -> None:
    assert visit("/styleguide", locale=language).evaluate(NAMELESS) == []


def test_nothing_moves_for_who_asks_for_rest(visit: Visit) -> None:
    assert visit("/styleguide", reduced_motion="reduce").evaluate(MOVES) == []


def test_shapes_keep_an_edge_where_colours_are_forced(visit: Visit) -> None:
    assert visit("/styleguide", forced_colors="active").evaluate(BORDERLESS) == []
