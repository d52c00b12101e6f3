"""The list of people, to take along as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flask import request
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.forms.people import search_form
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries.checks import checks_of
from matcher.programmes.queries.history import last_mails
from matcher.programmes.queries.listed import Listed
from matcher.programmes.queries.people import list_people
from matcher.programmes.queries.programmes import find_coordinated
from matcher.programmes.routes.people import ADDRESS, wanted_people
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.reminding import REMINDER
from matcher.programmes.services.taking_along import TakenAlong, note_taken_along
from matcher.programmes.views.people import PersonInList, Reader, in_people
from matcher.programmes.views.people_sheet import people_sheet
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.sheets import AT_A_TIME, in_parts, write_file
from matcher.web.words import language


@enrolments.post(f"{ADDRESS}/file")
@allows(may_coordinate, loads=find_coordinated)
def take_people_along(permit: Permit[Member, Programme]) -> ResponseReturnValue:
    coordinator, programme = permit.seen
    reader = Reader(coordinator, language(), clock.now())
    written = write_file(people_sheet(_everybody(programme, reader), language()), "people")
    taken = TakenAlong(kind="people", count=written.rows, file=written.kind)
    with writing() as db:
        by, here = permit.within(db)
        note_taken_along(db, here, taken, by=by, now=reader.now)
    return written.answer()


def _everybody(programme: Programme, reader: Reader) -> Iterator[PersonInList]:
    db, wanted = reading(), wanted_people(search_form(programme, request.args))

    def part(number: int) -> Sequence[Listed]:
        return list_people(db, programme, replace(wanted, page=number, size=AT_A_TIME)).people

    for found in in_parts(part):
        checks = checks_of(db, programme, found)
        yield from in_people(found, checks, last_mails(db, REMINDER, found), reader)
