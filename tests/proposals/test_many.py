"""Many proposals: ticked over pages, decided after reading what will happen, found again."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.proposals.models import ChosenPairs, MatchRun, Proposal, ProposalState, SavedSearch
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_coordinator
from tests.factories.proposals import REASONS, a_run, a_suggestion
from tests.proposals.crowds import keep_many
from tests.proposals.test_review_pages import confirm, seen_on, table, token


def many(keep: Keep, number: int = 60) -> tuple[MatchRun, list[Proposal]]:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    pairs = [a_suggestion(run, affinity=0.3 + n / 100) for n in range(number)]
    keep(*pairs)
    return run, pairs


def ticks(page: str) -> int:
    return page.count(" checked")


def test_what_is_ticked_stays_ticked_on_every_page_without_any_script(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, pairs = many(keep)
    browser = browse(run.programme.contact)
    shown = [token(each) for each in pairs]

    sent = {"pair": shown[:3], "shown": shown[:25], "go": "2"}
    second = browser.post(table(run), data=sent, follow_redirects=True)
    assert second.request.args["page"] == "2"
    assert "3 chosen" in second.text
    assert ticks(second.text) == 0
    browser.post(
        f"{table(run)}?page=2", data={"pair": [shown[30]], "shown": shown[25:50], "go": "1"}
    )
    first = browser.get(table(run)).text
    assert "4 chosen" in first
    assert ticks(first) == 3

    browser.post(table(run), data={"pair": [shown[0]], "shown": shown[:25], "go": "1"})
    db.expire_all()
    kept = db.scalars(select(ChosenPairs)).one()
    assert sorted(kept.pairs) == sorted([shown[0], shown[30]])


def test_ticks_are_ones_own(keep: Keep, browse: Browse) -> None:
    run, pairs = many(keep, 3)
    sent = {"pair": [token(pairs[0])], "shown": [token(each) for each in pairs], "go": "1"}
    browse(run.programme.contact).post(table(run), data=sent)

    assert "0 chosen" in browse(a_coordinator(run.programme_id)).get(table(run)).text


def test_what_will_happen_is_read_before_it_happens(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, pairs = many(keep, 30)
    pairs[0].mentee_enrolment.confirmed_at = None
    pairs[2].mentor_enrolment = pairs[1].mentor_enrolment
    keep(*pairs)
    browser = browse(run.programme.contact)

    asked = browser.post(table(run), data={"decide": "approve_all"})
    page = browser.get(asked.location).text

    for said in (
        "Approve 30 pairs?",
        "In 1 pair somebody has not confirmed yet",
        "For 1 pair no place would be left",
        "Look at these once more",
    ):
        assert said in page
    assert set(db.scalars(select(Proposal.state))) == {ProposalState.SUGGESTED}
    db.commit()
    after = confirm(browser, run, asked.location)
    assert "30 pairs approved." in after.text
    assert "0 chosen" in after.text


def test_all_that_was_decided_is_taken_back_until_publishing(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, pairs = many(keep, 5)
    for each in pairs[:3]:
        each.state = ProposalState.APPROVED
    pairs[4].state = ProposalState.OFFERED
    keep(*pairs)
    browser = browse(run.programme.contact)

    asked = browser.post(f"{table(run)}?part=approved", data={"decide": "undo_all"})
    confirm(browser, run, asked.location)

    db.expire_all()
    states = sorted(str(each.state) for each in db.scalars(select(Proposal)))
    assert states == ["offered", *["suggested"] * 4]


def test_a_choice_that_changed_after_it_was_shown_is_not_carried_out(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, pairs = many(keep, 5)
    browser = browse(run.programme.contact)
    asked = browser.post(table(run), data={"decide": "approve", "pair": [token(pairs[0])]})
    seen = seen_on(browser.get(asked.location).text)
    shown = {"pair": [token(pairs[1])], "go": "1"}
    browser.post(table(run), data=shown)

    sent = {"decide": "approve", "seen": seen}
    page = browser.post(f"{table(run)}/together", data=sent, follow_redirects=True)

    assert "Your choice changed meanwhile." in page.text
    assert set(db.scalars(select(Proposal.state))) == {ProposalState.SUGGESTED}


def test_who_is_decided_meanwhile_is_told_beforehand(keep: Keep, browse: Browse) -> None:
    run, pairs = many(keep, 3)
    browser = browse(run.programme.contact)
    tokens = [token(each) for each in pairs]
    pairs[0].state = ProposalState.REJECTED
    keep(pairs[0])

    asked = browser.post(table(run), data={"decide": "approve", "pair": tokens})
    page = browser.get(asked.location).text

    assert "Approve 2 pairs?" in page
    assert "1 of those you chose is left as it is" in page


def test_lists_are_kept_by_name_for_oneself(keep: Keep, browse: Browse, db: Session) -> None:
    run, _pairs = many(keep, 2)
    browser = browse(run.programme.contact)

    kept = browser.post(
        f"{table(run)}/searches?part=weak&order=waiting", data={"name": "Weak & waiting"}
    )
    assert kept.location.endswith("part=weak&order=waiting")
    page = browser.get(table(run)).text
    assert "Weak &amp; waiting" in page
    assert "part=weak&amp;order=waiting" in page
    assert "Weak &amp; waiting" not in browse(a_coordinator(run.programme_id)).get(table(run)).text

    search = db.scalars(select(SavedSearch)).one()
    db.commit()
    address = f"/coordination/{run.programme_id}/searches/{search.id}/forget"
    assert "Weak &amp; waiting" not in browser.post(address, follow_redirects=True).text


@pytest.mark.parametrize("sent", [{}, {"name": ""}, {"name": "x" * 41}, {"name": "\0"}])
def test_a_list_without_a_name_is_not_kept(
    sent: dict[str, str], keep: Keep, browse: Browse, db: Session
) -> None:
    run, _pairs = many(keep, 1)

    page = browse(run.programme.contact).post(f"{table(run)}/searches", data=sent)

    assert page.status_code == 302
    assert db.scalars(select(SavedSearch)).all() == []


@pytest.mark.parametrize(
    ("asked", "count"),
    [("part=attention", 2), ("part=first", 1), ("part=by_hand", 1), ("look=cards", 4)],
)
def test_parts_and_looks(asked: str, count: int, keep: Keep, browse: Browse) -> None:
    run, pairs = many(keep, 4)
    for each in pairs:
        each.affinity = 0.8
    pairs[0].affinity = 0.2
    pairs[1].reasons = {**REASONS, "topics_met": []}
    pairs[2].reasons = {**REASONS, "first_choice": True}
    pairs[3].by_hand = True
    keep(*pairs)

    page = browse(run.programme.contact).get(f"{table(run)}?{asked}").text

    assert page.count('class="person-name"') == count
    assert ("as-cards" in page) == ("cards" in asked)


def test_what_many_come_to_is_summed_before_it_is_done(keep: Keep, browse: Browse) -> None:
    run, pairs = many(keep, 4)
    first, second, third, fourth = pairs
    for each in pairs:
        each.affinity = 0.6
    first.affinity = 0.2  # deserves a second look
    second.state = ProposalState.APPROVED
    third.mentor_enrolment = second.mentor_enrolment  # who has one place, and it is asked for
    fourth.mentee_enrolment.confirmed_at = None
    keep(*pairs)
    coordinator = browse(run.programme.contact)
    coordinator.post(table(run), data={"decide": "approve", "pair": [token(p) for p in pairs]})

    page = coordinator.get(f"{table(run)}/together?decide=approve").text

    assert "Approve 3 pairs?" in page
    assert "1 of those you chose is left as it is" in page
    assert "In 1 pair somebody has not confirmed yet" in page
    assert "For 1 pair no place would be left" in page
    weak = page.split("Look at these once more", 1)[1]
    assert f"/proposals/{first.id}" in weak
    assert f"/proposals/{third.id}" not in weak


def asks(browser: FlaskClient, counted: Counted, address: str) -> int:
    with counted() as queries:
        assert browser.get(address).status_code == 200
    return queries.value


def test_five_thousand_proposals_take_no_more_queries_than_fifty(
    keep: Keep, browse: Browse, db: Session, counted: Counted
) -> None:
    few, lots = a_run(), a_run()
    keep(few, lots)
    for run, number in ((few, 50), (lots, 5_000)):
        run.programme.current_run_id = run.id
        keep_many(db, run, number)
    counts = []
    for run in (few, lots):
        browser = browse(run.programme.contact)
        pair = db.scalars(select(Proposal.id).where(Proposal.run_id == run.id)).first()
        db.commit()
        browser.post(table(run), data={"decide": "approve_all"})
        addresses = [
            table(run),
            f"{table(run)}?part=attention&order=waiting&page=2&look=cards",
            f"{table(run)}/together?decide=approve",
            f"/coordination/{run.programme_id}/proposals/{pair}",
            f"/coordination/{run.programme_id}/matching/{run.id}",
        ]
        counts.append([asks(browser, counted, each) for each in addresses])

    assert counts[0] == counts[1]
    assert max(counts[1]) <= 9
