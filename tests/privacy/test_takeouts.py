"""A member's own copy: all of theirs, nothing of anybody else's, and only for them."""

import json
from datetime import timedelta
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.feedback.models import CheckIn, Signal
from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.jobs.models import Job
from matcher.members.models import Member
from matcher.members.services.accounts import set_password
from matcher.messages.models import Mail
from matcher.privacy.models import Takeout
from matcher.privacy.paper import Reader, as_page
from matcher.privacy.queries.own import all_of
from matcher.privacy.services.takeouts import KIND, ask_takeout, make_takeout
from matcher.privacy.work import WORK
from matcher.proposals.models import Question
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_proposal
from tests.factories.jobs import some_work
from tests.factories.members import HASH, PASSWORD, a_member_with_password
from tests.factories.privacy import MINE, THEIRS, everything


def text_of(db: Session, member: Member) -> str:
    return repr([(each.table, each.rows) for each in all_of(db, member)])


def test_it_holds_all_of_mine_and_nothing_of_the_other(db: Session) -> None:
    pairing = everything(db)

    mentee, mentor = text_of(db, pairing.mentee), text_of(db, pairing.mentor)

    for each in ("note", "statement", "phone", "advice", "concern", "words", "id", "passkey"):
        assert f"{MINE} {each}" in mentee
    assert THEIRS not in mentee
    assert MINE not in mentor


def test_secrets_and_machinery_are_not_in_it(db: Session) -> None:
    pairing = everything(db)
    pairing.mentee.password_hash = "canary-secret"  # noqa: S105  # to be looked for
    pairing.mentee.email_key = "canary-secret-too"
    db.commit()

    text = text_of(db, pairing.mentee)

    assert "canary-secret" not in text
    for each in ("secret", "code", "mark", "credential", "public"):
        assert f"{MINE} {each}" not in text
    assert str(pairing.mentor.id) not in text


def test_it_says_how_one_signs_in(db: Session) -> None:
    pairing = everything(db)

    kept = {each.table: each.rows for each in all_of(db, pairing.mentee)}

    assert kept["identity"][0]["issuer"] == "https://school.example"
    assert kept["identity"][0]["since"] == NOW
    assert kept["authenticator"][0]["confirmed_at"] == NOW
    assert kept["recovery_code"][0].keys() == {"made_at", "used_at"}
    assert kept["known_browser"][0]["first_at"] == NOW


def test_what_a_signal_says_stays_with_the_coordinators(db: Session) -> None:
    pairing = everything(db)
    signal = Signal(
        code="W4",
        cause_id=pairing.id,
        programme_id=pairing.programme.id,
        raised_at=NOW,
        deadline=TODAY,
        pairing_id=pairing.id,
        member_id=pairing.mentee.id,
    )
    signal.told = THEIRS
    db.add(signal)
    db.commit()

    assert "signal" not in {each.table for each in all_of(db, pairing.mentee)}


def test_a_question_is_in_the_copy_of_its_asker_alone(db: Session) -> None:
    proposal = a_proposal()
    db.add(proposal)
    db.flush()
    question = Question(proposal=proposal, side=Side.MENTEE, asked_at=NOW)
    question.words = MINE
    db.add(question)
    db.commit()

    assert MINE in text_of(db, proposal.mentee_enrolment.member)
    assert MINE not in text_of(db, proposal.mentor_enrolment.member)


def test_a_page_and_data_wait_in_a_zip_for_their_owner(db: Session, browse: Browse) -> None:
    pairing = everything(db)
    browser = browse(pairing.mentee)

    assert browser.post("/account/data").status_code == 302
    takeout = db.scalars(select(Takeout)).one()
    assert db.scalars(select(Job.kind)).all() == ["make_takeout"]
    assert "We are making your copy." in browser.get("/account/data").text
    make_takeout(db, takeout, pairing.mentee, now=clock.now())
    db.commit()
    page = browser.post(f"/account/data/{takeout.id}")

    assert page.mimetype == "application/zip"
    with ZipFile(BytesIO(page.data)) as file:
        html, data = (file.read(name).decode() for name in sorted(file.namelist()))
    tables = json.loads(data)["tables"]
    assert tables["member"][0]["name"] == pairing.mentee.name
    assert f"{MINE} statement" in html
    assert f"{MINE} concern" in html
    assert THEIRS not in html + data
    db.refresh(takeout)
    assert takeout.fetched_at is not None


def test_nobody_else_can_fetch_it(db: Session, browse: Browse) -> None:
    pairing = everything(db)
    takeout = ask_takeout(db, pairing.mentee, now=clock.now())
    make_takeout(db, takeout, pairing.mentee, now=clock.now())
    db.commit()

    for other in (pairing.mentor, pairing.programme.contact):
        assert browse(other).post(f"/account/data/{takeout.id}").status_code == 404


def test_it_is_the_same_copy_when_asked_for_twice(db: Session, browse: Browse) -> None:
    pairing = everything(db)
    browser = browse(pairing.mentee)

    browser.post("/account/data")
    browser.post("/account/data")

    assert len(db.scalars(select(Takeout)).all()) == 1


def test_the_mail_holds_none_of_it(db: Session) -> None:
    pairing = everything(db)
    takeout = ask_takeout(db, pairing.mentee, now=NOW)
    make_takeout(db, takeout, pairing.mentee, now=NOW)
    db.flush()

    [mail] = db.scalars(select(Mail).where(Mail.kind == "takeout.ready"))
    assert MINE not in repr(mail.letter)


def test_ten_minutes_after_signing_in_the_password_is_asked_again(
    db: Session, browse: Browse
) -> None:
    pairing = everything(db)
    pairing.mentee.password_hash = HASH
    takeout = ask_takeout(db, pairing.mentee, now=clock.now())
    make_takeout(db, takeout, pairing.mentee, now=clock.now())
    db.commit()
    browser = browse(pairing.mentee)
    address = f"/account/data/{takeout.id}"

    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        assert _asks(browser, address)
        wrong = browser.post("/account/prove", data={"password": "x", "next": "/account/data"})
        assert wrong.status_code == 422
        assert _asks(browser, address)
        right = browser.post("/account/prove", data={"password": PASSWORD, "next": "/account/data"})
        assert right.location == "/account/data"
        assert browser.post(address).mimetype == "application/zip"


def test_proving_leads_to_no_other_site(db: Session, browse: Browse) -> None:
    pairing = everything(db)
    pairing.mentee.password_hash = HASH
    db.commit()

    page = browse(pairing.mentee).post(
        "/account/prove", data={"password": PASSWORD, "next": "//evil.example"}
    )

    assert page.location == "/account"


def _asks(browser: FlaskClient, address: str) -> bool:
    page = browser.post(address)
    return page.status_code == 302 and page.location.startswith("/account/prove?next=")


def test_somebody_without_a_password_is_offered_the_other_ways(db: Session, browse: Browse) -> None:
    pairing = everything(db)

    page = browse(pairing.mentee).get("/account/prove")

    assert "Mail me a code" in page.text


def test_every_check_in_of_mine_is_in_it(db: Session) -> None:
    pairing = everything(db)
    found = next(each for each in all_of(db, pairing.mentee) if each.table == "check_in")

    assert len(found.rows) == len(
        db.scalars(select(CheckIn).where(CheckIn.member_id == pairing.mentee.id)).all()
    )


def test_mails_are_in_it_as_they_were_read(db: Session) -> None:
    member = a_member_with_password()
    db.add(member)
    db.flush()
    set_password(db, member, HASH, now=NOW)
    db.flush()
    reader = Reader(Language.NL, ZoneInfo("Europe/Amsterdam"))

    page = as_page(all_of(db, member), reader, made=NOW)

    assert "Je wachtwoord is veranderd" in page
    assert "You get this mail" not in page


def test_the_work_in_the_background_makes_it_once_and_for_nobody_who_left(
    db: Session, settings: Settings
) -> None:
    pairing = everything(db)
    stays, left = (ask_takeout(db, each, now=NOW) for each in (pairing.mentee, pairing.mentor))
    pairing.mentor.disabled_at = NOW
    db.commit()

    for takeout_id in (stays.id, stays.id, left.id, uuid4()):
        work = some_work(settings, takeout_id)
        WORK[KIND](work)
        work.doors.close()

    db.expire_all()
    assert stays.ready_at is not None
    assert left.ready_at is None
    mails = db.scalars(select(Mail.member_id).where(Mail.kind == "takeout.ready")).all()
    assert mails == [pairing.mentee.id]
