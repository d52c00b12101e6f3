"""Pages ask the database little: four questions on a member's, eight on a coordinator's list."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.programmes.models import EnrolmentState
from matcher.programmes.models.complete import SECTIONS
from matcher.programmes.models.lacks import PROGRAMME_SECTIONS
from tests.conftest import Browse, Count, Keep
from tests.factories import a_member, an_enrolment
from tests.factories.programmes import a_check, a_programme_that_asks

Counted = Callable[[], AbstractContextManager[Count]]
STEPS = [f"/enrolments/{{id}}/{section}" for section in SECTIONS]
MINE = ["check", "sent", "pause", "resume", "withdraw"]
PUBLIC = ["/programmes", "/programmes/{address}", "/programmes/{address}/sign-up"]
SETTINGS = [f"/coordination/{{programme}}/programme/{section}" for section in PROGRAMME_SECTIONS]
HERE = ["/programme", "/programme/preview", "/programme/close", "/people/new"]


@pytest.mark.parametrize(
    "address", [*STEPS, *(f"/enrolments/{{id}}/{page}" for page in MINE), *PUBLIC]
)
def test_a_member_page_asks_four_questions_at_most(
    address: str, keep: Keep, browse: Browse, counted: Counted
) -> None:
    enrolment = an_enrolment(state=EnrolmentState.WAITING)
    enrolment.saved_at = clock.now()
    keep(enrolment)
    browser = browse(enrolment.member)
    place = {"id": enrolment.id, "address": enrolment.programme.address}

    with counted() as asked:
        assert browser.get(address.format(**place)).status_code == 200

    assert asked.value <= 4, asked.statements


@pytest.mark.parametrize(
    "address", [*SETTINGS, *(f"/coordination/{{programme}}{page}" for page in HERE)]
)
def test_a_coordinator_page_asks_four_questions_at_most(
    address: str, keep: Keep, browse: Browse, counted: Counted
) -> None:
    enrolment = an_enrolment()
    keep(enrolment)
    browser = browse(enrolment.programme.contact)

    with counted() as asked:
        assert browser.get(address.format(programme=enrolment.programme_id)).status_code == 200

    assert asked.value <= 4, asked.statements


def test_the_list_of_people_asks_eight_however_many_stand_in_it(
    keep: Keep, browse: Browse, counted: Counted
) -> None:
    programme = a_programme_that_asks(("vog", 36))
    keep(programme)
    people = [an_enrolment(Side.MENTOR, member=a_member(), programme=programme) for _ in range(60)]
    keep(*people, *(a_check(each, "vog") for each in people))
    browser = browse(programme.contact)

    with counted() as asked:
        page = browser.get(f"/coordination/{programme.id}/people")

    assert "1 to 50 of 60" in page.text
    assert asked.value <= 8, asked.statements


def test_one_person_asks_eight(keep: Keep, browse: Browse, counted: Counted) -> None:
    enrolment = an_enrolment()
    keep(enrolment)
    browser = browse(enrolment.programme.contact)

    with counted() as asked:
        browser.get(f"/coordination/{enrolment.programme_id}/people/{enrolment.id}")

    assert asked.value <= 8, asked.statements
