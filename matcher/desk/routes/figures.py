"""The programme in numbers, each with the list behind it."""

from flask import render_template
from flask.typing import ResponseReturnValue

from matcher.coordination.queries import count_states
from matcher.desk.queries.figures import count_reached, count_responses, list_by_day
from matcher.desk.routes.rooms import HERE, desk
from matcher.desk.views.figures import Found, figures_page
from matcher.feedback.queries.signals import list_open_signals
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.proposals.queries.questions import count_open_questions
from matcher.web.policy import Permit, allows
from matcher.web.session import reading
from matcher.web.words import language


@desk.get(f"{HERE}/figures")
@allows(may_coordinate, loads=find_coordinated)
def figures(permit: Permit[Member, Programme]) -> ResponseReturnValue:
    member, programme = permit.seen
    db = reading()
    signals = list_open_signals(db, [programme.id], seen_by=member)
    found = Found(
        counts=count_states(db, programme.id),
        reached=count_reached(db, programme.id),
        responses=count_responses(db, programme.id),
        days=list_by_day(db, programme.id),
        attention=len({each.pairing.id for each in signals if each.pairing}),
        questions=count_open_questions(db, programme.id, seen_by=member),
    )
    page = figures_page(programme, found, today=clock.today(), language=language())
    return render_template("desk/figures.html", page=page)
