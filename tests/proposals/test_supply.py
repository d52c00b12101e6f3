"""A large programme is counted beforehand: to the same figures, again when something changed."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.jobs.models import Job
from matcher.jobs.workshop import Workshop
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.proposals.models import MatchRun, Supply
from matcher.proposals.queries.supply import AT_ONCE
from matcher.proposals.services.counting import (
    count_again,
    counted,
    keep_count,
    read_figures,
    take_stock,
)
from tests.conftest import Browse, Counted, Keep
from tests.factories import NOW, TODAY
from tests.factories.proposals import a_run, work_all
from tests.proposals.crowds import keep_many
from tests.proposals.test_ready import ready


def crowd(db: Session, pairs: int = AT_ONCE) -> MatchRun:
    run = a_run()
    db.add(run)
    db.flush()
    keep_many(db, run, pairs)
    return run


def keep_stock(db: Session, programme: Programme) -> None:
    stock = count_again(db, programme, now=NOW)
    assert stock
    keep_count(db, programme.id, stock)
    db.commit()


def test_what_was_counted_beforehand_says_the_same_as_counting_now(db: Session) -> None:
    programme = crowd(db).programme
    anew = counted(db, programme, today=TODAY)
    assert anew.at is None
    keep_stock(db, programme)

    kept = counted(db, programme, today=TODAY)

    assert kept.at == NOW
    assert (kept.balances, kept.free, kept.people, kept.twice) == (
        anew.balances,
        anew.free,
        anew.people,
        anew.twice,
    )
    assert sum(kept.people.values()) == 2 * AT_ONCE + 2


def test_it_is_counted_again_once_anything_it_depends_on_changed(db: Session) -> None:
    programme = crowd(db, 5).programme
    keep_stock(db, programme)
    assert count_again(db, programme, now=NOW + timedelta(minutes=5)) is None

    someone = db.scalars(select(Enrolment)).first()
    assert someone
    changes: list[Callable[[], None]] = [
        lambda: setattr(someone, "topics", ["job-search", "dutch-conversation"]),
        lambda: setattr(someone.member, "phone", "06 1234 5678"),
        lambda: setattr(someone, "state", EnrolmentState.PAUSED),
        lambda: setattr(programme, "admission", [{"side": "mentor", "item": "intake"}]),
    ]
    for change in changes:
        change()
        db.commit()
        stock = count_again(db, programme, now=NOW)
        assert stock
        keep_count(db, programme.id, stock)
        db.commit()
        now = read_figures(take_stock(db, programme, today=TODAY))
        assert read_figures(stock.figures) == now
    assert count_again(db, programme, now=NOW + timedelta(days=1)), "another day: papers expire"


def test_a_small_programme_is_counted_at_each_look(db: Session) -> None:
    programme = crowd(db, 5).programme
    keep_stock(db, programme)

    assert counted(db, programme, today=TODAY).at is None


def test_the_page_says_when_it_was_counted_and_counts_again_when_asked(
    browse: Browse, db: Session, workshop: Workshop
) -> None:
    programme = crowd(db).programme
    keep_stock(db, programme)
    browser = browse(programme.contact)
    assert "In a programme this large" in browser.get(ready(programme)).text
    db.scalars(select(Enrolment)).first().state = EnrolmentState.PAUSED  # type: ignore[union-attr]  # there are many
    db.commit()

    told = browser.post(f"{ready(programme)}/count", follow_redirects=True)
    assert "We are counting again." in told.text
    assert db.scalars(select(Job.kind)).all() == ["count_supply"]
    db.commit()
    workshop.now = clock.now
    work_all(db, workshop)

    db.expire_all()
    assert db.scalars(select(Supply)).one().counted_at > NOW


def test_who_stopped_since_the_count_is_named_no_more(browse: Browse, db: Session) -> None:
    programme = crowd(db).programme
    for each in db.scalars(select(Enrolment).where(Enrolment.side == Side.MENTEE).limit(2)):
        each.member.name = "Hendrika de Vries"
    keep_stock(db, programme)
    browser = browse(programme.contact)
    assert "Nobody shares a name" not in browser.get(ready(programme)).text

    for each in db.scalars(select(Enrolment)):
        each.state = EnrolmentState.WITHDRAWN
    db.commit()

    assert "Nobody shares a name" in browser.get(ready(programme)).text


def test_the_page_asks_as_few_questions_for_thousands(
    keep: Keep, browse: Browse, db: Session, counted: Counted
) -> None:
    small, large = crowd(db, 10).programme, crowd(db, 1_000).programme
    keep_stock(db, large)
    keep(small, large)

    asked = []
    for programme in (small, large):
        browser = browse(programme.contact)
        browser.get(ready(programme))
        with counted() as queries:
            assert browser.get(ready(programme)).status_code == 200
        asked.append(queries.value)

    assert asked[1] <= asked[0]
