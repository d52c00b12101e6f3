"""The list of people, to take along as a file."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from flask import request
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.forms.people import search_form
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries.matchable import checks_of
from matcher.programmes.queries.people import last_mails, list_people
from matcher.programmes.queries.programmes import find_coordinated
from matcher.programmes.routes.people import ADDRESS, wanted_people
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.reminding import REMINDER
from matcher.programmes.services.taking_along import TakenAlong, note_taken_along
from matcher.programmes.views.people import PersonInList, Reader, in_people
from matcher.programmes.views.people_sheet import people_sheet
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.sheets import as_file, kind_asked
from matcher.web.words import language

# A database takes so many keys in one question.
AT_A_TIME = 5_000


@enrolments.post(f"{ADDRESS}/file")
@allows(may_coordinate, loads=find_coordinated)
def take_people_along(permit: Permit[Member, Programme]) -> ResponseReturnValue:
    coordinator, programme = permit.seen
    reader = Reader(coordinator, language(), clock.now())
    sheet = people_sheet(_everybody(programme, reader), language())
    taken = TakenAlong(kind="people", count=len(sheet.rows), file=kind_asked())
    with writing() as db:
        by, here = permit.within(db)
        note_taken_along(db, here, taken, by=by, now=reader.now)
    return as_file(sheet, "people")


def _everybody(programme: Programme, reader: Reader) -> Iterator[PersonInList]:
    db, wanted = reading(), wanted_people(search_form(programme, request.args))
    for number in count(1):
        found = list_people(db, programme, replace(wanted, page=number, size=AT_A_TIME)).people
        if not found:
            return
        checks = checks_of(db, programme, found)
        yield from in_people(found, checks, last_mails(db, REMINDER, found), reader)
