"""Practical help: only the mentee asks, and how it fitted is theirs alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.messages.models import Mail
from matcher.pairings.models import HelpAnswer, HelpRequest, Pairing, Size
from matcher.pairings.services.helping import (
    Outcome,
    Reply,
    Wanted,
    answer_help,
    ask_for_help,
    close_help,
    too_much_in_a_row,
)
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_pairing

DAY = timedelta(days=1)
WANTED = Wanted(what="Read my letter.", size=Size.SMALL, by=None)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing(since=clock.today() - 7 * DAY)
    db.add(pairing)
    db.commit()
    return pairing


def address(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}/help{more}"


def a_request(db: Session, pairing: Pairing) -> HelpRequest:
    return ask_for_help(db, pairing, WANTED, by=pairing.mentee, now=NOW)


def say_yes(
    db: Session, request: HelpRequest, by: date | None = TODAY + DAY, words: str = ""
) -> None:
    reply = Reply(answer=HelpAnswer.YES, by=by, words=words)
    answer_help(db, request, reply, by=request.pairing.mentor, now=NOW)


def test_each_hears_of_the_other_without_the_words(pairing: Pairing, db: Session) -> None:
    request = a_request(db, pairing)
    say_yes(db, request, words="Gladly!")
    db.commit()

    mails = {each.kind: each for each in db.scalars(select(Mail))}

    assert mails["help.asked"].address == pairing.mentor.email
    assert mails["help.answered"].address == pairing.mentee.email
    for mail in mails.values():
        assert "letter" not in str(mail.letter)
        assert "Gladly" not in str(mail.letter)


def test_a_yes_has_a_day_and_something_else_has_words(pairing: Pairing, db: Session) -> None:
    request = a_request(db, pairing)
    odd = Reply(answer=HelpAnswer.ELSE, by=None, words="")

    with pytest.raises(RuleBroken, match="by which day"):
        say_yes(db, request, by=None)
    with pytest.raises(RuleBroken, match="still to come"):
        say_yes(db, request, by=TODAY - DAY)
    with pytest.raises(RuleBroken, match="instead"):
        answer_help(db, request, odd, by=pairing.mentor, now=NOW)


def test_a_mentor_cannot_open_one(pairing: Pairing, browse: Browse, db: Session) -> None:
    mentor = browse(pairing.mentor)

    assert mentor.get(address(pairing, "/new")).status_code == 403
    sent = mentor.post(address(pairing, "/new"), data={"what": "x", "size": "small"})
    assert sent.status_code == 403
    assert address(pairing, "/new") not in mentor.get(address(pairing)).text
    with pytest.raises(RuleBroken, match="Only the mentee"):
        ask_for_help(db, pairing, WANTED, by=pairing.mentor, now=NOW)


def test_from_the_question_to_a_kept_promise(pairing: Pairing, browse: Browse, db: Session) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    asked = {"what": "Practise an interview.", "size": "medium", "by": ""}
    assert mentee.post(address(pairing, "/new"), data=asked).status_code == 302
    [request] = db.scalars(select(HelpRequest)).all()
    db.commit()
    one = address(pairing, f"/{request.id}")
    assert "Waits for your answer." in mentor.get(address(pairing)).text
    assert mentee.post(one + "/answer", data={"answer": "no"}).status_code == 403
    assert mentor.post(one + "/answer", data={"answer": "yes"}).status_code == 422

    by = (clock.today() + DAY).isoformat()
    mentor.post(one + "/answer", data={"answer": "yes", "by": by, "words": "On Friday?"})
    assert "On Friday?" in mentee.get(address(pairing)).text
    assert mentor.post(one + "/close", data={"fit": "0", "kept": "yes"}).status_code == 403
    assert mentee.post(one + "/close", data={"fit": "0"}).status_code == 422
    mentee.post(one + "/close", data={"fit": "1", "kept": "yes"})

    assert "One promise kept together." in mentor.get(address(pairing)).text
    db.refresh(request)
    assert request.fit == {"fit": 1}


@pytest.mark.parametrize("fit", [-1, 0, 1, None])
def test_how_it_fitted_shows_nowhere(
    fit: int | None, pairing: Pairing, browse: Browse, db: Session
) -> None:
    request = a_request(db, pairing)
    close_help(request, Outcome(was_kept=None, fit=fit), now=NOW)
    db.commit()

    for member in (pairing.mentor, pairing.mentee):
        page = browse(member).get(address(pairing)).text
        assert "Too" not in page
        assert "Just right" not in page


def test_a_closed_request_is_closed(pairing: Pairing, db: Session) -> None:
    request = a_request(db, pairing)
    close_help(request, Outcome(was_kept=True, fit=0), now=NOW)

    assert request.was_kept is None  # nothing was promised
    with pytest.raises(RuleBroken, match="closed"):
        say_yes(db, request)
    with pytest.raises(RuleBroken, match="closed"):
        close_help(request, Outcome(was_kept=None, fit=0), now=NOW)


@given(st.lists(st.sampled_from([-1, 0, 1, None]), max_size=6))
def test_too_much_is_counted_over_those_that_were_rated(fits: list[int | None]) -> None:
    pairing = a_pairing()
    requests = []
    for fit in fits:
        request = HelpRequest(pairing=pairing, asked_at=NOW, size=Size.SMALL)
        request.fit = None if fit is None else {"fit": fit}
        requests.append(request)

    rated = [fit for fit in fits if fit is not None]
    found = too_much_in_a_row(requests)

    assert len(found) == next((at for at, fit in enumerate(rated) if fit != 1), len(rated))


@pytest.mark.parametrize(
    ("field", "odd"),
    [("what", ""), ("what", "x" * 5000), ("size", "huge"), ("by", "soon"), ("by", "2020-01-01")],
)
def test_what_cannot_be_asked_is_asked_for_again(
    field: str, odd: str, pairing: Pairing, browse: Browse, db: Session
) -> None:
    asked = {"what": "Call the school.", "size": "small", "by": ""} | {field: odd}

    page = browse(pairing.mentee).post(address(pairing, "/new"), data=asked)

    assert page.status_code == 422
    assert db.scalars(select(HelpRequest)).all() == []
