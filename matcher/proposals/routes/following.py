"""Following what people say to their proposals, and bringing the next best forward."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.programmes.services.taking_along import TakenAlong, note_taken_along
from matcher.proposals.queries.next_best import list_next_best
from matcher.proposals.queries.told import (
    PAGE,
    PARTS,
    WantedAnswers,
    count_answers,
    list_answers,
    list_asked,
    list_reminded,
)
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.next_best import bring_forward
from matcher.proposals.views.answers import PARTS as PART_NAMES
from matcher.proposals.views.answers import AnswerLine, answer_lines, answer_sheet, left_lines
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.sheets import AT_A_TIME, in_parts, write_file
from matcher.web.words import _, _n, language

OfProgramme = Permit[Member, Programme]
LAST_PAGE = 10_000


@review.get("/answers")
@allows(may_coordinate, loads=find_coordinated)
def answers(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    wanted, counts = _wanted(), count_answers(reading(), programme.id, seen_by=member)
    here: dict[str, Any] = {"programme_id": programme.id, "part": wanted.part}
    last = max((counts[wanted.part] + PAGE - 1) // PAGE, 1)
    return render_template(
        "review/answers.html",
        programme_id=programme.id,
        lines=_lines(permit, wanted),
        counts=counts,
        part=wanted.part,
        part_names=PART_NAMES,
        before=url_for(".answers", **here, page=wanted.page - 1) if wanted.page > 1 else "",
        after=url_for(".answers", **here, page=wanted.page + 1) if wanted.page < last else "",
        position=_("%(page)s of %(pages)s", page=wanted.page, pages=last),
    )


@review.get("/answers/left")
@allows(may_coordinate, loads=find_coordinated)
def left(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    found = left_lines(list_next_best(reading(), programme, seen_by=member))
    run = programme.current_run_id  # in it, a pair can be weighed
    return render_template("review/left.html", programme_id=programme.id, lines=found, run_id=run)


@review.post("/answers/left")
@allows(may_coordinate, loads=find_coordinated)
def propose_next(permit: OfProgramme) -> ResponseReturnValue:
    """Approve the next best for one mentee or for all who are left; nobody is told yet."""
    made = [each for key in _mentees(permit) if (each := _bring_forward(permit, key))]
    if not made:
        flash(_("Nobody could be proposed: it changed meanwhile."))
        return redirect(url_for(".left", **permit.address))
    flash(
        _n(
            "%(num)s pair is approved. Tell them both here.",
            "%(num)s pairs are approved. Tell them here.",
            len(made),
        )
    )
    run_id, pairs = made[0][0], [pair for _run, pair in made]
    return redirect(url_for("runs.preview", **permit.address, run_id=run_id, pair=pairs))


@review.post("/answers/file")
@allows(may_coordinate, loads=find_coordinated)
def take_answers_along(permit: OfProgramme) -> ResponseReturnValue:
    asked = _wanted().part

    def part(number: int) -> tuple[AnswerLine, ...]:
        return _lines(permit, WantedAnswers(part=asked, page=number, size=AT_A_TIME))

    every = (line for lines in in_parts(part) for line in lines)
    written = write_file(answer_sheet(every, language()), "answers")
    taken = TakenAlong(kind="answers", count=written.rows, file=written.kind)
    with writing() as db:
        by, programme = permit.within(db)
        note_taken_along(db, programme, taken, by=by, now=clock.now())
    return written.answer()


def _lines(permit: OfProgramme, wanted: WantedAnswers) -> tuple[AnswerLine, ...]:
    (member, programme), db = permit.seen, reading()
    found = list_answers(db, programme.id, wanted, seen_by=member)
    return answer_lines(found, list_asked(db, found), list_reminded(db, found))


def _wanted() -> WantedAnswers:
    """Read the address. What makes no sense there is left out: it is only a way of looking."""
    asked, page = request.args.get("part", ""), request.args.get("page", 1, type=int)
    return WantedAnswers(part=asked if asked in PARTS else "all", page=min(max(page, 1), LAST_PAGE))


def _mentees(permit: OfProgramme) -> list[UUID]:
    """Read whom it is about: one mentee, or everyone who is left."""
    sent = request.form.get("mentee", "")
    if sent == "all":
        member, programme = permit.seen
        found = list_next_best(reading(), programme, seen_by=member)
        return [each.ended.mentee_enrolment_id for each in found if each.mentor]
    try:
        return [UUID(sent)]
    except ValueError:
        return []


def _bring_forward(permit: OfProgramme, mentee_id: UUID) -> tuple[UUID | None, UUID] | None:
    with writing() as db:
        by, programme = permit.within(db)
        made = bring_forward(db, programme, mentee_id, by=by, now=clock.now())
        return (made.run_id, made.id) if made else None
