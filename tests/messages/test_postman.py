"""Mails arrive once, or it is known that they may not have: tried against a real server."""

import ssl
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation.doors import Doors
from matcher.messages import carriers
from matcher.messages.carriers import carrier_for
from matcher.messages.leases import GIVE_UP, LEASE, free_left_over, take_up
from matcher.messages.models import Budget, Delivery, Guarantee, Mail
from matcher.messages.postman import Postman
from matcher.messages.services import stop_mails
from tests.conftest import Keep
from tests.factories import NOW, a_member
from tests.factories.mails import a_mail, stationery
from tests.messages.certificates import certificate_for
from tests.messages.servers import Mood, a_server, free_port

Post = Callable[..., Postman]


@pytest.fixture
def post(settings: Settings, db: Session, tmp_path: Path) -> Iterator[Post]:  # noqa: ARG001
    """Return a way to make postmen for a mail server's address."""
    doors = Doors.to(settings.database)

    def make(url: str, *, now: datetime = NOW) -> Postman:
        carrier = carrier_for(url, folder=tmp_path / "outbox")
        return Postman(doors=doors, paper=stationery(), carrier=carrier, now=lambda: now)

    yield make
    doors.close()


def state(db: Session, mail: Mail) -> tuple[Delivery, str | None]:
    db.refresh(mail)
    db.commit()
    return mail.delivery, mail.error


def test_a_mail_arrives_and_its_row_says_so(db: Session, post: Post) -> None:
    mood, mail = Mood(), a_mail(db, address="yara@example.org")

    with a_server(mood) as server:
        post(f"smtp://{server}").go()

    assert [message["To"] for message in mood.received] == ["yara@example.org"]
    assert state(db, mail) == (Delivery.SENT, None)
    assert mail.sent_at == NOW


def test_an_address_that_does_not_exist_fails_for_good(db: Session, post: Post) -> None:
    mood, mail = Mood(reader="550 No such person"), a_mail(db)

    with a_server(mood) as server:
        post(f"smtp://{server}").go()

    assert state(db, mail) == (Delivery.FAILED, "reader: 550")


def test_a_server_that_asks_to_wait_is_asked_again_later(db: Session, post: Post) -> None:
    mood, mail = Mood(reader="451 Greylisted"), a_mail(db)

    with a_server(mood) as server:
        post(f"smtp://{server}").go()
        assert state(db, mail) == (Delivery.QUEUED, "reader: 451")
        mood.reader = "250 OK"
        post(f"smtp://{server}").go()
        assert mood.received == []
        post(f"smtp://{server}", now=mail.due_at).go()

    assert len(mood.received) == 1
    assert state(db, mail)[0] == Delivery.SENT


def test_one_bad_address_does_not_hold_up_the_others(db: Session, post: Post) -> None:
    mood = Mood(content="554 Looks like spam")
    mails = [a_mail(db), a_mail(db)]

    with a_server(mood) as server:
        post(f"smtp://{server}").go()

    assert [state(db, mail)[0] for mail in mails] == [Delivery.FAILED, Delivery.FAILED]


def test_nothing_is_lost_while_the_server_is_away(db: Session, post: Post) -> None:
    mails, mood, port = [a_mail(db) for _ in range(3)], Mood(), free_port()
    postman = post(f"smtp://127.0.0.1:{port}")

    postman.go()

    assert {state(db, mail)[0] for mail in mails} == {Delivery.QUEUED}
    assert not postman.is_needed(), "a server that is away is left in peace for a moment"
    postman.now = lambda: NOW + timedelta(days=1)
    assert postman.is_needed()
    with a_server(mood) as server:
        post(f"smtp://{server}", now=NOW + timedelta(days=1)).go()
    assert len(mood.received) == 3


@pytest.mark.parametrize(
    ("guarantee", "after"),
    [(Guarantee.AT_MOST_ONCE, Delivery.UNKNOWN), (Guarantee.MUST_ARRIVE, Delivery.QUEUED)],
)
def test_a_server_that_dies_before_it_answers_leaves_a_doubt_that_is_shown(
    guarantee: Guarantee, after: Delivery, db: Session, post: Post
) -> None:
    mood, mail = Mood(dies_after_taking=True), a_mail(db, guarantee=guarantee)

    with a_server(mood) as server:
        post(f"smtp://{server}").go()

    assert state(db, mail)[0] == after


def test_what_must_arrive_goes_again_under_the_same_message_id(db: Session, post: Post) -> None:
    mood, mail = Mood(dies_after_taking=True), a_mail(db)

    with a_server(mood) as server:
        post(f"smtp://{server}").go()
        state(db, mail)
        post(f"smtp://{server}", now=mail.due_at).go()

    assert len(mood.received) == 2
    assert len({message["Message-ID"] for message in mood.received}) == 1


def test_a_server_that_stalls_is_not_waited_for_for_ever(db: Session, post: Post) -> None:
    mood, mail = Mood(stalls=1.0), a_mail(db, guarantee=Guarantee.AT_MOST_ONCE)

    with a_server(mood) as server:
        post(f"smtp://{server}?patience=0.3").go()

    assert state(db, mail)[0] == Delivery.UNKNOWN


@pytest.mark.parametrize(
    ("guarantee", "after"),
    [(Guarantee.AT_MOST_ONCE, Delivery.UNKNOWN), (Guarantee.MUST_ARRIVE, Delivery.QUEUED)],
)
def test_a_sender_that_dies_leaves_mails_that_are_settled_once_its_lease_is_over(
    guarantee: Guarantee, after: Delivery, db: Session
) -> None:
    mail = a_mail(db, guarantee=guarantee)
    take_up(db, mail, now=NOW)

    assert free_left_over(db, now=NOW + LEASE / 2) == 0
    assert free_left_over(db, now=NOW + LEASE) == 1
    assert state(db, mail)[0] == after


def test_after_four_days_a_mail_is_given_up_visibly(db: Session, post: Post) -> None:
    mood, mail = Mood(reader="451 Later"), a_mail(db)

    with a_server(mood) as server:
        post(f"smtp://{server}", now=NOW + GIVE_UP + timedelta(minutes=1)).go()

    assert state(db, mail) == (Delivery.FAILED, "reader: 451")


def test_a_mail_that_cannot_be_made_does_not_hold_up_the_others(db: Session, post: Post) -> None:
    broken = a_mail(db, address="no address")
    mood, mail = Mood(), a_mail(db)

    with a_server(mood) as server:
        post(f"smtp://{server}").go()

    assert state(db, broken)[0] == Delivery.QUEUED
    assert state(db, mail)[0] == Delivery.SENT


def test_a_server_is_only_talked_to_when_its_certificate_is_right(
    db: Session, post: Post, tmp_path: Path
) -> None:
    chain, key = certificate_for("localhost", tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    mood, mail = Mood(), a_mail(db)

    with a_server(mood, tls_context=context) as server:
        port = server.rpartition(":")[2]
        post(f"smtp://localhost:{port}?starttls=1").go()
        assert (state(db, mail), mood.received) == (
            (Delivery.QUEUED, None),
            [],
        ), "a stranger's certificate"
        post(f"smtp://localhost:{port}?starttls=1&ca={chain}").go()

    assert state(db, mail)[0] == Delivery.SENT


def test_other_machines_are_never_told_a_mail_in_the_clear_unasked() -> None:
    server = carrier_for("smtp://mail.example.org", folder=Path())

    assert isinstance(server, carriers.Server)
    assert server.starttls


def test_guidance_waits_its_week_and_essential_mails_never_do(
    db: Session, keep: Keep, post: Post
) -> None:
    member = a_member()
    keep(member)
    for budget in (Budget.GUIDANCE, Budget.GUIDANCE, Budget.ESSENTIAL):
        a_mail(db, member_id=member.id, budget=budget)
    mood = Mood()

    with a_server(mood) as server:
        post(f"smtp://{server}").go()
        assert len(mood.received) == 2
        post(f"smtp://{server}", now=NOW + timedelta(days=6)).go()
        assert len(mood.received) == 2
        post(f"smtp://{server}", now=NOW + timedelta(days=7)).go()

    assert len(mood.received) == 3


def test_guidance_that_waited_too_long_is_let_go(db: Session, keep: Keep, post: Post) -> None:
    member = a_member()
    keep(member)
    mail = a_mail(db, member_id=member.id, budget=Budget.GUIDANCE)
    mood = Mood()

    with a_server(mood) as server:
        postman = post(f"smtp://{server}", now=NOW + timedelta(days=15))
        postman.is_pulse_near = lambda *_: True
        postman.go()

    assert state(db, mail) == (Delivery.FAILED, "too late to help")


def test_mails_that_somebody_stopped_do_not_go(db: Session, keep: Keep, post: Post) -> None:
    member = a_member()
    keep(member)
    a_mail(db, member_id=member.id, budget=Budget.GUIDANCE)
    stop_mails(db, member.id, Budget.GUIDANCE, now=NOW)
    db.commit()
    mood = Mood()

    with a_server(mood) as server:
        post(f"smtp://{server}").go()

    assert mood.received == []
    assert [mail.delivery for mail in db.scalars(select(Mail))] == [Delivery.FAILED]


def test_the_outbox_folder_holds_each_mail_as_a_file(
    db: Session, post: Post, tmp_path: Path
) -> None:
    mail = a_mail(db)

    post("outbox:").go()

    [file] = (tmp_path / "outbox").iterdir()
    assert file.suffix == ".eml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert mail.address in file.read_text()
    assert state(db, mail)[0] == Delivery.SENT
