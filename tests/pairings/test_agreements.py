"""What two people expect at the start, and what they agree on."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.pairings.expecting import CHANNELS, EVERY, HELPS, HOURS, MONTHS, Apart, apart, draft
from matcher.pairings.models import Agreement, Expectation, LeafOpened, OutsideHours, Pairing
from matcher.pairings.services.agreements import answer_expectations, change_agreement, say_yes
from tests.conftest import Browse
from tests.factories import NOW, a_pairing
from tests.factories.leaves import EXPECTED, TERMS

ANSWERS = st.fixed_dictionaries(
    {
        "every": st.sampled_from(list(EVERY)),
        "months": st.sampled_from(list(MONTHS)),
        "channels": st.lists(st.sampled_from(list(CHANNELS)), min_size=1, unique=True),
        "hours": st.lists(st.sampled_from(list(HOURS)), min_size=1, unique=True),
        "helps": st.lists(st.sampled_from(list(HELPS)), min_size=2, max_size=2, unique=True),
    }
)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing(since=clock.today() - timedelta(days=2))
    db.add(pairing)
    db.commit()
    return pairing


def expect(db: Session, pairing: Pairing, side: Side, **other: Any) -> None:
    by = pairing.member_on(side)
    answer_expectations(db, pairing, EXPECTED | other, by=by, now=NOW)
    db.commit()


def both_expect(db: Session, pairing: Pairing, **mentees: Any) -> Agreement:
    expect(db, pairing, Side.MENTOR)
    expect(db, pairing, Side.MENTEE, **mentees)
    return db.scalars(select(Agreement)).one()


def address(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}/agreement{more}"


def kinds(db: Session) -> list[str]:
    found = [each.kind for each in db.scalars(select(Mail).order_by(Mail.kind))]
    db.commit()
    return found


@given(one=ANSWERS, other=ANSWERS)
def test_how_far_apart_does_not_depend_on_who_is_asked_first(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert apart(one, other) == apart(other, one)
    assert not apart(one, one)


@given(mentor=ANSWERS, mentee=ANSWERS)
def test_a_draft_asks_nobody_for_more_than_they_expect(
    mentor: dict[str, Any], mentee: dict[str, Any]
) -> None:
    made = draft(mentor, mentee)

    assert int(made["every"]) == max(int(mentor["every"]), int(mentee["every"]))
    assert int(made["months"]) == min(int(mentor["months"]), int(mentee["months"]))
    assert set(made["hours"]) <= set(mentee["hours"])
    assert made["channels"]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({"every": "7"}, {"every": "14"}, Apart()),
        ({"every": "7"}, {"every": "21"}, Apart(every=True)),
        ({"every": "60"}, {"every": "21"}, Apart(every=True)),
        ({"months": "4"}, {"months": "6"}, Apart()),
        ({"months": "3"}, {"months": "6"}, Apart(months=True)),
    ],
)
def test_two_steps_or_three_months_are_far_apart(
    mine: dict[str, str], theirs: dict[str, str], expected: Apart
) -> None:
    assert apart(EXPECTED | mine, EXPECTED | theirs) == expected


def test_nothing_is_revealed_before_both_answered(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee = browse(pairing.mentee)
    mentee.get(address(pairing))  # from now on it says that they opened it
    before = mentee.get(address(pairing)).text
    expect(db, pairing, Side.MENTOR, every="60", helps=["light", "clear"])
    after = mentee.get(address(pairing)).text

    assert "What you each answered" not in after
    assert without_seed(before) == without_seed(after)


def test_both_answers_appear_together_with_a_draft(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    pairing.mentee_enrolment.goal = "Work as a nurse again."
    both_expect(db, pairing, every="7")

    for side in Side:
        page = browse(pairing.member_on(side)).get(address(pairing)).text
        assert "What you each answered" in page
        assert "Every week" in page
        assert "Work as a nurse again." in page
        assert "Yes, I agree" in page
    assert kinds(db) == ["agreement.drafted", "agreement.drafted", "expectations.first"]


def test_both_say_yes_and_the_rhythm_is_theirs(pairing: Pairing, db: Session) -> None:
    agreement = both_expect(db, pairing, every="21", months="3")
    assert agreement.differs

    for side in Side:
        by = pairing.member_on(side)
        say_yes(db, agreement, seen=agreement.edition, by=by, now=NOW)
        db.commit()

    assert agreement.is_agreed
    assert (pairing.rhythm_days, pairing.planned_days) == (21, 91)
    assert "agreement.agreed" in kinds(db)


def test_their_length_stays_once_they_have_met(pairing: Pairing, db: Session) -> None:
    agreement = both_expect(db, pairing, months="3")
    pairing.first_met_on = date(2026, 3, 1)

    for side in Side:
        say_yes(db, agreement, seen=agreement.edition, by=pairing.member_on(side), now=NOW)

    assert pairing.planned_days == 182


def test_a_change_asks_both_again(pairing: Pairing, db: Session) -> None:
    agreement = both_expect(db, pairing)
    seen = agreement.edition
    say_yes(db, agreement, seen=seen, by=pairing.mentor, now=NOW)
    change_agreement(
        db,
        agreement,
        TERMS | {"every": "30"},
        seen=agreement.edition,
        by=pairing.mentee,
        now=NOW + timedelta(minutes=1),
    )

    assert agreement.mentor_yes_at is agreement.mentee_yes_at is None
    with pytest.raises(RuleBroken, match="changed meanwhile"):
        say_yes(db, agreement, seen=seen, by=pairing.mentor, now=NOW)


def test_answers_are_final_once_both_are_revealed(pairing: Pairing, db: Session) -> None:
    expect(db, pairing, Side.MENTEE, every="7")
    expect(db, pairing, Side.MENTEE, every="30")
    expect(db, pairing, Side.MENTOR)

    with pytest.raises(RuleBroken, match="both answered"):
        expect(db, pairing, Side.MENTEE)
    mine = db.scalars(select(Expectation).where(Expectation.side == Side.MENTEE)).one()
    assert (mine.answers or {})["every"] == "30"


def test_in_the_browser_from_five_questions_to_two_yeses(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    space = f"/pairings/{pairing.id}"
    assert "What do you expect of each other?" in mentee.get(space).text

    assert mentee.post(address(pairing, "/expectations"), data=EXPECTED).status_code == 302
    assert "Your answers are kept" in mentee.get(address(pairing)).text
    assert "until the other one has answered" in mentee.get(space).text
    mentor.post(address(pairing, "/expectations"), data=EXPECTED | {"every": "60"})
    assert "Talk about this first" in mentor.get(address(pairing)).text
    assert "You expect different things" in mentor.get(space).text

    agreement = db.scalars(select(Agreement)).one()
    db.commit()
    first = {"seen": str(agreement.edition)}
    changed = TERMS | first | {"every": "30"}
    assert mentor.post(address(pairing, "/change"), data=changed).status_code == 302
    assert mentee.post(address(pairing, "/yes"), data=first).status_code == 409
    db.refresh(agreement)
    db.commit()
    for browser in (mentee, mentor):  # both opened the page before either said yes
        seen = {"seen": str(agreement.edition)}
        assert browser.post(address(pairing, "/yes"), data=seen).status_code == 302

    assert "You both said yes" in mentee.get(address(pairing)).text
    assert "Talk about this first" not in mentee.get(address(pairing)).text
    db.refresh(pairing)
    assert pairing.rhythm_days == 30


@pytest.mark.parametrize(
    "odd",
    [
        *({"every": "8"}, {"months": ""}, {"channels": []}, {"hours": ["night"]}),
        *({"helps": ["listen"]}, {"helps": ["listen", "clear", "light"]}),
    ],
)
def test_what_is_no_answer_is_asked_for_again(
    odd: dict[str, Any], pairing: Pairing, browse: Browse, db: Session
) -> None:
    page = browse(pairing.mentee).post(address(pairing, "/expectations"), data=EXPECTED | odd)

    assert page.status_code == 422
    assert db.scalars(select(Expectation)).all() == []


def test_what_was_typed_stays_when_the_text_changed_meanwhile(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    both_expect(db, pairing)
    typed = TERMS | {"seen": "0", "topics": "Learning to say no."}

    page = browse(pairing.mentor).post(address(pairing, "/change"), data=typed)

    assert page.status_code == 422
    assert "Learning to say no." in page.text
    assert "changed meanwhile" in page.text


def test_who_opened_it_stands_there_once_a_day(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentor, mentee = browse(pairing.mentor), browse(pairing.mentee)
    for _ in range(3):
        mentor.get(address(pairing))

    page = mentee.get(address(pairing)).text

    assert len(db.scalars(select(LeafOpened)).all()) == 2
    assert "Marijke last opened this page on" in page


def test_the_other_one_never_learns_that_hours_were_not_kept(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    agreement = both_expect(db, pairing)
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    assert mentee.post(address(pairing, "/outside-hours")).status_code == 409  # nothing is agreed
    for side in Side:
        say_yes(db, agreement, seen=agreement.edition, by=pairing.member_on(side), now=NOW)
    db.commit()
    mentor.get(address(pairing))
    before = mentor.get(address(pairing)).text

    for _twice in range(2):
        assert mentee.post(address(pairing, "/outside-hours")).status_code == 302

    assert len(db.scalars(select(OutsideHours)).all()) == 1
    db.commit()
    assert without_seed(mentor.get(address(pairing)).text) == without_seed(before)
    assert "agreement.outside" not in kinds(db)


def test_the_space_asks_what_they_expect_before_they_first_meet(
    pairing: Pairing, browse: Browse
) -> None:
    page = browse(pairing.mentee).get(f"/pairings/{pairing.id}").text

    assert page.count(address(pairing)) == 2  # beside the first meeting, and as a leaf


def test_both_answer_at_the_same_moment_and_both_are_revealed(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    browsers = [browse(pairing.mentee), browse(pairing.mentor)]

    def answer(browser: FlaskClient) -> int:
        return browser.post(address(pairing, "/expectations"), data=EXPECTED).status_code

    with ThreadPoolExecutor() as at_once:
        codes = list(at_once.map(answer, browsers))

    assert codes == [302, 302]
    assert db.scalars(select(Agreement)).one().terms


def test_in_dutch_too(pairing: Pairing, browse: Browse, db: Session) -> None:
    pairing.mentee.language = Language.NL
    both_expect(db, pairing)

    page = browse(pairing.mentee).get(address(pairing)).text

    assert "Wat jullie afspreken" in page


def without_seed(page: str) -> str:
    return "".join(line for line in page.splitlines() if "csrf" not in line and "nonce" not in line)
