"""What deciding about thousands comes to is foreseen quickly, to the same as going one by one."""

from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from matcher.foundation.words import Language
from matcher.proposals.models import ProposalState
from matcher.proposals.queries.foreseeing import Brief
from matcher.proposals.queries.to_tell import Approved
from matcher.proposals.services.choosing import count_full
from matcher.proposals.services.publishing import Hindrance, foresee

PEOPLE = [UUID(int=n) for n in range(1, 7)]
people, places = st.sampled_from(PEOPLE), st.integers(0, 2)
taken = st.dictionaries(people, st.integers(0, 2))
# Two people and whether the pair is approved already; a person's places are drawn once.
pairs = st.lists(st.tuples(people, people, st.booleans()), max_size=12)
room = st.fixed_dictionaries(dict.fromkeys(PEOPLE, places))


def brief(number: int, mentee: UUID, mentor: UUID, room: dict[UUID, int], *, done: bool) -> Brief:
    return Brief(
        id=UUID(int=100 + number).hex,
        state=ProposalState.APPROVED if done else ProposalState.SUGGESTED,
        mentee=mentee.hex,
        mentor=mentor.hex,
        mentee_places=room[mentee],
        mentor_places=room[mentor],
    )


def one_by_one(rows: list[Brief], taken: dict[UUID, int]) -> int:
    held = Counter({person.hex: number for person, number in taken.items()})
    full = 0
    for each in sorted(rows, key=lambda each: each.state != ProposalState.APPROVED):
        both = ((each.mentee, each.mentee_places), (each.mentor, each.mentor_places))
        if any(held[person] >= most for person, most in both):
            full += each.state == ProposalState.SUGGESTED
        else:
            held.update((each.mentee, each.mentor))
    return full


def contested(rows: list[Brief], taken: dict[UUID, int]) -> tuple[list[Brief], dict[str, int]]:
    """Leave out whom the database leaves out: people of whom no more is asked than they have."""
    asked = Counter({person.hex: number for person, number in taken.items()})
    room: dict[str, int] = {}
    for each in rows:
        asked.update((each.mentee, each.mentor))
        room |= {each.mentee: each.mentee_places, each.mentor: each.mentor_places}
    over = {person for person, most in room.items() if asked[person] > most}
    held = {person.hex: number for person, number in taken.items() if person.hex in over}
    return [each for each in rows if over & {each.mentee, each.mentor}], held


@given(pairs=pairs, room=room, taken=taken)
def test_those_without_a_place_are_the_same_as_one_by_one(
    pairs: list[tuple[UUID, UUID, bool]], room: dict[UUID, int], taken: dict[UUID, int]
) -> None:
    rows = [brief(n, one, two, room, done=done) for n, (one, two, done) in enumerate(pairs)]

    assert count_full(*contested(rows, taken)) == one_by_one(rows, taken)


def approved(number: int, *, here: bool = True, sure: bool = True, mentor: int = 1) -> Approved:
    return Approved(
        id=UUID(int=100 + number).hex,
        mentee=UUID(int=10 + number).hex,
        mentor=UUID(int=mentor).hex,
        mentee_places=1,
        mentor_places=1,
        takes_part=here,
        is_confirmed=sure,
        mentee_language=Language.EN,
        mentor_language=Language.NL,
        mentee_mail=True,
        mentor_mail=False,
    )


def test_what_stands_in_the_way_of_telling_is_named_in_turn() -> None:
    rows = [approved(0, here=False), approved(1, sure=False), approved(2), approved(3)]

    assert foresee(rows, {}) == {
        rows[0].id: Hindrance.GONE,
        rows[1].id: Hindrance.UNCONFIRMED,
        rows[3].id: Hindrance.FULL,
    }
    assert foresee([approved(4, mentor=2)], {UUID(int=2): 1}) == {
        approved(4, mentor=2).id: Hindrance.FULL
    }
