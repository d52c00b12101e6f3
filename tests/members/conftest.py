"""A provider of single sign-on for the tests that need one."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from socket import socket
from urllib.parse import urljoin

import httpx
import pytest
from flask import Flask

from tests.members.handmade import Hostile, answering
from tests.members.provider import CLIENT, PASSWORD, SECRET

BACK = "http://localhost/sign-in/provider/back"


@dataclass
class AtProvider:
    """The part of a person's browser that is at the provider: it fills in what is asked there."""

    login: str
    browser: httpx.Client

    def go(self, address: str) -> str:
        """Follow an address of ours to the provider, and return where it leads back to."""
        answer = self.browser.get(address)
        for _ in range(12):
            here = str(answer.url)
            if answer.is_redirect:
                onward = urljoin(here, answer.headers["location"])
                if onward.startswith(BACK):
                    return onward.removeprefix("http://localhost")
                answer = self.browser.get(onward)
            else:
                answer = self.browser.post(here, data=self._filled(answer.text))
        raise AssertionError(answer.text[:3000])

    def _filled(self, page: str) -> dict[str, str]:
        token = re.search(r'name="csrf_token" value="([^"]*)"', page)
        known = {"login": self.login, "password": PASSWORD, "answer": "accept"}
        fields = {name: value for name, value in known.items() if f'name="{name}"' in page}
        return {**fields, "csrf_token": token.group(1) if token else ""}


@pytest.fixture(scope="session")
def real_provider() -> Iterator[str]:
    """Start a real provider, and return what it calls itself."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "tests.members.provider", str(port), BACK]
    with subprocess.Popen(  # noqa: S603  # our own module
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture
def at_provider() -> Iterator[AtProvider]:
    with httpx.Client() as browser:
        yield AtProvider("yara", browser)


@pytest.fixture
def with_provider(app: Flask, real_provider: str) -> Flask:
    """Give an installation that people sign in to by the real provider."""
    use_provider(app, real_provider)
    return app


@pytest.fixture
def hostile(app: Flask) -> Iterator[Hostile]:
    """Give an installation whose provider says what a test wants, and where anyone may enter."""
    with answering() as made:
        use_provider(app, made.issuer, OIDC_ENTRY="anyone")
        yield made


def use_provider(app: Flask, issuer: str, **rest: object) -> None:
    app.extensions.pop("provider", None)
    chosen = {"OIDC_CLIENT_ID": CLIENT, "OIDC_CLIENT_SECRET": SECRET, **rest}
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], OIDC_ISSUER=issuer, **chosen)
