"""The check-in on the screen: eight taps by a link, and nothing given away."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, CheckInState, Signal
from matcher.feedback.services.letters import invite
from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Purpose
from matcher.members.services.links import make_link
from matcher.messages.models import Mail
from tests.conftest import Browse, Count, Keep
from tests.factories import a_coordinator, a_member
from tests.factories.feedback import a_check_in, a_met_pairing, answered

TAPS = {
    "bond": "4",
    "goal": "3",
    "safe_A": "5",
    "listen_A": "skip",
    "empathy_A": "4",
    "fit": "yes",
    "mood": "2",
    "talk": "no",
}
CANARY = "kingfisher"
Counted = Callable[[], AbstractContextManager[Count]]


def today() -> date:
    return clock.today()


def an_open_check_in(side: Side = Side.MENTEE) -> CheckIn:
    pairing = a_met_pairing(today() - timedelta(days=7))
    return a_check_in(pairing, side=side, opens_on=today())


def link_to(db: Session, check_in: CheckIn, *, made: datetime | None = None) -> str:
    token = make_link(
        db,
        check_in.member,
        Purpose.CHECK_IN,
        now=made or clock.now(),
        lasts=timedelta(days=30),
        subject_id=check_in.id,
    )
    db.commit()
    return f"/check-in/{token}"


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    return app.test_client()


def kept(db: Session, check_in: CheckIn) -> dict[str, object]:
    db.expire_all()
    answers = check_in.answers or {}
    db.commit()
    return answers


def test_a_link_opens_harmlessly(db: Session, keep: Keep, visitor: FlaskClient) -> None:
    check_in = an_open_check_in()
    keep(check_in)
    link = link_to(db, check_in)

    pages = {visitor.get(link).status_code for _ in range(3)}

    assert pages == {200}
    db.refresh(check_in)
    assert check_in.state == CheckInState.OPEN


def test_the_first_pulse_is_eight_taps_and_send(
    db: Session, keep: Keep, visitor: FlaskClient
) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    page = visitor.get(link_to(db, check_in)).text

    questions = page.count("data-question")
    names = set(re.findall(r'<input[^>]*name="(\w+)"[^>]*type="radio"', page))
    assert questions == 8
    assert names - {"show_advice"} == set(TAPS)
    assert len(re.findall(r'type="submit"', page)) == 1
    assert "data-question" not in re.sub(r"<fieldset.*?</fieldset>", "", page, flags=re.DOTALL)


def test_nothing_is_chosen_beforehand(db: Session, keep: Keep, visitor: FlaskClient) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    page = visitor.get(link_to(db, check_in)).text

    assert re.findall(r'<input checked[^>]*name="(\w+)"', page) == ["show_advice"]


def test_who_can_read_it_stands_at_each_question(
    db: Session, keep: Keep, visitor: FlaskClient
) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    page = visitor.get(link_to(db, check_in)).text

    for question in re.findall(r"<fieldset class=\"question.*?</fieldset>", page, re.DOTALL):
        assert "Who can read this" in question
    mood = re.findall(r"past weeks.*?</fieldset>", page, re.DOTALL)[0]
    assert "Only you" in mood


def test_answers_are_kept_sealed_and_mood_stays_private(
    db: Session, keep: Keep, visitor: FlaskClient
) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    page = visitor.post(
        link_to(db, check_in), data=TAPS | {"advice": CANARY, "show_advice": "keep"}
    )

    assert page.status_code == 200
    assert "Thank you" in page.text
    assert CANARY not in page.text
    assert kept(db, check_in) == {
        "bond": 4,
        "goal": 3,
        "safe.A": 5,
        "listen.A": "skip",
        "empathy.A": 4,
        "fit": "yes",
        "mood": 2,
        "talk": "no",
        "advice": CANARY,
        "show_advice": "keep",
    }
    assert CANARY.encode() not in (check_in.answers_sealed or b"")


def test_skipping_is_allowed_but_an_empty_form_is_not_an_answer(
    db: Session, keep: Keep, visitor: FlaskClient
) -> None:
    check_in = an_open_check_in()
    keep(check_in)
    link = link_to(db, check_in)

    assert visitor.post(link).status_code == 422
    assert visitor.post(link, data={"bond": "4"}).status_code == 200
    assert kept(db, check_in) == {"bond": 4}


@pytest.mark.parametrize(
    "wrong",
    [{"bond": "6"}, {"bond": "x"}, {"talk": "maybe"}, {"bond": "4", "advice": "a" * 401}],
)
def test_what_was_not_asked_is_not_taken(
    db: Session, keep: Keep, visitor: FlaskClient, wrong: dict[str, str]
) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    assert visitor.post(link_to(db, check_in), data=wrong).status_code == 422
    db.refresh(check_in)
    assert check_in.state == CheckInState.OPEN


def test_after_answering_the_link_shows_nothing_and_takes_nothing(
    db: Session, keep: Keep, visitor: FlaskClient
) -> None:
    check_in = an_open_check_in()
    keep(answered(check_in, advice=CANARY, show_advice="show"))
    link = link_to(db, check_in)

    shown, sent = visitor.get(link), visitor.post(link, data=TAPS)

    assert shown.status_code == 200
    assert "data-question" not in shown.text
    assert CANARY not in shown.text
    assert sent.status_code == 409
    assert "please sign in" in sent.text
    assert kept(db, check_in)["bond"] == 4


def test_a_link_does_not_open_anything_else(db: Session, keep: Keep, visitor: FlaskClient) -> None:
    mine, other = an_open_check_in(), an_open_check_in()
    keep(mine, other)
    wrong = make_link(
        db,
        mine.member,
        Purpose.CHECK_IN,
        now=clock.now(),
        lasts=timedelta(days=1),
        subject_id=other.id,
    )
    reset = make_link(
        db,
        mine.member,
        Purpose.RESET_PASSWORD,
        now=clock.now(),
        lasts=timedelta(days=1),
        subject_id=mine.id,
    )
    db.commit()

    for token in (wrong, reset, "unknown", "%00", "9" * 300):
        assert visitor.get(f"/check-in/{token}").status_code == 404


def test_after_the_window_the_link_says_kindly_that_it_has_closed(
    db: Session, keep: Keep, visitor: FlaskClient
) -> None:
    pairing = a_met_pairing(today() - timedelta(days=17))
    check_in = a_check_in(pairing, opens_on=today() - timedelta(days=10))
    keep(check_in)
    link = link_to(db, check_in)

    assert "That is fine" in visitor.get(link).text
    assert visitor.post(link, data=TAPS).status_code == 409


def test_the_mail_leads_to_the_page_in_the_members_language(
    db: Session, keep: Keep, visitor: FlaskClient
) -> None:
    check_in = an_open_check_in()
    check_in.member.language = Language.NL
    keep(check_in)
    invite(db, check_in, now=clock.now())
    db.commit()

    letter = db.scalars(select(Mail)).one().letter or {}
    token = letter["button"]["values"]["token"]
    db.commit()

    assert letter["button"]["endpoint"] == "feedback.open"
    assert '<html lang="nl"' in visitor.get(f"/check-in/{token}").text


@pytest.mark.parametrize(("tap", "value"), [("safe_A", "1"), ("talk", "yes")])
def test_help_is_on_the_screen_at_once(
    db: Session, keep: Keep, visitor: FlaskClient, tap: str, value: str
) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    page = visitor.post(link_to(db, check_in), data=TAPS | {tap: value}).text

    assert "Call 112." in page
    assert "113, day and night" in page
    assert [each.code for each in db.scalars(select(Signal))] == ["W0"]


def test_without_need_there_is_no_alarm(db: Session, keep: Keep, visitor: FlaskClient) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    page = visitor.post(link_to(db, check_in), data=TAPS).text

    assert "112" not in page
    assert list(db.scalars(select(Signal))) == []


def test_signed_in_one_sees_and_changes_ones_own_answers_while_it_is_open(
    db: Session, keep: Keep, browse: Browse
) -> None:
    check_in = answered(an_open_check_in(), advice=CANARY, show_advice="coordinator")
    keep(check_in)
    browser = browse(check_in.member)
    address = f"/check-ins/{check_in.id}"

    page = browser.get(address).text
    assert CANARY in page
    checked = re.findall(r'<input checked[^>]*name="bond"[^>]*value="(\d)"', page)
    assert checked == ["4"]

    assert browser.post(address, data=TAPS | {"bond": "2"}).status_code == 200
    assert kept(db, check_in)["bond"] == 2


def test_once_closed_one_sees_them_but_changes_nothing(keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing(today() - timedelta(days=20))
    check_in = answered(a_check_in(pairing, opens_on=today() - timedelta(days=11)))
    keep(check_in)
    browser = browse(check_in.member)

    assert "What you answered" in browser.get(f"/check-ins/{check_in.id}").text
    assert browser.post(f"/check-ins/{check_in.id}", data=TAPS).status_code == 409


def test_who_may_do_what(keep: Keep, browse: Browse, visitor: FlaskClient) -> None:
    check_in = an_open_check_in()
    keep(check_in)
    pairing = check_in.pairing
    own = f"/check-ins/{check_in.id}"
    entering = f"/coordination/{pairing.programme_id}/check-ins/{check_in.id}"
    elsewhere = a_coordinator(a_met_pairing().programme.id)
    elsewhere.grants.clear()

    table = [
        (browse(pairing.mentee), 200, 404),
        (browse(pairing.mentor), 404, 404),
        (browse(pairing.programme.contact), 404, 200),
        (browse(elsewhere), 404, 404),
        (browse(a_member()), 404, 404),
        (visitor, 401, 401),
    ]
    for browser, mine, entered in table:
        assert browser.get(own).status_code == mine
        assert browser.get(entering).status_code == entered


def test_a_coordinator_writes_down_what_somebody_says_marked_with_who_and_why(
    db: Session, keep: Keep, browse: Browse
) -> None:
    check_in = an_open_check_in()
    keep(check_in)
    coordinator = check_in.pairing.programme.contact
    address = f"/coordination/{check_in.pairing.programme_id}/check-ins/{check_in.id}"
    browser = browse(coordinator)

    assert browser.post(address, data=TAPS).status_code == 422
    assert browser.post(address, data=TAPS | {"why": "By phone"}).status_code == 302

    assert kept(db, check_in)["bond"] == 4
    assert (check_in.entered_by_id, check_in.entered_why) == (coordinator.id, "By phone")


def _page_of(browser: FlaskClient, *addresses: str) -> bytes:
    pages = [browser.get(address).get_data() for address in addresses]
    return re.sub(rb'(csrf_token" value=")[^"]*', b"", b"".join(pages))


@pytest.mark.parametrize("asker", list(Side))
def test_nothing_a_member_sees_depends_on_the_others_unshared_answers(
    db: Session, keep: Keep, browse: Browse, asker: Side
) -> None:
    """Non-inference: same people, same moments, other values; byte for byte the same."""
    mine = an_open_check_in(asker)
    theirs = a_check_in(mine.pairing, side=asker.other, opens_on=today())
    keep(answered(mine), answered(theirs))
    browser = browse(mine.member)
    space = f"/pairings/{mine.pairing_id}"
    addresses = (f"/check-ins/{mine.id}", "/home", "/concern", space, f"{space}/advice")
    good = _page_of(browser, *addresses)
    mails = _mails_to(db, mine)

    for answers in (
        {"bond": 1, "safe.A": 1, "talk": "yes", "mood": 1, "fit": "no"},
        {"advice": CANARY, "show_advice": "keep"},
        {"advice": CANARY, "show_advice": "coordinator", "share_mood": True},
    ):
        keep(answered(theirs, **answers))
        assert _page_of(browser, *addresses) == good
        assert _mails_to(db, mine) == mails


def _mails_to(db: Session, check_in: CheckIn) -> list[tuple[str, object]]:
    query = select(Mail).where(Mail.member_id == check_in.member_id)
    return [(mail.kind, mail.letter) for mail in db.scalars(query)]


def test_a_check_in_asks_few_questions_of_the_database(
    keep: Keep, browse: Browse, counted: Counted
) -> None:
    check_in = an_open_check_in()
    keep(check_in)
    browser = browse(check_in.member)

    with counted() as queries:
        browser.get(f"/check-ins/{check_in.id}")

    assert queries.value <= 4


def test_a_link_that_is_too_old_says_what_to_do(keep: Keep, browse: Browse) -> None:
    check_in = an_open_check_in()
    keep(check_in)

    answer = browse(check_in.member).get("/check-in/long-gone")

    assert answer.status_code == 404
    assert "You get a new mail when there are questions again." in answer.text
