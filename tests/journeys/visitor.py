"""Somebody at a browser. Whatever page they come upon is held against what every page promises."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT as AXE
from axe_playwright_python.base import AxeResults
from babel import Locale
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Locator, Page, Request
from playwright.sync_api import Error as PageError

from matcher.foundation.translate import TRANSLATIONS, say
from matcher.foundation.words import Language, counted, sentence

LOCALES = {Language.EN: "en-GB", Language.NL: "nl-NL"}
# What the content policy stops is told on the console in words; this tells it in any browser.
REPORTS = """
document.addEventListener("securitypolicyviolation",
  (told) => console.error("Content policy: " + told.violatedDirective + " " + told.blockedURI));
"""
# What a theme changes is colours: the other rules need not be asked twice.
COLOURS = ["color-contrast", "link-in-text-block"]
THEMES: dict[Literal["dark", "light"], dict[str, object]] = {
    "dark": {"resultTypes": ["violations"], "runOnly": COLOURS},
    "light": {"resultTypes": ["violations"]},
}
# A page of the same build as one that was examined would tell the same.
BUILD = """() => location.pathname.replace(/[0-9a-f-]{36}/g, "") + [...document.querySelectorAll(
  "*")].map((each) => [each.tagName, each.className, each.type]).join()"""
KIND = """() => location.pathname.replace(/[0-9a-f-]{36}/g, "")"""
_examined: set[tuple[str, str, str]] = set()
# Colours move into each other for a moment; what is inside of what moved may move after it.
SETTLED = """() => { for (let round = 0; round < 9; round += 1) {
  document.getAnimations().forEach((each) => { try { each.finish(); } catch { each.cancel(); } });
} }"""
IDS = "all => all.map(each => each.id)"


@dataclass
class Visitor:
    """One person with one browser, who reads English or Dutch.

    Words on pages are given in English, and looked for in the person's language.
    """

    page: Page
    language: Language
    host: str
    tools: CDPSession | None = None  # of the browser, where it is to run no scripts of pages
    hurries: bool = False  # holds each kind of page against the rules once, whatever stands on it
    seen: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def with_browser(
        cls,
        chromium: Browser,
        url: str,
        language: Language,
        *,
        phone: bool = False,
        runs_scripts: bool = True,
    ) -> "Visitor":
        context = chromium.new_context(
            base_url=url,
            locale=LOCALES[language],
            timezone_id="Europe/Amsterdam",
            viewport={"width": 390, "height": 844} if phone else {"width": 1280, "height": 900},
            has_touch=phone,
        )
        context.add_init_script(REPORTS)
        context.set_default_timeout(10_000)
        page = context.new_page()
        tools = None if runs_scripts else context.new_cdp_session(page)
        visitor = cls(page, language, urlsplit(url).netloc, tools)
        visitor._let_scripts_run(they_may=False)
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        visitor.page.on("console", visitor._listen)
        context.on("request", visitor._watch)
        return visitor

    def say(self, text: str, **values: object) -> str:
        """Say a sentence of the pages. One about several is known by its words for several."""
        if one := _ones().get(text):
            return say(counted((one, text), **values), self.language)  # type: ignore[arg-type]  # by name
        return say(sentence(text, **values), self.language)

    def language_name(self, code: str) -> str:
        return str(Locale.parse(LOCALES[self.language], sep="-").languages[code])

    def open(self, address: str) -> None:
        self._go(lambda: self.page.goto(address))

    def press(self, label: str, *, within: str = "main", **values: object) -> None:
        """Press a button that leads to another page."""
        button = self.page.locator(within).get_by_role(
            "button", name=self.say(label, **values), exact=True
        )
        self.go_by(button)

    def follow(self, label: str, *, within: str = "body", **values: object) -> None:
        link = self.page.locator(within).get_by_role(
            "link", name=self.say(label, **values), exact=True
        )
        self.go_by(link)

    def go_by(self, way: Locator) -> None:
        self._go(way.click)

    def go_by_pressing(self, key: str) -> None:
        self._go(lambda: self.page.keyboard.press(key))

    def write(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def choose(self, label: str, option: str) -> None:
        self.field(label).select_option(label=self.say(option))

    def tick(self, *labels: str, within: str = "main") -> None:
        """Tick a box, or choose one of a few."""
        for label in labels:
            self.page.locator(within).get_by_label(self.say(label), exact=True).check()

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(self.say(label), exact=True)

    def sees(self, text: str, **values: object) -> None:
        self.page.locator("main").get_by_text(self.say(text, **values)).first.wait_for()

    def sees_beside(self, text: str) -> None:
        self.page.locator("aside").get_by_text(self.say(text)).first.wait_for()

    def is_at(self, title: str, **values: object) -> None:
        assert self.title == self.say(title, **values)

    def hears(self, text: str, **values: object) -> None:
        """Find what is told once, above the page, after a deed."""
        notices = self.page.locator(".flashes").all_inner_texts()
        assert self.say(text, **values) in " ".join(notices), notices

    def reads(self, *texts: str) -> None:
        """Find each of these on the page, as people wrote them."""
        for text in texts:
            self.page.locator("main").get_by_text(text).first.wait_for()

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    def arrive(self) -> None:
        """Take a page in to which something else led."""
        self.page.wait_for_load_state("load")
        self.look()

    def _go(self, leave: Callable[[], object]) -> None:
        with self.page.expect_navigation(wait_until="load"):
            leave()
        self.look()

    def look(self) -> None:
        """Hold this page against what every page promises, in the light and in the dark."""
        page, here = self.page, self.page.url
        self.seen.append(urlsplit(here).path)
        titles = page.locator("h1").all_inner_texts()
        assert len(titles) == 1, f"{here} has {titles}"
        assert page.title().startswith(_flat(titles[0])), f"{here} is called {page.title()!r}"
        assert page.locator("html").get_attribute("lang") == self.language
        ids = page.locator("[id]").evaluate_all(IDS)
        assert len(ids) == len(set(ids)), f"{here} has an id twice: {sorted(ids)}"
        kind = page.evaluate(KIND if self.hurries else BUILD)
        build = (self.language, str(page.viewport_size), kind)
        if build not in _examined:
            self._examine_in_peace()
            _examined.add(build)
        assert self.complaints == [], f"{here}: {self.complaints}"

    def _examine_in_peace(self) -> None:
        """Examine a page; one that loads itself anew meanwhile is examined once it has."""
        try:
            self._examine()
        except PageError as error:
            if "Execution context was destroyed" not in str(error):
                raise
            self.page.wait_for_load_state("load")
            self._examine()

    def _examine(self) -> None:
        page = self.page
        self._let_scripts_run(they_may=True)  # axe is one; those of the page are not run belatedly
        page.evaluate(AXE)
        for theme, rules in THEMES.items():
            page.emulate_media(color_scheme=theme)
            page.evaluate(SETTLED)
            found = AxeResults(page.evaluate("rules => axe.run(rules)", rules))
            assert found.violations_count == 0, f"{page.url}, {theme}: {found.generate_report()}"
        self._let_scripts_run(they_may=False)

    def _let_scripts_run(self, *, they_may: bool) -> None:
        if self.tools:
            self.tools.send("Emulation.setScriptExecutionDisabled", {"value": not they_may})

    def _listen(self, said: ConsoleMessage) -> None:
        # A page that asks to sign in first is one, and the browser says so.
        if said.type == "error" and "status of 401" not in said.text:
            self.complaints.append(said.text)

    def _watch(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.host and not request.url.startswith("data:"):
            self.complaints.append(f"asked another host: {request.url}")


@cache
def _ones() -> dict[str, str]:
    """Return how each sentence about several is said of one, which is how gettext knows it."""
    with (TRANSLATIONS / "nl" / "LC_MESSAGES" / "messages.po").open("rb") as source:
        return {each.id[1]: each.id[0] for each in read_po(source) if each.pluralizable}


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
