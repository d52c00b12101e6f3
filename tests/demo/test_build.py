"""The demo shows a programme in the middle of its life."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.demo.story import SIGN_INS
from matcher.feedback.models import CheckIn, CheckInState, Concern, Signal
from matcher.foundation.doors import Doors
from matcher.foundation.text import fold
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.members.passwords import Hasher
from matcher.pairings.models import (
    Agreement,
    CardShown,
    Closing,
    ContextLine,
    Farewell,
    HeardLine,
    HelpAnswer,
    HelpRequest,
    Meeting,
    MeetingState,
    OwnEntry,
    Pairing,
    PairingState,
    Point,
    PointKind,
    PointState,
    ResourceShown,
    Tried,
)
from matcher.programmes.models import CardText, CardTextState
from matcher.proposals.models import MatchRun, Proposal, ProposalState, RunState
from matcher.reports.hiding import Table
from matcher.reports.models import ProgrammeReport

pytestmark = pytest.mark.journey


@pytest.fixture
def db(demo: Doors) -> Iterator[Session]:
    with demo.reading() as session:
        yield session


def test_the_first_run_found_somebody_for_all_63_in_five_seconds(db: Session) -> None:
    first = db.scalars(select(MatchRun).where(MatchRun.number == 1)).one()

    assert first.state == RunState.PUBLISHED
    assert (first.summary["needs"], first.summary["covered"]) == (63, 63)
    assert first.gap == 0
    assert first.seconds is not None
    assert first.seconds < 5


def test_every_proposal_says_why(db: Session) -> None:
    for proposal in db.scalars(select(Proposal)):
        shares = [each["share"] for each in proposal.reasons["contributions"]]
        assert sum(shares) == pytest.approx(proposal.affinity, abs=1e-6)


def test_pairs_are_under_way_and_have_met(db: Session) -> None:
    active = select(func.count(Pairing.id)).where(Pairing.state == PairingState.ACTIVE)
    held = select(func.count(Meeting.id)).where(Meeting.state == MeetingState.HELD)

    assert (db.scalar(active) or 0) > 30
    assert (db.scalar(held) or 0) > 100


def test_some_said_no_and_some_did_not_answer(db: Session) -> None:
    states = set(db.scalars(select(Proposal.state)))

    assert {ProposalState.AGREED, ProposalState.DECLINED, ProposalState.SUGGESTED} <= states


def test_check_ins_are_answered_and_some_are_open(db: Session) -> None:
    states = set(db.scalars(select(CheckIn.state)))

    assert {CheckInState.ANSWERED, CheckInState.OPEN, CheckInState.PLANNED} <= states


def test_somebody_needs_attention(db: Session) -> None:
    waiting = db.scalars(select(Signal).where(Signal.handled_at.is_(None))).all()

    assert {"W0"} < {signal.code for signal in waiting}
    assert db.scalars(select(Concern)).one().text


def test_every_kind_of_signal_was_there_at_least_once(db: Session) -> None:
    codes = set(db.scalars(select(Signal.code)))

    assert codes == {f"W{number}" for number in range(14)}


def test_one_pair_is_finishing_one_has_finished_and_of_one_nobody_heard(db: Session) -> None:
    """Every stage of an ending is there to look at."""
    closing = db.scalars(select(Closing)).all()
    states = {each.pairing.state for each in closing}
    silent = db.scalars(select(Signal).where(Signal.code == "W12")).all()

    assert states == {PairingState.CLOSING, PairingState.CLOSED}
    assert len(silent) == 1
    assert any(each.takeaway for each in db.scalars(select(Farewell)))


def test_cards_were_of_use_and_the_report_can_be_read(db: Session) -> None:
    report = db.scalars(select(ProgrammeReport)).one()
    tables = {key: Table.from_json(each) for key, each in report.figures["tables"].items()}
    known = [tip for tip in Tip if (total := tables[f"mentee.{tip}"].figure()) and total.mean]
    texts = set(db.scalars(select(CardText.state)))

    assert len(known) >= 6  # two rounds ask about most of the eight
    assert tables["cards"].figure()
    assert texts == {CardTextState.LIVE, CardTextState.REVIEW}
    assert {shown.style for shown in db.scalars(select(CardShown))} == {
        "plain",
        "example",
        "ifthen",
    }


def test_the_next_run_waits_to_be_reviewed(db: Session) -> None:
    latest = db.scalars(select(MatchRun).order_by(MatchRun.number.desc())).first()

    assert latest
    assert latest.state == RunState.REVIEWED


def test_the_printed_sign_ins_work(db: Session) -> None:
    hasher = Hasher(64)
    for _who, email, password in SIGN_INS:
        member = db.scalars(select(Member).where(Member.email_key == fold(email))).one()
        assert hasher.check(member.password_hash, password)


def test_people_tell_each_other_things_and_keep_some_to_themselves(db: Session) -> None:
    lines, entries = list(db.scalars(select(HeardLine))), list(db.scalars(select(OwnEntry)))

    assert {line.kept_at is None for line in lines} == {True, False}
    assert any(line.is_corrected for line in lines)
    assert {(entry.with_mentor, entry.with_coordinator) for entry in entries} == {
        (False, False),
        (True, False),
        (True, True),
    }
    assert (db.scalar(select(func.count(ContextLine.id))) or 0) > 3
    assert set(db.scalars(select(Meeting.support).distinct())) > {None}


def test_pairs_agree_set_goals_ask_for_help_and_find_places(db: Session) -> None:
    """Each of them shows more than one way it can stand."""
    agreements = list(db.scalars(select(Agreement)))
    points = list(db.scalars(select(Point)))
    answers = {each.answer for each in db.scalars(select(HelpRequest))}

    assert {each.is_agreed for each in agreements} == {True, False}
    assert {PointState.PROPOSED, PointState.OPEN} <= {each.state for each in points}
    assert {PointKind.GOAL, PointKind.AGENDA, PointKind.STEP} <= {each.kind for each in points}
    assert {None, HelpAnswer.YES} <= answers
    assert {None, Tried.HELPED, Tried.NOT_FOR_ME} <= set(db.scalars(select(ResourceShown.tried)))
    assert {"W9", "W11"} <= set(db.scalars(select(Signal.code)))
