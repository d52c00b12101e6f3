"""Colleagues at the same pair at the same time: each page says so while it is open.

Opening a page changes nothing. A script says every now and then that it still stands open, and
gets back who else looks, and whether somebody decided meanwhile. Without scripts one sees the
others, and who decided last.
"""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.proposals.models import Proposal
from matcher.proposals.policy import may_decide
from matcher.proposals.queries.looking import list_looking
from matcher.proposals.queries.proposals import find_reviewed
from matcher.proposals.queries.review import list_names_of_members
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.looking import look_at
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing


@review.post("/proposals/<uuid:proposal_id>/looking")
@allows(may_decide, loads=find_reviewed)
def looking(permit: Permit[Member, Proposal]) -> ResponseReturnValue:
    now = clock.now()
    with writing() as db:
        coordinator, proposal = permit.within(db)
        look_at(db, proposal, by=coordinator, now=now)
        pair, version, by, at = (
            proposal.id,
            proposal.version,
            proposal.decided_by_id,
            proposal.decided_at,
        )
    others = list_looking(reading(), [pair], seen_by=permit.seen[0], now=now)
    is_late = request.form.get("seen", 0, type=int) != version
    names = list_names_of_members(reading(), [by] if is_late else [])
    return render_template(
        "review/looking.html",
        others=others.get(pair, ()),
        is_late=is_late,
        late_by=next(iter(names.values()), ""),
        late_at=at,
        here=permit.address,
    )
