"""Whether one of the two would like a talk with the coordinator as well."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.forms.three_way import ThreeWayForm
from matcher.feedback.models import ThreeWay
from matcher.feedback.policy import is_asked_for_three
from matcher.feedback.queries.three_way import find_three_way
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services.three_way import Answer, answer_three
from matcher.feedback.views.three_way import three_way_page
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _

Asked = Permit[Member, ThreeWay]
ADDRESS = "/pairings/<uuid:pairing_id>/three-way"


@blueprint.get(ADDRESS)
@allows(is_asked_for_three, loads=find_three_way)
def three_way(permit: Asked) -> ResponseReturnValue:
    return _page(permit, ThreeWayForm(None, agenda=permit.seen[1].agenda))


@blueprint.post(ADDRESS)
@allows(is_asked_for_three, loads=find_three_way)
def say_three_way(permit: Asked) -> ResponseReturnValue:
    form = ThreeWayForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, three = permit.within(db)
        answer = Answer(says=form.says.data == "yes", agenda=form.agenda.data or "")
        answer_three(db, three, answer, by=member, now=clock.now())
    flash(_("Thank you. Your coordinator knows what to do now."))
    return redirect(url_for("pairings.show", pairing_id=permit.address["pairing_id"]))


def _page(permit: Asked, form: ThreeWayForm) -> ResponseReturnValue:
    page = three_way_page(*permit.seen)
    return render_template("feedback/three_way.html", page=page, form=form), form.status
