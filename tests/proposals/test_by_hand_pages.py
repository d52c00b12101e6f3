"""The pages on which a coordinator pairs by hand, swaps, and keeps people apart."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.proposals.models import (
    ForbiddenPair,
    MatchRun,
    Proposal,
    ProposalState,
    Weighing,
)
from tests.conftest import Browse, Keep
from tests.factories import NOW, an_enrolment
from tests.factories.proposals import REASONS, a_run, a_suggestion

OUTCOME = {
    "affinity": 0.41,
    "why": {key: value for key, value in REASONS.items() if key != "alternates"},
    "objections": [],
    "effect": {"covered": [2, 2], "total": [1.2, 1.0], "worst": [0.5, 0.41]},
    "moves": {},
}


def two_pairs(keep: Keep) -> tuple[MatchRun, Proposal, Proposal]:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    first, second = (
        a_suggestion(run, "Yara", "Marijke", affinity=0.7),
        a_suggestion(run, "Sam", "Joost", affinity=0.5),
    )
    keep(run, first, second)
    return run, first, second


def weighed(keep: Keep, run: MatchRun, first: Proposal, second: Proposal, *codes: str) -> Weighing:
    weighing = Weighing(
        run=run,
        mentee_enrolment=first.mentee_enrolment,
        mentor_enrolment=second.mentor_enrolment,
        asked_by_id=None,
        asked_at=NOW,
        finished_at=NOW,
        outcome={
            **OUTCOME,
            "objections": list(codes),
            "moves": {str(second.mentee_enrolment_id): [[str(second.mentor_enrolment_id)], []]},
        },
    )
    keep(weighing)
    return weighing


def by_hand(run: MatchRun) -> str:
    return f"/coordination/{run.programme_id}/matching/{run.id}/by-hand"


def test_any_two_are_found_by_name_and_weighed(keep: Keep, browse: Browse, db: Session) -> None:
    run, first, second = two_pairs(keep)
    browser = browse(run.programme.contact)

    page = browser.get(f"{by_hand(run)}?find_mentee=yar&find_mentor=joo").text
    assert "Yara" in page
    assert "Joost" in page
    assert "now with Marijke" in page
    assert f'value="{second.mentee_enrolment_id}"' not in page

    two = {
        "mentee": str(first.mentee_enrolment_id),
        "mentor": str(second.mentor_enrolment_id),
    }
    answer = browser.post(by_hand(run), data=two, follow_redirects=True)
    assert "Working out what this pair would change" in answer.text
    assert db.scalars(select(Weighing)).one().asked_by_id == run.programme.contact.id


def test_nobody_chosen_or_nonsense_is_said_beside_what_was_typed(
    keep: Keep, browse: Browse
) -> None:
    run, first, _second = two_pairs(keep)
    browser = browse(run.programme.contact)

    for sent in (
        {},
        {"mentee": "x", "mentor": "y"},
        {"mentee": str(first.mentor_enrolment_id), "mentor": str(first.mentor_enrolment_id)},
    ):
        assert browser.post(by_hand(run), data=sent).status_code == 422
    assert browser.get(f"{by_hand(run)}?find_mentee=%00&mentor=%27").status_code == 200


def test_the_effect_on_the_whole_is_read_before_a_swap_is_made(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, first, second = two_pairs(keep)
    weighing = weighed(keep, run, first, second)
    browser = browse(run.programme.contact)
    address = f"{by_hand(run)}/{weighing.id}"

    page = browser.get(address).text
    assert "This pair costs the whole 0.20" in page
    assert "These proposals make way" in page
    assert "Sam" in page

    seen = page.split('name="seen" value="')[1].split('"')[0]
    after = browser.post(f"{address}/make", data={"seen": seen}, follow_redirects=True).text

    assert "Paired by hand." in after
    states = dict(db.execute(select(Proposal.id, Proposal.state)).all())
    assert states[first.id] == states[second.id] == ProposalState.WITHDRAWN
    assert sorted(states.values()) == ["approved", "withdrawn", "withdrawn"]


def test_rules_that_object_ask_for_a_reason_beside_the_field(keep: Keep, browse: Browse) -> None:
    run, first, second = two_pairs(keep)
    weighing = weighed(keep, run, first, second, "no_shared_language")
    browser = browse(run.programme.contact)
    address = f"{by_hand(run)}/{weighing.id}"

    page = browser.get(address).text
    assert "The two share no language." in page
    seen = page.split('name="seen" value="')[1].split('"')[0]

    refused = browser.post(f"{address}/make", data={"seen": seen})
    assert refused.status_code == 422
    assert "Say why you make it all the same" in refused.text
    made = browser.post(
        f"{address}/make", data={"seen": seen, "words": "An aunt helps."}, follow_redirects=True
    )
    assert "An aunt helps." in made.text
    assert "The two share no language." in made.text


def test_a_wish_of_one_of_the_two_cannot_be_overruled(keep: Keep, browse: Browse) -> None:
    run, first, second = two_pairs(keep)
    weighing = weighed(keep, run, first, second, "avoid")

    page = browse(run.programme.contact).get(f"{by_hand(run)}/{weighing.id}").text

    assert "This cannot be overruled." in page
    assert "Make this pair" not in page


def test_two_people_are_kept_apart_and_allowed_again(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run, first, second = two_pairs(keep)
    weighing = weighed(keep, run, first, second)
    browser = browse(run.programme.contact)

    sent = {"apart-reason": "known", "apart-words": "They are cousins."}
    page = browser.post(
        f"{by_hand(run)}/{weighing.id}/forbid", data=sent, follow_redirects=True
    ).text
    assert "They know each other already" in page
    assert "They are cousins." in page

    (apart,) = db.scalars(select(ForbiddenPair)).all()
    db.commit()  # its session would hold the pen
    address = f"/coordination/{run.programme_id}/ruled-out/{apart.id}/allow"
    assert "Nobody is kept apart" in browser.post(address, follow_redirects=True).text


def test_nobody_reads_who_was_kept_apart_from_herself(keep: Keep, browse: Browse) -> None:
    run, first, _second = two_pairs(keep)
    herself = run.programme.contact
    mine = an_enrolment(Side.MENTOR, member=herself, programme=run.programme)
    apart = ForbiddenPair(
        programme_id=run.programme_id,
        mentee_enrolment=first.mentee_enrolment,
        mentor_enrolment=mine,
        reason="fit",
        by_id=None,
        since=NOW,
    )
    keep(mine, apart)
    browser = browse(herself)

    assert "Nobody is kept apart" in browser.get(f"/coordination/{run.programme_id}/ruled-out").text
    address = f"/coordination/{run.programme_id}/ruled-out/{apart.id}/allow"
    assert browser.post(address).status_code == 403


def test_the_page_of_a_pair_tells_its_share_of_the_whole_and_what_was_before(
    keep: Keep, browse: Browse
) -> None:
    run, first, _second = two_pairs(keep)
    earlier = a_run(run.programme, number=7)
    declined = Proposal(
        programme=run.programme,
        run=earlier,
        mentee_enrolment=first.mentee_enrolment,
        mentor_enrolment=first.mentor_enrolment,
        affinity=0.5,
        created_at=NOW,
        state=ProposalState.DECLINED,
    )
    keep(declined)
    page = browse(run.programme.contact).get(
        f"/coordination/{run.programme_id}/proposals/{first.id}"
    )

    assert "Run 7: Declined" in page.text
    assert "What this pair means for the whole" in page.text
    assert "1.20" in page.text
    assert "0.50" in page.text
