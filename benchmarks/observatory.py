"""What Mozilla's scanner says of our headers: `python -m benchmarks.observatory` (needs npm).

Five pages are judged over TLS, each through a door of its own that shows it as the front page: the
scanner looks at nothing else. It judges no page that failed, so the doors of 404 and 500 say 200;
all their headers are as they were sent. Ends 0 when each has A+ and every test passed.

The scanner is no dependency: it is installed into `--tools` (.venv/observatory) when missing.
"""

import argparse
import http.client
import json
import logging
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog
import waitress
from flask import Blueprint, Flask
from sqlalchemy.orm import Session

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.engines import open_to_write
from matcher.members.services.signing_in import sign_in
from matcher.rooms import BLUEPRINTS
from matcher.web.policy import anyone
from tests.databases import File
from tests.factories import a_member
from tests.messages.servers import free_port

SCANNER = "@mdn/mdn-http-observatory"
HOST = "samen.example.org"
# Otherwise fetched from elsewhere when it is installed.
OFFLINE = {"hsts-preload.json": "{}", "tld-list.json": '["localhost"]'}
SCAN = """
import { scan } from "%s/src/scanner/index.js";
const found = await scan(process.argv[1]);
const failed = Object.entries(found.tests).filter(([, test]) => !test.pass);
const wrong = failed.map(([name, test]) => name + ": " + test.result);
console.log(JSON.stringify({ ...found.scan, wrong }));
process.exit(0);
"""
broken = Blueprint("broken", __name__)


@broken.get("/broken")
@anyone
def fail() -> str:
    raise RuntimeError("for the scanner to see the page about it")


@dataclass(frozen=True)
class Door:
    """A page to judge, as whoever is signed in with this cookie."""

    name: str
    path: str
    cookie: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, default=Path(".venv/observatory"))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    tools = parser.parse_args().tools.resolve()
    scanner = install(tools)
    with TemporaryDirectory() as folder, a_service(Path(folder)) as (port, token):
        certificate = make_certificate(Path(folder))
        doors = (
            Door("public", "/"),
            Door("sign-in", "/sign-in"),
            Door("signed in", "/home", f"__Host-session={token}"),
            Door("404", "/nowhere"),
            Door("500", "/broken"),
        )
        content = [judge(scanner, door, port, certificate) for door in doors]
    return 0 if all(content) else 1


def install(tools: Path) -> Path:
    scanner = tools / "node_modules" / SCANNER
    if not scanner.exists():
        words = ["npm", "i", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(tools)]
        subprocess.run([*words, SCANNER], check=True)  # noqa: S603  # fixed words
    for name, content in OFFLINE.items():
        (scanner / "conf" / name).write_text(content)
    return scanner


def judge(scanner: Path, door: Door, upstream: int, certificate: Path) -> bool:
    with standing(door, upstream, certificate) as port:
        done = subprocess.run(  # noqa: S603  # fixed words
            ["node", "--input-type=module", "-e", SCAN % scanner, f"localhost:{port}"],  # noqa: S607  # wherever it is
            env=dict(os.environ) | {"NODE_EXTRA_CA_CERTS": str(certificate)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    if done.returncode:
        sys.stdout.write(f"{door.name}: {done.stderr[-500:]}\n")
        return False
    found = json.loads(done.stdout.splitlines()[-1])
    tests = f"{found['testsPassed']} of {found['testsQuantity']} tests"
    wrong = "".join(f"\n  {each}" for each in found["wrong"])
    sys.stdout.write(f"{door.name}: {found['grade']} {found['score']}, {tests}{wrong}\n")
    return found["grade"] == "A+" and not found["testsFailed"]


@contextmanager
def a_service(folder: Path) -> Iterator[tuple[int, str]]:
    """Serve an installation as in production, with somebody signed in."""
    sealed.install({1: bytes(32)})
    database = File(folder / "matcher.db")
    url = f"sqlite:///{database.path}"
    settings = Settings(
        SECRET_KEY="for an hour",
        SEAL_KEYS={1: bytes(32)},
        INSTANCE=folder,
        DATABASE_URL=url,
        BASE_URL=f"https://{HOST}",
    )
    app = create_app(settings, [*BLUEPRINTS, broken])
    engine = open_to_write(url)
    with Session(engine) as db:
        member = a_member()
        db.add(member)
        token = sign_in(db, member, now=clock.now())
        db.commit()
    engine.dispose()
    with serving(app) as port:
        yield port, token


@contextmanager
def serving(app: Flask) -> Iterator[int]:
    port = free_port()
    server = waitress.create_server(app.wsgi_app, host="127.0.0.1", port=port, ident=None)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield port
    finally:
        server.close()


@contextmanager
def standing(door: Door, upstream: int, certificate: Path) -> Iterator[int]:
    """Stand a TLS door before the service that shows one page as its front page."""

    class Porter(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            path = door.path if self.path == "/" else self.path
            asked = http.client.HTTPConnection("127.0.0.1", upstream, timeout=30)
            asked.request(self.command, path, headers={"Host": HOST, "Cookie": door.cookie})
            answer = asked.getresponse()
            body = answer.read()
            self.send_response_only(200 if path == door.path else answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in {"transfer-encoding", "connection", "content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_GET = do_HEAD = do_OPTIONS = answer  # noqa: N815  # names of its base

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # likewise
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Porter)
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(certificate, certificate.with_suffix(".key"))
    server.socket = secure.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def make_certificate(folder: Path) -> Path:
    """Make a certificate for this hour, which is its own authority."""
    certificate = folder / "door.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(certificate.with_suffix(".key")), "-out", str(certificate)]
    subprocess.run([*words, *names, *files], check=True, capture_output=True)  # noqa: S603  # fixed words
    return certificate


if __name__ == "__main__":
    sys.exit(main())
