"""Mail that comes back: believed only at an address we made, and told where it helps."""

import io
import re
import sys
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.config import Settings
from matcher.foundation.doors import Doors
from matcher.members.models import Member
from matcher.members.returning import reading_returns, take_in
from matcher.messages.carriers import carrier_for
from matcher.messages.mailbox import MailboxAway, read_mailbox
from matcher.messages.models import Delivery, Mail
from matcher.messages.parcels import Parcel
from matcher.messages.postman import Postman
from matcher.messages.rendering import Stationery, compose
from matcher.messages.returns import LARGEST, Return, read_return, return_address
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_member
from tests.factories.jobs import some_work
from tests.factories.mails import a_mail, stationery
from tests.messages.mailboxes import a_mailbox
from tests.messages.servers import Mood, a_server

SAMPLES = Path(__file__).parent / "returned"
BOUNCES = "bounces@samen.example.org"
SECRET = "for tests"  # noqa: S105  # as in the stationery of tests


def sample(name: str, to: str) -> bytes:
    """Read a report as servers write them, come back to an address."""
    return (SAMPLES / f"{name}.eml").read_text().replace("RETURN_ADDRESS", to).encode()


def back_to(mail_id: UUID, secret: str = SECRET) -> str:
    return return_address(mail_id, BOUNCES, secret)


@pytest.mark.parametrize(
    ("name", "status", "is_of_address"),
    [("postfix", "5.1.1", True), ("exchange", "5.2.2", True), ("policy", "5.7.1", False)],
)
def test_reports_of_real_servers_are_read(name: str, status: str, is_of_address: bool) -> None:  # noqa: FBT001  # a case
    mail_id = uuid4()

    found = read_return(sample(name, back_to(mail_id)), SECRET)

    assert found == Return(mail_id, status)
    assert found.is_of_address == is_of_address


@pytest.mark.parametrize("name", ["delayed", "away"])
def test_what_is_still_tried_and_what_people_answer_is_no_return(name: str) -> None:
    assert read_return(sample(name, back_to(uuid4())), SECRET) is None


@pytest.mark.parametrize(
    "to",
    [
        BOUNCES,
        "bounces+yara=example.org@samen.example.org",
        return_address(uuid4(), BOUNCES, "of somebody else"),
        f"bounces+{'a' * 40}@samen.example.org",
        f"bounces+{'7' * 39}@samen.example.org",
    ],
    ids=["no seal", "a person's", "another secret's", "too long", "too short"],
)
def test_forged_reports_are_let_go(to: str) -> None:
    assert read_return(sample("postfix", to), SECRET) is None


def test_a_seal_is_of_one_mail_alone() -> None:
    mine, other = back_to(uuid4()), back_to(uuid4())
    mixed = mine[:20] + other[20:]

    assert read_return(sample("postfix", mixed), SECRET) is None


def test_servers_may_write_the_address_in_capitals() -> None:
    mail_id = uuid4()

    found = read_return(sample("postfix", back_to(mail_id).upper()), SECRET)

    assert found == Return(mail_id, "5.1.1")


def test_the_address_fits_what_mail_servers_take() -> None:
    name = back_to(uuid4()).partition("@")[0]

    assert len(name) <= 64
    assert re.fullmatch(r"bounces\+[a-z2-7]{40}", name)


@given(st.binary(max_size=2000))
def test_whatever_arrives_nothing_breaks(raw: bytes) -> None:
    assert read_return(raw, SECRET) is None


@given(st.integers(0, 2200), st.binary(min_size=1, max_size=40))
def test_a_damaged_report_breaks_nothing(place: int, noise: bytes) -> None:
    whole = sample("postfix", back_to(uuid4()))

    read_return(whole[:place] + noise + whole[place + len(noise) :], SECRET)


def test_what_is_too_long_is_not_read() -> None:
    assert read_return(sample("postfix", back_to(uuid4())) + b" " * LARGEST, SECRET) is None


def with_bounces() -> Stationery:
    plain = stationery()
    return Stationery(
        templates=plain.templates,
        sender=plain.sender,
        secret=SECRET,
        address=plain.address,
        bounces=BOUNCES,
    )


def test_each_mail_leaves_with_its_own_return_address_on_the_envelope(
    db: Session, settings: Settings, tmp_path: Path
) -> None:
    mood, mail, doors = Mood(), a_mail(db), Doors.to(settings.database)

    with a_server(mood) as server:
        carrier = carrier_for(f"smtp://{server}", folder=tmp_path)
        Postman(doors=doors, paper=with_bounces(), carrier=carrier, now=lambda: NOW).go()
    doors.close()

    assert mood.senders == [back_to(mail.id)]
    [sent] = mood.received
    assert sent["Return-Path"] is None
    assert str(sent["From"]) == "Samen Sterk <noreply@samen.example.org>"


def test_without_the_setting_nothing_changes(db: Session) -> None:
    assert compose(Parcel.of(a_mail(db)), stationery(), now=NOW)["Return-Path"] is None


@pytest.fixture
def yara(keep: Keep) -> Member:
    yara = a_member("Yara")
    yara.email = yara.email_key = "yara@example.org"
    keep(yara)
    return yara


def sent_to(db: Session, member: Member, address: str = "yara@example.org") -> Mail:
    mail = a_mail(db, address=address, member_id=member.id)
    mail.delivery, mail.sent_at = Delivery.SENT, NOW
    db.commit()
    return mail


def come_back(settings: Settings, mail_id: UUID, name: str = "postfix") -> bool:
    doors = Doors.to(settings.database)
    try:
        return take_in(doors, sample(name, back_to(mail_id)), SECRET, now=NOW)
    finally:
        doors.close()


def test_the_mail_and_the_person_are_marked_once(
    db: Session, settings: Settings, yara: Member
) -> None:
    mail = sent_to(db, yara)
    mail_id = mail.id
    db.rollback()

    assert come_back(settings, mail_id)
    assert not come_back(settings, mail_id)
    assert not come_back(settings, uuid4())

    db.refresh(mail)
    assert (mail.delivery, mail.error) == (Delivery.RETURNED, "5.1.1")
    assert db.get_one(Member, yara.id, populate_existing=True).email_returned_at == NOW


@pytest.mark.parametrize(
    ("name", "address"), [("policy", "yara@example.org"), ("postfix", "old@example.org")]
)
def test_a_mail_that_was_refused_for_itself_or_went_elsewhere_marks_nobody(
    name: str, address: str, db: Session, settings: Settings, yara: Member
) -> None:
    mail = sent_to(db, yara, address)
    mail_id = mail.id
    db.rollback()

    assert come_back(settings, mail_id, name)

    assert db.get_one(Member, yara.id, populate_existing=True).email_returned_at is None


def test_a_mailbox_is_read_and_what_was_read_is_not_read_again(
    db: Session, settings: Settings, yara: Member
) -> None:
    mail = sent_to(db, yara)
    letters = [
        sample("postfix", return_address(mail.id, BOUNCES, settings.SECRET_KEY)),
        sample("away", BOUNCES),
    ]
    mail_id = mail.id
    db.rollback()
    with a_mailbox(letters) as (url, mailbox):
        asked = Settings(**{**vars(settings), "BOUNCE_URL": url})
        reading_returns(asked)(some_work(settings, now=NOW))
        assert mailbox.seen == {1, 2}
        assert read_mailbox(url, lambda _raw: None, largest=LARGEST) == 0
        with pytest.raises(MailboxAway):
            read_mailbox(url.replace(":right@", ":wrong@"), lambda _raw: None, largest=LARGEST)

    assert db.get_one(Mail, mail_id, populate_existing=True).delivery == Delivery.RETURNED


def test_a_mailbox_that_is_away_is_read_the_next_time(
    db: Session, settings: Settings, yara: Member
) -> None:
    mail = sent_to(db, yara)
    letter = sample("postfix", return_address(mail.id, BOUNCES, settings.SECRET_KEY))
    mail_id = mail.id
    db.rollback()
    with a_mailbox([letter]) as (url, _mailbox):
        for address in ("imap://me:right@127.0.0.1:9/INBOX", url):
            asked = Settings(**{**vars(settings), "BOUNCE_URL": address})
            reading_returns(asked)(some_work(settings, now=NOW))

    assert db.get_one(Mail, mail_id, populate_existing=True).delivery == Delivery.RETURNED


def test_a_password_does_not_travel_in_the_clear() -> None:
    with pytest.raises(MailboxAway, match="imaps"):
        read_mailbox("imap://me:right@mail.example.org/INBOX", lambda _raw: None, largest=1)


def test_the_person_is_asked_when_they_sign_in(db: Session, yara: Member, browse: Browse) -> None:
    yara.email_returned_at = NOW
    db.merge(yara)
    db.commit()
    browser = browse(yara)

    page = browser.get("/account/address?next=/account").text
    assert "yara@example.org" in page
    assert "This address is right" in page
    done = browser.post("/account/address", data={"next": "https://evil.example/"})
    assert done.location == "/home"

    assert db.get_one(Member, yara.id, populate_existing=True).email_returned_at is None
    db.rollback()
    assert browser.get("/account/address?next=/account").location == "/account"
    browser.post("/account/address")
    kept = db.scalars(select(Event.action).where(Event.action == "member.address_kept")).all()
    assert kept == ["member.address_kept"], "said twice, it is noted once"


def test_a_mail_server_hands_one_over_to_the_command(
    db: Session, settings: Settings, yara: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matcher.commands.places import Place  # noqa: PLC0415  # as the command does
    from matcher.commands.returning import bounces  # noqa: PLC0415  # likewise

    mail = sent_to(db, yara)
    raw = sample("postfix", return_address(mail.id, BOUNCES, settings.SECRET_KEY))
    mail_id = mail.id
    db.rollback()
    monkeypatch.setattr(Place, "settings", lambda _place: settings)
    for content in (raw, b"nonsense"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert bounces(Place(None)) == 0

    assert db.get_one(Mail, mail_id, populate_existing=True).delivery == Delivery.RETURNED
