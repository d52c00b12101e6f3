"""The table and the page of a pair: looked through, decided, never about oneself."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from matcher.foundation import clock
from matcher.jobs.workshop import Workshop
from matcher.proposals.models import Answer, MatchRun, Proposal, ProposalState
from tests.conftest import Browse, Count, Keep
from tests.factories import NOW, a_coordinator, a_member, a_programme
from tests.factories.proposals import a_run, a_suggestion, an_offer, work_all

Counted = Callable[[], AbstractContextManager[Count]]


def table(run: MatchRun) -> str:
    return f"/coordination/{run.programme_id}/matching/{run.id}/proposals"


def address(proposal: Proposal) -> str:
    return f"/coordination/{proposal.programme_id}/proposals/{proposal.id}"


def token(proposal: Proposal) -> str:
    return f"{proposal.id}.{proposal.version}"


def seen_on(page: str) -> str:
    return page.split('name="seen" value="')[1].split('"', maxsplit=1)[0]


def confirm(browser: FlaskClient, run: MatchRun, asked: str) -> TestResponse:
    """Read what will happen, and say yes: one row is decided without being asked again."""
    if "/together" not in asked:
        return browser.get(asked)
    page = browser.get(asked).text
    decision = asked.split("decide=")[1].split("&", maxsplit=1)[0]
    sent = {"decide": decision, "seen": seen_on(page)}
    return browser.post(f"{table(run)}/together", data=sent, follow_redirects=True)


def three(keep: Keep) -> tuple[MatchRun, list[Proposal]]:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    pairs = [
        a_suggestion(run, "Ömer Kaya", "Joost", affinity=0.9),
        a_suggestion(run, "Yara", "Marijke", affinity=0.3),
        a_suggestion(run, "Sjaak", "Fatima", affinity=0.6),
    ]
    pairs[0].mentee_enrolment.topics = ["job-interviews"]
    pairs[2].mentee_enrolment.languages = ["nl"]
    keep(*pairs)
    return run, pairs


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", ["Yara", "Sjaak", "Ömer"]),
        ("order=strongest", ["Ömer", "Sjaak", "Yara"]),
        ("order=mentee", ["Sjaak", "Yara", "Ömer"]),
        ("part=weak", ["Yara"]),
        ("part=approved", []),
        ("find=ömer", ["Ömer"]),
        ("find=fatima", ["Sjaak"]),
        ("find=sollicitatiegesprek", ["Ömer"]),
        ("topic=job-interviews", ["Ömer"]),
        ("language=en", ["Yara", "Ömer"]),
        ("page=abc&size=7&order=%00&part=x", ["Yara", "Sjaak", "Ömer"]),
        ("page=999999999999999999999999999999", []),
        ("find=%00&topic=nonsense&language=%22", ["Yara", "Sjaak", "Ömer"]),
    ],
)
def test_proposals_are_sorted_filtered_and_searched_by_the_address(
    asked: str, names: list[str], keep: Keep, browse: Browse
) -> None:
    run, _pairs = three(keep)

    page = browse(run.programme.contact).get(f"{table(run)}?{asked}")

    assert page.status_code == 200
    found = [
        (page.text.find(f'class="person-name">{name}'), name) for name in ("Yara", "Sjaak", "Ömer")
    ]
    assert [name for place, name in sorted(found) if place >= 0] == names


def test_pages_hold_twenty_five_and_the_address_keeps_what_was_asked(
    keep: Keep, browse: Browse
) -> None:
    run = a_run()
    keep(*(a_suggestion(run, affinity=number / 100) for number in range(30)))
    browser = browse(run.programme.contact)

    first = browser.get(f"{table(run)}?order=strongest").text
    second = browser.get(f"{table(run)}?order=strongest&page=2").text

    assert first.count('name="pair"') == 25
    assert second.count('name="pair"') == 5
    assert "order=strongest&amp;page=1" in first
    assert 'name="go" value="2"' in first


@pytest.mark.parametrize(
    ("sent", "states"),
    [
        ({"approve": 0}, ["approved", "suggested", "suggested"]),
        ({"reject": 1}, ["suggested", "rejected", "suggested"]),
        ({"decide": "approve", "pair": [0, 2]}, ["approved", "suggested", "approved"]),
        ({"decide": "reject", "pair": [0, 1, 2]}, ["rejected"] * 3),
        ({"decide": "approve_all"}, ["approved"] * 3),
        ({"decide": "reject_all"}, ["rejected"] * 3),
    ],
)
def test_one_several_or_all_are_decided_with_one_button(
    sent: dict[str, object], states: list[str], keep: Keep, browse: Browse, db: Session
) -> None:
    run, pairs = three(keep)
    tokens = [token(each) for each in pairs]
    values = {
        key: [tokens[n] for n in value]
        if isinstance(value, list)
        else (tokens[value] if isinstance(value, int) else value)
        for key, value in sent.items()
    }

    browser = browse(run.programme.contact)
    page = browser.post(table(run), data=values)

    assert page.status_code == 302
    confirm(browser, run, page.location)
    for each in pairs:
        db.refresh(each)
    assert [each.state for each in pairs] == states


def test_all_means_all_that_is_shown(keep: Keep, browse: Browse, db: Session) -> None:
    run, pairs = three(keep)

    browser = browse(run.programme.contact)
    page = browser.post(f"{table(run)}?part=weak", data={"decide": "approve_all"})
    confirm(browser, run, page.location)

    for each in pairs:
        db.refresh(each)
    assert [each.state for each in pairs] == ["suggested", "approved", "suggested"]


@pytest.mark.parametrize(
    "sent", [{}, {"decide": "hack", "pair": "x"}, {"decide": "approve", "pair": "no-token"}]
)
def test_nonsense_decides_nothing(
    sent: dict[str, str], keep: Keep, browse: Browse, db: Session
) -> None:
    run, pairs = three(keep)

    page = browse(run.programme.contact).post(table(run), data=sent)

    assert page.status_code == 422
    db.refresh(pairs[0])
    assert pairs[0].state == ProposalState.SUGGESTED


def test_pairs_of_another_run_are_not_decided_from_here(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, _ = three(keep)
    elsewhere = a_suggestion(a_run(a_programme()))
    keep(elsewhere)

    browse(run.programme.contact).post(table(run), data={"approve": token(elsewhere)})

    db.refresh(elsewhere)
    assert elsewhere.state == ProposalState.SUGGESTED


def test_more_than_a_hundred_are_decided_in_the_background(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    run = a_run()
    keep(*(a_suggestion(run) for _ in range(101)))

    browser = browse(run.programme.contact)
    asked = browser.post(table(run), data={"decide": "approve_all"})
    page = confirm(browser, run, asked.location)

    assert "Many pairs are being worked on." in page.text
    workshop.now = clock.now
    work_all(db, workshop)
    assert set(db.scalars(select(Proposal.state))) == {ProposalState.APPROVED}


def test_who_comes_later_reads_who_decided_what(keep: Keep, browse: Browse, db: Session) -> None:
    run, (pair, *_) = three(keep)
    noor = a_coordinator(run.programme_id, "Noor")
    seen = {"seen": str(pair.version)}
    browse(noor).post(f"{address(pair)}/approve", data=seen)

    page = browse(run.programme.contact).post(
        f"{address(pair)}/reject", data={**seen, "reason": "fit"}
    )

    assert page.status_code == 409
    assert "Decided by Noor" in page.text
    assert "You wanted to put it aside." in page.text
    assert "Approved" in page.text
    db.refresh(pair)
    assert pair.state == ProposalState.APPROVED


def test_of_two_coordinators_at_the_same_moment_one_decides(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, (pair, *_) = three(keep)
    browsers = [browse(run.programme.contact), browse(a_coordinator(run.programme_id, "Noor"))]
    sent = {"seen": str(pair.version), "reason": "fit"}
    deeds = list(zip(browsers, ("approve", "reject"), strict=True))

    with ThreadPoolExecutor() as at_once:
        pages = list(
            at_once.map(
                lambda d: d[0].post(f"{address(pair)}/{d[1]}", data=sent).status_code, deeds
            )
        )

    assert sorted(pages) == [302, 409]
    db.refresh(pair)
    assert pair.state in {ProposalState.APPROVED, ProposalState.REJECTED}


def test_of_overlapping_choices_each_pair_is_decided_once(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, pairs = three(keep)
    data = {"pair": [token(each) for each in pairs]}
    hanna, noor = browse(run.programme.contact), browse(a_coordinator(run.programme_id, "Noor"))

    asked = hanna.post(table(run), data={**data, "decide": "approve"})
    other = noor.post(table(run), data={**data, "decide": "reject"})
    seen = seen_on(noor.get(other.location).text)
    confirm(hanna, run, asked.location)
    sent = {"decide": "reject", "seen": seen}
    page = noor.post(f"{table(run)}/together", data=sent, follow_redirects=True)

    assert "3 pairs were left as they are: a colleague decided about them meanwhile." in page.text
    db.expire_all()
    assert set(db.scalars(select(Proposal.state))) == {ProposalState.APPROVED}


def test_nobody_sees_or_decides_what_is_about_herself(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, (pair, *_) = three(keep)
    herself = a_coordinator(run.programme_id, "Noor")
    pair.mentor_enrolment.member = herself
    keep(herself)
    browser = browse(herself)

    page = browser.get(table(run)).text
    browser.post(table(run), data={"approve": token(pair)})

    assert "1 pair is about you." in page
    assert "Ömer" not in page
    assert browser.get(address(pair)).status_code == 403
    for deed in ("approve", "reject", "undo", "lock", "note", "withdraw", "answer/mentee"):
        assert browser.post(f"{address(pair)}/{deed}").status_code == 403
    db.refresh(pair)
    assert pair.state == ProposalState.SUGGESTED


def test_a_pair_is_decided_locked_noted_and_taken_back(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, (pair, *_) = three(keep)
    browser = browse(run.programme.contact)

    def press(deed: str, **more: str) -> tuple[str, bool]:
        db.refresh(pair)
        data = {"seen": str(pair.version), **more}
        db.commit()  # or the test itself would hold the pen
        assert browser.post(f"{address(pair)}/{deed}", data=data).status_code == 302
        db.refresh(pair)
        return pair.state, pair.locked

    assert press("lock", lock="yes") == ("suggested", True)
    assert press("approve") == ("approved", True)
    assert press("undo") == ("suggested", True)
    assert press("lock", lock="no") == ("suggested", False)
    assert press("note", note="Both play chess.") == ("suggested", False)
    assert "Both play chess." in browser.get(address(pair)).text
    assert press("reject", reason="practical") == ("rejected", False)


def test_a_rejection_needs_a_reason(keep: Keep, browse: Browse) -> None:
    run, (pair, *_) = three(keep)

    page = browse(run.programme.contact).post(
        f"{address(pair)}/reject", data={"seen": str(pair.version), "words": "No."}
    )

    assert page.status_code == 422
    assert "Choose the reason that comes closest." in page.text


def test_the_page_of_a_pair_shows_both_and_why(keep: Keep, browse: Browse) -> None:
    run, (pair, *_) = three(keep)
    pair.reasons = {
        **pair.reasons,
        "alternates": [
            {"offer": str(pair.mentor_enrolment_id), "affinity": 0.5, "costs": 0.2},
            {"offer": str(pair.id), "affinity": 0.4, "costs": 0.3},
        ],
    }
    keep(pair)

    page = browse(run.programme.contact).get(address(pair)).text

    assert 'looking<b class="met-no">' in page
    assert "Looking for work" in page
    assert "0.40" in page
    assert "Others for Ömer" in page
    assert "3 of 3" in page


def test_a_coordinator_follows_the_answers_and_writes_one_down(
    keep: Keep, browse: Browse, db: Session
) -> None:
    offered = an_offer()
    offered.mentor_answer, offered.mentor_reason = Answer.NO, "time"
    keep(offered)
    browser = browse(offered.programme.contact)
    answer = f"{address(offered)}/answer/mentee"

    assert "no: The times do not suit me" in browser.get(address(offered)).text
    assert browser.get(answer).status_code == 200
    assert browser.post(answer, data={"answer": "no", "why": "Phone."}).status_code == 422
    assert browser.post(answer, data={"answer": "yes", "why": "By phone."}).status_code == 302

    db.refresh(offered)
    assert offered.mentee_answer == Answer.YES
    assert offered.on_behalf == {"mentee": "By phone."}
    assert browser.get(f"{address(offered)}/answer/nobody").status_code == 404


def test_a_coordinator_may_end_a_proposal_that_waits(
    keep: Keep, browse: Browse, db: Session
) -> None:
    offered = an_offer()
    keep(offered)

    browse(offered.programme.contact).post(f"{address(offered)}/withdraw")

    db.refresh(offered)
    assert offered.state == ProposalState.WITHDRAWN


@pytest.mark.parametrize(
    ("who", "status"), [("mentor", 404), ("elsewhere", 404), ("stranger", 404)]
)
def test_members_and_other_programmes_see_nothing_of_the_review(
    who: str, status: int, keep: Keep, browse: Browse
) -> None:
    run, (pair, *_) = three(keep)
    other = a_programme()
    keep(other)
    members = {
        "mentor": pair.mentor_enrolment.member,
        "elsewhere": other.contact,
        "stranger": a_member(),
    }
    browser = browse(members[who])

    assert browser.get(table(run)).status_code == status
    assert browser.post(table(run)).status_code == status
    assert browser.get(address(pair)).status_code == status
    assert browser.post(f"{address(pair)}/approve").status_code == status


def test_the_pages_ask_few_questions_of_the_database(
    keep: Keep, browse: Browse, counted: Counted
) -> None:
    run = a_run()
    pairs = [a_suggestion(run, affinity=number / 100) for number in range(30)]
    for pair in pairs:
        pair.decided_by_id, pair.decided_at = run.programme.contact.id, NOW
    keep(*pairs)
    browser = browse(run.programme.contact)

    for page in (table(run), f"{table(run)}?find=yara&topic=job-search", address(pairs[3])):
        with counted() as queries:
            assert browser.get(page).status_code == 200
        assert queries.value <= 8, (page, queries.statements)
