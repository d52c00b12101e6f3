"""The same services keep the same promises on a real PostgreSQL server."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, InternalError

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation.database import Base
from matcher.foundation.doors import Doors
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.jobs.models import Job, JobState
from matcher.jobs.pointers import Pointers
from matcher.jobs.services import enqueue
from matcher.jobs.turns import take_turn
from matcher.jobs.work import Task
from matcher.jobs.workshop import Workshop
from matcher.members.models import Attempt
from matcher.members.queries import find_sign_in
from matcher.members.services.signing_in import sign_in
from matcher.members.services.throttle import Guess, allow, keyed
from matcher.messages.carriers import Folder
from matcher.messages.models import Delivery, Mail
from matcher.messages.postman import Postman
from matcher.migrations.models import import_every_model
from matcher.pairings.models import Pairing
from matcher.pairings.services import begin_pairing
from matcher.programmes.models import Enrolment
from tests.factories import NOW, TODAY, a_member, a_programme, an_enrolment
from tests.factories.mails import a_mail, stationery
from tests.messages.servers import free_port

pytestmark = pytest.mark.postgres
MANY = 8


@pytest.fixture
def doors(postgres_url: str) -> Iterator[Doors]:
    import_every_model()
    doors = Doors.to(postgres_url)
    Base.metadata.create_all(doors.write.kw["bind"])
    yield doors
    doors.close()


def at_once(deed: Callable[[int], bool]) -> int:
    """Let many do the same at the same moment; count those who succeed."""
    ready = Barrier(MANY)

    def go(number: int) -> bool:
        ready.wait()
        try:
            return deed(number)
        except (IntegrityError, RuleBroken):
            return False

    with ThreadPoolExecutor(MANY) as crowd:
        return sum(crowd.map(go, range(MANY)))


def test_who_reads_cannot_write(doors: Doors) -> None:
    with doors.reading() as db:
        db.add(a_member())
        with pytest.raises(InternalError, match="read-only"):
            db.flush()


def test_somebody_signs_in_and_is_known_again(doors: Doors) -> None:
    with doors.writing() as db:
        member = a_member("Yara", language=Language.NL)
        db.add(member)
        token = sign_in(db, member, now=NOW)

    with doors.reading() as db:
        here = find_sign_in(db, token, now=NOW)
        assert here
        assert (here.member.name, here.member.language) == ("Yara", Language.NL)


def test_what_is_sealed_opens_again(doors: Doors) -> None:
    with doors.writing() as db:
        db.add(enrolment := an_enrolment())
        db.flush()
        kept = enrolment.id

    with doors.reading() as db:
        found = db.get_one(Enrolment, kept)
        assert found.statements == ["I want to talk about looking for work."]
        assert found.created_at == NOW


def test_of_many_at_the_same_moment_one_takes_the_last_place(doors: Doors) -> None:
    with doors.writing() as db:
        programme = a_programme()
        mentor = an_enrolment(Side.MENTOR, programme=programme)
        mentees = [an_enrolment(programme=programme) for _ in range(MANY)]
        db.add_all([mentor, *mentees])
        db.flush()
        ids = [mentor.id, *(mentee.id for mentee in mentees)]

    def pair(number: int) -> bool:
        with doors.writing() as db:
            two = (db.get_one(Enrolment, ids[0]), db.get_one(Enrolment, ids[number + 1]))
            begin_pairing(db, *two, since=TODAY, now=NOW)
        return True

    assert at_once(pair) == 1
    with doors.reading() as db:
        assert db.scalar(select(func.count()).select_from(Pairing)) == 1


def test_guesses_at_the_same_moment_are_all_counted(doors: Doors) -> None:
    def guess(number: int) -> bool:
        with doors.writing() as db:
            return (
                allow(db, Guess(keyed("key", "yara"), keyed("key", str(number))), now=NOW)
                is not None
            )

    for _ in range(3):
        at_once(guess)

    with doors.reading() as db:
        assert db.scalar(select(func.count()).select_from(Attempt)) == MANY


def test_work_is_taken_up_by_one_of_many(doors: Doors, settings: Settings) -> None:
    done: list[UUID] = []
    with doors.writing() as db:
        job_id = enqueue(db, "sum", uuid4(), now=NOW).id
    shop = Workshop(
        doors=doors,
        settings=settings,
        work={"sum": lambda work: done.append(work.subject_id)},
        now=lambda: NOW,
    )

    def work(_number: int) -> bool:
        shop.do_job(job_id)
        return True

    at_once(work)

    assert len(done) == 1
    with doors.reading() as db:
        assert db.get_one(Job, job_id).state == JobState.DONE


def test_one_of_many_takes_the_turn(doors: Doors) -> None:
    task = Task(name="remind", every=NOW - NOW.replace(hour=0), does=lambda _work: None)

    def take(number: int) -> bool:
        with doors.writing() as db:
            return take_turn(db, task, owner=str(number), now=NOW)

    assert at_once(take) == 1


def test_several_postmen_carry_each_mail_once(doors: Doors, tmp_path: Path) -> None:
    with doors.write() as db:
        for _ in range(40):
            a_mail(db)

    def carry(number: int) -> bool:
        folder = Folder(tmp_path / str(number))
        Postman(doors=doors, paper=stationery(), carrier=folder, now=lambda: NOW).go()
        return True

    at_once(carry)

    names = [path.name for path in tmp_path.glob("*/*.eml")]
    assert (len(names), len(set(names))) == (40, 40)
    with doors.reading() as db:
        assert set(db.scalars(select(Mail.delivery))) == {Delivery.SENT}


def test_pages_are_served_from_it(doors: Doors, postgres_url: str, settings: Settings) -> None:
    app = create_app(replace(settings, DATABASE_URL=postgres_url))
    with doors.writing() as db:
        member = a_member("Yara")
        db.add(member)
        token = sign_in(db, member, now=NOW)
        db.flush()
    browser = app.test_client()

    ready = browser.get("/health/ready")
    home = browser.get("/tips")

    assert (ready.status_code, home.status_code, bool(token)) == (200, 200, True)
    for door in ("read", "write"):
        app.extensions[door].kw["bind"].dispose()


def test_a_server_that_is_away_is_told_as_such(settings: Settings) -> None:
    away = f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/nothing"
    app = create_app(replace(settings, DATABASE_URL=away))
    browser = app.test_client()

    assert browser.get("/health/live").status_code == 200
    assert browser.get("/health/ready").status_code == 503


def test_pointers_can_be_carried_by_the_same_server(postgres_url: str, tmp_path: Path) -> None:
    followed: list[str] = []
    ready = Barrier(2)

    def follow(row: str) -> None:
        followed.append(row)
        ready.wait(10)

    pointers = Pointers(postgres_url, folder=tmp_path, secret="for tests")
    pointers.follow({"job": follow}, threads=1)

    pointers.hand_out([("job", "7")])

    ready.wait(10)
    pointers.end(patience=5)
    assert followed == ["7"]
