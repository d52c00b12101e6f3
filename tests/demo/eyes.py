"""Somebody who looks, in a real browser, whether a page that was sent is as promised."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Browser, ConsoleMessage, Page, Route
from werkzeug.test import TestResponse

from matcher.web.assets import find

HOST = "http://localhost"
RULES = {"resultTypes": ["violations"]}
# A word that stands on two lines, although no hyphen was put into it.
BROKEN = r"""() => {
  const broken = [];
  const range = document.createRange();
  const any = /[\p{L}]{3,}/gu;
  // In running text an address or a very long word may have to; others only where it is squeezed.
  const short = /(?<![\p{L}\d@./_-])[\p{L}]{3,12}(?![\p{L}\d@/_-]|[.][\p{L}])/gu;
  const heads = "h1, h2, h3, h4, th, dt, label, legend, .btn, .badge";
  for (const each of document.querySelectorAll(`${heads}, main p, main li, main dd`)) {
    if (each.closest(".visually-hidden") || !each.checkVisibility()) continue;
    const words = each.matches(heads) ? any : short;
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(words)) {
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
        if (lines.size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""
# What stands out at the right, and makes the page scroll sideways.
WIDE = """() => {
  const most = window.innerWidth;
  const wide = document.scrollingElement.scrollWidth;
  if (wide <= most) return [];
  return [`${wide} px`, ...[...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > most + 1)
    .slice(0, 3).map((each) => each.outerHTML.slice(0, 120))];
}"""


@dataclass
class Eyes:
    """One browser window, and what it complains about."""

    page: Page
    sent: TestResponse | None = None
    complaints: list[str] = field(default_factory=list)

    def look(self, path: str, sent: TestResponse) -> list[str]:
        """Say what is not as every page promises."""
        self.sent, self.complaints = sent, []
        self.page.goto(HOST + path)
        self.page.evaluate(AXE)
        found = self.page.evaluate("rules => axe.run(rules)", RULES)["violations"]
        self.complaints += [
            f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]
        ]
        self.complaints += [f"Wide: {each}" for each in self.page.evaluate(WIDE)]
        self.complaints += [f"Broken word: {each}" for each in self.page.evaluate(BROKEN)]
        return self.complaints

    def answer(self, route: Route) -> None:
        """Give the browser the page, and our own files; nothing else is there."""
        asked = urlsplit(route.request.url)
        name = asked.path.removeprefix("/static/")
        if asked.netloc != "localhost":
            self.complaints.append(f"asked another host: {route.request.url}")
            route.abort()
        elif route.request.is_navigation_request() and self.sent:
            headers = {name: value for name, value in self.sent.headers if name != "Set-Cookie"}
            route.fulfill(status=200, headers=headers, body=self.sent.get_data())
        elif name != asked.path:
            body, kind = _file(name)
            route.fulfill(status=200, body=body, content_type=kind)
        else:
            route.fulfill(status=204)

    def listen(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(f"console: {said.text}")


@contextmanager
def eyes(chromium: Browser, *, width: int, dark: bool, language: str) -> Iterator[Eyes]:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        locale=language,
    )
    mine = Eyes(context.new_page())
    mine.page.on("pageerror", lambda error: mine.complaints.append(str(error)))
    mine.page.on("console", mine.listen)
    context.route("**/*", mine.answer)
    yield mine
    context.close()


@cache
def _file(name: str) -> tuple[bytes, str]:
    found = find(name)
    assert found, name
    return found.body, found.kind
