"""A coordinator's calendar: making its secret address, ending it, and the calendar itself."""

from typing import Any

from flask import Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.desk.models import CalendarFeed
from matcher.desk.queries.feeds import (
    Days,
    count_answers_by_day,
    count_check_ins_by_day,
    find_feed,
    find_own_feed,
    list_meetings_due,
)
from matcher.desk.routes.rooms import HERE, desk
from matcher.desk.services.feeds import end_feed, make_feed
from matcher.desk.views.calendar import Due, calendar_of
from matcher.foundation import clock
from matcher.members.gate import is_overdue
from matcher.members.models import Member
from matcher.messages.addresses import whole_address
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.web.policy import Permit, Ticket, allows, holders
from matcher.web.session import reading, writing
from matcher.web.words import _

OfProgramme = Permit[Member, Programme]
PAGES = {"asked": "desk.check_ins", "answers": "runs.index", "pair": "coordination.pair"}


@desk.get(f"{HERE}/calendar")
@allows(may_coordinate, loads=find_coordinated)
def calendar(permit: OfProgramme) -> ResponseReturnValue:
    return _page(permit)


@desk.post(f"{HERE}/calendar")
@allows(may_coordinate, loads=find_coordinated)
def share_calendar(permit: OfProgramme) -> ResponseReturnValue:
    """Show the new address at once: it is never shown again."""
    with writing() as db:
        member, programme = permit.within(db)
        token = make_feed(db, programme, by=member, now=clock.now())
    return _page(permit, address=whole_address("desk.feed", token=token))


@desk.post(f"{HERE}/calendar/end")
@allows(may_coordinate, loads=find_coordinated)
def end_calendar(permit: OfProgramme) -> ResponseReturnValue:
    with writing() as db:
        member, programme = permit.within(db)
        end_feed(db, programme, by=member, now=clock.now())
    flash(_("The address has ended: whoever still has it reads nothing more."))
    return redirect(url_for(".calendar", **permit.address))


@desk.get("/calendar/<token>.ics")
@holders(loads=find_feed)
def feed(ticket: Ticket[CalendarFeed]) -> ResponseReturnValue:
    owned, now = ticket.seen, clock.now()
    if is_overdue(reading(), owned.member):
        abort(404)
    db, days = reading(), Days.around(clock.today())
    due = Due(
        programme_id=owned.programme_id,
        programme=owned.programme.name(owned.member.language),
        language=owned.member.language,
        zone=owned.member.zone,
        check_ins=count_check_ins_by_day(db, owned, days),
        answers=count_answers_by_day(db, owned, days),
        meetings=list_meetings_due(db, owned, since=now),
    )

    def address(name: str, **values: Any) -> str:
        return whole_address(PAGES[name], programme_id=owned.programme_id, **values)

    written = calendar_of(due, address=address, now=now)
    return Response(written, content_type="text/calendar; charset=utf-8")


def _page(permit: OfProgramme, address: str = "") -> ResponseReturnValue:
    member, programme = permit.seen
    kept = find_own_feed(reading(), programme.id, member)
    return render_template(
        "desk/calendar.html",
        programme_id=programme.id,
        made_at=kept.made_at if kept else None,
        address=address,
    )
