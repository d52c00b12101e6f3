"""Having everything erased: oneself, or somebody who asked their coordinator."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Sentence
from matcher.members.login import forget as forget_browser
from matcher.members.login import prove_first
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.privacy.forms import EraseForm
from matcher.privacy.routes.rooms import blueprint
from matcher.privacy.services.erasing import begin_erasure, refuse_to_erase, refuse_to_erase_for
from matcher.programmes.models import Enrolment
from matcher.programmes.policy import may_look_after
from matcher.programmes.queries.enrolments import find_person
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

Myself = Permit[Member, Member]
Known = Permit[Member, Enrolment]
# Nearly at once: erasing cannot be undone.
JUST_NOW = timedelta(minutes=2)
PERSON = "/coordination/<uuid:programme_id>/people/<uuid:enrolment_id>/erase"


@blueprint.get("/account/erase")
@allows(is_oneself, loads=find_me)
def erasing(permit: Myself) -> ResponseReturnValue:
    return prove_first(url_for(".erasing"), within=JUST_NOW) or _ask(permit, EraseForm())


@blueprint.post("/account/erase")
@allows(is_oneself, loads=find_me)
def erase(permit: Myself) -> ResponseReturnValue:
    if first := prove_first(url_for(".erasing")):
        return first
    form = EraseForm()
    if not form.accepted():
        return _ask(permit, form)
    with writing() as db:
        member, _me = permit.within(db)
        begin_erasure(db, member, by=member, now=clock.now())
    response = redirect(url_for("home.start"))
    forget_browser(response)
    flash(_("Your account is closed, and within some minutes your data is erased. Farewell."))
    return response


@blueprint.get(PERSON)
@allows(may_look_after, loads=find_person)
def erasing_for(permit: Known) -> ResponseReturnValue:
    here = url_for(".erasing_for", **permit.address)
    return prove_first(here) or _ask_for(permit, EraseForm())


@blueprint.post(PERSON)
@allows(may_look_after, loads=find_person)
def erase_for(permit: Known) -> ResponseReturnValue:
    if first := prove_first(url_for(".erasing_for", **permit.address)):
        return first
    form = EraseForm()
    if not form.accepted():
        return _ask_for(permit, form)
    with writing() as db:
        coordinator, enrolment = permit.within(db)
        refuse_to_erase_for(db, enrolment.member, by=coordinator)
        begin_erasure(db, enrolment.member, by=coordinator, now=clock.now())
    flash(_("The account is closed, and within some minutes the data is erased."))
    return redirect(url_for("enrolments.people", programme_id=permit.address["programme_id"]))


def _ask(permit: Myself, form: EraseForm) -> ResponseReturnValue:
    member, _me = permit.seen
    stops = _refusal(member)
    return render_template("privacy/erase.html", form=form, stops=stops, name=""), form.status


def _ask_for(permit: Known, form: EraseForm) -> ResponseReturnValue:
    coordinator, enrolment = permit.seen
    stops = _refusal(enrolment.member, by=coordinator)
    name = enrolment.member.name
    page = render_template(
        "privacy/erase.html", form=form, stops=stops, name=name, address=permit.address
    )
    return page, form.status


def _refusal(member: Member, *, by: Member | None = None) -> Sentence | None:
    """Return what must be handed over first, if there is anything."""
    try:
        if by:
            refuse_to_erase_for(reading(), member, by=by)
        refuse_to_erase(reading(), member)
    except RuleBroken as refused:
        return refused.sentence
    return None
