"""What members do with the mails they get: join, answer, meet, and say how it goes."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from http import HTTPStatus
from random import Random

from examples.cluster.browsing import Browser, Form, Site, onward
from examples.cluster.ledger import Ledger
from examples.cluster.postbox import Letter
from matcher.demo.life import Life

PASSWORD = "vijf stille molens aan zee"  # noqa: S105  # of people who do not exist
ENROLMENT = re.compile(r"/enrolments/([0-9a-f-]{36})")
TAPS = ("3", "4", "5")
SILENT = 0.15  # of those who are asked how it goes do not answer before they are reminded


@dataclass
class Members:
    """Everybody with a browser of their own; each by themselves, whatever the others do."""

    site: Site
    ledger: Ledger
    browsers: dict[str, Browser] = field(default_factory=dict)

    def join(self, letter: Letter) -> None:
        """Choose a password, read what is known, and agree to take part."""
        browser = self.browser(letter.address)
        page = browser.get(letter.path)
        if page.status_code == HTTPStatus.NOT_FOUND:  # used up: its answer was lost on the way
            self._sign_in(browser, letter.address)
            onward_to = _own_sign_up(browser)
        elif page.status_code == HTTPStatus.OK:
            sent = {"csrf_token": Form(page.text).hidden["csrf_token"], "password": PASSWORD}
            onward_to = onward(browser.post(letter.path, sent))
        else:
            onward_to = onward(page)
        self._agree(browser, onward_to)

    def _sign_in(self, browser: Browser, address: str) -> None:
        page = browser.get("/sign-in")
        if page.status_code == HTTPStatus.OK:
            token = Form(page.text).hidden["csrf_token"]
            sent = {"csrf_token": token, "email": address, "password": PASSWORD}
            onward(browser.post("/sign-in", sent))

    def _agree(self, browser: Browser, path: str) -> None:
        form = Form(browser.get(path).text)
        if "version" in form.hidden:
            names = ("csrf_token", "version")
            sent = {name: form.hidden[name] for name in names} | {"agree": "y"}
            onward(browser.post(path, sent))
        self.ledger.confirm(path.split("/")[2])

    def answer(self, letter: Letter) -> None:
        """Say yes or no to a proposal, or nothing at all."""
        says = Life(self._dice(letter)).says_yes()
        if says is None:
            return
        browser, answer = self.browser(letter.address), "yes" if says else "no"
        page = browser.get(letter.path)
        form = Form(page.text)
        if 'name="answer"' in page.text:
            token = form.hidden["csrf_token"]
            sent = {"csrf_token": token, "answer": answer, "reason": "time"}
            onward(browser.post(letter.path, sent))
        elif page.status_code != HTTPStatus.OK:
            raise AssertionError(f"{letter.path} was answered {page.status_code}")
        self.ledger.answer(letter.path.split("/")[2], letter.address, answer)

    def meet(self, letter: Letter, *, now: datetime) -> None:
        """Note that the two met yesterday."""
        browser, path = self.browser(letter.address), "/".join(letter.path.split("/")[:3])
        page = browser.get(path)
        if page.status_code == HTTPStatus.UNAUTHORIZED:  # days have passed since they were here
            self._sign_in(browser, letter.address)
            page = browser.get(path)
        sent = {
            "csrf_token": Form(page.text).hidden["csrf_token"],
            "on": (now - timedelta(days=1)).date().isoformat(),
        }
        onward(browser.post(f"{path}/meetings/held", sent))
        self.ledger.meet(path.split("/")[2])

    def tell(self, letter: Letter) -> None:
        """Answer how it goes, by the link in the mail, without signing in."""
        browser = Browser(self.site, _place(letter.path))
        page = browser.get(letter.path)
        form = Form(page.text)
        asked = [name for name, taps in form.choices.items() if set(TAPS) <= set(taps)]
        if not asked:
            return  # answered already, or closed
        dice = self._dice(letter)
        given = {name: dice.choice(TAPS) for name in asked}
        answer = browser.post(letter.path, {"csrf_token": form.hidden["csrf_token"], **given})
        if answer.status_code != HTTPStatus.OK:
            raise AssertionError(f"A check-in was answered {answer.status_code}")
        self.ledger.tell(letter.path.split("/")[2], given)

    def is_silent(self, letter: Letter) -> bool:
        return self._dice(Letter(letter.address, "silent")).random() < SILENT

    def browser(self, address: str) -> Browser:
        return self.browsers.setdefault(address, Browser(self.site, _place(address)))

    def _dice(self, letter: Letter) -> Random:
        return Random(f"{letter.address} {letter.path}")  # noqa: S311  # a story, not a secret


def _own_sign_up(browser: Browser) -> str:
    found = ENROLMENT.search(browser.get("/home").text)
    if found is None:
        raise AssertionError("Somebody does not find their sign-up.")
    return f"{found[0]}/check"


def _place(who: str) -> str:
    """Return an address on the network that is this visitor's own."""
    first, second, third = sha256(who.encode()).digest()[:3]
    return f"10.{first}.{second}.{third}"
