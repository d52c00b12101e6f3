"""What the components do in a real browser: in both colours, with a script or without."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.demo.eyes import BROKEN
from tests.look.conftest import Site

Visit = Callable[..., Page]
pytestmark = pytest.mark.journey

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = pytest.mark.parametrize("width", [360, 1280])
COLOURS = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
LANGUAGES = pytest.mark.parametrize("language", ["en", "nl"])


@WIDTHS
@COLOURS
@LANGUAGES
@pytest.mark.parametrize("path", ["/styleguide", "/bench/missing"])
def test_nothing_stands_in_anyones_way(
    visit: Visit, path: str, language: str, *, dark: bool, width: int
) -> None:
    page = visit(path, width=width, dark=dark, locale=language)

    found = Axe().run(page, options={"runOnly": STANDARD}).response["violations"]

    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_no_page_scrolls_sideways(visit: Visit, width: int) -> None:
    page = visit("/styleguide", width=width, locale="nl")

    assert page.evaluate("document.documentElement.scrollWidth") == width


@LANGUAGES
def test_days_stay_whole_where_a_week_is_to_be_mended(visit: Visit, language: str) -> None:
    page = visit("/styleguide", width=360, locale=language)

    page.locator("fieldset:has(.week)").evaluate("each => each.classList.add('field-invalid')")

    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_chosen_colours_stay_on_the_next_page(visit: Visit) -> None:
    page = visit("/styleguide")

    page.get_by_role("button", name="Dark").click()
    page.goto("/bench/writing")

    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")


def test_the_server_writes_the_chosen_colours_itself(visit: Visit) -> None:
    page = visit("/styleguide")
    page.get_by_role("button", name="Dark").click()

    html = page.context.request.get("/styleguide").text()

    assert '<html lang="en" data-bs-theme="dark">' in html


def test_device_leaves_no_choice_behind(visit: Visit) -> None:
    page = visit("/styleguide")
    page.get_by_role("button", name="Dark").click()

    page.get_by_role("button", name="Device").click()

    assert [each["name"] for each in page.context.cookies() if each["name"] == "theme"] == []


def test_a_topic_is_found_by_another_word_and_chosen_with_the_keyboard(visit: Visit) -> None:
    page = visit("/styleguide")
    search = page.get_by_role("combobox", name="Search a topic")

    search.press_sequentially("loslat")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    search.press("ArrowDown")
    expect(page.get_by_role("option", name="Delegating")).to_have_attribute("aria-selected", "true")
    search.press("Enter")

    expect(page.locator("input[value=delegating]")).to_be_checked()
    expect(page.get_by_role("button", name="Delegating remove")).to_be_visible()
    expect(page.locator("[data-topics-status]")).to_have_text("Delegating chosen")


def test_accents_and_capitals_do_not_hide_a_topic(visit: Visit) -> None:
    page = visit("/styleguide")

    page.get_by_role("combobox", name="Search a topic").fill("DÉLÉG")

    expect(page.get_by_role("option", name="Delegating")).to_be_visible()


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(visit: Visit) -> None:
    page = visit("/styleguide")
    search = page.get_by_role("combobox", name="Search a topic")
    search.fill("dutch")

    search.press("Escape")

    expect(search).to_have_attribute("aria-expanded", "false")
    expect(search).to_have_value("dutch")


def test_a_chosen_topic_is_removed_with_its_chip(visit: Visit) -> None:
    page = visit("/styleguide")

    page.get_by_role("button", name="Job interviews remove").click()

    expect(page.locator("input[value=job-interviews]")).not_to_be_checked()
    expect(page.get_by_text("Nothing yet.")).to_be_visible()


def test_topics_are_checkboxes_where_no_script_runs(visit: Visit) -> None:
    page = visit("/styleguide", java_script_enabled=False)

    page.get_by_label("Delegating").check()

    expect(page.get_by_role("combobox", name="Search a topic")).to_be_hidden()
    expect(page.get_by_label("Delegating")).to_be_checked()


def test_choosing_counts_in_the_buttons(visit: Visit) -> None:
    page = visit("/styleguide")

    page.get_by_label("Choose all").check()

    expect(page.get_by_text("2 chosen")).to_be_visible()
    expect(page.get_by_role("button", name="Approve 2")).to_be_enabled()
    page.get_by_label("Choose all").uncheck()
    expect(page.get_by_role("button", name="Approve 0")).to_be_disabled()


def test_proposals_are_reviewed_with_keys(visit: Visit) -> None:
    page = visit("/styleguide")
    page.locator("#row-1").focus()

    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("a")

    expect(page.locator("#row-1 input")).to_be_checked()
    expect(page.locator("#row-2 button[name=approve]")).to_be_focused()


def test_keys_do_nothing_outside_the_table(visit: Visit) -> None:
    page = visit("/styleguide")
    page.get_by_label("What should we call you?").focus()

    page.keyboard.press("x")

    expect(page.locator("#row-1 input")).not_to_be_checked()


def test_a_dialog_opens_and_leaves_everything_as_it_was(visit: Visit) -> None:
    page = visit("/styleguide")

    page.get_by_role("link", name="End the pairing").click()
    dialog = page.get_by_role("dialog", name="End the pairing of Yara and Marijke?")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Keep the pairing").click()

    expect(dialog).to_be_hidden()


def test_answers_are_counted(visit: Visit) -> None:
    page = visit("/styleguide")

    page.get_by_role("radio", name="4 good").check(force=True)

    expect(page.get_by_text("1 of 2 answered")).to_be_visible()


def test_a_draft_is_kept_after_a_pause(visit: Visit, site: Site) -> None:
    page = visit("/bench/writing")

    page.get_by_label("Story").press_sequentially("One sentence about me")

    expect(page.locator("[data-saved]")).to_have_text("Saved at 14:32")
    assert site.bench.drafts[-1]["story"] == "One sentence about me"


def test_a_draft_that_could_not_be_kept_says_so(visit: Visit, site: Site) -> None:
    page = visit("/bench/writing", complains=True)
    site.bench.works = False

    page.get_by_label("Story").fill("Another sentence")

    expect(page.locator("[data-saved]")).to_contain_text("Not saved just now")
    expect(page.get_by_label("Story")).to_have_value("Another sentence")
    site.bench.works = True


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_progress_is_followed_to_its_end(visit: Visit, site: Site, *, script: bool) -> None:
    site.bench.percent = 10
    page = visit("/bench/running", java_script_enabled=script)
    expect(page.get_by_text("40 %, looking")).to_be_visible()

    expect(page.get_by_text("It is done.")).to_be_visible(timeout=15_000)


def test_what_was_ticked_and_typed_while_work_went_on_is_there_when_it_is_done(
    visit: Visit, site: Site
) -> None:
    site.bench.percent = 10
    page = visit("/bench/running")

    page.get_by_label("Yara").check()
    page.get_by_label("Emre").uncheck()
    page.get_by_label("Search").fill("Fatima")

    expect(page.get_by_text("It is done.")).to_be_visible(timeout=15_000)
    expect(page.get_by_label("Yara")).to_be_checked()
    expect(page.get_by_label("Emre")).not_to_be_checked()
    expect(page.get_by_label("Search")).to_have_value("Fatima")


def test_stones_are_laid_while_someone_writes(visit: Visit) -> None:
    page = visit("/bench/writing")
    expect(page.get_by_role("heading", name="Still empty, and that is fine")).to_be_visible()

    page.get_by_label("Story").press_sequentially("Three words only")
    expect(page.locator("[data-stone].laid")).to_have_count(0)
    page.get_by_label("Story").press_sequentially(" makes four")

    expect(page.locator("[data-stone].laid")).to_have_count(1)
    expect(page.get_by_role("heading", name="A start")).to_be_visible()


def test_escape_closes_the_menu_of_a_phone_and_goes_back_to_its_button(visit: Visit) -> None:
    page = visit("/styleguide", width=390)
    button = page.locator(".menu-phone > summary")

    button.click()
    expect(page.locator(".menu-phone > div")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator(".menu-phone > div")).to_be_hidden()
    expect(button).to_be_focused()


def test_filters_fold_up_on_a_phone_and_stand_open_on_a_desk(visit: Visit) -> None:
    page = visit("/styleguide", width=390)
    switch, chosen = page.get_by_label("Filters"), page.get_by_label("Language", exact=True).last

    expect(chosen).to_be_visible()  # something is set, so they are open
    switch.press("Space")
    expect(chosen).to_be_hidden()

    page.set_viewport_size({"width": 1280, "height": 900})
    expect(chosen).to_be_visible()
    expect(page.get_by_text("Filters", exact=False).first).to_be_hidden()
