"""The proposals of a run, to take along as a file."""

from dataclasses import replace

from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.services.taking_along import TakenAlong, note_taken_along
from matcher.proposals.models import MatchRun
from matcher.proposals.policy import may_review
from matcher.proposals.queries.review import list_for_review
from matcher.proposals.queries.runs import find_run
from matcher.proposals.routes.asking import wanted
from matcher.proposals.routes.rooms import review
from matcher.proposals.views.review import rows
from matcher.proposals.views.review_sheet import review_sheet
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.sheets import as_file, kind_asked
from matcher.web.words import language

MOST = 100_000


@review.post("/matching/<uuid:run_id>/proposals/file")
@allows(may_review, loads=find_run)
def take_proposals_along(permit: Permit[Member, MatchRun]) -> ResponseReturnValue:
    """Hand over what the table shows, with its filters: nothing about whoever takes it."""
    member, run = permit.seen
    asked = replace(wanted(), page=1, size=MOST)
    found = list_for_review(reading(), run, asked, seen_by=member)
    sheet = review_sheet(rows(found, language()), run.number, language())
    taken = TakenAlong(kind="proposals", count=len(sheet.rows), file=kind_asked())
    with writing() as db:
        by, here = permit.within(db)
        note_taken_along(db, here.programme, taken, by=by, now=clock.now())
    return as_file(sheet, f"run-{run.number}")
