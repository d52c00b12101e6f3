"""Who did what is told in sentences, to coordinators, about everybody but themselves."""

from datetime import timedelta

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.desk.deeds import DEEDS, KINDS
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.proposals.models import Proposal, ProposalState
from matcher.proposals.services.review import Choice, Decision, decide
from tests.conftest import Browse, Counted, Keep
from tests.factories import NOW, a_coordinator
from tests.factories.feedback import a_met_pairing
from tests.factories.proposals import a_run, a_suggestion


def decided(db: Session, keep: Keep) -> tuple[Proposal, Member]:
    proposal = a_suggestion(a_run())
    noor = a_coordinator(proposal.programme.id, "Noor")
    keep(proposal, noor)
    choice = Choice(decision=Decision.REJECT, seen=proposal.version, reason="practical")
    decide(db, proposal, choice, by=noor, now=NOW)
    db.commit()
    return proposal, noor


def test_a_deed_is_a_sentence_with_who_when_and_why(
    browse: Browse, db: Session, keep: Keep, counted: Counted
) -> None:
    proposal, noor = decided(db, keep)
    browser = browse(proposal.programme.contact)
    here = f"/coordination/{proposal.programme_id}/trail"

    with counted() as queries:
        page = browser.get(here).text

    assert queries.value <= 8, queries.statements
    assert "Noor put Yara with Marijke aside" in page
    assert "reason: It cannot work in practice" in page
    assert "2 Mar 2026" in page
    for asked, is_there in (
        (f"who={noor.audit_key}", True),
        (f"who={proposal.programme.contact.audit_key}", False),
        ("kind=pairs", True),
        ("kind=lists", False),
        ("since=2026-03-03", False),
        ("until=2026-03-02&since=2026-03-02", True),
        ("since=x&until=9999-99-99&who=y&kind=z&page=-1", True),
    ):
        assert ("put Yara" in browser.get(f"{here}?{asked}").text) == is_there, asked


def test_nothing_told_in_confidence_stands_in_it(browse: Browse, db: Session, keep: Keep) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    for action in (
        "concern.told",
        "concern.settled",
        "signal.raised",
        "check_in.opened",
        "entry.shared",
    ):
        note(db, action, pairing, by=pairing.mentee, at=NOW, programme_id=pairing.programme_id)
    db.commit()

    page = browse(pairing.programme.contact).get(f"/coordination/{pairing.programme_id}/trail").text

    assert "Nothing found" in page
    assert not [each for each in DEEDS if each.startswith(("concern", "signal", "check_in"))]
    assert {kind for kind, _words in DEEDS.values()} == set(KINDS)


def test_nobody_reads_about_a_proposal_to_herself(browse: Browse, db: Session, keep: Keep) -> None:
    proposal = a_suggestion(a_run())
    contact = proposal.programme.contact
    noor = a_coordinator(proposal.programme.id, "Noor")
    proposal.mentor_enrolment.member = contact
    keep(proposal, noor)
    assert proposal.side_of(contact) == Side.MENTOR
    decide(db, proposal, Choice(decision=Decision.APPROVE, seen=proposal.version), by=noor, now=NOW)
    db.commit()
    here = f"/coordination/{proposal.programme_id}/trail"

    assert "approved" not in browse(contact).get(here).text
    assert "Noor approved Yara with Hanna" in browse(noor).get(here).text


def test_the_trail_comes_in_pages(browse: Browse, db: Session, keep: Keep) -> None:
    run = a_run()
    pairs = [a_suggestion(run, state=ProposalState.SUGGESTED) for _ in range(3)]
    keep(*pairs)
    for number in range(51):
        at = NOW + timedelta(minutes=number)
        note(
            db,
            "proposal.noted",
            pairs[0],
            by=run.programme.contact,
            at=at,
            programme_id=run.programme_id,
        )
    db.commit()
    browser, here = browse(run.programme.contact), f"/coordination/{run.programme_id}/trail"

    assert "Further back" in browser.get(here).text
    assert browser.get(f"{here}?page=2").text.count("wrote a note") == 1
