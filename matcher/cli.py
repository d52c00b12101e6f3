"""The `matcher` command. Each part of it is loaded only when it is asked for."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from matcher.commands import guarding
from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import Language

EPILOG = """
first steps:
  matcher demo                    look around in a programme in the middle of its life
  matcher run                     begin one of your own, on this machine
  matcher check                   what to put right before others may use it

in production, behind a reverse proxy that speaks https (settings are MATCHER_… variables):
  MATCHER_BASE_URL=https://mentoring.example.org matcher upgrade
  MATCHER_BASE_URL=https://mentoring.example.org matcher serve

every command takes --help.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    os.umask(0o077)  # databases, mails and keys are for this account alone
    chosen = parser().parse_args(arguments)
    given = vars(chosen)
    command: Callable[..., int] = given.pop("command")
    try:
        return command(**given)
    except RuleBroken as refusal:
        sys.exit(say(refusal.sentence, Language.EN))
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="matcher",
        description="Samen Sterk matches mentors with mentees, and looks after what follows.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_starting(commands)
    _add_serving(commands)
    _add_upkeep(commands)
    _add_backups(commands)
    guarding.add_to(commands)
    _add_matching(commands)
    return parser


def _version() -> str:
    try:
        return version("matcher")
    except PackageNotFoundError:  # run from its folder, without being installed
        return "not installed"


def _add_starting(commands: Any) -> None:
    demo = _add(commands, "demo", "look around in a demo programme", _demo)
    demo.add_argument("--port", type=int, default=8000, help="where to serve it (8000)")
    demo.add_argument("--fresh", action="store_true", help="throw away what was changed")
    _add_instance(demo, "instance/demo")
    simulate = _add(commands, "simulate", "let a programme of any size live for months", _simulate)
    simulate.add_argument("--mentees", type=int, default=60, help="how many sign up (60)")
    simulate.add_argument("--mentors", type=int, default=45, help="how many sign up (45)")
    simulate.add_argument("--months", type=int, default=6, help="months of 30 days (6)")
    simulate.add_argument("--seed", type=int, default=1, help="another seed, another life (1)")
    simulate.add_argument(
        "--beside", action="store_true", help="also where people are already, beside them"
    )
    _add_instance(simulate, "instance/simulated")
    run = _add(commands, "run", "begin an installation of your own, on this machine", _run)
    run.add_argument("--port", type=int, default=8000, help="where to serve it (8000)")
    _add_instance(run)


def _add_serving(commands: Any) -> None:
    serve = _add(commands, "serve", "serve pages, and work in the background", _serve)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen at (127.0.0.1)")
    serve.add_argument("--port", type=int, default=8000, help="port to listen at (8000)")
    serve.add_argument(
        "--no-background", action="store_true", help="leave background work to `matcher worker`"
    )
    _add_instance(serve)
    _add_instance(_add(commands, "worker", "do background work only", _worker))


def _add_upkeep(commands: Any) -> None:
    upgrade = _add(commands, "upgrade", "back up, and bring the database to this version", _upgrade)
    upgrade.add_argument("--no-backup", action="store_true", help="upgrade without a backup")
    _add_instance(upgrade)
    _add_instance(_add(commands, "check", "say what is wrong with an installation", _check))
    _add_instance(_add(commands, "bounces", "take in a mail that came back, from stdin", _bounces))
    make = _add(commands, "make-administrator", "give somebody the keys", _make_administrator)
    make.add_argument("email", help="their e-mail address")
    make.add_argument("--name", default="", help="their name, when they are new")
    _add_instance(make)
    lost = _add(commands, "end-second-step", "let somebody in whose phone is gone", _end_second)
    lost.add_argument("email", help="their e-mail address; be sure that it is they who ask")
    _add_instance(lost)


def _add_backups(commands: Any) -> None:
    backup = _add(commands, "backup", "copy the database, and try the copy", _backup)
    backup.add_argument("--to", type=Path, metavar="DIR", help="folder to keep it in")
    _add_instance(backup)
    restore = _add(commands, "restore", "put a backup in the place of the database", _restore)
    restore.add_argument("file", type=Path, help="the backup")
    _add_instance(restore)


def _add_matching(commands: Any) -> None:
    """Mount the command of the matching core, which knows nothing of installations."""
    try:
        command = import_module("matcher.matching.command")
    except ModuleNotFoundError:
        return
    command.add_to(commands)


def _add(
    commands: Any, name: str, sentence: str, command: Callable[..., int]
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=sentence, description=sentence.capitalize() + ".")
    made.set_defaults(command=command)
    parser: argparse.ArgumentParser = made
    return parser


def _add_instance(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    parser.add_argument(
        "--instance",
        type=Path,
        default=Path(default) if default else None,
        metavar="DIR",
        help=f"folder of database, secrets and outbox ({default or 'MATCHER_INSTANCE'})",
    )


def _demo(instance: Path, port: int, *, fresh: bool) -> int:
    from matcher.commands import demonstrating, places  # noqa: PLC0415  # only when asked for

    return demonstrating.demo(places.Place(instance, port), fresh=fresh)


def _simulate(instance: Path, *, beside: bool, **size: int) -> int:
    from matcher.commands import places, simulating  # noqa: PLC0415  # likewise

    return simulating.run(places.Place(instance), size, beside=beside)


def _run(instance: Path | None, port: int) -> int:
    from matcher.commands import places, trying  # noqa: PLC0415  # likewise

    return trying.run(places.Place(instance, port))


def _serve(instance: Path | None, host: str, port: int, *, no_background: bool) -> int:
    with _all_of_it_stays():
        from matcher.commands import places, serving  # noqa: PLC0415  # likewise

    place = places.Place(instance)
    return serving.serve(place, host=host, port=port, background=not no_background)


def _worker(instance: Path | None) -> int:
    with _all_of_it_stays():
        from matcher.commands import places, serving  # noqa: PLC0415  # likewise

    return serving.work(places.Place(instance))


@contextmanager
def _all_of_it_stays() -> Iterator[None]:
    """Load what lives as long as the process, without looking again and again for what does not.

    That saves a fifth of the start, and keeps later collections from going through it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _upgrade(instance: Path | None, *, no_backup: bool) -> int:
    from matcher.commands import places, upkeep  # noqa: PLC0415  # likewise

    return upkeep.upgrade(places.Place(instance), backup=not no_backup)


def _backup(instance: Path | None, to: Path | None) -> int:
    from matcher.commands import backing_up, places  # noqa: PLC0415  # likewise

    return backing_up.backup(places.Place(instance), to=to)


def _restore(instance: Path | None, file: Path) -> int:
    from matcher.commands import backing_up, places  # noqa: PLC0415  # likewise

    return backing_up.restore(places.Place(instance), file)


def _check(instance: Path | None) -> int:
    from matcher.commands import checking, places  # noqa: PLC0415  # likewise

    return checking.check(places.Place(instance))


def _bounces(instance: Path | None) -> int:
    from matcher.commands import places, returning  # noqa: PLC0415  # likewise

    return returning.bounces(places.Place(instance))


def _make_administrator(instance: Path | None, email: str, name: str) -> int:
    from matcher.commands import places, upkeep  # noqa: PLC0415  # likewise

    return upkeep.make_administrator(places.Place(instance), email=email, name=name)


def _end_second(instance: Path | None, email: str) -> int:
    from matcher.commands import places, upkeep  # noqa: PLC0415  # likewise

    return upkeep.end_second_step(places.Place(instance), email=email)


if __name__ == "__main__":
    sys.exit(main())
