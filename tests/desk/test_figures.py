"""The programme in numbers: each person once, each number with its list, in few queries."""

from datetime import date
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from matcher.desk.queries.figures import count_reached, count_responses, list_by_day
from matcher.desk.views.figures import _months
from matcher.feedback.models import CheckInState
from matcher.guidance.tips import Side
from matcher.pairings.models import PairingState
from matcher.programmes.models import EnrolmentState, Programme
from matcher.proposals.models import Answer, ProposalState
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_pairing, a_programme, an_enrolment
from tests.factories.feedback import a_check_in, a_met_pairing, answered
from tests.factories.programmes import a_draft
from tests.factories.proposals import an_offer


def a_full_programme(keep: Keep) -> Programme:
    programme = a_programme()
    gone = an_enrolment(programme=programme, state=EnrolmentState.WITHDRAWN)
    keep(a_draft(programme=programme), gone, an_enrolment(programme=programme))
    keep(an_offer(programme=programme))
    met, closed = (a_met_pairing(programme=programme) for _ in range(2))
    closed.state, closed.mentor_place, closed.mentee_place = PairingState.CLOSED, None, None
    keep(met, closed, a_pairing(programme=programme))
    missed = a_check_in(met, side=Side.MENTOR, state=CheckInState.CLOSED)
    keep(answered(a_check_in(met)), missed)
    return programme


def test_each_person_counts_once_in_the_funnel(db: Session, keep: Keep) -> None:
    programme = a_full_programme(keep)

    reached = count_reached(db, programme.id)[Side.MENTEE]

    assert (reached.began, reached.signed_up) == (7, 5)
    assert (reached.told, reached.paired, reached.met, reached.closed) == (1, 3, 2, 1)


def test_answers_are_counted_once_proposals_are_over(db: Session, keep: Keep) -> None:
    programme = a_programme()
    agreed, declined, late = (an_offer(programme=programme) for _ in range(3))
    for each, state in ((agreed, "agreed"), (declined, "declined"), (late, "expired")):
        each.state = ProposalState(state)
    agreed.mentor_answer = agreed.mentee_answer = Answer.YES
    declined.mentor_answer, declined.mentee_answer = Answer.NO, Answer.YES
    keep(agreed, declined, late, an_offer(programme=programme))

    found = count_responses(db, programme.id)

    assert (found.over, found.answered_by_both, found.agreed) == (3, 2, 1)
    assert sum(found.bands.values()) == 1


def test_days_are_days_whatever_the_database(db: Session, keep: Keep) -> None:
    programme = a_full_programme(keep)

    days = list_by_day(db, programme.id)

    assert {each.what for each in days} == {"signed_up", "paired", "answered", "closed"}
    assert all(isinstance(each.day, date) for each in days)


def test_a_year_ends_with_this_month() -> None:
    months = _months(date(2026, 1, 31), since=date(2020, 5, 1))

    assert (months[0], months[-1], len(months)) == (date(2025, 2, 1), date(2026, 1, 1), 12)
    assert len(_months(date(2026, 1, 31), since=date(2026, 1, 2))) == 3


def test_every_number_leads_to_a_list_that_opens(
    browse: Browse, keep: Keep, counted: Counted
) -> None:
    programme = a_full_programme(keep)
    browser = browse(programme.contact)

    with counted() as queries:
        page = browser.get(f"/coordination/{programme.id}/figures").text

    assert queries.value <= 8, queries.statements
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    links = {piece.split('"', 1)[0].replace("&amp;", "&") for piece in main.split('href="')[1:]}
    assert len(links) >= 15
    for link in links:
        if not urlsplit(link).path.startswith("/static"):
            assert browser.get(link).status_code == 200, link


def test_an_empty_programme_says_what_comes_first(browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    keep(programme)

    page = browse(programme.contact).get(f"/coordination/{programme.id}/figures").text

    assert "Nobody has signed up yet" in page
