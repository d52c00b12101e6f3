"""Many people at once, each with their own cookies, who do what their mails ask of them.

They send what their browsers would send: a form's own fields, its token, and what they fill in.
"""

import re
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from uuid import UUID

import pytest

from tests.journeys.site import PATIENCE, Site, link_in

PASSWORD = "a lantern in the old mill"  # noqa: S105  # of people who do not exist
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
AT_ONCE = 4


@dataclass
class Guest:
    """Somebody with a browser of which we see nothing."""

    address: str
    jar: CookieJar = field(default_factory=CookieJar)

    def get(self, url: str) -> tuple[str, str]:
        return self._ask(urllib.request.Request(url))  # noqa: S310  # our own site

    def send(self, url: str, page: str, **filled: str) -> tuple[str, str]:
        """Send the form of a page back, to the address of the page."""
        data = urlencode({**_hidden(page), **filled}).encode()
        return self._ask(urllib.request.Request(url, data))  # noqa: S310  # as above

    def _ask(self, request: urllib.request.Request) -> tuple[str, str]:
        cookies = urllib.request.HTTPCookieProcessor(self.jar)
        request.add_header("Accept-Language", "en")
        with urllib.request.build_opener(cookies).open(request) as answer:
            return answer.geturl(), answer.read().decode()


def confirm_all(site: Site) -> dict[str, Guest]:
    """Let everybody who was invited choose a password, read what is known, and agree to it."""
    invited = [mail for mail in site.post.received if "/invitation/" in str(mail)]
    links = {str(mail["To"]).strip("<>"): link_in(mail) for mail in invited}
    with ThreadPoolExecutor(AT_ONCE) as people:
        return {guest.address: guest for guest in people.map(_confirm, links.items())}


def answer(guest: Guest, site: Site, proposal: str, **said: str) -> None:
    """Open the mail about a proposal, in whatever language it is, and say yes or no."""
    url, page = guest.get(_link_about(f"/proposals/{UUID(proposal)}", guest, site))
    _, after = guest.send(url, page, **said)
    assert "field-error" not in after


def _link_about(page: str, guest: Guest, site: Site) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for mail in site.post.received:
            body = mail.get_body(("plain",))
            if guest.address in str(mail["To"]) and body and page in body.get_content():
                return link_in(mail)
        time.sleep(0.2)
    pytest.fail(f"No mail about {page} came for {guest.address}.")


def _confirm(invitation: tuple[str, str]) -> Guest:
    guest, link = Guest(invitation[0]), invitation[1]
    url, page = guest.get(link)
    url, page = guest.send(url, page, password=PASSWORD)
    assert "/check" in url, url
    _, after = guest.send(url, page, agree="y")
    assert "field-error" not in after, guest.address
    return guest


def _hidden(page: str) -> dict[str, str]:
    found = HIDDEN.findall(page[page.index("<main") :])
    fields = [
        (re.search(r'name="([^"]*)"', each), re.search(r'value="([^"]*)"', each)) for each in found
    ]
    return {name[1]: value[1] for name, value in fields if name and value}
