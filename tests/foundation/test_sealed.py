"""A sealed text opens in its own place, unchanged, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation import sealed
from matcher.foundation.doors import Doors
from matcher.foundation.sealed import Keyring, SealBroken, version_of
from matcher.foundation.secrets import add_key, read_keys
from matcher.pairings.models import Pairing
from matcher.privacy.register import every_sealed, sealed_columns
from matcher.privacy.rotating import count_old, rotate
from matcher.programmes.models import Enrolment
from tests.conftest import KEYS
from tests.factories import a_pairing
from tests.factories.privacy import MINE, everything

PLACE = "enrolment|note_sealed|1"


@given(text=st.binary(max_size=200), bit=st.integers(min_value=0))
def test_one_bit_that_changed_is_noticed(text: bytes, bit: int) -> None:
    ring = Keyring(keys=KEYS)
    box = bytearray(ring.seal(text, PLACE))
    assert ring.open(bytes(box), PLACE) == text

    box[bit // 8 % len(box)] ^= 1 << bit % 8

    with pytest.raises(SealBroken):
        ring.open(bytes(box), PLACE)


@given(text=st.binary(max_size=50), cut=st.integers(min_value=0, max_value=60))
def test_a_box_that_was_cut_off_is_noticed(text: bytes, cut: int) -> None:
    ring = Keyring(keys=KEYS)
    box = ring.seal(text, PLACE)

    if cut < len(box):
        with pytest.raises(SealBroken):
            ring.open(box[:cut], PLACE)


@given(other=st.text(max_size=60))
def test_it_does_not_open_elsewhere(other: str) -> None:
    ring = Keyring(keys=KEYS)
    box = ring.seal(b"a text", PLACE)

    if other != PLACE:
        with pytest.raises(SealBroken):
            ring.open(box, other)


def test_two_rows_that_changed_boxes_are_noticed(db: Session) -> None:
    one, two = a_pairing(), a_pairing()
    db.add_all([one, two])
    db.flush()
    one.mentee_enrolment.note, two.mentee_enrolment.note = "of the one", "of the other"
    here, there = one.mentee_enrolment, two.mentee_enrolment

    here.note_sealed, there.note_sealed = there.note_sealed, here.note_sealed

    for row in (here, there):
        with pytest.raises(SealBroken):
            _ = row.note


def test_a_column_asked_for_alone_opens_as_in_its_row_and_in_no_other(db: Session) -> None:
    db.add(pairing := a_pairing())
    pairing.note = "Call them on Monday."
    db.commit()

    [[row_id, box]] = db.execute(select(Pairing.id, Pairing.note_sealed))

    assert Pairing.note.opened(row_id, box) == "Call them on Monday."
    assert Pairing.note.opened(row_id, None) is None
    with pytest.raises(SealBroken):
        Pairing.note.opened(uuid4(), box)
    with pytest.raises(SealBroken):
        Enrolment.note.opened(row_id, box)


def test_two_columns_that_changed_boxes_are_noticed(db: Session) -> None:
    pairing = a_pairing()
    db.add(pairing)
    db.flush()
    enrolment = pairing.mentee_enrolment
    enrolment.note, enrolment.reason = "a note", "a reason"

    enrolment.note_sealed = enrolment.reason_sealed

    with pytest.raises(SealBroken):
        _ = enrolment.note


def test_every_sealed_column_has_a_way_to_open_it() -> None:
    for model, columns in every_sealed():
        assert set(sealed_columns(model)) == set(columns), model.__name__


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[Path]:
    """Give the process keys from a file, and take them away again."""
    path = tmp_path / "keys"
    path.write_text("".join(f"{number} {key.hex()}\n" for number, key in KEYS.items()))
    sealed.install(KEYS, source=path)
    yield path
    sealed.install(KEYS)


def test_keys_are_renewed_while_the_service_runs(
    db: Session, keys: Path, settings: Settings
) -> None:
    pairing = everything(db)
    pairing_id = pairing.id
    opened = db.get_one(Pairing, pairing_id).mentee_enrolment.note
    db.commit()
    doors = Doors.to(settings.database)
    service = Keyring(keys=dict(KEYS), source=keys, seen=keys.stat().st_mtime_ns)

    assert add_key(keys) == 2
    sealed.keyring.renew()
    with doors.reading() as looking:
        assert count_old(looking) > 0
    done = sum(rotate(doors))

    with doors.reading() as looking:
        assert done > 0
        assert count_old(looking) == 0
        box = looking.scalar(
            select(Enrolment.note_sealed).where(Enrolment.note_sealed.is_not(None))
        )
        assert box is not None
        assert version_of(box) == 2
    doors.close()
    db.expire_all()
    enrolment = db.get_one(Pairing, pairing_id).mentee_enrolment
    assert enrolment.note == opened == f"{MINE} note"
    # Another process, which was running all the time, opens it and seals with the new key.
    place = f"enrolment|note_sealed|{enrolment.id}"
    assert service.open(enrolment.note_sealed or b"", place).decode() == f"{MINE} note"
    assert version_of(service.seal(b"later", place)) == 2


def test_a_text_that_somebody_changed_meanwhile_stays(
    db: Session, keys: Path, settings: Settings
) -> None:
    pairing = everything(db)
    db.commit()
    add_key(keys)
    sealed.keyring.renew()
    doors = Doors.to(settings.database)
    steps = rotate(doors)
    next(steps)
    with doors.writing() as writing:
        writing.get_one(Enrolment, pairing.mentee_enrolment.id).note = "changed meanwhile"

    list(steps)

    with doors.reading() as looking:
        assert looking.get_one(Enrolment, pairing.mentee_enrolment.id).note == "changed meanwhile"
        assert count_old(looking) == 0
    doors.close()


def test_the_file_of_keys_is_for_this_account_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    read_keys(path)
    add_key(path)

    assert sorted(read_keys(path)) == [1, 2]
    assert path.stat().st_mode & 0o077 == 0


def test_what_is_sealed_can_be_emptied(db: Session) -> None:
    pairing = a_pairing()
    db.add(pairing)
    db.flush()
    enrolment = pairing.mentee_enrolment
    enrolment.note = "a note"

    enrolment.note = None

    assert enrolment.note is None
    assert enrolment.note_sealed is None


def test_a_process_goes_on_while_the_file_of_its_keys_is_away(keys: Path) -> None:
    service = Keyring(keys=dict(KEYS), source=keys, seen=keys.stat().st_mtime_ns)
    box = service.seal(b"a text", PLACE)
    keys.unlink()

    assert service.open(box, PLACE) == b"a text"
    assert service.open(service.seal(b"later", PLACE), PLACE) == b"later"
