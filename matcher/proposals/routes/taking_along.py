"""The proposals of a run, to take along as a file."""

from collections.abc import Sequence
from dataclasses import replace

from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.services.taking_along import TakenAlong, note_taken_along
from matcher.proposals.models import MatchRun
from matcher.proposals.policy import may_review
from matcher.proposals.queries.review import ListedPair, list_for_review
from matcher.proposals.queries.runs import find_run
from matcher.proposals.routes.asking import wanted
from matcher.proposals.routes.rooms import review
from matcher.proposals.views.review_sheet import review_sheet
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.sheets import AT_A_TIME, in_parts, write_file
from matcher.web.words import language


@review.post("/matching/<uuid:run_id>/proposals/file")
@allows(may_review, loads=find_run)
def take_proposals_along(permit: Permit[Member, MatchRun]) -> ResponseReturnValue:
    """Hand over what the table shows, with its filters: nothing about whoever takes it."""
    member, run = permit.seen
    said = language()

    def part(number: int) -> Sequence[ListedPair]:
        asked = replace(wanted(), page=number, size=AT_A_TIME)
        return list_for_review(reading(), run, asked, seen_by=member, now=clock.now())

    every = (pair for found in in_parts(part) for pair in found)
    written = write_file(review_sheet(every, run.number, said), f"run-{run.number}")
    taken = TakenAlong(kind="proposals", count=written.rows, file=written.kind)
    with writing() as db:
        by, here = permit.within(db)
        note_taken_along(db, here.programme, taken, by=by, now=clock.now())
    return written.answer()
