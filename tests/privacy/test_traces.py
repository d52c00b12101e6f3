"""Where a person is named by others is found, also beside boxes that no longer open."""

import time
from pathlib import Path

import pytest
from sqlalchemy import (
    Column,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    create_engine,
    select,
)
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.messages.models import Delivery
from matcher.privacy.scrubbing import scrub
from matcher.privacy.services.erasing import KIND
from matcher.privacy.services.traces import find_traces, forget_traces
from matcher.privacy.ties import paths_to, ties
from matcher.privacy.tombstones import forget_again
from matcher.privacy.work import WORK, StillRead
from matcher.programmes.models import Enrolment, Import, ImportRow
from tests.databases import ON_POSTGRES
from tests.factories import NOW, a_member, an_enrolment
from tests.factories.jobs import some_work
from tests.factories.mails import a_mail

NAME = "Canaria Canary-Name"
MOMENT = 5  # seconds, on a busy machine; a writer waits for ten


@pytest.fixture
def enrolment(db: Session) -> Enrolment:
    enrolment = an_enrolment(Side.MENTEE, member=a_member(NAME))
    db.add(enrolment)
    db.flush()
    return enrolment


def rows_of(db: Session, enrolment: Enrolment, *names: str) -> list[ImportRow]:
    brought = Import(
        programme=enrolment.programme,
        by_id=None,
        side=Side.MENTEE,
        file_name="people.csv",
        created_at=NOW,
    )
    db.add(brought)
    db.flush()
    rows = [ImportRow(import_id=brought.id, number=each) for each, _ in enumerate(names)]
    for row, name in zip(rows, names, strict=True):
        row.content = {"name": name}
    db.add_all(rows)
    db.flush()
    return rows


def test_rows_of_a_spreadsheet_that_name_them_go_and_the_others_stay(
    db: Session, enrolment: Enrolment
) -> None:
    _theirs, others = rows_of(db, enrolment, NAME, "Somebody Else")

    forget_traces(db, find_traces(db, enrolment.member))

    assert db.scalars(select(ImportRow.id)).all() == [others.id]


def test_a_box_that_no_longer_opens_keeps_nobody_from_being_erased(
    db: Session, enrolment: Enrolment
) -> None:
    broken, theirs = rows_of(db, enrolment, "Somebody Else", NAME)
    mails = [a_mail(db), a_mail(db, name=NAME)]
    for mail in mails:
        mail.delivery = Delivery.SENT
    broken.values_sealed = mails[0].letter_sealed = b"\x00\x01 nothing that opens"
    db.flush()

    found = find_traces(db, enrolment.member)

    assert found.rows == (theirs.id,)
    assert found.mails == (mails[1].id,)


def test_a_row_beneath_another_of_its_own_table_is_whose_its_other_links_say() -> None:
    tables = MetaData()
    Table("member", tables, Column("id", Integer, primary_key=True))
    note = Table(
        "note",
        tables,
        Column("id", Integer, primary_key=True),
        Column("answers_id", ForeignKey("note.id", ondelete="CASCADE")),
        Column("paper_id", ForeignKey("paper.id", ondelete="CASCADE")),
    )
    paper = Table(
        "paper",
        tables,
        Column("id", Integer, primary_key=True),
        Column("member_id", ForeignKey("member.id", ondelete="CASCADE")),
    )

    [tie] = ties(note)

    assert tie.links == (note.c.paper_id, paper.c.member_id)
    assert paths_to(note, "member") == (tie,)


def test_where_nobody_was_erased_no_database_is_opened(tmp_path: Path) -> None:
    assert forget_again("nothing://that-could-be-opened", tmp_path) == 0


@pytest.mark.skipif(ON_POSTGRES, reason="a server recycles its log by itself")
def test_the_log_is_not_cut_off_while_somebody_reads_and_writers_go_on_meanwhile(
    engine: Engine, settings: Settings
) -> None:
    doors = Doors.to(settings.database)
    with doors.reading() as looking:
        looking.scalar(select(Member.id))
        with doors.writing() as db:
            db.add(a_member())

        began = time.monotonic()
        assert not scrub(doors.write.kw["bind"], patience=0.2)

        assert time.monotonic() - began < MOMENT
        with Session(engine) as db:
            db.add(a_member())
            db.commit()
    assert scrub(doors.write.kw["bind"])
    doors.close()


@pytest.mark.skipif(ON_POSTGRES, reason="a server recycles its log by itself")
def test_erasing_is_tried_again_later_when_somebody_read_all_the_while(
    db: Session, enrolment: Enrolment, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert scrub.__kwdefaults__
    monkeypatch.setitem(scrub.__kwdefaults__, "patience", 0)
    member = enrolment.member
    db.commit()
    work = some_work(settings, member.id)
    with work.doors.reading() as looking:
        looking.scalar(select(Member.id))
        with pytest.raises(StillRead):
            WORK[KIND](work)

    WORK[KIND](work)

    db.refresh(member)
    assert member.email is None
    work.doors.close()


def test_the_log_of_a_server_is_its_own_to_recycle() -> None:
    server = create_engine("postgresql+psycopg://nobody@127.0.0.1:9/nothing")

    assert scrub(server)
