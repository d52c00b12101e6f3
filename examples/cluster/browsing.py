"""Browsers, and what stands between them and both web processes."""

import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from http.cookies import SimpleCookie
from itertools import count
from threading import Lock
from typing import Any, TypeVar

import httpx

Outcome = TypeVar("Outcome")
PATIENCE = 300.0  # seconds for which people try again


class Trouble(Exception):
    """What a visitor sees: no answer, "later", or "somebody was before you, look again"."""


class Site:
    """Both web processes in turn, as a load balancer does it: past whoever does not answer."""

    def __init__(self, ports: list[int]) -> None:
        self.ports = ports
        self.base = f"http://127.0.0.1:{ports[0]}"
        # Answers by status, "broken" for none, "elsewhere" for a visitor who was handed on.
        self.tally: Counter[str] = Counter()
        self._turn, self._lock = count(), Lock()
        limits = httpx.Limits(max_connections=64, max_keepalive_connections=32)
        nobodys = CookieJar(DefaultCookiePolicy(allowed_domains=[]))  # each browser keeps its own
        self._line = httpx.Client(timeout=120, limits=limits, trust_env=False, cookies=nobodys)

    def ask(self, method: str, path: str, headers: Mapping[str, str], **sent: Any) -> Any:
        turn = next(self._turn)
        for port in (self.ports[(turn + each) % len(self.ports)] for each in range(2)):
            try:
                return self._ask(method, f"http://127.0.0.1:{port}{path}", headers, sent)
            except httpx.ConnectError:
                self._note("elsewhere")
            except httpx.TransportError as error:
                self._note("broken")
                raise Trouble from error  # nobody knows whether it was done
        raise Trouble

    def _ask(self, method: str, url: str, headers: Mapping[str, str], sent: Any) -> httpx.Response:
        known = {"Host": self.base.removeprefix("http://"), "Origin": self.base}
        answer = self._line.request(method, url, headers=known | dict(headers), **sent)
        self._note(str(answer.status_code))
        if answer.is_server_error or answer.status_code == HTTPStatus.CONFLICT:
            raise Trouble(answer.status_code)
        return answer

    def _note(self, what: str) -> None:
        with self._lock:
            self.tally[what] += 1

    def close(self) -> None:
        self._line.close()


class Form(HTMLParser):
    """What stands in the forms of a page: what is sent along, and what can be chosen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.choices: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("type") == "hidden" and "name" in given:
            self.hidden[given["name"]] = given.get("value", "")
        if tag == "input" and given.get("type") == "radio":
            self.choices.setdefault(given["name"], []).append(given.get("value", ""))


@dataclass
class Browser:
    """One person's browser, with its cookies, in a place of its own."""

    site: Site
    place: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> httpx.Response:
        return self._ask("GET", path)

    def post(self, path: str, form: Mapping[str, str], **sent: Any) -> httpx.Response:
        return self._ask("POST", path, data=form, **sent)

    def _ask(self, method: str, path: str, **sent: Any) -> httpx.Response:
        said = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"X-Forwarded-For": self.place} | ({"Cookie": said} if said else {})
        answer: httpx.Response = self.site.ask(method, path, headers, **sent)
        for line in answer.headers.get_list("set-cookie"):
            self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
        return answer


def onward(answer: httpx.Response) -> str:
    """Return the path that an answer leads to."""
    path = re.sub(r"^http://[^/]+", "", answer.headers.get("location", ""))
    if not path:
        words = " ".join(re.sub(r"<[^>]+>", " ", answer.text.partition("<main")[2]).split())
        asked = f"{answer.request.method} {answer.request.url.path}"
        raise AssertionError(f"{asked} was answered {answer.status_code}: {words[:300]}")
    return path


def insist(deed: Callable[[], Outcome]) -> Outcome:
    """Do as people do: when something breaks, look again a moment later."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return deed()
        except Trouble:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
