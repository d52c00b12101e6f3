"""Style, scripts and drawings: where they are, and how long a browser may keep them."""

from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from flask import Flask, abort, request, send_file, url_for
from flask.typing import ResponseReturnValue

OURS = Path(__file__).parents[1] / "static"
# Bootstrap comes with the Bootstrap-Flask wheel: we serve its file, and keep no copy of it.
BORROWED = {"vendor/bootstrap.min.css": "static/bootstrap5/css/bootstrap.min.css"}
A_YEAR = 365 * 24 * 60 * 60


def init_app(app: Flask) -> None:
    """Give the templates `asset("theme.css")`, and serve what it names."""
    app.view_functions["static"] = serve
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["pages"] = app.view_functions  # while the house is being built


def asset(name: str) -> str:
    """Return the address of a file, with its version: a new version is a new address."""
    path = shelf().get(name)
    if path is None:
        raise FileNotFoundError(f"matcher/static has no {name}.")
    return url_for("static", filename=name, v=version(path, path.stat().st_mtime_ns))


def serve(filename: str) -> ResponseReturnValue:
    """Send a file: for a year when its version was asked for, else to be asked about again."""
    path = shelf().get(filename) or abort(404)
    now = version(path, path.stat().st_mtime_ns)
    named = request.args.get("v") == now
    response = send_file(path, etag=now, max_age=A_YEAR if named else None)
    response.cache_control.public = True
    response.cache_control.immutable = named
    return response


@lru_cache
def shelf() -> dict[str, Path]:
    """List what we serve. A name that is not on it is no file, whatever it looks like."""
    ours = {path.relative_to(OURS).as_posix(): path for path in OURS.rglob("*") if path.is_file()}
    return ours | {name: _package("flask_bootstrap") / path for name, path in BORROWED.items()}


@lru_cache
def version(path: Path, _changed: int) -> str:
    """Return what tells this content from any other."""
    return sha256(path.read_bytes()).hexdigest()[:12]


def _package(name: str) -> Path:
    """Where a package is installed, without the cost of importing it."""
    spec = find_spec(name)
    if spec is None or not spec.origin:
        raise ModuleNotFoundError(f"{name} is not installed.")
    return Path(spec.origin).parent
