"""One rule says who can be in a run. What the database counts as incomplete, it counts too."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.programmes.models import (
    Enrolment,
    EnrolmentState,
    Import,
    ImportState,
    Meets,
)
from matcher.programmes.models.complete import SECTIONS, gaps, is_complete, needed_gaps
from matcher.programmes.queries.matchable import (
    is_incomplete,
    list_bare,
    list_matchable,
    why_not_matchable,
)
from tests.conftest import Keep
from tests.factories import TODAY, a_programme, an_enrolment
from tests.factories.programmes import a_check, a_programme_that_asks, in_state, meets_in_person

_S = EnrolmentState
DAY = timedelta(days=1)


def reasons(enrolment: Enrolment, *checks: object) -> list[str]:
    found = why_not_matchable(enrolment, checks, TODAY)  # type: ignore[arg-type]  # of any kind
    return [say(each, Language.EN) for each in found]


FILLED_IN: dict[str, tuple[object, ...]] = {
    "statements": ([], ["", "I want to learn."]),
    "topics": ([], ["job-search"]),
    "slots": ([], ["mon-evening"]),
    "languages": ([], ["nl", "en"]),
    "meets": (None, *Meets),
    "place": ("", "Utrecht"),
}


@pytest.mark.parametrize("side", list(Side))
def test_the_database_and_the_rule_agree_on_who_can_be_in_a_run(side: Side, db: Session) -> None:
    programme = a_programme_that_asks(("vog", 36), ("training", None), side=Side.MENTOR)
    told = product(_S, (0, 1, 2), (True, False), (True, False), ("", "On paper."), (0, 1, 2, 3))
    for state, places, confirmed, known, ground, shown in told:
        person = an_enrolment(side, programme=programme, state=state)
        person.places, person.ground = places, ground
        person.confirmed_at = person.confirmed_at if confirmed else None
        person.member.email_confirmed_at = person.member.email_confirmed_at if known else None
        if not known and shown:
            person.member.email = person.member.email_key = None
        if shown > 0:
            db.add(a_check(person, "vog", expires_on=TODAY - DAY if shown == 1 else TODAY))
        if shown > 2:
            db.add(a_check(person, "training"))
        db.add(person)
    db.commit()

    by_rule = {each.id for each in list_matchable(db, programme, today=TODAY)}

    assert by_rule
    assert {each.id for each in list_bare(db, programme, today=TODAY)} == by_rule


def test_the_database_and_the_rule_agree_on_what_is_incomplete(keep: Keep, db: Session) -> None:
    programme = a_programme()
    for told in product(*FILLED_IN.values()):
        enrolment = an_enrolment(programme=programme)
        for name, value in zip(FILLED_IN, told, strict=True):
            setattr(enrolment, name, value)
        keep(enrolment)

    found = set(db.scalars(select(Enrolment).where(is_incomplete())))

    every = db.scalars(select(Enrolment)).all()
    assert found == {each for each in every if needed_gaps(each)}
    assert found == {each for each in every if not is_complete(each)}
    assert len(every) - len(found) == 3 * 5, "three ways to say something, five to meet"


def test_a_complete_confirmed_sign_up_can_be_in_a_run(keep: Keep, db: Session) -> None:
    enrolment = an_enrolment()
    keep(enrolment)

    assert reasons(enrolment) == []
    assert list_matchable(db, enrolment.programme, today=TODAY) == [enrolment]


@pytest.mark.parametrize("state", sorted(set(_S) - {_S.WAITING}))
def test_who_is_not_waiting_is_told_why_in_a_sentence(state: EnrolmentState) -> None:
    [why] = reasons(in_state(state))

    assert why.endswith(".")


@pytest.mark.parametrize("state", [_S.OFFERED, _S.PAIRED])
def test_who_has_more_places_is_looked_for_again(state: EnrolmentState) -> None:
    enrolment = in_state(state, Side.MENTOR)
    enrolment.places = 2

    assert reasons(enrolment) == []


def test_without_places_nobody_is_looked_for() -> None:
    enrolment = an_enrolment(Side.MENTOR)
    enrolment.places = 0

    assert reasons(enrolment) == ["There are no places now."]


def _without(name: str, value: object) -> Callable[[], Enrolment]:
    def _made() -> Enrolment:
        enrolment = an_enrolment()
        setattr(enrolment, name, value)
        return enrolment

    return _made


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (_without("slots", []), "Say when you can meet."),
        (_without("meets", None), "Say how you would like to meet."),
        (_without("languages", []), "Choose the languages you speak."),
        (
            lambda: meets_in_person(an_enrolment(), ""),
            "Say where you live, so that you can meet in person.",
        ),
    ],
)
def test_what_is_missing_is_said_and_where_it_can_be_filled_in(
    made: Callable[[], Enrolment], why: str
) -> None:
    enrolment = made()

    assert reasons(enrolment) == [why]
    assert {gap.section for gap in gaps(enrolment)} <= set(SECTIONS)


@pytest.mark.parametrize(("ground", "can"), [("", False), ("Said yes by phone.", True)])
def test_who_has_not_confirmed_needs_a_recorded_ground(ground: str, can: bool) -> None:  # noqa: FBT001  # a column of the table above
    enrolment = an_enrolment()
    enrolment.confirmed_at, enrolment.ground = None, ground

    assert (reasons(enrolment) == []) == can


def test_an_address_that_is_not_confirmed_yet_counts_as_not_confirmed() -> None:
    enrolment = an_enrolment()
    enrolment.member.email_confirmed_at = None

    assert reasons(enrolment) == [
        "Not confirmed yet, and no ground for including them is recorded."
    ]


def test_who_has_no_address_needs_not_confirm_one() -> None:
    enrolment = an_enrolment()
    enrolment.member.email = enrolment.member.email_confirmed_at = None

    assert reasons(enrolment) == []


@pytest.mark.parametrize(
    ("expires_in", "why"),
    [
        (None, []),
        (0, []),
        (-1, ["A certificate of good conduct (VOG): no longer valid."]),
    ],
)
def test_an_item_counts_until_its_last_day(expires_in: int | None, why: list[str]) -> None:
    mentor = an_enrolment(Side.MENTOR, programme=a_programme_that_asks(("vog", 36)))
    until = None if expires_in is None else TODAY + expires_in * DAY

    assert reasons(mentor, a_check(mentor, "vog", expires_on=until)) == why


def test_only_those_are_asked_of_whom_it_is_asked(keep: Keep, db: Session) -> None:
    programme = a_programme_that_asks(("vog", 36), ("intake_talk", None))
    mentor = an_enrolment(Side.MENTOR, programme=programme)
    mentee = an_enrolment(programme=programme)
    keep(mentor, mentee, a_check(mentor, "vog"))

    assert reasons(mentor, a_check(mentor, "vog")) == ["An intake talk: not recorded yet."]
    assert list_matchable(db, programme, today=TODAY) == [mentee]


def test_nobody_of_an_import_that_is_not_applied_is_in_a_run(keep: Keep, db: Session) -> None:
    programme = a_programme()
    keep(programme)
    brought = Import(
        programme=programme,
        side=Side.MENTEE,
        file_name="people.csv",
        by_id=programme.contact.id,
        created_at=programme.created_at,
    )
    keep(brought)
    enrolment = an_enrolment(programme=programme)
    enrolment.import_id = brought.id
    keep(enrolment)
    assert list_matchable(db, programme, today=TODAY) == []

    brought.state = ImportState.APPLIED
    keep(brought)

    assert list_matchable(db, programme, today=TODAY) == [enrolment]
