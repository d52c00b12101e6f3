"""One person who signed up twice: found, shown side by side, merged when a coordinator says so."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.programmes.services.duplicates import (
    Signed,
    address_key,
    find_alike,
    merge_sign_ups,
    name_key,
)
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_member, a_programme, an_enrolment


def signed(name: str = "Yara al Masri", **known: str) -> Signed:
    return Signed(
        id=uuid4(),
        member_id=uuid4(),
        **{"side": "mentee", "name": name, "email": "", "phone": "", **known},
    )


@pytest.mark.parametrize(
    "other",
    ["yara  AL masri", "Masri, Yara al", "Yára al-Masri"],
)
def test_spellings_of_one_name_are_the_same(other: str) -> None:
    (alike,) = find_alike([signed(), signed(other)])

    assert alike.same == ("name",)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Yara", "Yara"), ("Yara al Masri", "Yara al Masry"), ("", "")],
)
def test_a_first_name_alone_says_too_little(one: str, other: str) -> None:
    assert find_alike([signed(one), signed(other)]) == []


def test_one_mailbox_and_one_phone_are_the_same_however_they_are_written() -> None:
    here = signed("Yara A", email="Yara.Masri+work@gmail.com", phone="+31 6 1234 5678")
    there = signed("Y. Masri", email="yaramasri@googlemail.com", phone="06-12345678")

    (alike,) = find_alike([here, there])

    assert alike.same == ("email", "phone")


def test_mentor_and_mentee_may_be_one_person() -> None:
    assert find_alike([signed(), signed(side="mentor")]) == []


@given(st.text(max_size=30))
def test_keys_are_stable(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
    assert address_key(address_key(text)) == address_key(text)


def two(programme: Programme | None = None) -> tuple[Enrolment, Enrolment]:
    programme = programme or a_programme()
    one = an_enrolment(member=a_member("Yara al Masri"), programme=programme)
    other = an_enrolment(member=a_member("Masri, Yara al"), programme=programme)
    other.topics, other.role, one.role = ["job-search", "budget"], "nurse", ""
    other.statements = ["I was a nurse."]
    other.note = "Called in May."
    return one, other


def test_merging_fills_in_and_loses_nothing(db: Session) -> None:
    one, other = two()
    one.note = "Shy."
    db.add_all([one, other])
    db.flush()

    merge_sign_ups(db, one, other, by=one.programme.contact, now=NOW)

    assert one.role == "nurse"
    assert one.topics == ["job-search", "budget"]
    assert one.statements[-1] == "I was a nurse."
    assert one.note == "Shy.\n\nCalled in May."
    assert other.state == EnrolmentState.WITHDRAWN


@pytest.mark.parametrize("state", [EnrolmentState.OFFERED, EnrolmentState.PAIRED])
def test_who_has_a_proposal_or_a_partner_is_not_merged_away(
    state: EnrolmentState, db: Session
) -> None:
    one, other = two()
    other.state = state
    db.add_all([one, other])
    db.flush()

    with pytest.raises(RuleBroken):
        merge_sign_ups(db, one, other, by=one.programme.contact, now=NOW)


def test_both_are_shown_and_the_question_is_asked(keep: Keep, browse: Browse, db: Session) -> None:
    one, other = two()
    keep(one, other)
    browser = browse(one.programme.contact)
    people = f"/coordination/{one.programme_id}/people"
    address = f"{people}/{one.id}/with/{other.id}"

    page = browser.get(address).text
    assert "Are these one person?" in page
    assert "I was a nurse." in page
    assert browser.post(address, data={"keep": "x"}).status_code == 422
    browser.post(address, data={"keep": str(other.id)})

    db.refresh(one)
    assert one.state == EnrolmentState.WITHDRAWN
    assert browser.get(f"{people}/{one.id}/with/{uuid4()}").status_code == 404


def test_nobody_merges_herself(keep: Keep, browse: Browse) -> None:
    one, other = two()
    herself = one.programme.contact
    one.member = herself
    keep(one, other)

    address = f"/coordination/{one.programme_id}/people/{one.id}/with/{other.id}"
    assert browse(herself).get(address).status_code == 403
    assert one.side == Side.MENTEE
