"""A programme's report shows groups, never a person, and is made by the clock."""

import io
import json
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckInState, Concern, ConcernAbout
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme
from matcher.reports.hiding import Table
from matcher.reports.services import make_report, tell_what_was_done
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_programme
from tests.factories.feedback import a_check_in, a_met_pairing, answered

DAY = timedelta(days=1)


@pytest.fixture
def programme(db: Session) -> Programme:
    programme = a_programme()
    db.add(programme)
    db.flush()
    return programme


def pairs(db: Session, programme: Programme, number: int, **answers: object) -> list[Pairing]:
    """Make pairs whose mentees have answered their first check-in, which is closed by now."""
    made = []
    for _ in range(number):
        pairing = a_met_pairing(TODAY - 30 * DAY, programme=programme)
        check_in = a_check_in(pairing, opens_on=TODAY - 20 * DAY)
        db.add_all([pairing, answered(check_in, NOW - 18 * DAY, **answers)])
        made.append(pairing)
    db.flush()
    return made


def table(db: Session, programme: Programme, key: str, weeks: int = 0) -> Table:
    report = make_report(db, programme, now=NOW + timedelta(weeks=weeks))
    return Table.from_json(report.figures["tables"][key])


def mean(table: Table, group: str = "") -> float | None:
    figure = table.figure(group)
    return figure.mean if figure else None


def test_five_people_of_five_pairs_make_a_figure(db: Session, programme: Programme) -> None:
    pairs(db, programme, 4)
    assert mean(table(db, programme, "mentee.bond")) is None

    pairs(db, programme, 1)
    assert mean(table(db, programme, "mentee.bond", weeks=4)) == 4.0


def test_how_people_feel_is_said_of_ten(db: Session, programme: Programme) -> None:
    pairs(db, programme, 9)
    assert mean(table(db, programme, "mentee.mood")) is None

    pairs(db, programme, 1)
    assert mean(table(db, programme, "mentee.mood", weeks=4)) == 3.0


def test_fewer_than_ten_pairs_get_totals_only(db: Session, programme: Programme) -> None:
    pairs(db, programme, 9)
    assert [each.group for each in table(db, programme, "mentee.bond").figures] == [""]

    pairs(db, programme, 6)
    found = table(db, programme, "mentee.bond", weeks=4)
    assert mean(found, "early") == 4.0


def test_tips_stand_on_one_scale(db: Session, programme: Programme) -> None:
    pairs(db, programme, 5, **{"listen.A": 2, "safe.A": 5})

    assert mean(table(db, programme, "mentee.listen")) == 2.0
    assert mean(table(db, programme, "mentee.safe")) == 5.0
    assert mean(table(db, programme, "mentor.safe")) is None


def test_who_does_not_answer_counts_in_the_response(db: Session, programme: Programme) -> None:
    for pairing in pairs(db, programme, 10):
        closed = a_check_in(pairing, side=Side.MENTOR, opens_on=TODAY - 20 * DAY)
        closed.state = CheckInState.CLOSED
        db.add(closed)
    db.flush()

    assert mean(table(db, programme, "response")) == 0.5


def test_answers_that_may_still_change_wait(db: Session, programme: Programme) -> None:
    for pairing in pairs(db, programme, 5):
        db.add(answered(a_check_in(pairing, period=1), bond=1))
    db.flush()

    assert mean(table(db, programme, "mentee.bond")) == 4.0


def test_new_figures_come_every_four_weeks_and_wait_for_five_more(
    db: Session, programme: Programme
) -> None:
    pairs(db, programme, 10)
    table(db, programme, "mentee.bond")
    pairs(db, programme, 4, bond=1)
    assert mean(table(db, programme, "mentee.bond", weeks=3)) == 4.0
    assert mean(table(db, programme, "mentee.bond", weeks=4)) == 4.0

    pairs(db, programme, 1, bond=1)
    assert mean(table(db, programme, "mentee.bond", weeks=8)) == 3.0


def test_no_answer_and_no_name_stands_in_the_report(db: Session, programme: Programme) -> None:
    made = pairs(db, programme, 12, advice="Canary words.", show_advice="show")
    kept = json.dumps(make_report(db, programme, now=NOW).figures)

    assert "Canary" not in kept
    assert not any(str(pairing.mentee.id) in kept for pairing in made)


def test_concerns_are_counted_in_fives(db: Session, programme: Programme) -> None:
    [pairing] = pairs(db, programme, 1)
    for number, shown in ((4, None), (2, 5), (3, 5), (1, 10)):
        db.add_all(a_concern(pairing) for _ in range(number))
        db.flush()
        report = make_report(db, programme, now=NOW + timedelta(weeks=4 * number))
        report.made_at = NOW - timedelta(weeks=99)
        assert report.figures["concerns"] == shown


def a_concern(pairing: Pairing) -> Concern:
    return Concern(
        programme_id=pairing.programme_id,
        from_id=pairing.mentee.id,
        to_id=pairing.programme.contact.id,
        about=ConcernAbout.ELSE,
        sent_at=NOW,
    )


def test_a_paraphrase_waits_for_ten_people(db: Session, programme: Programme) -> None:
    pairs(db, programme, 9)
    make_report(db, programme, now=NOW)
    said = ("More time.", "An hour more.")
    with pytest.raises(RuleBroken, match="ten people"):
        tell_what_was_done(db, programme, *said, by=programme.contact, now=NOW)

    pairs(db, programme, 1)
    make_report(db, programme, now=NOW + timedelta(weeks=4))
    assert tell_what_was_done(db, programme, *said, by=programme.contact, now=NOW).said


def test_coordinators_read_it_take_it_along_and_tell_everyone(
    browse: Browse, db: Session, programme: Programme
) -> None:
    made = pairs(db, programme, 12, **{"listen.A": 2})
    where = f"/coordination/{programme.id}/report"
    db.commit()
    browser = browse(programme.contact)
    assert "too little to tell" in browser.get(where).text

    make_report(db, programme, now=NOW)
    db.commit()
    page = browser.get(where).text
    assert "Really listen" in page
    assert "10 people or more" in page
    file = browser.post(f"{where}/file", data={"format": "xlsx"})
    rows = list(load_workbook(io.BytesIO(file.data)).worksheets[0].values)
    assert ("Really listen", 2) in {(row[1], row[2]) for row in rows}
    assert browser.post(f"{where}/told", data={"said": ""}).status_code == 422
    told = {"said": "Mentors talk a lot.", "did": "We practise listening."}
    assert browser.post(f"{where}/told", data=told).status_code == 302
    mentee = browse(made[0].mentee)
    assert "We practise listening." in mentee.get(f"/pairings/{made[0].id}/you-said").text
    assert "1 thing was done." in mentee.get(f"/pairings/{made[0].id}").text
