"""The check-ins of a programme, and lists to take along as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.coordination.queries import Bond, list_bonds
from matcher.coordination.routes.pairs import wanted_bonds
from matcher.coordination.views import PairLine, pair_lines
from matcher.desk.queries.check_ins import (
    PAGE,
    WantedCheckIns,
    count_check_ins,
    list_check_ins,
)
from matcher.desk.routes.rooms import HERE, desk
from matcher.desk.views.check_ins import check_in_lines, check_in_sheet, parts
from matcher.desk.views.pair_sheet import pair_sheet
from matcher.feedback.models import CheckIn, CheckInState
from matcher.foundation import clock
from matcher.foundation.sheets import Sheet
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.programmes.services.taking_along import TakenAlong, note_taken_along
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.sheets import AT_A_TIME, in_parts, write_file
from matcher.web.words import _, language

OfProgramme = Permit[Member, Programme]
LAST_PAGE = 10_000


@desk.get(f"{HERE}/check-ins")
@allows(may_coordinate, loads=find_coordinated)
def check_ins(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    wanted, db = _wanted(), reading()
    counts = count_check_ins(db, programme.id, seen_by=member)
    found = list_check_ins(db, programme.id, wanted, seen_by=member)
    total = counts.get(wanted.state, 0) if wanted.state else sum(counts.values())
    return render_template(
        "desk/check_ins.html",
        programme_id=programme.id,
        lines=check_in_lines(found, language()),
        parts=parts(counts, language()),
        state=wanted.state or "",
        **_pager(wanted, total, permit.address),
    )


@desk.post(f"{HERE}/check-ins/file")
@allows(may_coordinate, loads=find_coordinated)
def take_check_ins_along(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    state, db, said = _wanted().state, reading(), language()

    def part(number: int) -> Sequence[CheckIn]:
        wanted = WantedCheckIns(state=state, page=number, size=AT_A_TIME)
        return list_check_ins(db, programme.id, wanted, seen_by=member)

    lines = (line for found in in_parts(part) for line in check_in_lines(found, said))
    return hand_over(permit, check_in_sheet(lines, said), "check-ins")


@desk.post(f"{HERE}/pairs/file")
@allows(may_coordinate, loads=find_coordinated)
def take_pairs_along(permit: OfProgramme) -> ResponseReturnValue:
    return hand_over(permit, pair_sheet(_every_pair(permit), language()), "pairs")


def hand_over(permit: OfProgramme, sheet: Sheet, name: str) -> ResponseReturnValue:
    """Note that a list is taken along, and then hand it over."""
    written = write_file(sheet, name)
    taken = TakenAlong(kind=name, count=written.rows, file=written.kind)
    with writing() as db:
        by, programme = permit.within(db)
        note_taken_along(db, programme, taken, by=by, now=clock.now())
    return written.answer()


def _every_pair(permit: OfProgramme) -> Iterator[PairLine]:
    member, programme = permit.seen

    def part(number: int) -> list[Bond]:
        wanted = replace(wanted_bonds(), page=number, size=AT_A_TIME)
        return list_bonds(reading(), programme, wanted, seen_by=member)[0]

    for bonds in in_parts(part):
        yield from pair_lines(bonds)


def _wanted() -> WantedCheckIns:
    """Read the address. What makes no sense there is left out: it is only a way of looking."""
    asked = request.args.get("state", "")
    page = request.args.get("page", 1, type=int)
    state = CheckInState(asked) if asked in set(CheckInState) else None
    return WantedCheckIns(state=state, page=min(max(page, 1), LAST_PAGE))


def _pager(wanted: WantedCheckIns, total: int, address: Any) -> dict[str, object]:
    last = max((total + PAGE - 1) // PAGE, 1)

    def to(page: int) -> str:
        return url_for(".check_ins", **address, state=wanted.state, page=page)

    return {
        "before": (_("Back"), to(wanted.page - 1)) if wanted.page > 1 else None,
        "after": (_("Further"), to(wanted.page + 1)) if wanted.page < last else None,
        "position": _("%(page)s of %(pages)s", page=wanted.page, pages=last),
    }
