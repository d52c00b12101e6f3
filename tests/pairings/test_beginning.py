"""A pairing begins, and never where there is no place."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.pairings.models import Pairing
from matcher.pairings.services import begin_pairing
from matcher.programmes.models import Enrolment, EnrolmentState
from tests.factories import NOW, TODAY, a_member, a_programme, an_enrolment


def two(db: Session, *, places: int = 1) -> tuple[Enrolment, Enrolment]:
    programme = a_programme()
    mentor = an_enrolment(Side.MENTOR, programme=programme, member=a_member("Marijke"))
    mentor.places = places
    mentee = an_enrolment(Side.MENTEE, programme=programme, member=a_member("Yara"))
    db.add_all([mentor, mentee])
    db.flush()
    return mentor, mentee


def another_mentee(db: Session, mentor: Enrolment) -> Enrolment:
    mentee = an_enrolment(Side.MENTEE, programme=mentor.programme)
    db.add(mentee)
    db.flush()
    return mentee


def test_a_pairing_takes_its_rhythm_and_length_from_the_programme(db: Session) -> None:
    mentor, mentee = two(db)
    mentor.programme.rhythm_days, mentor.programme.planned_days = 21, 100

    pairing = begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)

    assert (pairing.rhythm_days, pairing.planned_days, pairing.since) == (21, 100, TODAY)
    assert (pairing.mentor.name, pairing.mentee.name) == ("Marijke", "Yara")


def test_both_enrolments_become_paired(db: Session) -> None:
    mentor, mentee = two(db)

    begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)

    assert {mentor.state, mentee.state} == {EnrolmentState.PAIRED}


def test_each_mentee_takes_the_lowest_free_place(db: Session) -> None:
    mentor, mentee = two(db, places=3)
    first = begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)
    second = begin_pairing(db, mentor, another_mentee(db, mentor), since=TODAY, now=NOW)
    first.mentor_place = None
    third = begin_pairing(db, mentor, another_mentee(db, mentor), since=TODAY, now=NOW)

    assert (second.mentor_place, third.mentor_place) == (1, 0)


def test_a_mentor_without_a_free_place_is_left_alone(db: Session) -> None:
    mentor, mentee = two(db, places=1)
    begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)

    with pytest.raises(RuleBroken, match="Marijke has no place free"):
        begin_pairing(db, mentor, another_mentee(db, mentor), since=TODAY, now=NOW)


def test_a_mentee_has_one_mentor_unless_they_have_more_places(db: Session) -> None:
    mentor, mentee = two(db)
    begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)
    other = an_enrolment(Side.MENTOR, programme=mentor.programme)
    db.add(other)

    with pytest.raises(RuleBroken, match="Yara has a mentor already"):
        begin_pairing(db, other, mentee, since=TODAY, now=NOW)

    mentee.places = 2
    assert begin_pairing(db, other, mentee, since=TODAY, now=NOW).mentee_place == 1


@pytest.mark.parametrize("state", [EnrolmentState.PAUSED, EnrolmentState.WITHDRAWN])
def test_who_paused_or_stopped_meanwhile_is_not_paired(db: Session, state: EnrolmentState) -> None:
    mentor, mentee = two(db)
    mentee.state = state

    with pytest.raises(RuleBroken, match="Yara cannot begin now"):
        begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)


def test_both_are_told_each_in_their_own_language(db: Session) -> None:
    mentor, mentee = two(db)
    mentee.member.language = Language.NL

    pairing = begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)

    mails = {mail.member_id: mail for mail in db.scalars(select(Mail))}
    assert mails[mentee.member_id].language == Language.NL
    assert mails[mentor.member_id].language == Language.EN
    letter = mails[mentor.member_id].letter or {}
    assert letter["subject"]["values"] == {"name": "Yara"}
    assert letter["button"]["values"] == {"pairing_id": str(pairing.id)}


def test_a_member_without_an_address_gets_no_mail(db: Session) -> None:
    mentor, mentee = two(db)
    mentee.member.email = mentee.member.email_key = None

    begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)

    assert db.scalars(select(Mail.member_id)).all() == [mentor.member_id]


def test_of_two_at_the_same_moment_one_takes_the_last_place(db: Session, engine: Engine) -> None:
    mentor, mentee = two(db)
    other = another_mentee(db, mentor)
    db.commit()
    both_ready = Barrier(2)

    def begin(with_whom: Enrolment) -> bool:
        both_ready.wait()
        try:
            with Session(engine) as here, here.begin():
                one, two = (here.get_one(Enrolment, each.id) for each in (mentor, with_whom))
                begin_pairing(here, one, two, since=TODAY, now=NOW)
        except (IntegrityError, RuleBroken):
            return False
        return True

    with ThreadPoolExecutor() as at_once:
        won = list(at_once.map(begin, [mentee, other]))

    assert sorted(won) == [False, True]
    assert db.scalar(select(func.count()).select_from(Pairing)) == 1


def test_the_database_itself_refuses_a_place_taken_twice(db: Session) -> None:
    mentor, mentee = two(db, places=2)
    begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)
    second = begin_pairing(db, mentor, another_mentee(db, mentor), since=TODAY, now=NOW)
    second.mentor_place = 0

    with pytest.raises(IntegrityError):
        db.flush()
