"""The same promises on a real PostgreSQL server, where two writers really are at it at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.queries.asked import ORDERS, Wanted
from matcher.proposals.queries.deadlines import list_impossible, list_over, list_unreminded
from matcher.proposals.queries.listed import count_own, find_listed_run
from matcher.proposals.queries.neighbours import find_neighbours
from matcher.proposals.queries.places import count_taken
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.queries.review import count_parts, list_for_review
from matcher.proposals.services.answers import Reply, answer_proposal
from matcher.proposals.services.publishing import Day, Hindrance, offer
from matcher.proposals.services.review import Choice, Decision, decide
from matcher.proposals.views.lines import token
from tests.factories import NOW, TODAY, a_coordinator
from tests.factories.proposals import a_run, a_suggestion, an_offer

pytestmark = pytest.mark.postgres


@pytest.fixture
def server(postgres_url: str) -> Iterator[Engine]:
    engine = open_to_write(postgres_url)
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


def keep(server: Engine, *things: Base) -> None:
    with Session(server, expire_on_commit=False) as db:
        db.add_all(things)
        db.commit()
        db.expunge_all()


def test_lists_are_found_there_too(server: Engine) -> None:
    run = a_run()
    pairs = [a_suggestion(run, affinity=number / 10) for number in range(3)]
    told = an_offer(programme=run.programme)
    keep(server, *pairs, told)

    with Session(server) as db:
        coordinator = db.get_one(Member, run.programme.contact.id)
        for order in ORDERS:
            wanted = Wanted(order=order, text="yara", topic="job-search", language="en")
            assert len(list_for_review(db, run, wanted, seen_by=coordinator, now=NOW)) == 3
        listed = find_listed_run(db, run.programme_id, run.id, seen_by=coordinator)
        assert listed
        assert (listed.number, listed.takes_part, listed.deciding) == (1, False, None)
        assert count_parts(db, listed, Wanted(), seen_by=coordinator)["open"] == 3
        assert count_own(db, listed, seen_by=coordinator) == 0
        found = list_for_review(db, listed, Wanted(), seen_by=coordinator, now=NOW)
        assert [token(each) for each in found] == [f"{each.id}.1" for each in pairs]
        assert {each.gist["met"][0] for each in found} == {"job-search"}
        middle = db.get_one(Proposal, pairs[1].id)
        beside = find_neighbours(db, middle, seen_by=coordinator)
        assert (beside.before, beside.after) == (pairs[0].id, pairs[2].id)
        assert count_taken(db, run.programme_id)[told.mentor_enrolment_id] == 1
        assert list_unreminded(db) == [told.id]
        assert list_impossible(db) == list_over(db, today=TODAY) == []


def test_of_many_decisions_at_the_same_moment_one_holds(server: Engine) -> None:
    proposal = a_suggestion(a_run())
    others = [a_coordinator(proposal.programme.id, f"Noor {number}") for number in range(3)]
    keep(server, proposal, *others)
    seen, start = proposal.version, Barrier(4)
    people = [proposal.programme.contact.id, *(each.id for each in others)]

    def act(number: int) -> str:
        decision = Decision.APPROVE if number % 2 else Decision.REJECT
        try:
            with Session(server) as db, db.begin():
                mine = get_proposal(db, proposal.id)
                by = db.get_one(Member, people[number])
                assert mine is not None
                start.wait()
                return decide(db, mine, Choice(decision=decision, seen=seen), by=by, now=NOW)
        except (RuleBroken, StaleDataError):
            return "late"

    with ThreadPoolExecutor(4) as at_once:
        outcomes = list(at_once.map(act, range(4)))

    assert outcomes.count("late") == 3


def test_the_last_place_is_offered_once(server: Engine) -> None:
    run = a_run()
    first, second = (a_suggestion(run, state=ProposalState.APPROVED) for _ in range(2))
    second.mentor_enrolment = first.mentor_enrolment
    keep(server, first, second)
    start = Barrier(2)

    def tell(proposal: Proposal) -> str:
        with Session(server) as db, db.begin():
            mine = get_proposal(db, proposal.id)
            assert mine is not None
            start.wait()
            return offer(db, mine, by=None, day=Day(now=NOW, today=TODAY)) or "told"

    with ThreadPoolExecutor(2) as at_once:
        outcomes = sorted(_or_again(at_once.map(tell, [first, second])))

    assert outcomes in ([Hindrance.FULL, "told"], ["again", "told"])


def test_two_sides_at_the_same_moment_wait_for_each_other(server: Engine) -> None:
    proposal = an_offer()
    keep(server, proposal)
    start = Barrier(2)

    def say_yes(side: Side) -> str:
        with Session(server) as db, db.begin():
            mine = get_proposal(db, proposal.id)
            assert mine is not None
            start.wait()
            by = mine.enrolment_on(side).member
            reply = Reply(side=side, answer=Answer.YES)
            return answer_proposal(db, mine, reply, by=by, now=NOW)

    with ThreadPoolExecutor(2) as at_once:
        outcomes = sorted(at_once.map(say_yes, Side))

    with Session(server) as db:
        pairings = db.scalar(select(func.count(Pairing.id)))
    assert (outcomes, pairings) == (["kept", "paired"], 1)


def _or_again(results: Iterator[str]) -> Iterator[str]:
    """The loser of a race may be told to try again."""
    while True:
        try:
            yield next(results)
        except StopIteration:
            return
        except StaleDataError:
            yield "again"
