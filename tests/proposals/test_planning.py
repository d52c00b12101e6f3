"""Some or all, now or later, until a day that was chosen: and told exactly once."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.jobs.workshop import Workshop
from matcher.messages.models import Mail
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.models.publication import Publication
from matcher.proposals.services.planning import Plan, begin_publication, plan_publication
from tests.conftest import Browse, Counted, Keep
from tests.factories import NOW, TODAY
from tests.factories.proposals import a_run, a_suggestion, work_all


def some_approved(keep: Keep, number: int = 3) -> tuple[MatchRun, list[Proposal]]:
    run = a_run()
    pairs = [a_suggestion(run, state=ProposalState.APPROVED) for _ in range(number)]
    keep(*pairs)
    return run, pairs


def address(run: MatchRun) -> str:
    return f"/coordination/{run.programme_id}/matching/{run.id}/publish"


def last_day() -> date:
    return clock.today() + timedelta(days=14)


def states(db: Session, pairs: list[Proposal]) -> list[str]:
    for each in pairs:
        db.refresh(each)
    return [str(each.state) for each in pairs]


def test_only_the_chosen_pairs_are_told_with_the_chosen_last_day(
    browse: Browse, keep: Keep, db: Session
) -> None:
    run, pairs = some_approved(keep)
    sent = {"who": "some", "pair": [str(pairs[1].id)], "answer_by": str(last_day()), "send": "now"}

    page = browse(run.programme.contact).post(address(run), data=sent)

    assert page.status_code == 302
    assert states(db, pairs) == ["approved", "offered", "approved"]
    assert pairs[1].answer_by == last_day()


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"who": "some", "send": "now"}, "Choose at least one pair first."),
        ({"answer_by": "2020-01-01", "send": "now"}, "Please choose a day after they are told"),
        ({"send": "later"}, "Please choose a moment to come"),
        ({"send": "later", "at": "2020-01-01T09:00"}, "Please choose a moment to come"),
        ({"send": "later", "at": "soon"}, "Please write a moment like this"),
    ],
)
def test_what_makes_no_sense_is_said_and_nobody_is_told(
    sent: dict[str, str], problem: str, browse: Browse, keep: Keep, db: Session
) -> None:
    run, pairs = some_approved(keep, 1)
    first = {"who": "all", "answer_by": str(last_day())}

    page = browse(run.programme.contact).post(address(run), data={**first, **sent})

    assert page.status_code == 422
    assert problem in page.text
    assert states(db, pairs) == ["approved"]


def test_a_planned_moment_is_on_the_clocks_of_the_programme(
    browse: Browse, keep: Keep, db: Session
) -> None:
    run, pairs = some_approved(keep, 2)
    day = clock.today() + timedelta(days=3)
    sent = {
        "who": "all",
        "answer_by": str(last_day()),
        "send": "later",
        "at": f"{day}T09:30",
    }

    page = browse(run.programme.contact).post(address(run), data=sent)

    assert page.status_code == 302
    [planned] = db.scalars(select(Publication))
    local = planned.at.astimezone(ZoneInfo(run.programme.zone))
    assert f"{local:%Y-%m-%d %H:%M}" == f"{day} 09:30"
    assert sorted(planned.pairs) == sorted(str(each.id) for each in pairs)
    assert states(db, pairs) == ["approved", "approved"]


def a_plan(db: Session, run: MatchRun, pairs: list[Proposal], *, due: bool = True) -> Publication:
    plan = Plan(
        pairs=[each.id for each in pairs],
        at=NOW if due else NOW + timedelta(days=1),
        answer_by=TODAY + timedelta(days=9),
    )
    planned = plan_publication(db, run, plan, by=run.programme.contact, now=NOW)
    db.commit()
    return planned


def test_at_that_moment_the_pairs_are_told_once(
    db: Session, workshop: Workshop, keep: Keep
) -> None:
    run, pairs = some_approved(keep, 2)
    planned = a_plan(db, run, pairs)

    for _ in range(2):
        begin_publication(db, planned, now=NOW)
        db.commit()
        work_all(db, workshop)
        db.rollback()

    assert states(db, pairs) == ["offered", "offered"]
    assert {each.answer_by for each in pairs} == {TODAY + timedelta(days=9)}
    assert len(db.scalars(select(Mail)).all()) == 4


def test_the_schedule_begins_what_is_due_and_leaves_the_rest(
    db: Session, workshop: Workshop, keep: Keep
) -> None:
    run, pairs = some_approved(keep, 2)
    due, later = a_plan(db, run, pairs[:1]), a_plan(db, run, pairs[1:], due=False)

    workshop.do_task("publish_planned")

    db.rollback()
    for each in (due, later):
        db.refresh(each)
    assert (due.done_at is not None, later.done_at) == (True, None)


def test_what_is_called_off_is_not_told(
    browse: Browse, keep: Keep, db: Session, workshop: Workshop
) -> None:
    run, pairs = some_approved(keep, 1)
    planned = a_plan(db, run, pairs)
    here = f"/coordination/{run.programme_id}/matching/{run.id}/planned/{planned.id}/call-off"

    browse(run.programme.contact).post(here)
    db.refresh(planned)
    begin_publication(db, planned, now=NOW)
    db.commit()
    work_all(db, workshop)

    db.rollback()
    assert states(db, pairs) == ["approved"]


def test_if_whoever_planned_it_has_left_the_contact_person_tells(
    db: Session, workshop: Workshop, keep: Keep
) -> None:
    run, pairs = some_approved(keep, 1)
    planned = a_plan(db, run, pairs)
    planned.by_id = pairs[0].mentee_enrolment.member_id
    db.commit()

    begin_publication(db, planned, now=NOW)
    db.commit()
    work_all(db, workshop)

    db.rollback()
    assert states(db, pairs) == ["offered"]


def test_the_page_shows_each_mail_in_each_language_in_few_queries(
    browse: Browse, keep: Keep, counted: Counted
) -> None:
    run, pairs = some_approved(keep, 9)
    browser = browse(run.programme.contact)

    with counted() as queries:
        page = browser.get(address(run)).text

    assert queries.value <= 8, queries.statements
    assert page.count("We think that") == 2
    assert page.count('name="pair"') == len(pairs)
    assert "Halfway, whoever has not answered gets one reminder." in page
