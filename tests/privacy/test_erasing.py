"""Who asks to be forgotten is: in every table, in every byte, and again after a restore."""

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.config import Settings
from matcher.feedback.models import CheckIn, Concern
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.jobs.models import Job
from matcher.members.models import (
    Authenticator,
    Identity,
    KnownBrowser,
    Member,
    Passkey,
    Purpose,
    RecoveryCode,
)
from matcher.members.queries import find_identity, find_link
from matcher.members.services.links import make_link
from matcher.messages.carriers import Folder
from matcher.messages.models import Delivery, Mail
from matcher.pairings.models import Pairing, PairingState
from matcher.privacy.models import Takeout
from matcher.privacy.queries.own import all_of
from matcher.privacy.scrubbing import scrub
from matcher.privacy.services.erasing import KIND, begin_erasure
from matcher.privacy.services.takeouts import ask_takeout, make_takeout
from matcher.privacy.tombstones import FILE, NoTombstones, buried, forget_again
from matcher.privacy.work import WORK
from matcher.programmes.models import Consent, Enrolment, EnrolmentState
from matcher.proposals.models import Proposal, ProposalState
from tests.conftest import Browse
from tests.databases import another, files_of
from tests.factories import NOW, a_member, a_programme, an_administrator, an_enrolment
from tests.factories.jobs import some_work
from tests.factories.privacy import MINE, THEIRS, everything

NAME = "Canaria Canary-Name"
CANARIES = (MINE, NAME, "canary@example.org")


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = everything(db)
    mentee = pairing.mentee
    mentee.name, mentee.email, mentee.email_key = NAME, CANARIES[2], CANARIES[2]
    consent = Consent(
        enrolment=pairing.mentee_enrolment, text="I agree.", language=mentee.language,
        text_version=1, given_at=NOW,
    )  # fmt: skip
    db.add(consent)
    db.commit()
    return pairing


def erase(db: Session, member: Member, settings: Settings) -> None:
    """Ask for it, and let the work in the background do it."""
    begin_erasure(db, member, by=member, now=clock.now())
    for mail in db.scalars(select(Mail)):
        mail.delivery = Delivery.SENT
    db.commit()
    do(db, settings, KIND, member.id)


def do(db: Session, settings: Settings, kind: str, member_id: UUID) -> None:
    job = db.scalars(select(Job).where(Job.kind == kind).order_by(Job.created_at.desc())).first()
    payload = dict(job.payload) if job else {}
    db.rollback()
    work = some_work(settings, member_id, now=clock.now(), payload=payload)
    WORK[kind](work)
    work.doors.close()
    db.expire_all()


def bytes_of(settings: Settings, *, compact: bool = False) -> bytes:
    """Read all as a thief would: the database's files, its log, and whatever lies beside it."""
    beside = [each for each in sorted(settings.INSTANCE.rglob("*")) if each.is_file()]
    return files_of(settings.database, compact=compact) + b"".join(
        each.read_bytes() for each in beside
    )


def test_no_byte_of_a_person_remains(db: Session, pairing: Pairing, settings: Settings) -> None:
    mentee = pairing.mentee
    takeout = ask_takeout(db, mentee, now=clock.now())
    make_takeout(db, takeout, mentee, now=clock.now())
    db.commit()
    assert all(each.encode() in bytes_of(settings) for each in (NAME, CANARIES[2]))

    erase(db, mentee, settings)
    db.close()

    left = bytes_of(settings, compact=True)
    assert [each for each in CANARIES if each.encode() in left] == []


def test_no_sealed_text_of_theirs_opens(db: Session, pairing: Pairing, settings: Settings) -> None:
    mentee = pairing.mentee
    erase(db, mentee, settings)

    kept = repr([each.rows for each in all_of(db, mentee)])
    assert MINE not in kept
    assert {each.table for each in all_of(db, mentee)} <= {
        *("member", "enrolment", "consent", "pairing", "proposal", "meeting", "opening"),
    }
    assert db.scalars(select(CheckIn).where(CheckIn.member_id == mentee.id)).all() == []
    assert db.scalars(select(Concern).where(Concern.from_id == mentee.id)).all() == []
    assert db.scalars(select(Takeout)).all() == []


def test_no_way_of_signing_in_remains_and_the_others_do(
    db: Session, pairing: Pairing, settings: Settings
) -> None:
    mentee, mentor = pairing.mentee, pairing.mentor
    erase(db, mentee, settings)

    for model in (Identity, Authenticator, RecoveryCode, Passkey, KnownBrowser):
        whose = db.scalars(select(model.member_id)).all()
        assert list(whose) == [mentor.id], model.__name__
    assert find_identity(db, "https://school.example", f"{MINE} id") is None
    link = make_link(db, mentee, Purpose.REVERT_EMAIL, now=NOW, lasts=timedelta(days=1))
    assert find_link(db, link, Purpose.REVERT_EMAIL, now=NOW) is None, "were there one after all"


def test_the_other_keeps_what_is_theirs(
    db: Session, pairing: Pairing, settings: Settings, browse: Browse
) -> None:
    mentor = pairing.mentor
    erase(db, pairing.mentee, settings)

    kept = repr([each.rows for each in all_of(db, mentor)])
    for each in ("statement", "phone", "advice", "concern", "words"):
        assert f"{THEIRS} {each}" in kept
    assert browse(mentor).get("/home").status_code == 200
    assert browse(mentor).get(f"/pairings/{pairing.id}").status_code == 200


def test_the_coordinator_can_still_look_at_everything(
    db: Session, pairing: Pairing, settings: Settings, browse: Browse
) -> None:
    here, enrolment = pairing.programme.id, pairing.mentee_enrolment.id
    erase(db, pairing.mentee, settings)
    browser = browse(pairing.programme.contact)

    for page in ("", "/people", "/pairs", f"/pairs/{pairing.id}", f"/people/{enrolment}"):
        assert browser.get(f"/coordination/{here}{page}").status_code in {200, 404}, page


def test_everything_they_took_part_in_ends_kindly(
    db: Session, pairing: Pairing, settings: Settings
) -> None:
    erase(db, pairing.mentee, settings)

    assert pairing.state == PairingState.CLOSED
    assert pairing.mentee_enrolment.state == EnrolmentState.FINISHED
    assert pairing.mentor_enrolment.state == EnrolmentState.WAITING
    assert ProposalState.OFFERED not in set(db.scalars(select(Proposal.state)))


def test_a_mail_that_names_them_leaves_before_it_is_erased(
    db: Session, pairing: Pairing, settings: Settings
) -> None:
    mentee = pairing.mentee
    begin_erasure(db, mentee, by=mentee, now=clock.now())
    db.commit()
    do(db, settings, KIND, mentee.id)
    [goodbye] = db.scalars(select(Mail).where(Mail.kind == "pairing.ended"))
    assert NAME in repr(goodbye.letter)

    goodbye.delivery = Delivery.SENT
    db.commit()
    do(db, settings, "forget_traces", mentee.id)

    assert db.scalars(select(Mail).where(Mail.kind == "pairing.ended")).all() == []


def test_mails_kept_as_files_go_too(db: Session, pairing: Pairing, settings: Settings) -> None:
    outbox = settings.INSTANCE / "outbox"
    outbox.mkdir()
    with Folder(outbox).open() as keep:
        for number, name in enumerate((NAME, "Somebody Else")):
            keep(_message(number, name))

    erase(db, pairing.mentee, settings)

    assert [file.name for file in outbox.glob("*.eml")] == ["m1.eml"]


def _message(number: int, name: str) -> EmailMessage:
    message = EmailMessage()
    message["Message-ID"], message["To"] = f"<m{number}@x>", "someone@example.org"
    message["Subject"] = f"You and {name}"
    message.set_content(f"Meet {name}. " * 20)
    return message


def test_restoring_an_older_backup_brings_nobody_back(
    engine: Engine, db: Session, pairing: Pairing, settings: Settings, tmp_path: Path
) -> None:
    mentee_id = pairing.mentee.id
    db.rollback()
    assert scrub(engine)
    engine.dispose()
    older = another(settings.database, tmp_path)
    erase(db, pairing.mentee, settings)

    assert forget_again(older, settings.INSTANCE) == 1
    assert forget_again(older, settings.INSTANCE) == 0

    assert NAME.encode() not in files_of(older, compact=True)
    assert buried(settings.INSTANCE) == [mentee_id]
    assert (settings.INSTANCE / FILE).stat().st_mode & 0o077 == 0


def test_without_a_readable_list_nothing_is_restored(settings: Settings) -> None:
    (settings.INSTANCE / FILE).write_text("not a list")

    with pytest.raises(NoTombstones):
        forget_again(settings.database, settings.INSTANCE)


def test_killed_halfway_it_is_done_again(db: Session, pairing: Pairing, settings: Settings) -> None:
    mentee = pairing.mentee
    erase(db, mentee, settings)

    do(db, settings, KIND, mentee.id)

    assert buried(settings.INSTANCE) == [mentee.id]


def test_the_trail_stays_and_names_nobody(
    db: Session, pairing: Pairing, settings: Settings
) -> None:
    mentee, key = pairing.mentee, pairing.mentee.audit_key
    erase(db, mentee, settings)

    assert db.scalars(select(Event.action).where(Event.actor == key)).all() != []
    db.refresh(mentee)
    assert mentee.audit_key != key


def test_what_was_agreed_to_stays_as_proof_without_a_name(
    db: Session, pairing: Pairing, settings: Settings
) -> None:
    erase(db, pairing.mentee, settings)

    assert [each.text for each in db.scalars(select(Consent))] == ["I agree."]


def test_a_person_erases_themselves(
    db: Session, pairing: Pairing, settings: Settings, browse: Browse
) -> None:
    browser = browse(pairing.mentee)

    assert "This is what happens" in browser.get("/account/erase").text
    assert browser.post("/account/erase").status_code == 422
    page = browser.post("/account/erase", data={"understood": "y"})

    assert page.status_code == 302
    assert browser.get("/account").status_code in {302, 401}
    do(db, settings, KIND, pairing.mentee.id)
    assert db.get_one(Member, pairing.mentee.id).email is None


def test_a_coordinator_does_it_on_request(
    db: Session, pairing: Pairing, settings: Settings, browse: Browse
) -> None:
    here, enrolment = pairing.programme.id, pairing.mentee_enrolment.id
    browser = browse(pairing.programme.contact)
    address = f"/coordination/{here}/people/{enrolment}/erase"

    assert NAME in browser.get(address).text
    assert browser.post(address, data={"understood": "y"}).status_code == 302

    do(db, settings, KIND, pairing.mentee.id)
    assert db.get_one(Member, pairing.mentee.id).email is None


def test_a_coordinator_does_not_erase_who_takes_part_elsewhere(
    db: Session, pairing: Pairing, browse: Browse
) -> None:
    here, enrolment = pairing.programme.id, pairing.mentee_enrolment.id
    db.add(_elsewhere(pairing.mentee))
    db.commit()
    browser = browse(pairing.programme.contact)

    page = browser.post(f"/coordination/{here}/people/{enrolment}/erase", data={"understood": "y"})

    assert page.status_code == 409
    db.refresh(pairing.mentee)
    assert pairing.mentee.disabled_at is None


def _elsewhere(member: Member) -> Enrolment:
    return an_enrolment(member=member, programme=a_programme())


def test_who_has_something_to_hand_over_does_so_first(db: Session) -> None:
    programme, alone = a_programme(), an_administrator()
    contact = programme.contact
    db.add_all([programme, alone])
    db.flush()

    for member in (contact, alone):
        with pytest.raises(RuleBroken):
            begin_erasure(db, member, by=member, now=NOW)
    begin_erasure(db, a_saved(db), by=contact, now=NOW)


def a_saved(db: Session) -> Member:
    member = a_member()
    db.add(member)
    db.flush()
    return member
