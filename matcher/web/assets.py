"""Style, scripts and drawings: where they are, and how long a browser may keep them."""

import gzip
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from flask import Flask, Response, abort, has_request_context, request, url_for

OURS = Path(__file__).parents[1] / "static"
# Bootstrap comes with the Bootstrap-Flask wheel: we serve its file, and keep no copy of it. Its
# pictures inside the style are left out: our content policy would stop them, our theme has its own.
BORROWED = {"vendor/bootstrap.min.css": "static/bootstrap5/css/bootstrap.min.css"}
PICTURE = re.compile(rb'url\("data:[^"]*"\)')
A_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent. All of them together are small enough to keep at hand."""

    body: bytes
    packed: bytes
    version: str
    kind: str


def init_app(app: Flask) -> None:
    """Give the templates `asset("theme.css")`, and serve what it names."""
    app.view_functions["static"] = serve
    app.jinja_env.globals["asset"] = asset


def asset(name: str) -> str:
    """Return the address of a file, with its version: a new version is a new address."""
    return _address(request.script_root if has_request_context() else "", name)


@lru_cache(maxsize=500)
def _address(_root: str, name: str) -> str:
    """Make each address once, as templates are: a page names a dozen of them.

    A file that changes while we serve is still sent as it is, to be asked about again.
    """
    found = find(name)
    if found is None:
        raise FileNotFoundError(f"matcher/static has no {name}.")
    return url_for("static", filename=name, v=found.version)


def serve(filename: str) -> Response:
    """Send a file: for a year when its version was asked for, else to be asked about again."""
    found = find(filename) or abort(404)
    packed = request.accept_encodings["gzip"] > 0 and len(found.packed) < len(found.body)
    response = Response(found.packed if packed else found.body, content_type=found.kind)
    if packed:
        response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    named = request.args.get("v") == found.version
    response.cache_control.public = True
    response.cache_control.max_age = A_YEAR if named else None
    response.cache_control.immutable = named
    response.cache_control.no_cache = None if named else True
    response.set_etag(found.version, weak=True)
    response.make_conditional(request)
    return response


def find(name: str) -> Asset | None:
    """Find a file that we serve. What is not on the shelf is none, whatever its name."""
    path = shelf().get(name)
    return read(path, path.stat().st_mtime_ns) if path else None


@lru_cache
def shelf() -> dict[str, Path]:
    """List what we serve."""
    ours = {path.relative_to(OURS).as_posix(): path for path in OURS.rglob("*") if path.is_file()}
    return ours | {name: _package("flask_bootstrap") / path for name, path in BORROWED.items()}


@lru_cache
def read(path: Path, _changed: int) -> Asset:
    """Read a file, once for each time it changes."""
    body = path.read_bytes()
    if OURS not in path.parents:
        body = PICTURE.sub(b"none", body)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    return Asset(body, gzip.compress(body, mtime=0), sha256(body).hexdigest()[:12], kind)


def _package(name: str) -> Path:
    """Where a package is installed, without the cost of importing it."""
    spec = find_spec(name)
    if spec is None or not spec.origin:
        raise ModuleNotFoundError(f"{name} is not installed.")
    return Path(spec.origin).parent
