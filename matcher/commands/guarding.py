"""The commands that guard what is kept: `sweep`, `erase`, `audit verify`, `keys rotate`."""

from pathlib import Path
from typing import Any


def add_to(commands: Any) -> None:
    """Mount the commands. What each of them needs is loaded only when it is asked for."""
    sweep = _add(commands, "sweep", "put away what was kept long enough", _sweep)
    sweep.add_argument("--dry-run", action="store_true", help="only say what would be put away")
    erase = _add(commands, "erase", "erase somebody for good, at their request", _erase)
    erase.add_argument("email", help="their e-mail address")
    erase.add_argument("--by", required=True, metavar="EMAIL", help="the administrator who asks")
    audit = _add(commands, "audit", "look at every seal of the trail", _audit)
    audit.add_argument("what", choices=["verify"])
    keys = _add(commands, "keys", "renew the keys that seal texts, with the service up", _keys)
    keys.add_argument("what", choices=["rotate"])


def _add(commands: Any, name: str, sentence: str, command: Any) -> Any:
    made = commands.add_parser(name, help=sentence, description=f"{sentence.capitalize()}.")
    made.set_defaults(command=command)
    made.add_argument(
        "--instance", type=Path, metavar="DIR", help="folder of the installation (MATCHER_INSTANCE)"
    )
    return made


def _sweep(instance: Path | None, *, dry_run: bool) -> int:
    from matcher.commands import keeping, places  # noqa: PLC0415  # only when asked for

    return keeping.sweep_now(places.Place(instance), dry_run=dry_run)


def _erase(instance: Path | None, email: str, by: str) -> int:
    from matcher.commands import keeping, places  # noqa: PLC0415  # likewise

    return keeping.erase(places.Place(instance), email=email, by=by)


def _audit(instance: Path | None, what: str) -> int:
    from matcher.commands import keeping, places  # noqa: PLC0415  # likewise

    assert what == "verify"  # noqa: S101  # the only choice
    return keeping.verify_trail(places.Place(instance))


def _keys(instance: Path | None, what: str) -> int:
    from matcher.commands import keeping, places  # noqa: PLC0415  # likewise

    assert what == "rotate"  # noqa: S101  # the only choice
    return keeping.rotate_keys(places.Place(instance))
