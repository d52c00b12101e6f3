"""Somebody who signed up, as a list of people needs them."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState, Meets, Programme
from matcher.programmes.models.enrolment import stands_behind


class Who(NamedTuple):
    """Of the member as much as the list tells, and the rules behind it ask."""

    name: str
    email: str | None
    email_confirmed_at: datetime | None


class Listed(NamedTuple):
    """The same of the sign-up. The rules read it as they read the whole of it."""

    id: UUID
    programme_id: UUID
    member_id: UUID
    side: Side
    state: EnrolmentState
    places: int
    confirmed_at: datetime | None
    ground: str
    place: str
    meets: Meets | None
    slots: list[str]
    topics: list[str]
    statements: list[str]
    languages: list[str]
    member: Who
    programme: Programme

    @property
    def is_confirmed(self) -> bool:
        who = self.member
        return stands_behind(self.confirmed_at, who.email, who.email_confirmed_at)


SignUp = Enrolment | Listed
# The columns of both, in the order of their fields.
OF_SIGN_UP, OF_MEMBER = Listed._fields[:-2], Who._fields
