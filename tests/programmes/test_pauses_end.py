"""A pause with a day ends by itself, on that day, where the programme is."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.work import end_pauses
from matcher.work import SCHEDULE
from tests.conftest import Keep
from tests.factories import TODAY
from tests.factories.jobs import some_work
from tests.factories.programmes import in_state

_S = EnrolmentState
DAY = timedelta(days=1)


def state_of(enrolment: Enrolment, db: Session) -> EnrolmentState:
    db.refresh(enrolment)
    db.commit()  # whoever may write keeps all others from writing
    return enrolment.state


@pytest.mark.parametrize(
    ("until", "state"),
    [
        (TODAY - DAY, _S.WAITING),
        (TODAY, _S.WAITING),
        (TODAY + DAY, _S.PAUSED),
        (None, _S.PAUSED),
    ],
)
def test_a_pause_ends_by_itself_on_its_day(
    until: date | None, state: EnrolmentState, keep: Keep, db: Session, settings: Settings
) -> None:
    paused = in_state(_S.PAUSED)
    paused.paused_until = until
    keep(paused)

    end_pauses(some_work(settings))

    assert state_of(paused, db) == state


def test_its_day_begins_where_the_programme_is(keep: Keep, db: Session, settings: Settings) -> None:
    paused = in_state(_S.PAUSED)
    paused.paused_until = TODAY
    keep(paused)
    before_midnight = datetime.combine(TODAY - DAY, time(22, 30), UTC)

    end_pauses(some_work(settings, now=before_midnight))
    assert state_of(paused, db) == _S.PAUSED

    end_pauses(some_work(settings, now=before_midnight + timedelta(hours=1)))
    assert state_of(paused, db) == _S.WAITING


def test_the_clock_makes_this_round() -> None:
    assert end_pauses in {task.does for task in SCHEDULE}
