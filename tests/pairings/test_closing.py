"""Two people finish well: an end both know, words shown together, a page that is the mentee's."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.messages.models import Mail
from matcher.pairings.models import MeetingState, Pairing, PairingState
from matcher.pairings.models.closing import Farewell, Wish
from matcher.pairings.queries import list_meetings
from matcher.pairings.queries.closing import find_ending
from matcher.pairings.services.closing import (
    Why,
    Words,
    begin_on_time,
    choose_end,
    end_on_time,
    say_goodbye,
    write_words,
)
from matcher.pairings.services.ending import CloseReason, close_pairing
from matcher.pairings.services.farewells import (
    Afterwards,
    Takeaway,
    choose_afterwards,
    forget,
    forget_on,
    keep_takeaway,
)
from matcher.pairings.views.closing import ClosingPage, closing_page
from matcher.privacy.queries.own import all_of
from matcher.programmes.models import EnrolmentState
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_pairing
from tests.factories.pairings import a_meeting

DAY = timedelta(days=1)
END = TODAY + 28 * DAY
MINE = Words("The day you called.", "You keep going.", "Ask sooner.")
THEIRS = Words("Our first walk.", "You really listen.", "Rest, too.")


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    pairing.state = PairingState.ACTIVE
    pairing.first_met_on = pairing.last_met_on = TODAY - 100 * DAY
    pairing.planned_days = 128
    db.add(pairing)
    db.flush()
    return pairing


def page_of(db: Session, pairing: Pairing, member: object, now: object = NOW) -> ClosingPage:
    ending, meetings = find_ending(db, pairing), list_meetings(db, pairing)
    return closing_page(member, pairing, ending, meetings, now=now)  # type: ignore[arg-type]  # either of two


def mails(db: Session) -> set[tuple[str, object]]:
    return {(mail.kind, mail.member_id) for mail in db.scalars(select(Mail))}


def test_both_know_the_end_four_weeks_ahead(db: Session, pairing: Pairing) -> None:
    assert begin_on_time(db, pairing, now=NOW - DAY) is None

    closing = begin_on_time(db, pairing, now=NOW)

    assert closing
    assert (closing.ends_on, pairing.state) == (END, PairingState.CLOSING)
    assert mails(db) == {("closing.day", pairing.mentor.id), ("closing.day", pairing.mentee.id)}
    assert begin_on_time(db, pairing, now=NOW + DAY) is closing
    assert len(mails(db)) == 2


@pytest.mark.parametrize(("planned", "notice"), [(182, 28), (56, 28), (55, 14), (21, 14)])
def test_told_late_they_get_four_weeks_all_the_same_and_two_in_a_short_pairing(
    planned: int, notice: int, db: Session, pairing: Pairing
) -> None:
    began = pairing.first_met_on or pairing.since
    pairing.planned_days = planned
    late = NOW + timedelta(days=(began - NOW.date()).days + planned - 3)

    closing = begin_on_time(db, pairing, now=late)

    assert closing
    assert (closing.ends_on - late.date()).days == notice


@pytest.mark.parametrize("days", [-1, 0, 27, 1097])
def test_an_end_is_known_four_weeks_ahead(days: int, db: Session, pairing: Pairing) -> None:
    with pytest.raises(RuleBroken, match="four weeks"):
        choose_end(db, pairing, TODAY + days * DAY, Why("Why"), by=pairing.mentee, now=NOW)


def test_whoever_ends_early_says_why_or_lets_the_coordinator_tell(
    db: Session, pairing: Pairing
) -> None:
    pairing.planned_days = 200
    with pytest.raises(RuleBroken, match="Say why"):
        choose_end(db, pairing, END, Why(), by=pairing.mentor, now=NOW)

    choose_end(db, pairing, END, Why("I move house."), by=pairing.mentor, now=NOW)
    told = db.scalars(select(Mail)).one()

    assert told.member_id == pairing.mentee.id
    assert page_of(db, pairing, pairing.mentee).reason == "I move house."
    assert pairing.planned_end == END


def test_a_later_end_needs_no_reason(db: Session, pairing: Pairing) -> None:
    closing = choose_end(db, pairing, END + 60 * DAY, Why(), by=pairing.mentee, now=NOW)

    assert closing.ends_on == pairing.planned_end == END + 60 * DAY
    assert pairing.state == PairingState.ACTIVE


def test_words_are_read_only_once_both_have_written(db: Session, pairing: Pairing) -> None:
    begin_on_time(db, pairing, now=NOW)
    before = page_of(db, pairing, pairing.mentor)
    write_words(db, pairing, MINE, by=pairing.mentee, now=NOW)

    assert page_of(db, pairing, pairing.mentor) == before  # not even that somebody wrote

    write_words(db, pairing, THEIRS, by=pairing.mentor, now=NOW)
    for member, words in ((pairing.mentor, MINE), (pairing.mentee, THEIRS)):
        theirs = page_of(db, pairing, member).theirs
        assert theirs
        assert (theirs.moment, theirs.strength, theirs.advice) == (
            words.moment,
            words.strength,
            words.advice,
        )
    assert ("closing.words", pairing.mentee.id) in mails(db)


def test_words_that_were_read_stay_as_they_are(db: Session, pairing: Pairing) -> None:
    begin_on_time(db, pairing, now=NOW)
    write_words(db, pairing, MINE, by=pairing.mentee, now=NOW)
    write_words(db, pairing, MINE, by=pairing.mentee, now=NOW)
    write_words(db, pairing, THEIRS, by=pairing.mentor, now=NOW)

    with pytest.raises(RuleBroken, match="stay as they are"):
        write_words(db, pairing, THEIRS, by=pairing.mentee, now=NOW)


def test_at_the_last_meeting_what_is_there_is_shown(db: Session, pairing: Pairing) -> None:
    begin_on_time(db, pairing, now=NOW)
    write_words(db, pairing, MINE, by=pairing.mentee, now=NOW)
    last = a_meeting(pairing, starts_at=NOW + 20 * DAY)
    early = a_meeting(pairing, starts_at=NOW + 2 * DAY, state=MeetingState.HELD)
    db.add_all([last, early])
    db.flush()

    assert page_of(db, pairing, pairing.mentor, NOW + 19 * DAY).theirs is None
    assert page_of(db, pairing, pairing.mentor, NOW + 20 * DAY).theirs is not None


def test_they_finish_after_their_last_meeting(db: Session, pairing: Pairing) -> None:
    begin_on_time(db, pairing, now=NOW)
    with pytest.raises(RuleBroken, match="last meeting"):
        say_goodbye(db, pairing, by=pairing.mentee, now=NOW)

    say_goodbye(db, pairing, by=pairing.mentee, now=NOW + 28 * DAY)

    assert pairing.state == PairingState.CLOSED
    assert pairing.mentee_enrolment.state == EnrolmentState.FINISHED
    assert ("closing.finished", pairing.mentee.id) in mails(db)
    assert ("closing.finished", pairing.mentor.id) in mails(db)


def test_only_the_mentee_has_a_page_to_take_along(db: Session, pairing: Pairing) -> None:
    with pytest.raises(RuleBroken, match="belongs to the mentee"):
        keep_takeaway(db, pairing, Takeaway("x"), by=pairing.mentor)

    keep_takeaway(db, pairing, Takeaway("I call by myself."), by=pairing.mentee)

    assert page_of(db, pairing, pairing.mentee).has_takeaway


def _afterwards(wish: Wish = Wish.DELETE, *, touch: bool = True, how: str = "06 1") -> Afterwards:
    return Afterwards(touch, how, wish, TODAY + 90 * DAY)


def test_a_no_looks_like_no_answer_and_two_yes_show_how(db: Session, pairing: Pairing) -> None:
    mentor, mentee = pairing.mentor, pairing.mentee
    choose_afterwards(db, pairing, _afterwards(how="06 2"), by=mentor, now=NOW)
    silent = page_of(db, pairing, mentor)
    choose_afterwards(db, pairing, _afterwards(touch=False), by=mentee, now=NOW)
    assert page_of(db, pairing, mentor) == silent
    assert page_of(db, pairing, mentee).their_how == ""

    choose_afterwards(db, pairing, _afterwards(how="06 1"), by=mentee, now=NOW)

    assert page_of(db, pairing, mentor).their_how == "06 1"
    assert page_of(db, pairing, mentee).their_how == "06 2"


def test_kept_texts_have_a_day_within_a_year(db: Session, pairing: Pairing) -> None:
    for until in (None, TODAY, TODAY + 366 * DAY):
        chosen = Afterwards(in_touch=False, how="", wish=Wish.KEEP, keep_until=until)
        with pytest.raises(RuleBroken, match="within a year"):
            choose_afterwards(db, pairing, chosen, by=pairing.mentee, now=NOW)


def test_deleting_takes_a_week_and_spares_the_other(db: Session, pairing: Pairing) -> None:
    begin_on_time(db, pairing, now=NOW)
    for member in (pairing.mentor, pairing.mentee):
        write_words(db, pairing, MINE, by=member, now=NOW)
    keep_takeaway(db, pairing, Takeaway("I call by myself."), by=pairing.mentee)
    choose_afterwards(db, pairing, _afterwards(), by=pairing.mentee, now=NOW)
    mine = db.scalars(select(Farewell).where(Farewell.member_id == pairing.mentee.id)).one()
    assert forget_on(mine) is None

    close_pairing(db, pairing, CloseReason.COMPLETED, by=pairing.mentee, now=NOW)
    assert forget_on(mine) == TODAY + 7 * DAY
    forget(db, mine, now=NOW + 7 * DAY)

    assert (mine.words, mine.takeaway, mine.how) == (None, None, None)
    assert page_of(db, pairing, pairing.mentee).theirs is not None


def test_the_pages_lead_from_the_day_to_the_goodbye(
    browse: Browse, db: Session, pairing: Pairing
) -> None:
    begin_on_time(db, pairing, now=NOW)
    db.commit()
    where, browser = f"/pairings/{pairing.id}/closing", browse(pairing.mentee)
    sent = {"moment": "The walk.", "strength": "You wait.", "advice": "Rest."}

    space = f"/pairings/{pairing.id}"
    assert "Write each other a moment" in browser.get(space).text
    assert "The walk." not in browser.get(where).text
    assert browser.post(f"{where}/words", data={}).status_code == 422
    assert browser.post(f"{where}/words", data=sent).status_code == 302
    assert browser.post(f"{where}/takeaway", data={"can_do": "I call."}).status_code == 302
    assert "I call." in browser.get(f"{where}/takeaway").text
    assert "You know on which day you finish." in browser.get(space).text
    assert "Write each other a moment" in browse(pairing.mentor).get(space).text
    file = browser.get(f"{where}/takeaway.pdf")
    assert file.mimetype == "application/pdf"
    assert file.data.startswith(b"%PDF")
    answered = {"in_touch": "yes", "how": "06 1", "wish": "delete"}
    assert browser.post(f"{where}/afterwards", data=answered).status_code == 302
    assert browse(pairing.mentor).get(f"{where}/takeaway").status_code == 404
    assert browse(pairing.mentor).get(f"{where}/takeaway.pdf").status_code == 404
    assert "06 1" not in browse(pairing.mentor).get(where).text


def test_what_nobody_finishes_is_finished_two_weeks_later(db: Session, pairing: Pairing) -> None:
    end_on_time(db, pairing, now=NOW)
    end_on_time(db, pairing, now=NOW + 41 * DAY)
    assert pairing.closed_on is None

    end_on_time(db, pairing, now=NOW + 42 * DAY)

    assert pairing.closed_on == TODAY + 42 * DAY
    assert pairing.close_reason == CloseReason.COMPLETED


def test_no_copy_and_no_mail_tells_what_only_one_of_two_wrote(
    db: Session, pairing: Pairing
) -> None:
    """Canaries of the mentee, looked for in all that the mentor could get hold of."""
    begin_on_time(db, pairing, now=NOW)
    canaries = Words("canary one", "canary two", "canary three")
    write_words(db, pairing, canaries, by=pairing.mentee, now=NOW)
    keep_takeaway(db, pairing, Takeaway("canary four", "", "", ""), by=pairing.mentee)
    choose_afterwards(db, pairing, _afterwards(how="canary five"), by=pairing.mentee, now=NOW)
    db.flush()

    copies = repr([kept.rows for kept in all_of(db, pairing.mentor)])
    letters = repr([mail.letter for mail in db.scalars(select(Mail))])

    assert "canary" not in copies + letters
    assert "canary" not in repr(page_of(db, pairing, pairing.mentor))
    assert "canary five" in repr([kept.rows for kept in all_of(db, pairing.mentee)])
