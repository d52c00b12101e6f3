"""Asking a server for pages, with as little work on our own side as there can be."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

FINE = {200, 302}


@dataclass(frozen=True)
class Server:
    """A process that serves, and where."""

    port: int
    pid: int

    def memory(self) -> float:
        """Its resident memory, in MB."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def worked(self) -> float:
        """The seconds of a processor that its threads took so far."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in threads) / 1e9


@contextmanager
def served(folder: Path, port: int, *, background: bool = False) -> Iterator[Server]:
    command = [sys.executable, "-m", "benchmarks.pages.server", str(folder), str(port)]
    with (
        (folder / "server.log").open("w") as log,
        subprocess.Popen(  # noqa: S603  # our own server
            [*command, *(["background"] if background else [])], stdout=log, stderr=log
        ) as process,
    ):
        try:
            _wait(port)
            yield Server(port, process.pid)
        finally:
            process.terminate()


def _wait(port: int) -> None:
    for _attempt in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not begin")


class Line:
    """One browser's connection, kept open. It sends back the cookies that it was given."""

    def __init__(self, server: Server, cookie: str = "") -> None:
        self.cookies = {"session": cookie} if cookie else {}
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.socket.close()

    def get(self, path: str) -> bytes:
        return self._ask(f"GET {path} HTTP/1.1\r\n{self._head()}\r\n".encode())

    def post(self, path: str, form: Mapping[str, str]) -> bytes:
        body = urlencode(form)
        kind = "Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://localhost\r\n"
        head = f"POST {path} HTTP/1.1\r\n{self._head()}{kind}"
        return self._ask(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode())

    def _head(self) -> str:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return "Host: localhost\r\n" + (f"Cookie: {kept}\r\n" if kept else "")

    def _keep(self, head: bytes) -> None:
        for line in head.decode().split("\r\n"):
            if line.lower().startswith("set-cookie:"):
                name, value = line[11:].split(";")[0].strip().split("=", 1)
                self.cookies[name] = value

    def _ask(self, request: bytes) -> bytes:
        self.socket.sendall(request)
        while b"\r\n\r\n" not in self.rest:
            self._more()
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        if status not in FINE:
            raise RuntimeError(f"{request[:200]!r} was answered {status}")
        self._keep(head)
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        while len(self.rest) < length:
            self._more()
        body, self.rest = self.rest[:length], self.rest[length:]
        return body

    def _more(self) -> None:
        got = self.socket.recv(262_144)
        if not got:
            raise RuntimeError("the server hung up")
        self.rest += got


@dataclass(frozen=True)
class Pace:
    """How many of a page came in a second, and what one took of the server's processor."""

    rate: float
    work: float


def pace(server: Server, path: str, cookie: str, *, times: int, lines: int = 2) -> Pace:
    """Ask so many times for a page, over a few connections."""

    def ask(_number: int) -> None:
        with Line(server, cookie) as line:
            for _each in range(times // lines):
                line.get(path)

    with ThreadPoolExecutor(lines) as at_once:
        began, worked = time.perf_counter(), server.worked()
        list(at_once.map(ask, range(lines)))
        took, work = time.perf_counter() - began, server.worked() - worked
        return Pace(rate=times / took, work=work / times)
