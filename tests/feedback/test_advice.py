"""Advice for each other: shown at the same moment, picked, tried, and looked back on."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import Advice, CheckIn, Verdict
from matcher.feedback.queries.advice import count_waiting
from matcher.feedback.services import answer_check_in
from matcher.feedback.services.advising import look_back, note_tried, pick
from matcher.foundation.doors import Doors
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_programme
from tests.factories.feedback import PULSE, a_check_in, a_met_pairing, make_rounds

CANARY, OTHER = "kingfisher", "woodpecker"


@pytest.fixture
def doors(database: str) -> Iterator[Doors]:
    doors = Doors.to(database)
    yield doors
    doors.close()


def asked(db: Session, pairing: Pairing | None = None) -> tuple[CheckIn, CheckIn]:
    pairing = pairing or a_met_pairing(TODAY - timedelta(days=7))
    mentee, mentor = (a_check_in(pairing, side=side) for side in (Side.MENTEE, Side.MENTOR))
    db.add_all([mentee, mentor])
    db.commit()
    return mentee, mentor


def says(db: Session, check_in: CheckIn, advice: str = "", show: str = "show") -> None:
    given = {**PULSE, "advice": advice, "show_advice": show} if advice else dict(PULSE)
    answer_check_in(db, check_in, given, now=NOW)
    db.commit()


def opened(db: Session) -> dict[str | None, Advice]:
    db.expire_all()
    found = {each.text: each for each in db.scalars(select(Advice))}
    db.commit()
    return found


def test_advice_is_opened_to_both_at_the_moment_the_second_answers(db: Session) -> None:
    mentee, mentor = asked(db)

    says(db, mentee, CANARY)
    assert opened(db) == {}
    says(db, mentor, OTHER)

    found = opened(db)
    assert set(found) == {CANARY, OTHER}
    assert found[CANARY].to_id == mentor.member_id
    assert {each.revealed_at for each in found.values()} == {NOW}


@pytest.mark.parametrize("show", ["coordinator", "keep"])
def test_advice_for_others_eyes_is_never_opened(db: Session, show: str) -> None:
    mentee, mentor = asked(db)
    says(db, mentee, CANARY, show)
    says(db, mentor)

    assert opened(db) == {}


def test_once_opened_the_words_are_fixed(db: Session) -> None:
    """Nobody can rewrite theirs after reading the other's: that is what opening together is for."""
    mentee, mentor = asked(db)
    says(db, mentee, CANARY)
    says(db, mentor, OTHER)

    says(db, mentee, "something else")
    assert set(opened(db)) == {CANARY, OTHER}


def test_until_it_is_opened_the_words_can_change(db: Session) -> None:
    mentee, mentor = asked(db)
    says(db, mentee, "too harsh")
    says(db, mentee, CANARY)
    says(db, mentor)

    assert set(opened(db)) == {CANARY}


def test_without_the_others_answer_it_is_opened_when_the_questions_close(
    db: Session, doors: Doors
) -> None:
    mentee, _mentor = asked(db)
    says(db, mentee, CANARY)
    db.commit()
    last = datetime.combine(mentee.closes_on, datetime.min.time(), UTC)

    make_rounds(doors, last - timedelta(hours=6))
    assert opened(db) == {}
    make_rounds(doors, last + timedelta(hours=9))
    make_rounds(doors, last + timedelta(hours=10))
    assert set(opened(db)) == {CANARY}


def test_one_thing_is_tried_at_a_time_and_the_giver_looks_back(db: Session) -> None:
    pairing = a_met_pairing(TODAY - timedelta(days=40))
    for period in (0, 1):
        both = [a_check_in(pairing, side=side, period=period) for side in Side]
        db.add_all(both)
        db.flush()
        for check_in in both:
            says(db, check_in, f"{check_in.side} {period}")
    first, second = (opened(db)[f"mentor {period}"] for period in (0, 1))
    mentee, mentor = pairing.mentee_member_id, pairing.mentor_member_id
    assert db.scalar(select(count_waiting(pairing.id, mentee))) == 2

    pick(db, first, now=NOW)
    pick(db, second, now=NOW)
    assert (first.picked_at, second.picked_at) == (None, NOW)
    with pytest.raises(RuleBroken):
        look_back(second, Verdict.BETTER, now=NOW)
    note_tried(second, now=NOW)
    db.flush()
    assert db.scalar(select(count_waiting(pairing.id, mentor))) == 3
    look_back(second, Verdict.SAME, now=NOW)
    db.flush()

    assert second.verdict == Verdict.SAME
    assert db.scalar(select(count_waiting(pairing.id, mentor))) == 2
    with pytest.raises(RuleBroken):
        pick(db, second, now=NOW)


def test_the_page_leads_through_it_in_both_roles(db: Session, browse: Browse) -> None:
    mentee, mentor = asked(db)
    says(db, mentor, CANARY)
    space = f"/pairings/{mentee.pairing_id}"
    receiver, giver = browse(mentee.member), browse(mentor.member)

    assert "Not shown yet" in giver.get(f"{space}/advice").text
    assert CANARY not in receiver.get(f"{space}/advice").text
    says(db, mentee)
    assert CANARY in receiver.get(f"{space}/advice").text
    assert "One thing to look at." in receiver.get(space).text
    advice = opened(db)[CANARY]
    one = f"{space}/advice/{advice.id}"
    assert receiver.post(f"{one}/pick").status_code == 302
    assert "is going to try this" in giver.get(f"{space}/advice").text
    assert receiver.post(f"{one}/tried").status_code == 302
    assert giver.post(f"{one}/verdict", data={"verdict": "nonsense"}).status_code == 302
    assert giver.post(f"{one}/verdict", data={"verdict": "better"}).status_code == 302
    assert "It got better" in receiver.get(f"{space}/advice").text


def test_only_its_receiver_picks_and_only_its_giver_judges(db: Session, browse: Browse) -> None:
    mentee, mentor = asked(db)
    says(db, mentee)
    says(db, mentor, CANARY)
    one = f"/pairings/{mentee.pairing_id}/advice/{opened(db)[CANARY].id}"
    receiver, giver = browse(mentee.member), browse(mentor.member)

    assert giver.post(f"{one}/pick").status_code == 403
    assert giver.post(f"{one}/tried").status_code == 403
    assert receiver.post(f"{one}/verdict", data={"verdict": "better"}).status_code == 403
    contact = mentee.pairing.programme.contact
    assert browse(contact).post(f"{one}/pick").status_code == 404


def test_the_coordinator_reads_only_what_was_chosen_for_them(db: Session, browse: Browse) -> None:
    mentee, mentor = asked(db, a_met_pairing(programme=a_programme()))
    says(db, mentee, CANARY, "show")
    says(db, mentor, OTHER, "coordinator")
    pairing = mentee.pairing

    address = f"/coordination/{pairing.programme_id}/pairs/{pairing.id}"
    page = browse(pairing.programme.contact).get(address).text

    assert CANARY not in page
    assert OTHER in page
