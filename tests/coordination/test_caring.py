"""What a coordinator does for a pairing: each deed is kept, and nobody hears what is not theirs."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.coordination.models import Care, CareKind
from matcher.coordination.services.looking_back import look_back
from matcher.feedback.models import Escalation, Signal, ThreeWay
from matcher.feedback.queries.passed_on import find_waiting
from matcher.feedback.services import answer_check_in
from matcher.feedback.services.passing_on import pass_on_overdue
from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.members.models import Grant, Member, Role
from matcher.messages.models import Budget, Mail
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.times import local_day
from matcher.programmes.models import EnrolmentState
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_member, a_programme, an_administrator
from tests.factories.feedback import PULSE, a_check_in, a_met_pairing

CANARY = "kingfisher"


@pytest.fixture
def pairing(db: Session) -> Pairing:
    today = clock.today()
    pairing = a_met_pairing(today - timedelta(days=7), programme=a_programme())
    pairing.since = today - timedelta(days=20)
    pairing.mentee.language = Language.NL
    db.add(pairing)
    db.commit()
    return pairing


@pytest.fixture
def signal(db: Session, pairing: Pairing) -> Signal:
    """The mentee asks for a talk, two weeks into it."""
    check_in = a_check_in(pairing, opens_on=clock.today())
    db.add(check_in)
    db.flush()
    answer_check_in(db, check_in, {**PULSE, "fit": "no"}, now=clock.now())
    found = db.scalars(select(Signal)).one()
    db.commit()
    return found


@pytest.fixture
def desk(browse: Browse, pairing: Pairing) -> FlaskClient:
    return browse(pairing.programme.contact)


def address(pairing: Pairing, what: str, signal: Signal | None = None) -> str:
    named = f"?signal={signal.id}" if signal else ""
    return f"/coordination/{pairing.programme_id}/pairs/{pairing.id}/{what}{named}"


def cares(db: Session) -> list[Care]:
    found = list(db.scalars(select(Care).order_by(Care.at)))
    db.commit()
    return found


def mails_to(db: Session, member: Member) -> list[Mail]:
    found = list(db.scalars(select(Mail).where(Mail.member_id == member.id)))
    db.commit()
    return [mail for mail in found if not mail.kind.startswith("check_in")]


def test_a_message_is_drafted_in_the_readers_language_and_waits_its_turn(
    db: Session, desk: FlaskClient, pairing: Pairing, signal: Signal
) -> None:
    page = desk.get(address(pairing, "message", signal)).text
    assert f"Hallo {pairing.mentee.name.split()[0]}" in page
    assert "Hello" in desk.get(address(pairing, "message") + "?to=mentor").text

    sent = desk.post(
        address(pairing, "message", signal), data={"words": CANARY, "signal": signal.id}
    )

    assert sent.location.endswith(f"/signals/{signal.id}?did=nudge")
    (mail,) = mails_to(db, pairing.mentee)
    assert (mail.kind, mail.budget) == ("care.nudge", Budget.GUIDANCE)
    assert CANARY in str(mail.letter)
    assert CANARY not in str((mail.letter or {})["subject"])
    assert mails_to(db, pairing.mentor) == []
    (care,) = cares(db)
    assert (care.kind, care.signal_id, care.with_id) == (
        CareKind.NUDGE,
        signal.id,
        pairing.mentee.id,
    )


def test_every_deed_ends_with_telling_whoever_signalled_and_nobody_else(
    db: Session, desk: FlaskClient, pairing: Pairing, signal: Signal
) -> None:
    settled = f"/coordination/{pairing.programme_id}/signals/{signal.id}"
    assert "Dank je wel voor ons gesprek" in desk.get(f"{settled}?did=talk").text

    done = desk.post(settled, data={"was_useful": "yes", "told": CANARY})

    assert done.status_code == 302
    (mail,) = mails_to(db, pairing.mentee)
    assert CANARY in str(mail.letter)
    assert mails_to(db, pairing.mentor) == []


def test_a_talk_is_kept_with_its_length_and_outcome_and_a_sealed_note(
    db: Session, desk: FlaskClient, browse: Browse, pairing: Pairing, signal: Signal
) -> None:
    talk = {"person": "mentee", "band": "ten", "outcome": "agreed", "note": CANARY}
    assert desk.get(address(pairing, "talk", signal)).text.count("<li>") >= 6
    assert desk.post(address(pairing, "talk"), data={**talk, "person": "both"}).status_code == 422
    assert desk.post(address(pairing, "talk"), data=talk).status_code == 302

    (care,) = cares(db)
    assert (care.kind, str(care.band), str(care.outcome)) == ("talk", "ten", "agreed")
    assert CANARY.encode() not in (care.text_sealed or b"")
    assert CANARY in desk.get(address(pairing, "")[:-1]).text
    for member in (pairing.mentee, pairing.mentor):
        assert CANARY not in browse(member).get(f"/pairings/{pairing.id}").text


def test_a_talk_of_the_three_needs_the_yes_of_both_and_the_second_learns_of_it_last(
    db: Session, desk: FlaskClient, browse: Browse, pairing: Pairing, signal: Signal
) -> None:
    asked = {"person": "mentee", "agenda": "first draft", "signal": signal.id}
    assert desk.post(address(pairing, "three-way"), data=asked).status_code == 302
    first, second = browse(pairing.mentee), browse(pairing.mentor)
    page = f"/pairings/{pairing.id}/three-way"

    assert second.get(page).status_code == 404
    assert mails_to(db, pairing.mentor) == []
    assert "first draft" in first.get(page).text
    assert first.post(page, data={"says": "yes", "agenda": CANARY}).status_code == 302
    assert CANARY in second.get(page).text
    assert len(mails_to(db, pairing.mentor)) == 1
    talk = {"person": "both", "band": "ten", "outcome": "agreed"}
    assert desk.post(address(pairing, "talk"), data=talk).status_code == 422
    assert second.post(page, data={"says": "yes"}).status_code == 302
    assert "Both said yes" in desk.get(address(pairing, "")[:-1]).text
    assert desk.post(address(pairing, "talk"), data=talk).status_code == 302

    assert db.scalars(select(ThreeWay)).one().held_on is not None


def test_after_the_first_ones_no_the_other_never_hears_that_it_was_asked(
    db: Session, desk: FlaskClient, browse: Browse, pairing: Pairing
) -> None:
    before = browse(pairing.mentor).get(f"/pairings/{pairing.id}").text
    desk.post(address(pairing, "three-way"), data={"person": "mentee", "agenda": "x"})
    first, page = browse(pairing.mentee), f"/pairings/{pairing.id}/three-way"
    first.post(page, data={"says": "no", "agenda": "x"})

    assert browse(pairing.mentor).get(page).status_code == 404
    assert mails_to(db, pairing.mentor) == []
    assert len(browse(pairing.mentor).get(f"/pairings/{pairing.id}").text) == len(before)


def test_of_somebody_without_mail_a_coordinator_writes_the_answer_down(
    db: Session, desk: FlaskClient, browse: Browse, pairing: Pairing
) -> None:
    pairing.mentee.email = pairing.mentee.email_key = None
    db.commit()
    desk.post(address(pairing, "three-way"), data={"person": "mentee", "agenda": "x"})
    pair, page = address(pairing, "")[:-1], address(pairing, "three-way/answer")
    assert "has no e-mail address" in desk.get(pair).text

    assert desk.post(page, data={"says": "yes"}).status_code == 422  # how was it heard?
    assert desk.post(page, data={"says": "yes", "why": "by phone"}).status_code == 302
    assert "was written down by a coordinator: by phone" in desk.get(pair).text
    assert len(mails_to(db, pairing.mentor)) == 1  # now the other one is asked
    theirs = f"/pairings/{pairing.id}/three-way"
    assert browse(pairing.mentor).post(theirs, data={"says": "yes"}).status_code == 302
    assert desk.post(page, data={"says": "no", "why": "x"}).status_code == 409  # they did it

    three = db.scalars(select(ThreeWay)).one()
    assert (three.first_says, three.second_says) == (True, True)
    assert (three.first_entered_by_id, three.second_entered_by_id) == (
        pairing.programme.contact.id,
        None,
    )


def test_a_pause_has_an_end_of_at_most_six_weeks_and_comes_back_to_the_work_list(
    db: Session, desk: FlaskClient, pairing: Pairing
) -> None:
    today = local_day(clock.now(), pairing.programme.zone)
    for days in (0, 43):
        late = {"until": (today + timedelta(days=days)).isoformat()}
        assert desk.post(address(pairing, "pause"), data=late).status_code == 422
    until = today + timedelta(days=42)
    assert (
        desk.post(address(pairing, "pause"), data={"until": until.isoformat()}).status_code == 302
    )

    for member in (pairing.mentee, pairing.mentor):
        assert [mail.kind for mail in mails_to(db, member)] == ["care.pause"]
    (care,) = cares(db)
    db.refresh(pairing)
    assert (pairing.state, pairing.paused_until) == (PairingState.PAUSED, until)
    pairing.state = PairingState.ACTIVE
    then = datetime(until.year, until.month, until.day, 9, tzinfo=UTC)
    assert [each.code for each in look_back(db, care, now=then)] == ["W13"]
    assert look_back(db, care, now=then) == []


def test_parting_comes_after_trying_and_both_wait_for_another(
    db: Session, desk: FlaskClient, pairing: Pairing
) -> None:
    tried = {"ground": "tried"}
    assert desk.post(address(pairing, "rematch"), data=tried).status_code == 422
    talk = {"person": "mentee", "band": "ten", "outcome": "rematch"}
    desk.post(address(pairing, "talk"), data=talk)
    assert desk.post(address(pairing, "rematch"), data=tried).status_code == 302

    db.expire_all()
    ended = db.get_one(Pairing, pairing.id)
    assert ended.state == PairingState.CLOSED
    states = {ended.mentee_enrolment.state, ended.mentor_enrolment.state}
    assert states == {EnrolmentState.WAITING}
    assert [mail.kind for mail in mails_to(db, ended.mentor)] == ["pairing.ended"]


@pytest.mark.parametrize("ground", ["safety", "misfit"])
def test_for_safety_or_a_clear_misfit_nobody_has_to_try_first(
    desk: FlaskClient, pairing: Pairing, ground: str
) -> None:
    assert desk.post(address(pairing, "rematch"), data={"ground": ground}).status_code == 302


def test_a_second_parting_needs_a_colleague(
    db: Session, desk: FlaskClient, pairing: Pairing
) -> None:
    earlier = a_met_pairing(programme=a_programme(), mentee=pairing.mentee)
    earlier.state = PairingState.CLOSED
    db.add(earlier)
    db.flush()
    db.add(
        Care(
            programme_id=earlier.programme_id,
            kind=CareKind.REMATCH,
            at=NOW,
            by_id=None,
            pairing_id=earlier.id,
        )
    )
    db.commit()
    safety = {"ground": "safety"}

    assert desk.post(address(pairing, "rematch"), data=safety).status_code == 422
    assert (
        desk.post(address(pairing, "rematch"), data={**safety, "reviewed": "y"}).status_code == 302
    )


def test_finishing_leaves_time_for_a_goodbye(
    db: Session, desk: FlaskClient, pairing: Pairing
) -> None:
    today = clock.today()
    soon = {"when": "day", "ends_on": (today + timedelta(days=10)).isoformat()}
    well = {"when": "day", "ends_on": (today + timedelta(days=30)).isoformat()}

    assert desk.post(address(pairing, "close"), data=soon).status_code == 422
    assert desk.post(address(pairing, "close"), data={"when": "day"}).status_code == 422
    assert desk.post(address(pairing, "close"), data=well).status_code == 302
    for member in (pairing.mentee, pairing.mentor):
        assert len(mails_to(db, member)) == 1


def test_what_is_passed_on_reaches_the_second_contact_without_a_word_of_what(
    db: Session, desk: FlaskClient, browse: Browse, pairing: Pairing, signal: Signal
) -> None:
    second = a_second_contact(db, pairing)
    why = {"why": CANARY, "signal": signal.id}
    assert desk.post(address(pairing, "pass-on"), data={"why": CANARY}).status_code == 422
    assert desk.post(address(pairing, "pass-on"), data=why).status_code == 302
    assert desk.post(address(pairing, "pass-on"), data=why).status_code == 422  # nobody else

    (mail,) = mails_to(db, second)
    assert CANARY not in str(mail.letter)
    assert pairing.mentee.name in browse(second).get("/concerns").text
    assert browse(pairing.mentor).get(f"/passed-on/{signal.id}").status_code == 404


def a_second_contact(db: Session, pairing: Pairing, name: str = "Karim") -> Member:
    second = a_member(name)
    grant = Grant(
        member=second, role=Role.SECOND_CONTACT, given_at=NOW, programme_id=pairing.programme_id
    )
    db.add_all([second, grant])
    db.commit()
    return second


def passed(db: Session, signal_id: UUID, day: int) -> list[UUID]:
    now = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(days=day, hours=9)
    pass_on_overdue(db, find_waiting(db, signal_id), now=now)
    db.commit()
    return list(db.scalars(select(Escalation.to_id).order_by(Escalation.at)))


def test_an_urgent_signal_nobody_looks_at_goes_to_the_second_contact_and_then_the_administrator(
    db: Session, browse: Browse
) -> None:
    """Told on Monday with two working days: on Thursday the one, on Friday the other."""
    check_in = a_check_in(a_met_pairing(TODAY - timedelta(days=7), programme=a_programme()))
    admin = an_administrator("Bea")
    db.add_all([check_in, admin])
    db.commit()
    second = a_second_contact(db, check_in.pairing)
    answer_check_in(db, check_in, {**PULSE, "talk": "yes"}, now=NOW)
    db.commit()
    signal = db.scalars(select(Signal)).one()

    assert passed(db, signal.id, 2) == []
    assert passed(db, signal.id, 3) == [second.id]
    assert passed(db, signal.id, 3) == [second.id]
    assert passed(db, signal.id, 4) == [second.id, admin.id]
    assert passed(db, signal.id, 9) == [second.id, admin.id]
    assert len(mails_to(db, second)) == len(mails_to(db, admin)) == 1
    page = browse(second).get(f"/passed-on/{signal.id}")
    assert check_in.member.name in page.text
    told = {"was_useful": "yes", "told": "I called you."}
    assert browse(second).post(f"/passed-on/{signal.id}", data=told).status_code == 302
    assert len(mails_to(db, check_in.member)) == 1


def test_nothing_is_passed_on_to_one_of_the_two(db: Session) -> None:
    check_in = a_check_in(a_met_pairing(TODAY - timedelta(days=7), programme=a_programme()))
    db.add(check_in)
    db.flush()
    mentor = check_in.pairing.mentor
    db.add(
        Grant(
            member=mentor,
            role=Role.SECOND_CONTACT,
            given_at=NOW,
            programme_id=check_in.pairing.programme_id,
        )
    )
    answer_check_in(db, check_in, {**PULSE, "talk": "yes"}, now=NOW)
    db.commit()

    assert passed(db, db.scalars(select(Signal.id)).one(), 5) == []
