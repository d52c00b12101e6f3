"""What somebody kept to themselves is in their own copy, and in nobody else's."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.pairings.models import MeetingState, Pairing, ReplyKind
from matcher.pairings.services.entries import Reach, Said, reply_to, write_entry
from matcher.pairings.services.heard import make_right, note_talk, say_back
from matcher.privacy.queries.own import all_of
from tests.factories import NOW, a_pairing
from tests.factories.pairings import a_meeting

OWN, ANSWER, KEPT = "CANARY-entry", "CANARY-answer", "CANARY-kept"


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    db.add(pairing)
    db.flush()
    write_entry(db, pairing, Said(text=OWN), Reach(), by=pairing.mentee, now=NOW)
    shared = Said(text="Shared."), Reach(mentor=True)
    entry = write_entry(db, pairing, *shared, by=pairing.mentee, now=NOW)
    reply_to(db, entry, ReplyKind.THANKS, by=pairing.mentor, now=NOW)
    reply_to(db, entry, ReplyKind.WORDS, ANSWER, by=pairing.mentor, now=NOW)
    met = a_meeting(pairing, starts_at=NOW - timedelta(days=1), state=MeetingState.HELD)
    db.add(met)
    db.flush()
    say_back(db, met, KEPT, now=NOW)
    make_right(db, met, now=NOW)
    note_talk(db, met, 73, by=pairing.mentee, now=NOW)
    db.commit()
    return pairing


def copy_of(db: Session, member: Member) -> str:
    return repr([(each.table, each.rows) for each in all_of(db, member)])


def test_an_entry_is_in_the_copy_of_whoever_wrote_it_alone(pairing: Pairing, db: Session) -> None:
    assert OWN in copy_of(db, pairing.mentee)
    assert OWN not in copy_of(db, pairing.mentor)
    assert OWN not in copy_of(db, pairing.programme.contact)


def test_who_talked_most_is_in_the_copy_of_whoever_answered(pairing: Pairing, db: Session) -> None:
    assert "73" in str(copy_of(db, pairing.mentee).partition("talk_balance")[2])
    assert "talk_balance" not in copy_of(db, pairing.mentor)


def test_an_answer_is_in_the_copy_of_whoever_gave_it(pairing: Pairing, db: Session) -> None:
    assert ANSWER in copy_of(db, pairing.mentor)
    assert ANSWER not in copy_of(db, pairing.programme.contact)


def test_what_both_keep_is_in_both_copies(pairing: Pairing, db: Session) -> None:
    assert KEPT in copy_of(db, pairing.mentee)
    assert KEPT in copy_of(db, pairing.mentor)
    assert KEPT not in copy_of(db, pairing.programme.contact)
