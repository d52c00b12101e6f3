"""What is told in confidence reaches one named person, and nobody else."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event, Opening
from matcher.feedback.models import Concern, Signal
from matcher.feedback.views import work_list
from matcher.foundation import clock
from matcher.members.models import Grant, Member, Role
from matcher.messages.models import Mail
from matcher.pairings.models import Pairing
from tests.conftest import Browse, Keep
from tests.factories import a_member, a_programme, an_administrator, an_enrolment
from tests.factories.feedback import a_met_pairing

CANARY = "kingfisher"


def tell(browser: FlaskClient, about: str = "partner", **more: str) -> int:
    way = browser.get("/concern").text.split('name="way"')[1]
    key = way.split('value="')[1].split('"')[0]
    data = {"way": key, "about": about, "text": CANARY, **more}
    return browser.post("/concern", data=data).status_code


def the_concern(db: Session) -> Concern:
    return db.scalars(select(Concern)).one()


def a_second_contact(pairing: Pairing) -> Member:
    member = a_member("Sanne")
    Grant(
        member=member,
        role=Role.SECOND_CONTACT,
        given_at=clock.now(),
        programme_id=pairing.programme.id,
    )
    return member


def test_a_concern_goes_sealed_to_the_coordinator(db: Session, keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing()
    keep(pairing)

    assert tell(browse(pairing.mentee), reach_by="After six") == 200

    concern = the_concern(db)
    assert (concern.from_id, concern.to_id) == (pairing.mentee.id, pairing.programme.contact.id)
    assert (concern.text, concern.reach_by) == (CANARY, "After six")
    assert CANARY.encode() not in (concern.text_sealed or b"")
    signal = db.scalars(select(Signal)).one()
    assert (signal.code, signal.for_id, signal.pairing_id) == ("W0", concern.to_id, None)


def test_the_mail_only_says_that_there_is_something_to_read(
    db: Session, keep: Keep, browse: Browse
) -> None:
    pairing = a_met_pairing()
    keep(pairing)

    tell(browse(pairing.mentee))

    mail = db.scalars(select(Mail)).one()
    assert mail.member_id == pairing.programme.contact.id
    said = str(mail.letter)
    assert "something to read" in said
    for word in (CANARY, pairing.mentee.name, pairing.mentor.name, "concern about", "unsafe"):
        assert word not in said


def test_about_the_coordinator_it_goes_to_the_second_contact(
    db: Session, keep: Keep, browse: Browse
) -> None:
    pairing = a_met_pairing()
    second = a_second_contact(pairing)
    keep(pairing, second)

    tell(browse(pairing.mentor), "coordinator")

    concern = the_concern(db)
    assert concern.to_id == second.id
    coordinator = browse(pairing.programme.contact)
    assert coordinator.get(f"/concerns/{concern.id}").status_code == 404
    assert CANARY not in coordinator.get("/concerns").text
    assert browse(second).get(f"/concerns/{concern.id}").status_code == 200


def test_a_coordinator_who_is_the_other_person_does_not_hear_it(
    db: Session, keep: Keep, browse: Browse
) -> None:
    coordinator = a_member("Hanna")
    programme = a_programme(contact=coordinator)
    pairing = a_met_pairing(programme=programme, mentor=coordinator)
    administrator = an_administrator()
    keep(pairing, administrator)

    page = browse(pairing.mentee).get("/concern").text
    tell(browse(pairing.mentee))

    assert "Admin reads this, and nobody else." in page
    assert the_concern(db).to_id == administrator.id


def test_who_works_with_several_people_is_told_once_who_reads_it(
    keep: Keep, browse: Browse
) -> None:
    programme, mentor = a_programme(contact=a_member("Hanna")), a_member("Marijke")
    first = a_met_pairing(programme=programme, mentor=mentor)
    second = a_met_pairing(programme=programme, mentor=mentor)
    second.mentor_enrolment, second.mentor_place = first.mentor_enrolment, 1
    first.mentor_enrolment.places = 2
    keep(first, second.mentee_enrolment, second)

    page = browse(mentor).get("/concern").text

    assert page.count("Hanna reads this, and nobody else.") == 1
    assert "Whom you work with does not learn of it." in page


def test_where_nobody_else_could_read_it_that_is_said(keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing()
    keep(pairing)

    assert tell(browse(pairing.mentee), "coordinator") == 409


def test_a_member_without_a_pairing_can_tell_too(db: Session, keep: Keep, browse: Browse) -> None:
    enrolment = an_enrolment()
    keep(enrolment)

    assert tell(browse(enrolment.member), "else") == 200
    assert the_concern(db).pairing_id is None


def test_who_takes_part_in_nothing_finds_help_all_the_same(browse: Browse) -> None:
    page = browse(a_member()).get("/concern").text

    assert "Call 112." in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]


def test_a_pairing_of_somebody_else_is_no_way_in(db: Session, keep: Keep, browse: Browse) -> None:
    mine, other = a_met_pairing(), a_met_pairing()
    keep(mine, other)
    data = {"way": str(other.id), "about": "partner", "text": CANARY}

    assert browse(mine.mentee).post("/concern", data=data).status_code == 422
    assert db.scalars(select(Concern)).all() == []


def test_what_was_typed_stays_when_something_is_missing(keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing()
    keep(pairing)

    page = browse(pairing.mentee).post(
        "/concern", data={"way": str(pairing.id), "about": "partner", "reach_by": CANARY}
    )

    assert page.status_code == 422
    assert CANARY in page.text


def test_it_is_read_only_with_a_reason_and_that_is_kept(
    db: Session, keep: Keep, browse: Browse
) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    tell(browse(pairing.mentee))
    concern = the_concern(db)
    reader = browse(pairing.programme.contact)
    address = f"/concerns/{concern.id}"

    assert CANARY not in reader.get(address).text
    assert reader.post(address).status_code == 422
    assert CANARY in reader.post(address, data={"reason": "To call Yara"}).text

    event = db.scalars(select(Event).where(Event.action == "concern.read")).one()
    assert event.facts == {}
    assert event.actor == pairing.programme.contact.audit_key
    opening = db.scalars(select(Opening)).one()
    assert (opening.reason, opening.member_id) == ("To call Yara", pairing.mentee.id)


def test_it_is_read_only_after_showing_again_who_one_is(
    db: Session, keep: Keep, browse: Browse
) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    tell(browse(pairing.mentee))
    reader = browse(pairing.programme.contact)
    address = f"/concerns/{the_concern(db).id}"

    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        for page in (reader.get(address), reader.post(address, data={"reason": "To call"})):
            assert page.status_code == 302
            assert page.location.startswith("/account/prove?next=")
    assert db.scalars(select(Opening)).all() == []


def test_settling_it_ends_the_signal(db: Session, keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    tell(browse(pairing.mentee))
    concern = the_concern(db)
    reader = browse(pairing.programme.contact)
    address = f"/concerns/{concern.id}/settled"

    assert reader.post(address).status_code == 422
    assert (
        reader.post(
            address, data={"outcome": "Called.", "told": "Thank you for telling us."}
        ).status_code
        == 302
    )
    assert reader.post(address, data={"outcome": "Again.", "told": "Again."}).status_code == 409

    db.expire_all()
    assert the_concern(db).outcome == "Called."
    assert db.scalars(select(Signal)).one().handled_at is not None


@pytest.mark.parametrize("who", ["mentee", "mentor", "somebody"])
def test_nobody_else_opens_it(db: Session, keep: Keep, browse: Browse, who: str) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    tell(browse(pairing.mentee))
    address = f"/concerns/{the_concern(db).id}"
    browser = browse(a_member() if who == "somebody" else getattr(pairing, who))

    assert browser.get(address).status_code == 404
    assert browser.post(address, data={"reason": "x"}).status_code == 404
    assert browser.post(f"{address}/settled", data={"outcome": "x", "told": "x"}).status_code == 404


def seen_by(browser: FlaskClient) -> list[bytes]:
    """Return some pages, but for the token of each form, which tells the second it was made in."""
    pages = [browser.get(page).data for page in ("/home", "/concern", "/concerns")]
    return [re.sub(rb'(csrf_token" value=")[^"]*', b"", page) for page in pages]


def test_the_partner_learns_nothing(db: Session, keep: Keep, browse: Browse) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    partner = browse(pairing.mentor)
    before = seen_by(partner)

    tell(browse(pairing.mentee))

    assert seen_by(partner) == before
    assert pairing.mentor.id not in set(db.scalars(select(Mail.member_id)))


def test_a_concern_about_the_coordinator_is_not_on_their_work_list(
    db: Session, keep: Keep, browse: Browse
) -> None:
    pairing = a_met_pairing()
    second = a_second_contact(pairing)
    keep(pairing, second)
    coordinator = pairing.programme.contact

    def listed() -> list[str]:
        today = clock.today()
        items = work_list(db, coordinator.coordinates, seen_by=coordinator, today=today)
        found = [item.who for item in items]
        db.commit()
        return found

    tell(browse(pairing.mentee), "coordinator")
    assert listed() == []

    tell(browse(pairing.mentee), "else")
    assert listed() == [pairing.mentee.name]
