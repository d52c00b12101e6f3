"""A pair has one coordinator who keeps an eye on it, and it can be handed over."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.messages.models import Mail
from matcher.pairings.models.keeper import Keeper
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_coordinator, a_programme
from tests.factories.feedback import a_met_pairing


def test_until_somebody_else_does_the_contact_person_looks_after_a_pair(
    browse: Browse, keep: Keep, counted: Counted
) -> None:
    programme = a_programme()
    keep(*(a_met_pairing(programme=programme) for _ in range(12)))
    browser = browse(programme.contact)

    with counted() as queries:
        page = browser.get(f"/coordination/{programme.id}/hand-over").text

    assert queries.value <= 8, queries.statements
    assert page.count("Yara and Marijke") == 12
    assert "Yara and" in browser.get(f"/coordination/{programme.id}/pairs?part=mine").text


def test_handing_over_moves_pairs_tells_the_other_and_is_kept_account_of(
    browse: Browse, keep: Keep, db: Session
) -> None:
    pairing = a_met_pairing()
    programme = pairing.programme
    noor = a_coordinator(programme.id, "Noor")
    keep(pairing, noor)
    sent = {"pair": [str(pairing.id)], "to": str(noor.id)}

    page = browse(programme.contact).post(f"/coordination/{programme.id}/hand-over", data=sent)

    assert page.status_code == 302
    assert db.scalars(select(Keeper)).one().member_id == noor.id
    assert [mail.member_id for mail in db.scalars(select(Mail))] == [noor.id]
    event = db.scalars(select(Event).where(Event.action == "pairing.handed_over")).one()
    assert event.actor == programme.contact.audit_key
    db.rollback()
    mine = f"/coordination/{programme.id}/pairs?part=mine"
    assert "Yara and Marijke" in browse(noor).get(mine).text
    assert "Yara and Marijke" not in browse(programme.contact).get(mine).text


def test_nobody_gets_a_pair_of_their_own_or_of_another_programme(
    browse: Browse, keep: Keep, db: Session
) -> None:
    programme, elsewhere = a_programme(), a_met_pairing()
    noor = a_coordinator(programme.id, "Noor")
    own = a_met_pairing(mentor=noor, programme=programme)
    keep(own, noor, elsewhere)
    browser, here = browse(programme.contact), f"/coordination/{programme.id}/hand-over"

    refused = browser.post(here, data={"pair": [str(own.id)], "to": str(noor.id)})
    foreign = browser.post(here, data={"pair": [str(elsewhere.id)], "to": str(noor.id)})
    nobody = browser.post(here, data={"pair": ["x"], "to": str(noor.id)})
    stranger = browser.post(
        here, data={"pair": [str(own.id)], "to": str(elsewhere.programme.contact.id)}
    )

    assert (refused.status_code, foreign.status_code) == (409, 302)
    assert (nobody.status_code, stranger.status_code) == (422, 422)
    assert db.scalars(select(Keeper)).all() == []
