"""Programmes and sign-ups with more in them than the plain ones."""

from datetime import date
from typing import Any

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import (
    AdmissionCheck,
    Enrolment,
    EnrolmentState,
    Meets,
    Programme,
)
from tests.factories import NOW, TODAY, a_member, a_programme, an_enrolment

# What each section of a sign-up sends when it is filled in well.
FILLED: dict[str, dict[str, Any]] = {
    "about": {"role": "nurse", "organisation": "Sint Odilia", "pronouns": "", "phone": ""},
    "words": {
        "piece1": "I had four interviews and nobody chose me.",
        "piece2": "They say that I am too modest.",
        "piece3": "",
        "goal": "One calm conversation before the summer.",
    },
    "topics": {"topics": ["job-search", "job-interviews"]},
    "practical": {
        "slots": ["mon-evening", "sat-morning"],
        "meets": "either",
        "place": "Utrecht",
        "languages": ["nl", "en"],
        "styles": ["listen"],
    },
    "wishes": {"avoids_own_organisation": "y", "note": "Not my neighbour, please."},
}


def a_draft(
    side: Side = Side.MENTEE, *, member: Member | None = None, programme: Programme | None = None
) -> Enrolment:
    """Make a sign-up in which nothing is filled in yet."""
    return Enrolment(
        member=member or a_member(),
        programme=programme or a_programme(),
        side=side,
        created_at=NOW,
        state_since=NOW,
    )


def a_programme_that_asks(*items: tuple[str, int | None], side: Side = Side.MENTOR) -> Programme:
    """Make a programme whose mentors (or mentees) have to show these items before they begin."""
    programme = a_programme()
    programme.admission = [
        {"item": item, "side": str(side), "months": months} for item, months in items
    ]
    return programme


def a_check(
    enrolment: Enrolment, item: str, *, done_on: date = TODAY, expires_on: date | None = None
) -> AdmissionCheck:
    return AdmissionCheck(
        enrolment=enrolment,
        item=item,
        done_on=done_on,
        recorded_by_id=None,
        expires_on=expires_on,
    )


def in_state(state: EnrolmentState, side: Side = Side.MENTEE) -> Enrolment:
    return an_enrolment(side, state=state)


def meets_in_person(enrolment: Enrolment, place: str) -> Enrolment:
    enrolment.meets, enrolment.place = Meets.IN_PERSON, place
    return enrolment
