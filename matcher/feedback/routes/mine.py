"""One's own check-in, signed in: to answer, to see, and to change while it is open."""

from flask import render_template
from flask.typing import ResponseReturnValue

from matcher.feedback.models import CheckIn
from matcher.feedback.policy import is_asked
from matcher.feedback.queries import find_check_in
from matcher.feedback.queries.advice import advice_for
from matcher.feedback.routes.pages import ask, own_form, shown, thanks
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services import answer_check_in
from matcher.feedback.views.pulse import own_answers
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import language

Asked = Permit[Member, CheckIn]


@blueprint.get("/check-ins/<uuid:check_in_id>")
@allows(is_asked, loads=find_check_in)
def mine(permit: Asked) -> ResponseReturnValue:
    _, check_in = permit.seen
    page = shown(check_in)
    opened = advice_for(reading(), check_in)
    advice = (opened.text or "") if opened else ""
    if page.is_open:
        return ask(page, own_form(page, check_in.answers), signed_in=True, advice=advice)
    lines = own_answers(check_in, language())
    return render_template("feedback/answers.html", page=page, lines=lines, advice=advice)


@blueprint.post("/check-ins/<uuid:check_in_id>")
@allows(is_asked, loads=find_check_in)
def save(permit: Asked) -> ResponseReturnValue:
    page = shown(permit.seen[1])
    form = own_form(page)
    if page.is_open and not form.accepted():
        return ask(page, form, signed_in=True)

    given = form.given()
    with writing() as db:
        _, check_in = permit.within(db)
        answer_check_in(db, check_in, given, now=clock.now())
    return thanks(page, given, signed_in=True)
