"""A programme may word a card itself: another person looks first, and ours is always there."""

import pytest
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.guidance.cards import cards
from matcher.guidance.tips import Side
from matcher.members.models import Grant, Member, Role
from matcher.pairings.services.cards import show_card
from matcher.programmes.models import CardText, CardTextState, Programme
from matcher.programmes.queries.card_texts import find_card_text
from matcher.programmes.services.card_texts import (
    approve_card,
    ask_for_approval,
    back_to_standard,
    send_back,
    write_card,
)
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_coordinator, a_member, a_programme, an_administrator
from tests.factories.feedback import a_met_pairing

LISTEN, SAFE = "listen.early.mentee", "safe.rupture.mentee"
EN = (
    "In our library we listen slowly. Does the summary of your mentor fit what you meant? "
    "If it does not, say so. You help your mentor to understand you better."
)
NL = (
    "In onze bibliotheek luisteren we langzaam. Klopt de samenvatting van je mentor met wat jij "
    "bedoelde? Zo niet, zeg het dan. Je helpt je mentor om jou beter te begrijpen."
)


@pytest.fixture
def programme(db: Session) -> Programme:
    programme = a_programme()
    db.add(programme)
    db.flush()
    return programme


@pytest.fixture
def second(db: Session, programme: Programme) -> Member:
    second = a_coordinator(programme.id, "Joost")
    db.add(second)
    db.flush()
    return second


def in_review(db: Session, programme: Programme, card: str = LISTEN) -> CardText:
    en, nl = EN, NL
    if card == SAFE:
        en, nl = (text.replace("Je ", "Jij ", 1) for text in cards()[SAFE].texts.values())
    text = write_card(db, programme, card, en, nl, by=programme.contact, now=NOW)
    ask_for_approval(db, text, by=programme.contact, now=NOW)
    return text


def test_a_second_person_approves_before_it_is_shown(
    db: Session, programme: Programme, second: Member
) -> None:
    text = in_review(db, programme)
    with pytest.raises(RuleBroken, match="Somebody else"):
        approve_card(db, programme, text, by=programme.contact, now=NOW)

    approve_card(db, programme, text, by=second, now=NOW)

    assert (text.state, text.live_at) == (CardTextState.LIVE, NOW)


def test_safety_and_hard_stretches_need_two_approvals(
    db: Session, programme: Programme, second: Member
) -> None:
    text = in_review(db, programme, SAFE)
    approve_card(db, programme, text, by=second, now=NOW)
    assert text.state == CardTextState.REVIEW
    with pytest.raises(RuleBroken, match="second person"):
        approve_card(db, programme, text, by=second, now=NOW)

    administrator = an_administrator()
    db.add(administrator)
    db.flush()
    approve_card(db, programme, text, by=administrator, now=NOW)

    assert find_card_text(db, programme.id, SAFE, CardTextState.LIVE) is text


def test_where_one_coordinates_the_administrator_is_the_second_person(
    db: Session, programme: Programme
) -> None:
    text = in_review(db, programme, SAFE)
    administrator = an_administrator()
    db.add(administrator)
    db.flush()
    approve_card(db, programme, text, by=administrator, now=NOW)

    assert text.live_at == NOW


def test_a_safety_card_keeps_the_way_to_the_coordinator(db: Session, programme: Programme) -> None:
    with pytest.raises(RuleBroken, match="name the coordinator"):
        write_card(db, programme, SAFE, EN + " {emergency}", NL, by=programme.contact, now=NOW)


@pytest.mark.parametrize(
    ("en", "nl", "why"),
    [
        ("Too short.", NL, "20 to 60"),
        (EN + " Word" * 40, NL, "20 to 60"),
        (EN, NL.replace("Je ", "U "), "je, not u"),
        (EN + " See a therapist.", NL, "clinical"),
        (EN + " Call {emergency}.", NL, "places"),
        (EN.replace(".", ",").replace("?", ","), NL, "under 26"),
    ],
)
def test_own_words_keep_to_the_same_rules(
    en: str, nl: str, why: str, db: Session, programme: Programme
) -> None:
    with pytest.raises(RuleBroken, match=why):
        write_card(db, programme, LISTEN, en, nl, by=programme.contact, now=NOW)


def test_places_for_phone_numbers_stay(db: Session, programme: Programme) -> None:
    card = next(each for each in cards().values() if each.placeholders)
    with pytest.raises(RuleBroken, match="Keep these places"):
        write_card(db, programme, card.id, EN + " coordinator", NL, by=programme.contact, now=NOW)


def test_changing_what_waits_asks_again(db: Session, programme: Programme, second: Member) -> None:
    text = in_review(db, programme, SAFE)
    approve_card(db, programme, text, by=second, now=NOW)
    send_back(db, text, by=second, now=NOW)

    assert (text.state, text.approved_by_id) == (CardTextState.DRAFT, None)


def test_a_new_version_takes_the_place_of_the_old_one(
    db: Session, programme: Programme, second: Member
) -> None:
    first = in_review(db, programme)
    approve_card(db, programme, first, by=second, now=NOW)
    newer = in_review(db, programme)
    assert find_card_text(db, programme.id, LISTEN, CardTextState.LIVE) is first

    approve_card(db, programme, newer, by=second, now=NOW)

    assert (first.state, newer.state) == (CardTextState.ENDED, CardTextState.LIVE)
    back_to_standard(db, programme, LISTEN, by=second, now=NOW)
    assert find_card_text(db, programme.id, LISTEN, CardTextState.LIVE) is None


def test_members_read_the_programmes_own_words_in_their_language(
    browse: Browse, db: Session
) -> None:
    pairing = a_met_pairing(TODAY)
    db.add(pairing)
    db.flush()
    shown = show_card(db, pairing, Side.MENTEE, now=NOW)
    assert shown
    shown.card = LISTEN
    text = in_review(db, pairing.programme)
    db.commit()
    assert "In our library" not in browse(pairing.mentee).get(f"/pairings/{pairing.id}").text

    second = a_coordinator(pairing.programme_id)
    db.add(second)
    approve_card(db, pairing.programme, text, by=second, now=NOW)
    db.commit()

    assert "In our library" in browse(pairing.mentee).get(f"/pairings/{pairing.id}").text


def test_two_people_bring_a_text_live_on_the_page(
    browse: Browse, db: Session, programme: Programme, second: Member
) -> None:
    db.commit()
    where = f"/coordination/{programme.id}/cards"
    first = browse(programme.contact)
    page = first.post(f"{where}/{LISTEN}", data={"text_en": "Short.", "text_nl": NL})
    assert page.status_code == 422
    assert "20 to 60" in page.text
    assert "Short." in page.text

    sent = {"text_en": EN, "text_nl": NL, "then": "ask"}
    assert first.post(f"{where}/{LISTEN}", data=sent).status_code == 302
    assert "Waits for a second person" in first.get(where).text
    assert "Approve</span>" not in first.get(f"{where}/{LISTEN}").text
    other = browse(second)
    assert "Approve</span>" in other.get(f"{where}/{LISTEN}").text
    other.post(f"{where}/{LISTEN}/approve")
    assert "Own words" in other.get(where).text
    other.post(f"{where}/{LISTEN}/standard")
    assert "Take up your earlier words" in other.get(f"{where}/{LISTEN}").text
    assert "In our library" in other.get(f"{where}/{LISTEN}?earlier=1").text
    assert other.get(f"{where}/nonsense").status_code == 404


def test_when_our_text_changes_the_own_one_says_so(
    browse: Browse, db: Session, programme: Programme, second: Member
) -> None:
    text = in_review(db, programme)
    approve_card(db, programme, text, by=second, now=NOW)
    text.base_version = 0
    db.commit()

    page = browse(second).get(f"/coordination/{programme.id}/cards")

    assert "Standard text changed" in page.text


def test_members_have_no_such_page(browse: Browse, db: Session, programme: Programme) -> None:
    member = a_member()
    Grant(
        member=member, role=Role.COORDINATOR, given_at=NOW, programme_id=programme.id, ended_at=NOW
    )
    db.add(member)
    db.commit()

    assert browse(member).get(f"/coordination/{programme.id}/cards").status_code == 404
