"""What waits for a coordinator: named, in order, and never about their own pairing."""

from datetime import date, timedelta

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, Signal
from matcher.feedback.services import answer_check_in
from matcher.feedback.views import WorkItem, pulses_of_pairing, work_list
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from tests.conftest import Browse, Keep
from tests.factories import NOW, TODAY, a_member, a_programme
from tests.factories.feedback import PULSE, a_check_in, a_met_pairing, answered

CANARY = "kingfisher"


def listed(db: Session, by: Member, today: date = TODAY) -> tuple[WorkItem, ...]:
    return work_list(db, by.coordinates, seen_by=by, today=today)


def answer(db: Session, check_in: CheckIn, **answers: object) -> None:
    db.add(check_in)
    db.flush()
    answer_check_in(db, check_in, {**PULSE, **answers}, now=NOW)
    db.commit()


def test_who_asks_for_contact_stands_on_top_at_once(db: Session) -> None:
    programme = a_programme()
    low = a_check_in(a_met_pairing(programme=programme))
    talk = a_check_in(a_met_pairing(programme=programme))
    answer(db, low, **{"listen.A": 1, "empathy.A": 1})
    answer(db, talk, talk="yes")

    first, second = listed(db, programme.contact)

    assert (first.code, first.who, first.is_urgent) == ("W0", talk.member.name, True)
    assert first.deadline == TODAY + timedelta(days=2)
    assert first.reasons[0].text == "Asks you to get in touch."
    assert second.code == "W4"


def test_an_unsafe_answer_says_so_and_comes_before_a_wish_to_talk(db: Session) -> None:
    check_in = a_check_in()
    answer(db, check_in, **{"safe.A": 1, "talk": "yes"})

    (item,) = listed(db, check_in.pairing.programme.contact)

    assert [reason.text for reason in item.reasons] == [
        "Does not feel safe in the contact.",
        "Asks you to get in touch.",
    ]
    assert item.deadline == TODAY + timedelta(days=1)


def test_what_is_overdue_is_marked(db: Session) -> None:
    check_in = a_check_in()
    answer(db, check_in, fit="no")
    coordinator = check_in.pairing.programme.contact

    on_time = listed(db, coordinator, TODAY + timedelta(days=3))
    too_late = listed(db, coordinator, TODAY + timedelta(days=4))

    assert [item.is_overdue for item in (*on_time, *too_late)] == [False, True]
    assert too_late[0].waiting_days == 4


def test_a_signal_row_holds_no_answer(db: Session) -> None:
    check_in = a_check_in()
    answer(db, check_in, advice=CANARY, show_advice="coordinator", talk="yes", fit="no")

    for signal in db.scalars(select(Signal)):
        kept = {column.name: getattr(signal, column.name) for column in Signal.__table__.columns}
        assert CANARY not in str(kept)
        assert signal.told is None


def test_answering_again_raises_nothing_twice(db: Session) -> None:
    check_in = a_check_in()
    answer(db, check_in, talk="yes")
    answer(db, check_in, talk="yes")

    assert len(db.scalars(select(Signal)).all()) == 1


def test_two_different_views_of_the_contact_are_signalled_once_for_both(db: Session) -> None:
    pairing = a_met_pairing(TODAY - timedelta(days=28))
    for period in (0, 1):
        opens_on = TODAY - timedelta(days=21 * (1 - period))
        for side, bond in ((Side.MENTEE, 5), (Side.MENTOR, 3)):
            check_in = a_check_in(pairing, side=side, period=period, opens_on=opens_on)
            if period == 0:
                db.add(answered(check_in, bond=bond))
            else:
                answer(db, check_in, bond=bond)

    signals = [s for s in db.scalars(select(Signal)) if s.code == "W6"]
    assert [(each.member_id, each.pairing_id) for each in signals] == [(None, pairing.id)]


def test_nobody_sees_signals_of_their_own_pairing(db: Session) -> None:
    coordinator = a_member("Hanna")
    programme = a_programme(contact=coordinator)
    check_in = a_check_in(a_met_pairing(programme=programme, mentor=coordinator))
    answer(db, check_in, talk="yes")

    assert listed(db, coordinator) == ()


def test_other_programmes_are_not_listed(db: Session) -> None:
    check_in = a_check_in()
    answer(db, check_in, talk="yes")
    elsewhere = a_programme().contact

    assert listed(db, elsewhere) == ()


def test_the_list_takes_one_query(db: Session) -> None:
    programme = a_programme()
    for _ in range(5):
        answer(db, a_check_in(a_met_pairing(programme=programme)), talk="yes", fit="no")
    coordinator = db.merge(programme.contact)
    mine = coordinator.coordinates
    db.expunge_all()
    asked: list[str] = []
    engine = db.get_bind()
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    items = work_list(db, mine, seen_by=coordinator, today=TODAY)

    assert len(items) == 10
    assert len([each for each in asked if each.startswith("SELECT")]) == 1


def test_a_coordinator_sees_scores_by_name_but_mood_and_advice_only_when_shared(
    db: Session, keep: Keep
) -> None:
    pairing = a_met_pairing()
    private = answered(a_check_in(pairing), advice=CANARY, show_advice="keep")
    shared = answered(
        a_check_in(pairing, side=Side.MENTOR),
        advice=CANARY,
        show_advice="coordinator",
        share_mood=True,
        talk="yes",
    )
    keep(private, shared)

    pulses = {each.side: each for each in pulses_of_pairing(db, pairing.id, Language.EN)}

    mentee, mentor = pulses[Side.MENTEE], pulses[Side.MENTOR]
    assert mentee.member == pairing.mentee.name
    assert {line.key: line.score for line in mentee.lines} == {
        "bond": 4,
        "goal": 4,
        "safe.A": 5,
        "listen.A": 4,
        "empathy.A": 4,
        "fit": None,
    }
    assert (mentee.mood, mentee.advice, mentee.wants_contact) == (None, "", False)
    assert (mentor.mood, mentor.advice, mentor.wants_contact) == (3, CANARY, True)
    assert CANARY not in str(mentee)


def test_a_signal_is_settled_with_what_was_told_and_whether_it_was_useful(
    db: Session, keep: Keep, browse: Browse
) -> None:
    check_in = a_check_in()
    answer(db, check_in, talk="yes")
    signal = db.scalars(select(Signal)).one()
    pairing = check_in.pairing
    address = f"/coordination/{pairing.programme_id}/signals/{signal.id}"
    elsewhere = a_programme()
    keep(elsewhere)
    browser = browse(pairing.programme.contact)

    assert browser.get(address).status_code == 200
    assert browser.post(address, data={"was_useful": "yes"}).status_code == 422
    settled = {"was_useful": "yes", "told": "We talk on Friday."}
    assert browser.post(address, data=settled).status_code == 302
    assert browser.post(address, data=settled).status_code == 409

    db.expire_all()
    signal = db.scalars(select(Signal)).one()
    assert (signal.was_useful, signal.told) == (True, "We talk on Friday.")
    assert signal.handled_by_id == pairing.programme.contact.id
    db.commit()
    assert browse(pairing.mentor).get(address).status_code == 404
    assert browse(elsewhere.contact).get(address).status_code == 404
