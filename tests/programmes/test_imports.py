"""A spreadsheet goes in as it is, says what was found, and shows nobody before everybody."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import matcher.demo
from matcher.config import Settings
from matcher.guidance.tips import Side
from matcher.jobs.work import Work
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.programmes.models import (
    Avoidance,
    Enrolment,
    Import,
    ImportRow,
    ImportState,
    Programme,
    Source,
)
from matcher.programmes.queries.people import Wanted, list_people
from matcher.programmes.services.imports import Sheet, begin_import, confirm_import
from matcher.programmes.work import apply_import, check_import
from matcher.programmes.work.applying import INVITING
from tests.conftest import KEYS, Browse, Keep
from tests.factories import NOW, a_programme
from tests.factories.jobs import FreeHold
from tests.factories.jobs import some_work as work_on

DEMO = Path(matcher.demo.__file__).parent
GROUND = "Signed up on paper at the open evening."


@pytest.fixture
def programme(keep: Keep) -> Programme:
    programme = a_programme()
    keep(programme)
    return programme


class Killed(Exception):
    pass


class DyingHold(FreeHold):
    """A worker that dies after its first few rows."""

    def report(self, phase: str, done: float) -> None:
        raise Killed(phase, done)


def some_work(db: Session, subject_id: UUID) -> Work:
    """Make work on the database that this session is open on."""
    db.commit()  # a session that writes keeps all others from writing
    url = str(db.get_bind().engine.url)
    settings = Settings(SECRET_KEY="for tests", SEAL_KEYS=KEYS, DATABASE_URL=url)
    return work_on(settings, subject_id)


def bring(db: Session, programme: Programme, name: str, content: bytes, side: Side) -> Import:
    """Read and check a file, as the job does."""
    sheet = Sheet(name=name, content=content, side=side)
    brought = begin_import(db, programme, sheet, by=programme.contact, now=NOW)
    db.commit()
    check_import(some_work(db, brought.id))
    db.refresh(brought)
    return brought


def apply(db: Session, brought: Import) -> None:
    confirm_import(db, brought, GROUND, by=brought.programme.contact, now=NOW)
    db.commit()
    apply_import(some_work(db, brought.id))
    db.expire_all()


def demo(db: Session, programme: Programme, side: Side) -> Import:
    name = f"{side}s.csv"
    return bring(db, programme, name, (DEMO / name).read_bytes(), side)


def findings(db: Session, brought: Import) -> dict[int, list[str]]:
    rows = db.scalars(select(ImportRow).where(ImportRow.import_id == brought.id))
    return {row.number: [f["sentence"]["text"] for f in row.findings] for row in rows}


def test_the_files_of_a_coordinator_go_in_as_they_are(db: Session, programme: Programme) -> None:
    for side, rows in ((Side.MENTEE, 64), (Side.MENTOR, 44)):
        brought = demo(db, programme, side)

        assert brought.state == ImportState.READY
        assert brought.row_count == rows


def test_nothing_is_saved_before_it_is_confirmed(db: Session, programme: Programme) -> None:
    demo(db, programme, Side.MENTEE)

    assert db.scalar(select(func.count(Enrolment.id))) == 0
    assert db.scalar(select(func.count(Member.id))) == 1


def test_the_same_person_twice_in_one_file_is_one(db: Session, programme: Programme) -> None:
    brought = demo(db, programme, Side.MENTEE)
    apply(db, brought)

    assert db.scalar(select(func.count(Enrolment.id))) == 63
    twice = db.scalars(select(Enrolment).where(Enrolment.reference == "mee-023")).one()
    assert len(twice.statements) > 1


def test_someone_in_both_files_is_one_member_with_two_enrolments(
    db: Session, programme: Programme
) -> None:
    for side in Side:
        apply(db, demo(db, programme, side))

    both = select(Enrolment).where(Enrolment.reference.in_(["mee-025", "mtr-043"]))
    mentee, mentor = db.scalars(both)
    assert mentee.member_id == mentor.member_id


def test_who_asked_to_avoid_somebody_is_heard_when_both_files_are_in(
    db: Session, programme: Programme
) -> None:
    for side in Side:
        apply(db, demo(db, programme, side))

    named = [each for each in db.scalars(select(Enrolment)) if each.avoids]
    assert named
    known = set(db.execute(select(Avoidance.member_id, Avoidance.other_id)))
    people = {each.reference: each.member_id for each in db.scalars(select(Enrolment))}
    for each in named:
        for reference in each.avoids:
            if people[reference] != each.member_id:
                assert (each.member_id, people[reference]) in known


def test_bringing_the_same_file_in_again_doubles_nobody(db: Session, programme: Programme) -> None:
    apply(db, demo(db, programme, Side.MENTEE))

    again = demo(db, programme, Side.MENTEE)
    effects = set(db.scalars(select(ImportRow.effect).where(ImportRow.import_id == again.id)))
    apply(db, again)

    assert effects == {"same", "merged"}
    assert db.scalar(select(func.count(Enrolment.id))) == 63


def test_a_changed_row_changes_the_person(db: Session, programme: Programme) -> None:
    first = b"id,name,email,topics,place\nx1,Ada,ada@example.org,job-search,Ede\n"
    apply(db, bring(db, programme, "people.csv", first, Side.MENTEE))

    second = b"id,name,email,topics,place\nx1,Ada,ADA@example.org,job-interviews,\n"
    apply(db, bring(db, programme, "people.csv", second, Side.MENTEE))

    ada = db.scalars(select(Enrolment)).one()
    assert ada.topics == ["job-interviews"]
    assert ada.place == "Ede"  # an empty cell takes nothing away


def test_nobody_is_visible_before_the_whole_file_is_applied(
    db: Session, programme: Programme
) -> None:
    brought = demo(db, programme, Side.MENTEE)
    confirm_import(db, brought, GROUND, by=programme.contact, now=NOW)
    db.commit()

    with pytest.raises(Killed):
        apply_import(replace(some_work(db, brought.id), hold=DyingHold()))
    db.expire_all()
    assert db.scalar(select(func.count(Enrolment.id)))
    assert list_people(db, programme, Wanted()).total == 0

    apply_import(some_work(db, brought.id))
    db.expire_all()
    assert list_people(db, programme, Wanted()).total == 63


def test_imported_people_are_invited_once_and_have_not_confirmed(
    db: Session, programme: Programme
) -> None:
    for side in Side:
        apply(db, demo(db, programme, side))
    apply(db, demo(db, programme, Side.MENTOR))

    people = db.scalars(select(Enrolment)).all()
    assert {each.source for each in people} == {Source.IMPORT}
    assert all(each.confirmed_at is None and each.ground == GROUND for each in people)
    sent = db.scalars(select(Mail).where(Mail.kind == "invitation")).all()
    assert len(sent) == len({each.subject_id for each in sent}) == len(people)


class DyingAt(FreeHold):
    """A worker that dies the third time that it tells of this."""

    def __init__(self, phase: str) -> None:
        super().__init__()
        self.phase = phase

    def report(self, phase: str, done: float) -> None:
        super().report(phase, done)
        if [each for each, _done in self.reported].count(self.phase) > 2:
            raise Killed(phase, done)


def test_who_was_invited_before_the_worker_died_is_not_invited_again(
    db: Session, programme: Programme
) -> None:
    many = "".join(f"x{n},Ada {n},ada{n}@example.org\n" for n in range(250))
    content = f"id,name,email\n{many}".encode()
    brought = bring(db, programme, "people.csv", content, Side.MENTEE)
    confirm_import(db, brought, GROUND, by=programme.contact, now=NOW)
    db.commit()
    sent = select(func.count(Mail.id)).where(Mail.kind == "invitation")

    with pytest.raises(Killed):
        apply_import(replace(some_work(db, brought.id), hold=DyingAt(INVITING)))
    assert db.scalar(sent) == 200
    apply_import(some_work(db, brought.id))

    assert db.scalar(sent) == 250
    assert len(set(db.scalars(select(Mail.subject_id).where(Mail.kind == "invitation")))) == 250


def test_a_long_file_says_on_the_way_how_far_it_is(db: Session, programme: Programme) -> None:
    many = "".join(f"x{n},Ada {n},ada{n}@example.org\n" for n in range(250))
    sheet = Sheet(name="a.csv", content=f"id,name,email\n{many}".encode(), side=Side.MENTEE)
    brought = begin_import(db, programme, sheet, by=programme.contact, now=NOW)
    checking = some_work(db, brought.id)
    check_import(checking)
    db.expire_all()
    confirm_import(db, brought, GROUND, by=programme.contact, now=NOW)
    applying = some_work(db, brought.id)
    apply_import(applying)

    assert isinstance(checking.hold, FreeHold)
    assert isinstance(applying.hold, FreeHold)
    assert [done for _phase, done in checking.hold.reported] == [0.0, 0.4, 0.8, 1.0]
    assert [done for phase, done in applying.hold.reported if phase == INVITING] == [0, 0.4, 0.8, 1]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (b"x1,,ada@example.org,1", "There is no name."),
        (b"x1,Ada,ada at example,1", "This does not look like an e-mail address."),
        (b"x1,Ada,ada@example.org,many", "This must be a whole number from 0 to %(most)d."),
        (b"x1,A\x07da,ada@example.org,1", "This holds characters that cannot be shown."),
        (b"x1,Bo,bo@example.org,1\nx1,Ada,ada@example.org,1", "Row %(row)d has the same id."),
    ],
)
def test_an_error_names_its_row_and_blocks_the_file(
    db: Session, programme: Programme, row: bytes, says: str
) -> None:
    content = b"id,name,email,places\n" + row + b"\n"

    brought = bring(db, programme, "people.csv", content, Side.MENTOR)

    assert brought.state == ImportState.BLOCKED
    assert any(says in text for texts in findings(db, brought).values() for text in texts)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("only-headings.csv", b"id,name,email\n"),
        ("no-name.csv", b"id,email\nx1,ada@example.org\n"),
        ("twice.csv", b"name,name\nAda,Bo\n"),
        ("not.xlsx", b"this is no workbook"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600)),
        ("picture.csv", b"\x89PNG\x00\x00\x00"),
        ("script.exe", b"MZ"),
        ("quote.csv", b'name\n"Ada\n'),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(
    db: Session, programme: Programme, name: str, content: bytes
) -> None:
    brought = bring(db, programme, name, content, Side.MENTEE)

    assert brought.state in {ImportState.BLOCKED, ImportState.READY}
    assert brought.findings or findings(db, brought)


def test_a_workbook_works_like_a_text_file(db: Session, programme: Programme) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Naam", "E-mailadres", "Onderwerpen", "Plekken"])
    sheet.append(["Ada", "ada@example.org", "job-search;job-interviews", 2])
    content = BytesIO()
    book.save(content)

    apply(db, bring(db, programme, "mensen.xlsx", content.getvalue(), Side.MENTOR))

    ada = db.scalars(select(Enrolment).join(Enrolment.member).where(Member.name == "Ada")).one()
    assert (ada.topics, ada.places) == (["job-search", "job-interviews"], 2)


def test_a_formula_is_no_name(db: Session, programme: Programme) -> None:
    book = Workbook()
    book.worksheets[0].append(["name", "email"])
    book.worksheets[0].append(["=1+1", "bo@example.org"])
    content = BytesIO()
    book.save(content)

    brought = bring(db, programme, "people.xlsx", content.getvalue(), Side.MENTOR)

    assert brought.state == ImportState.BLOCKED
    assert "There is no name." in findings(db, brought)[2]


def test_a_coordinator_brings_a_file_in(programme: Programme, db: Session, browse: Browse) -> None:
    browser = browse(programme.contact)
    address = f"/coordination/{programme.id}/import"

    sent = browser.post(
        address,
        data={"side": "mentee", "sheet": ((DEMO / "mentees.csv").open("rb"), "mentees.csv")},
    )
    brought = db.scalars(select(Import)).one()
    check_import(some_work(db, brought.id))
    page = browser.get(sent.location)

    assert page.status_code == 200
    assert "63 people, as mentees." in page.text
    assert browser.post(f"{address}/{brought.id}/apply", data={"ground": ""}).status_code == 422
    assert browser.post(f"{address}/{brought.id}/apply", data={"ground": GROUND}).status_code < 400
    apply_import(some_work(db, brought.id))
    assert "63 people are in the programme." in browser.get(sent.location).text


def test_a_wrong_file_is_refused_beside_its_field(programme: Programme, browse: Browse) -> None:
    page = browse(programme.contact).post(
        f"/coordination/{programme.id}/import",
        data={"side": "mentee", "sheet": (BytesIO(b"MZ"), "people.exe")},
    )

    assert page.status_code == 422
    assert "Please choose a file that ends in .csv or .xlsx." in page.text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"b,{'x' * 201}\n", "is_now"),
        ("b,Noor,,,,,left\n", "without a heading"),
    ],
)
def test_nothing_of_a_row_is_left_out_in_silence(
    db: Session, programme: Programme, row: str, said: str
) -> None:
    content = f"id,name\na,Yara\n{row}".encode()

    brought = bring(db, programme, "people.csv", content, Side.MENTEE)

    found = {each.number: str(each.findings) for each in rows_of(db, brought)}
    assert said not in found[2]
    assert said in found[3]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id,name\n" + "," * 150 + "far\n", "more than %(most)d columns"),
        ("id,name\na," + "x" * 9_900_000 + "\n", "a cell of more than"),
        ('id,name\na,"Yara\n' + "b,Noor\n" * 20_000, "a quotation mark is not closed"),
    ],
)
def test_what_cannot_be_read_whole_is_not_read_by_halves(
    db: Session, programme: Programme, content: str, said: str
) -> None:
    brought = bring(db, programme, "people.csv", content.encode(), Side.MENTEE)

    assert brought.state == ImportState.BLOCKED
    assert said in str(brought.findings)
    assert rows_of(db, brought) == []


def rows_of(db: Session, brought: Import) -> list[ImportRow]:
    mine = ImportRow.import_id == brought.id
    return list(db.scalars(select(ImportRow).where(mine).order_by(ImportRow.number)))


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "text/csv"])
def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(
    browse: Browse, programme: Programme, kind: str
) -> None:
    page = browse(programme.contact).post(
        f"/coordination/{programme.id}/import",
        input_stream=BytesIO(b"x"),  # all that has come in when it is refused
        content_type=kind,
        environ_overrides={"CONTENT_LENGTH": str(2**30)},
    )

    assert page.status_code == 413
    assert "nothing was saved" in page.text
