"""A programme's report shows groups, never a person, and is made by the clock."""

import io
import json
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from matcher.feedback.models import Band, CheckInState, Concern, ConcernAbout, Health
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing, Resource, ResourceShown, Tried
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


def a_place(db: Session, programme: Programme) -> Resource:
    place = Resource(programme=programme, made_at=NOW, checked_on=TODAY, name_en="Library")
    db.add(place)
    return place


def shown(pairing: Pairing, place: Resource, tried: Tried) -> ResourceShown:
    found = ResourceShown(pairing=pairing, resource=place, asked_at=NOW)
    found.shared_at, found.tried, found.tried_at = NOW, tried, NOW
    return found


def test_what_came_of_places_is_said_of_five_and_one_change_does_not_show(
    db: Session, programme: Programme
) -> None:
    place, made = a_place(db, programme), pairs(db, programme, 6)
    every = [shown(pairing, place, Tried.HELPED) for pairing in made[:4]]
    db.add_all(every)
    db.flush()
    assert mean(table(db, programme, "places.helped")) is None

    more = [shown(made[4], place, Tried.HELPED), shown(made[5], place, Tried.NOT_FOR_ME)]
    db.add_all(more)
    db.flush()
    before = table(db, programme, "places.helped", weeks=4)
    assert mean(before) == 0.85
    assert mean(table(db, programme, "places.not_for_me", weeks=4)) == 0.15
    more[1].tried = Tried.HELPED
    db.flush()
    assert mean(table(db, programme, "places.helped", weeks=8)) == mean(before)


def a_band(db: Session, pairing: Pairing, band: Band) -> Health:
    health = Health(pairing_id=pairing.id, at=NOW, band=band)
    db.add(health)
    db.flush()
    return health


def people(table: Table) -> dict[str, int]:
    return {each.group: each.people for each in table.figures if each.group}


def test_bands_are_counted_in_fives_and_a_small_one_hides_another(
    db: Session, programme: Programme
) -> None:
    made = pairs(db, programme, 16)
    kept = [a_band(db, each, Band.STEADY) for each in made[:11]]
    kept += [a_band(db, each, Band.WATCH) for each in made[11:]]
    assert people(table(db, programme, "bands")) == {"steady": 10, "watch": 5}

    kept[0].band = Band.TALK  # one pair more or less is nobody's business
    db.flush()
    assert people(table(db, programme, "bands", weeks=4)) == {"steady": 10, "watch": 5}

    other = a_programme()
    few = pairs(db, other, 12)
    for number, each in enumerate(few):
        a_band(db, each, Band.TALK if number < 1 else Band.WATCH if number < 6 else Band.STEADY)
    assert people(table(db, other, "bands")) == {"steady": 5, "talk": 0, "watch": 0}


def test_bands_and_places_stand_on_the_page_and_in_the_file(
    browse: Browse, db: Session, programme: Programme
) -> None:
    made, place = pairs(db, programme, 12), a_place(db, programme)
    for each in made:
        a_band(db, each, Band.STEADY)
        db.add(shown(each, place, Tried.HELPED))
    make_report(db, programme, now=NOW)
    db.commit()
    where, browser = f"/coordination/{programme.id}/report", browse(programme.contact)

    page = browser.get(where).text
    assert "How the pairs go" in page
    assert "What came of them, of 10 people or more" in page
    file = browser.post(f"{where}/file", data={"format": "xlsx"})
    rows = {row[:4] for row in load_workbook(io.BytesIO(file.data)).worksheets[0].values}
    assert ("How the pairs go", "Steady", None, 10) in rows
    assert ("Places that help", "It helped", 1, 10) in rows


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
