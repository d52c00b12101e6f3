"""The quiet tiles on the space: one for each page beneath it."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side, Tip
from matcher.pairings import leaves
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import CardShown, Pairing
from matcher.pairings.services.cards import show_cards
from tests.conftest import Browse
from tests.factories import NOW, a_pairing


def count_cards(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    mine = CardShown.pairing_id == pairing_id, CardShown.member_id == member_id
    return select(func.count(CardShown.id)).where(*mine).scalar_subquery()


def line(number: int) -> Sentence:
    return sentence(N_("%(day)s at %(time)s."), day=number, time="noon")


EXAMPLE = Leaf(5, "example", Tip.SAFE, N_("Your meetings"), "pairings.rest", count_cards, line)


@pytest.fixture(autouse=True)
def _one_leaf() -> Iterator[None]:
    """Add a leaf while a test lasts."""
    register(EXAMPLE)
    yield
    del leaves._registered["example"]  # noqa: SLF001  # nobody takes a leaf away but a test


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    db.add(pairing)
    db.flush()
    show_cards(db, pairing, now=NOW)
    db.commit()
    return pairing


def test_a_leaf_stands_on_the_space_with_its_line(pairing: Pairing, browse: Browse) -> None:
    page = browse(pairing.mentee).get(f"/pairings/{pairing.id}").text

    assert f'href="/pairings/{pairing.id}/pause">Your meetings</a>' in page
    assert "1 at noon." in page


def test_two_leaves_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="already"):
        register(EXAMPLE)


def test_a_leaf_may_be_for_one_side_and_all_stand_in_their_order() -> None:
    register(replace(EXAMPLE, key="theirs", side=Side.MENTOR, order=1))

    here = {side: [each.key for each in leaves.leaves(side)] for side in Side}
    del leaves._registered["theirs"]  # noqa: SLF001  # as above

    assert here[Side.MENTOR][0] == "theirs"
    assert "theirs" not in here[Side.MENTEE]
