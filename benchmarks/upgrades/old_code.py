"""Run by the files of the release before: makes one of everything, opens pages, does the work.

Called with the address of a database and the folder of those files. No part of this release is
imported here but what they name themselves.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.jobs.turns import free_turns
from matcher.jobs.workshop import Workshop
from matcher.members.models import Member
from matcher.members.services.signing_in import sign_in
from matcher.work import SCHEDULE, WORK
from tests.access.world import build_world
from tests.conftest import KEYS


def main(url: str, tree: str, folder: str) -> int:
    import matcher  # noqa: PLC0415  # to see whose it is

    assert Path(str(matcher.__file__)).is_relative_to(tree), matcher.__file__  # noqa: S101
    settings = Settings(
        SECRET_KEY="for a trial",
        SEAL_KEYS=KEYS,
        INSTANCE=Path(folder),
        DATABASE_URL=url,
        BASE_URL="http://localhost",
        MODE="development",
        WTF_CSRF_ENABLED=False,
    )
    sealed.install(KEYS)
    app, doors = create_app(settings), Doors.to(url)
    with doors.write() as db:
        world = build_world(db)
        db.commit()
    pages, faults = _look_around(app, doors, world)
    faults += _work(doors, settings)
    doors.close()
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{pages} pages, {len(SCHEDULE)} tasks, {len(faults)} faults\n")
    return 1 if faults else 0


def _look_around(app: Any, doors: Doors, world: Any) -> tuple[int, list[str]]:
    """Open every page whose address is known, as everybody; try to sign in."""
    faults, pages = [], 0
    for name, member_id in world.members.items():
        browser = app.test_client()
        with doors.writing() as db:
            token = sign_in(db, db.get_one(Member, member_id), now=clock.now())
        browser.set_cookie("session", token)
        for path in _addresses(app, world):
            status = browser.get(path).status_code
            pages += 1
            faults += [f"{name}: {path} {status}"] if status >= 500 else []  # noqa: PLR2004
    wrong = app.test_client().post("/sign-in", data={"email": "a@example.org", "password": "no"})
    return pages, faults + ([f"sign-in {wrong.status_code}"] if wrong.status_code >= 500 else [])  # noqa: PLR2004


def _addresses(app: Any, world: Any) -> list[str]:
    found = []
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            values = {each: world.address.get(each) for each in rule.arguments}
            if "GET" in (rule.methods or ()) and None not in values.values():
                found.append(adapter.build(rule.endpoint, values))
    return sorted(set(found))


def _work(doors: Doors, settings: Settings) -> list[str]:
    """Do every task of the schedule, and see that it says it was done."""
    from matcher.jobs.models import Turn  # noqa: PLC0415  # beside what it is asked for

    shop = Workshop(doors=doors, settings=settings, work=WORK, schedule=SCHEDULE)
    with doors.writing() as db:
        free_turns(db, now=clock.now())
    for task in SCHEDULE:
        shop.do_task(task.name)
    with doors.reading() as db:
        done = {turn.task for turn in db.query(Turn) if turn.last_done_at}
    return [f"task {task.name}" for task in SCHEDULE if task.name not in done]


if __name__ == "__main__":
    with TemporaryDirectory() as own:
        sys.exit(main(sys.argv[1], sys.argv[2], own))
