"""The trail: who did what in a programme, and when."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.desk.deeds import KINDS
from matcher.desk.queries.trail import PAGE, WantedDeeds, list_deeds, name_things
from matcher.desk.routes.lists import LAST_PAGE, OfProgramme
from matcher.desk.routes.rooms import HERE, desk
from matcher.desk.views.trail import deed_lines
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.programmes.queries.programmes import list_coordinators
from matcher.web.policy import allows
from matcher.web.session import reading

KEPT = ("who", "kind", "since", "until")


@desk.get(f"{HERE}/trail")
@allows(may_coordinate, loads=find_coordinated)
def trail(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    wanted, db = _wanted(ZoneInfo(programme.zone)), reading()
    found = list_deeds(db, programme.id, wanted, seen_by=member)
    shown, number = found[:PAGE], wanted.page
    people = [(str(each.audit_key), each.name) for each in list_coordinators(db, programme)]
    return render_template(
        "desk/trail.html",
        programme_id=programme.id,
        lines=deed_lines(shown, name_things(db, [event for event, _name in shown])),
        people=people,
        kinds=KINDS,
        asked={key: request.args.get(key, "")[:40] for key in KEPT},
        before=_paged(permit, number - 1) if number > 1 else "",
        after=_paged(permit, number + 1) if len(found) > PAGE else "",
    )


def _wanted(zone: ZoneInfo) -> WantedDeeds:
    """Read the address. What makes no sense there is left out: it is only a way of looking."""
    asked, page = request.args, request.args.get("page", 1, type=int)
    first, last = _day(asked.get("since", "")), _day(asked.get("until", ""))
    kind = asked.get("kind", "")
    return WantedDeeds(
        actor=_key(asked.get("who", "")),
        kind=kind if kind in KINDS else "",
        since=datetime.combine(first, time(), zone) if first else None,
        until=datetime.combine(last + timedelta(days=1), time(), zone) if last else None,
        page=min(max(page, 1), LAST_PAGE),
    )


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if date(2000, 1, 1) <= day <= date(2100, 1, 1) else None


def _paged(permit: OfProgramme, number: int) -> str:
    kept: dict[str, Any] = {key: request.args[key] for key in KEPT if request.args.get(key)}
    return url_for(".trail", **permit.address, **kept, page=number)
