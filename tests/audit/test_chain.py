"""The trail is sealed in order, and any change to it shows."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from matcher.audit.chain import AT_ONCE, Head, head, seal, verify
from matcher.audit.facts import UnknownFact, WrongFact
from matcher.audit.heads import keep_head, noted_head
from matcher.audit.models import Event
from matcher.audit.services import note
from matcher.config import Settings
from matcher.members.models import Member
from matcher.privacy.work import seal_trail
from tests.factories import NOW, a_member
from tests.factories.jobs import some_work


@pytest.fixture
def member(db: Session) -> Member:
    member = a_member()
    db.add(member)
    db.flush()
    for number in range(6):
        at = NOW + timedelta(minutes=number)
        note(db, "member.registered", member, by=member, at=at, count=number)
    db.commit()
    return member


def sealed(db: Session) -> list[Event]:
    query = select(Event).where(Event.sequence.is_not(None)).order_by(Event.sequence)
    return list(db.scalars(query))


@pytest.mark.usefixtures("member")
def test_rows_are_sealed_in_the_order_in_which_they_happened(db: Session) -> None:
    assert seal(db, limit=4) == 4
    assert seal(db) == 2
    assert seal(db) == 0

    assert [each.facts["count"] for each in sealed(db)] == list(range(6))
    assert verify(db).broken_at is None
    assert verify(db).waiting == 0


@pytest.mark.usefixtures("member")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("action", "member.erased"),
        ("actor", uuid4()),
        ("at", NOW),
        ("thing", "programme"),
        ("thing_id", uuid4()),
        ("programme_id", uuid4()),
        ("facts", {"count": 99}),
        ("digest", "0" * 64),
    ],
)
def test_a_row_that_was_changed_shows(db: Session, name: str, value: object) -> None:
    seal(db)

    db.execute(update(Event).where(Event.sequence == 3).values({name: value}))
    db.expire_all()

    assert verify(db).broken_at == 3


@pytest.mark.usefixtures("member")
def test_a_row_that_was_taken_out_shows(db: Session) -> None:
    seal(db)

    db.execute(delete(Event).where(Event.sequence == 4))
    db.expire_all()

    assert verify(db).broken_at == 4


@pytest.mark.usefixtures("member")
def test_two_rows_that_changed_places_show(db: Session) -> None:
    seal(db)

    for old, new in ((2, 100), (3, 2), (100, 3)):
        db.execute(update(Event).where(Event.sequence == old).values(sequence=new))
    db.expire_all()

    assert verify(db).broken_at == 2


@pytest.mark.usefixtures("member")
def test_an_end_that_was_cut_off_shows_by_what_stands_outside(db: Session, tmp_path: Path) -> None:
    seal(db)
    keep_head(tmp_path, head(db))

    db.execute(delete(Event).where(Event.sequence > 4))
    db.expire_all()

    assert verify(db).broken_at is None
    assert verify(db, noted_head(tmp_path)).broken_at == 5
    assert (tmp_path / "trail-head").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("member")
def test_a_chain_that_was_made_anew_shows_by_what_stands_outside(db: Session) -> None:
    seal(db)
    noted = Head(sequence=6, digest="f" * 64)

    assert verify(db, noted).broken_at == 6


@pytest.mark.usefixtures("member")
def test_the_job_seals_and_notes_the_end(db: Session, settings: Settings) -> None:
    seal_trail(some_work(settings))

    db.expire_all()
    assert noted_head(settings.INSTANCE) == head(db)
    assert head(db).sequence == 6


def test_an_unknown_fact_is_refused(db: Session, member: Member) -> None:
    with pytest.raises(UnknownFact):
        note(db, "member.registered", member, by=None, at=NOW, favourite_colour="blue")


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": "Yara told me by phone"},
        {"count": "many"},
        {"count": True},
        {"until": "some day"},
        {"on_behalf_of": "Yara"},
        {"criteria": {"topics": "Because Yara said so"}},
        {"criteria": {"topics": ["job-search", "Because Yara said so"]}},
        {"side": 3},
    ],
)
def test_no_text_of_anybody_gets_into_the_trail(
    wrong: dict[str, Any], db: Session, member: Member
) -> None:
    with pytest.raises(WrongFact):
        note(db, "member.registered", member, by=None, at=NOW, **wrong)


def test_erasing_keeps_the_chain_whole(db: Session, member: Member) -> None:
    seal(db)
    member.audit_key = uuid4()
    db.flush()

    assert verify(db).broken_at is None


def test_settings_are_told_by_codes_and_numbers(db: Session, member: Member) -> None:
    criteria = {"topics": {"weight": 0.5, "of": ["job-search", "fractions"]}}
    note(db, "settings.used", member, by=None, at=NOW, criteria=criteria)
    db.flush()

    [told] = db.scalars(select(Event.facts).where(Event.action == "settings.used"))
    assert told == {"criteria": criteria}


def test_no_end_is_noted_of_a_trail_that_was_never_sealed(db: Session, tmp_path: Path) -> None:
    keep_head(tmp_path, head(db))

    assert noted_head(tmp_path) is None


def test_more_than_is_sealed_at_once_is_sealed_in_one_go_of_the_job(
    db: Session, member: Member, settings: Settings
) -> None:
    for _ in range(AT_ONCE):
        note(db, "member.registered", member, by=None, at=NOW)
    db.commit()
    work = some_work(settings)

    seal_trail(work)

    db.expire_all()
    assert verify(db, noted_head(settings.INSTANCE)).waiting == 0
    assert head(db).sequence == AT_ONCE + 6
    work.doors.close()
