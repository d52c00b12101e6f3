"""All answers together: checking, agreeing, sending; later pausing, resuming and stopping."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.forms.enrolments import ConsentForm, PauseForm, WithdrawForm
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.models.complete import SECTIONS
from matcher.programmes.policy import is_ones_own, may_fill_in
from matcher.programmes.queries.enrolments import find_enrolment, last_consent, list_sign_ups
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.pausing import (
    pause_enrolment,
    resume_enrolment,
    withdraw_enrolment,
)
from matcher.programmes.services.sending import Agreement, send_enrolment
from matcher.programmes.views.check import CheckPage, check_page, sent_page
from matcher.web.forms import Form
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Mine = Permit[Member, Enrolment]


@enrolments.get("/enrolments/<uuid:enrolment_id>/check")
@allows(may_fill_in, loads=find_enrolment)
def check(permit: Mine) -> ResponseReturnValue:
    _, enrolment = permit.seen
    if enrolment.state == EnrolmentState.DRAFT and enrolment.saved_at is None:
        return redirect(url_for(".section", section=SECTIONS[0], **permit.address))
    return _check(permit, _consent_form(permit))


@enrolments.post("/enrolments/<uuid:enrolment_id>/check")
@allows(may_fill_in, loads=find_enrolment)
def send(permit: Mine) -> ResponseReturnValue:
    form = _consent_form(permit)
    if not form.accepted():
        return _check(permit, form)
    why = str(form.why.data) if "why" in form else ""
    agreement = Agreement(form.version.data or 0, language(), why)
    with writing() as db:
        member, enrolment = permit.within(db)
        send_enrolment(db, enrolment, agreement, by=member, now=clock.now())
        person, programme_id = enrolment.member.name, enrolment.programme_id
        for_another = not is_ones_own(member, enrolment)
    if for_another:
        flash(_("The sign-up of %(name)s has been sent.", name=person))
        return redirect(url_for(".person", programme_id=programme_id, **permit.address))
    return redirect(url_for(".sent", **permit.address))


@enrolments.get("/enrolments/<uuid:enrolment_id>/sent")
@allows(is_ones_own, loads=find_enrolment)
def sent(permit: Mine) -> ResponseReturnValue:
    member, enrolment = permit.seen
    if enrolment.state == EnrolmentState.DRAFT:
        return redirect(url_for(".check", **permit.address))
    others = list_sign_ups(reading(), member, enrolment.programme)
    other = next((each for each in others if each.state == EnrolmentState.DRAFT), None)
    return render_template("enrolments/sent.html", page=sent_page(enrolment, other, language()))


@enrolments.get("/enrolments/<uuid:enrolment_id>/pause")
@allows(may_fill_in, loads=find_enrolment)
def pausing(permit: Mine) -> ResponseReturnValue:
    return _ask(permit, "pause", PauseForm())


@enrolments.post("/enrolments/<uuid:enrolment_id>/pause")
@allows(may_fill_in, loads=find_enrolment)
def pause(permit: Mine) -> ResponseReturnValue:
    form = PauseForm()
    if not form.accepted() or not form.is_later(clock.today()):
        return _ask(permit, "pause", form)
    until, words = form.until.data, form.words.data or ""
    with writing() as db:
        member, enrolment = permit.within(db)
        pause_enrolment(db, enrolment, until, words, by=member, now=clock.now())
    return _done(permit, _("Paused. We do not look for anyone until you are back."))


@enrolments.get("/enrolments/<uuid:enrolment_id>/resume")
@allows(may_fill_in, loads=find_enrolment)
def resuming(permit: Mine) -> ResponseReturnValue:
    return _ask(permit, "resume", Form())


@enrolments.post("/enrolments/<uuid:enrolment_id>/resume")
@allows(may_fill_in, loads=find_enrolment)
def resume(permit: Mine) -> ResponseReturnValue:
    with writing() as db:
        member, enrolment = permit.within(db)
        resume_enrolment(db, enrolment, by=member, now=clock.now())
    return _done(permit, _("Good to have you back. We are looking again."))


@enrolments.get("/enrolments/<uuid:enrolment_id>/withdraw")
@allows(may_fill_in, loads=find_enrolment)
def withdrawing(permit: Mine) -> ResponseReturnValue:
    return _ask(permit, "withdraw", WithdrawForm())


@enrolments.post("/enrolments/<uuid:enrolment_id>/withdraw")
@allows(may_fill_in, loads=find_enrolment)
def withdraw(permit: Mine) -> ResponseReturnValue:
    form = WithdrawForm()
    if not form.accepted():
        return _ask(permit, "withdraw", form)
    words = form.words.data or ""
    with writing() as db:
        member, enrolment = permit.within(db)
        withdraw_enrolment(db, enrolment, words, by=member, now=clock.now())
    return _done(permit, _("Stopped. Thank you for having been here; you may always come back."))


def _consent_form(permit: Mine) -> ConsentForm:
    member, enrolment = permit.seen
    form = ConsentForm(version=enrolment.programme.consent_version)
    if is_ones_own(member, enrolment):
        del form.why
    return form


def _check(permit: Mine, form: ConsentForm) -> ResponseReturnValue:
    page = _everything(permit)
    return render_template("enrolments/check.html", page=page, form=form), form.status


def _ask(permit: Mine, deed: str, form: Form) -> ResponseReturnValue:
    """Say what will happen, and ask once more."""
    page = _everything(permit)
    return render_template(f"enrolments/{deed}.html", page=page, form=form), form.status


def _everything(permit: Mine) -> CheckPage:
    member, enrolment = permit.seen
    consent = last_consent(reading(), enrolment)
    return check_page(enrolment, consent, seen_by=member, language=language())


def _done(permit: Mine, words: str) -> ResponseReturnValue:
    flash(words)
    return redirect(url_for(".check", **permit.address))
