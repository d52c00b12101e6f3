"""A provider made by hand, which says whatever it is told to say."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.test import TestResponse

from matcher.foundation import clock
from tests.members.provider import CLIENT

KEY = RSAKey.generate_key(2048)
KEY.ensure_kid()


@dataclass
class Hostile:
    """What it answers; each test turns one screw."""

    issuer: str = ""
    said: dict[str, Any] = field(default_factory=dict)  # over what it says of itself
    token: str = ""
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    spent: set[str] = field(default_factory=set)
    more: object = None  # what it tells of the person elsewhere

    def answer(self, path: str, body: str) -> tuple[int, object]:
        if path == "/.well-known/openid-configuration":
            return 200, self.metadata()
        if path == "/keys":
            return 200, {"keys": [KEY.as_dict(private=False)]}
        if path == "/userinfo":
            return 200, self.more
        form = parse_qs(body)
        self.asked.append(form)
        code = form.get("code", [""])[0]
        if code in self.spent:
            return 400, {"error": "invalid_grant"}
        self.spent.add(code)
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self.token}

    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            **self.said,
        }


@contextmanager
def answering() -> Iterator[Hostile]:
    """Let one answer on this machine, honestly until it is told otherwise."""
    made = Hostile()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # named by the library
            length = int(self.headers.get("Content-Length") or 0)
            code, answer = made.answer(self.path, self.rfile.read(length).decode())
            self.send_response(code)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        do_POST = do_GET  # noqa: N815  # named by the library

        def log_message(self, *_words: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.issuer = f"http://127.0.0.1:{server.server_port}"
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()


Claims = dict[str, Any]


def begin(app: Flask) -> tuple[FlaskClient, dict[str, str]]:
    """Return a browser that was sent to the provider, and what it was sent with."""
    browser = app.test_client()
    return browser, asked_in(str(browser.get("/sign-in/provider").location))


def asked_in(address: str) -> dict[str, str]:
    """Read with what a browser is sent to the provider."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def claims_for(hostile: Hostile, asked: dict[str, str]) -> Claims:
    now = int(clock.now().timestamp())
    return {
        "iss": hostile.issuer,
        "aud": CLIENT,
        "sub": "17",
        "nonce": asked["nonce"],
        "iat": now,
        "exp": now + 300,
        "email": "yara@example.org",
        "email_verified": True,
    }


def signed(claims: Claims, key: RSAKey = KEY) -> str:
    return jwt.encode({"alg": "RS256", "kid": KEY.kid}, claims, key)


def come(
    browser: FlaskClient, asked: dict[str, str], code: str = "a-code", **rest: str
) -> TestResponse:
    data = {"code": code, "state": asked["state"], **rest}
    return browser.post("/sign-in/provider/back", data=data)
