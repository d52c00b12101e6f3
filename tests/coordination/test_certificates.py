"""Papers that expire come to the coordinator by the work list: two months ahead, and afterwards."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.programmes.models import AdmissionCheck, EnrolmentState
from tests.conftest import Browse
from tests.factories import a_pairing, a_programme

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "Has expired."), (0, "Is valid until"), (60, "Is valid until"), (61, ""), (None, "")],
)
def test_a_paper_that_expires_stands_on_the_work_list(
    days: int | None, said: str, db: Session, browse: Browse
) -> None:
    pairing = a_pairing(programme=a_programme())
    enrolment = pairing.mentor_enrolment
    enrolment.state = EnrolmentState.PAIRED
    today = clock.today()
    until = None if days is None else today + days * DAY
    check = AdmissionCheck(
        enrolment=enrolment, item="vog", done_on=today - 900 * DAY, recorded_by_id=None
    )
    check.expires_on = until
    db.add_all([pairing, check])
    db.commit()
    where = f"/coordination/{pairing.programme_id}"

    page = browse(pairing.programme.contact).get(where).text

    assert ("Shown papers that expire" in page) == bool(said)
    assert said in page
    if said:
        assert "A certificate of good conduct (VOG)" in page
        assert f"{where}/people/{enrolment.id}" in page


def test_of_who_takes_no_part_any_more_nothing_is_said(db: Session, browse: Browse) -> None:
    pairing = a_pairing(programme=a_programme())
    enrolment = pairing.mentor_enrolment
    enrolment.state = EnrolmentState.FINISHED
    check = AdmissionCheck(
        enrolment=enrolment, item="vog", done_on=clock.today() - 900 * DAY, recorded_by_id=None
    )
    check.expires_on = clock.today()
    db.add_all([pairing, check])
    db.commit()

    page = browse(pairing.programme.contact).get(f"/coordination/{pairing.programme_id}").text

    assert "Shown papers that expire" not in page
