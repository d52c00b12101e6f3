"""Several coordinators at once: who looks at what, who decided what, and no lost decision."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.queries.looking import LOOKS, list_looking
from matcher.proposals.services.looking import OVER, look_at
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_coordinator
from tests.factories.proposals import a_run, a_suggestion


def address(pair: Proposal) -> str:
    return f"/coordination/{pair.programme_id}/proposals/{pair.id}"


def table(run: MatchRun) -> str:
    return f"/coordination/{run.programme_id}/matching/{run.id}/proposals"


@dataclass(frozen=True)
class Kept:
    state: ProposalState
    note: str | None
    version: int


def kept(db: Session, pair: Proposal) -> Kept:
    """Read how it is by now, and let go of the database."""
    found = db.get_one(Proposal, pair.id, populate_existing=True)
    now = Kept(found.state, found.note, found.version)
    db.rollback()
    return now


@pytest.fixture
def pair(keep: Keep) -> Proposal:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    pair = a_suggestion(run, "Yara", "Marijke")
    keep(pair)
    return pair


@pytest.fixture
def noor(pair: Proposal, keep: Keep) -> Member:
    noor = a_coordinator(pair.programme_id, "Noor de Wit")
    keep(noor)
    return noor


def test_each_sees_that_the_other_looks_at_the_same_pair(
    pair: Proposal, noor: Member, browse: Browse
) -> None:
    hers, mine = browse(noor), browse(pair.programme.contact)

    hers.post(f"{address(pair)}/looking", data={"seen": pair.version})
    told = mine.post(f"{address(pair)}/looking", data={"seen": pair.version}).text

    assert "Noor de Wit is looking at this too, since" in told
    assert "Noor de Wit is looking at this too" in mine.get(address(pair)).text
    assert "Noor de Wit is looking" in mine.get(table(pair.run)).text  # type: ignore[arg-type]  # of a run
    assert "is looking at this too" in hers.get(address(pair)).text
    assert "Noor de Wit is looking" not in hers.get(address(pair)).text


def test_opening_the_page_leaves_no_trace(pair: Proposal, noor: Member, browse: Browse) -> None:
    browse(noor).get(address(pair))

    assert "is looking" not in browse(pair.programme.contact).get(address(pair)).text


def test_who_has_gone_is_no_longer_there_and_who_comes_back_begins_anew(
    pair: Proposal, noor: Member, db: Session
) -> None:
    other = pair.programme.contact

    def seen(seconds: float) -> list[float]:
        now = NOW + timedelta(seconds=seconds)
        found = list_looking(db, [pair.id], seen_by=other, now=now).get(pair.id, ())
        return [(each.since - NOW).total_seconds() for each in found]

    look_at(db, pair, by=noor, now=NOW)
    look_at(db, pair, by=noor, now=NOW + timedelta(seconds=20))
    assert seen(20) == [0]
    assert seen(20 + LOOKS.total_seconds() + 1) == []
    look_at(db, pair, by=noor, now=NOW + timedelta(minutes=10))
    assert seen(600) == [600]
    look_at(db, pair, by=other, now=NOW + timedelta(minutes=11) + OVER)
    assert seen(660 + OVER.total_seconds()) == []


def test_an_open_page_hears_that_a_colleague_decided(
    pair: Proposal, noor: Member, browse: Browse
) -> None:
    seen = pair.version
    browse(noor).post(f"{address(pair)}/approve", data={"seen": seen})

    told = browse(pair.programme.contact).post(f"{address(pair)}/looking", data={"seen": seen}).text

    assert "This pair has changed since you opened it." in told
    assert "Decided by Noor de Wit" in told


def test_each_line_says_who_decided(pair: Proposal, noor: Member, browse: Browse) -> None:
    browse(noor).post(f"{address(pair)}/approve", data={"seen": pair.version})

    assert "by Noor de Wit" in browse(pair.programme.contact).get(table(pair.run)).text  # type: ignore[arg-type]  # as above


def test_a_late_decision_gets_both_versions_and_can_still_be_made(
    pair: Proposal, noor: Member, browse: Browse, db: Session
) -> None:
    where, seen, mine = address(pair), pair.version, browse(pair.programme.contact)
    browse(noor).post(f"{where}/approve", data={"seen": seen})
    sent = {"seen": seen, "reason": "other", "words": "They know each other <well>."}

    late = mine.post(f"{where}/reject", data=sent)

    assert late.status_code == 409
    assert "Decided by Noor de Wit" in late.text
    assert "You wanted to put it aside." in late.text
    assert "They know each other &lt;well&gt;." in late.text
    assert kept(db, pair).state == ProposalState.APPROVED

    now = late.text.split('name="seen" value="')[1].split('"')[0]
    mine.post(f"{where}/reject", data={**sent, "seen": now})
    assert kept(db, pair).state == ProposalState.REJECTED
    assert kept(db, pair).note == "They know each other <well>."


def test_two_notes_at_once_lose_neither(
    pair: Proposal, noor: Member, browse: Browse, db: Session
) -> None:
    where, mine = address(pair), browse(pair.programme.contact)
    browse(noor).post(f"{where}/note", data={"note": "She is shy.", "before": ""})

    late = mine.post(f"{where}/note", data={"note": "Call first.", "before": ""})

    assert late.status_code == 409
    assert "She is shy." in late.text
    assert "Call first." in late.text
    assert kept(db, pair).note == "She is shy."

    both = {"note": "She is shy.\r\nCall first.", "before": "She is shy."}
    assert mine.post(f"{where}/note", data=both).status_code == 302
    assert kept(db, pair).note == "She is shy.\nCall first."


def test_words_of_a_rejection_do_not_go_over_an_earlier_note(
    pair: Proposal, browse: Browse, db: Session
) -> None:
    where, mine = address(pair), browse(pair.programme.contact)
    mine.post(f"{where}/note", data={"note": "She is shy.", "before": ""})

    sent = {"seen": kept(db, pair).version, "reason": "other", "words": "They are cousins."}
    mine.post(f"{where}/reject", data=sent)

    assert kept(db, pair).note == "She is shy.\n\nThey are cousins."
