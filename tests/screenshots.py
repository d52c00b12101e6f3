"""Takes pictures of the demo's main pages: `python -m tests.screenshots`, into screenshots/.

Each person of the demo is followed through their menu, on a desk and on a phone, in both themes.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from matcher.demo.story import SIGN_INS
from tests.browsers import CHROMIUM, FLAGS
from tests.cli.test_commands import await_answer
from tests.messages.servers import free_port

TARGET = Path("screenshots")
SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
}
VISITOR = ("/", "/tips", "/programmes", "/sign-in")


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with a_demo() as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for size in SIZES:
            for theme in ("light", "dark"):
                take_all(browser, address, size, theme)
        browser.close()
    sys.stdout.write(f"{len(list(TARGET.glob('*.png')))} pictures in {TARGET}/\n")


@contextmanager
def a_demo(patience: float = 60) -> Iterator[str]:
    """Run a demo of our own: the one that somebody may be looking at stays as it is."""
    port = free_port()
    with TemporaryDirectory() as folder:
        process = subprocess.Popen(  # noqa: S603  # our own command
            [
                sys.executable,
                "-m",
                "matcher.cli",
                "demo",
                "--port",
                str(port),
                "--instance",
                folder,
            ],
            text=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield await_answer(f"http://localhost:{port}", process, patience)
        finally:
            process.kill()
            process.wait()


def take_all(browser: Browser, address: str, size: str, theme: str) -> None:
    for who, email, password in [("visitor", "", ""), *SIGN_INS]:
        context = browser.new_context(
            base_url=address,
            viewport=SIZES[size],
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        if email:
            sign_in(page, email, password)
        for path in menu(page) if email else VISITOR:
            take(page, path, f"{who}-{name_of(path)}-{size}-{theme}.png")
        context.close()


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/sign-in")
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)


def menu(page: Page) -> list[str]:
    """List where this person's menu leads, on every page it leads to."""
    found = [urlsplit(page.url).path]
    for path in found:
        page.goto(path)
        links = page.locator("nav.top-nav a").evaluate_all("all => all.map(a => a.pathname)")
        found += [link for link in dict.fromkeys(links) if link not in found]
    return found


def take(page: Page, path: str, name: str) -> None:
    page.goto(path)
    page.screenshot(path=TARGET / re.sub(r"[^\w.-]", "", name), full_page=True)


def name_of(path: str) -> str:
    """Name a page by its address, without the ids in it."""
    words = [part for part in path.split("/") if part and not re.fullmatch(r"[0-9a-f-]{36}", part)]
    return "-".join(words) or "start"


if __name__ == "__main__":
    main()
