"""Letting two people rest, finish, or look for another partner."""

from datetime import date, timedelta

from flask.typing import ResponseReturnValue

from matcher.coordination.forms.caring import EscalateForm, FinishForm, RematchForm, RestForm
from matcher.coordination.policy import may_look_after_pairing
from matcher.coordination.queries import find_overseen
from matcher.coordination.routes.caring import PAIR
from matcher.coordination.routes.deeds import asked_signal, do, page_of, show
from matcher.coordination.routes.rooms import Overseen, blueprint
from matcher.coordination.services import parting
from matcher.coordination.services.caring import escalate as escalate_signal
from matcher.coordination.services.parting import Ground
from matcher.foundation import clock
from matcher.web.policy import allows
from matcher.web.words import _


@blueprint.get(f"{PAIR}/pause")
@allows(may_look_after_pairing, loads=find_overseen)
def pause(permit: Overseen) -> ResponseReturnValue:
    until = clock.today() + timedelta(weeks=2)
    return _pause(permit, RestForm(None, signal=asked_signal(), until=until))


@blueprint.post(f"{PAIR}/pause")
@allows(may_look_after_pairing, loads=find_overseen)
def let_rest(permit: Overseen) -> ResponseReturnValue:
    form = RestForm()
    if form.accepted():
        until = form.until.data or clock.today()
        done = do(
            permit,
            form,
            lambda db, deed: parting.pause(db, deed, until),
            did="pause",
            beside=form.until,
        )
        if done:
            return done
    return _pause(permit, form)


@blueprint.get(f"{PAIR}/rematch")
@allows(may_look_after_pairing, loads=find_overseen)
def rematch(permit: Overseen) -> ResponseReturnValue:
    return _rematch(permit, RematchForm(None, signal=asked_signal()))


@blueprint.post(f"{PAIR}/rematch")
@allows(may_look_after_pairing, loads=find_overseen)
def part(permit: Overseen) -> ResponseReturnValue:
    form = RematchForm()
    if form.accepted():
        ground, reviewed = Ground(form.ground.data), bool(form.reviewed.data)
        done = do(
            permit,
            form,
            lambda db, deed: parting.rematch(db, deed, ground, reviewed=reviewed),
            did="rematch",
            beside=form.ground,
        )
        if done:
            return done
    return _rematch(permit, form)


@blueprint.get(f"{PAIR}/close")
@allows(may_look_after_pairing, loads=find_overseen)
def close(permit: Overseen) -> ResponseReturnValue:
    day = clock.today() + timedelta(weeks=4)
    return _close(permit, FinishForm(None, signal=asked_signal(), ends_on=day, when="day"))


@blueprint.post(f"{PAIR}/close")
@allows(may_look_after_pairing, loads=find_overseen)
def let_finish(permit: Overseen) -> ResponseReturnValue:
    form = FinishForm()
    if form.accepted():
        day: date = form.ends_on.data or clock.today()
        is_now = form.when.data == "now"
        done = do(
            permit,
            form,
            lambda db, deed: (
                parting.close_now(db, deed) if is_now else parting.close_together(db, deed, day)
            ),
            did="close",
            beside=form.when if is_now else form.ends_on,
        )
        if done:
            return done
    return _close(permit, form)


@blueprint.get(f"{PAIR}/pass-on")
@allows(may_look_after_pairing, loads=find_overseen)
def escalate(permit: Overseen) -> ResponseReturnValue:
    return _escalate(permit, EscalateForm(None, signal=asked_signal()))


@blueprint.post(f"{PAIR}/pass-on")
@allows(may_look_after_pairing, loads=find_overseen)
def pass_on(permit: Overseen) -> ResponseReturnValue:
    form = EscalateForm()
    if form.accepted():
        done = do(
            permit,
            form,
            lambda db, deed: escalate_signal(db, deed, form.why.data or ""),
            did="escalate",
            beside=form.why,
        )
        if done:
            return done
    return _escalate(permit, form)


def _escalate(permit: Overseen, form: EscalateForm) -> ResponseReturnValue:
    page = page_of(
        permit,
        title=_("Pass it on"),
        lead=_("To the second contact of this programme, who is told that something waits."),
        submit=_("Pass it on"),
        note=_("In danger? Call the emergency number first. This stays on your own list as well."),
        who=_("The coordinators of this programme"),
    )
    return show(page, form)


def _pause(permit: Overseen, form: RestForm) -> ResponseReturnValue:
    page = page_of(
        permit,
        title=_("Let them rest"),
        lead=_("At most six weeks. Both get a mail that says until when, and not why."),
        submit=_("Let them rest"),
        note=_("When it is over, this pair appears on your work list, so that you can look back."),
    )
    return show(page, form)


def _rematch(permit: Overseen, form: RematchForm) -> ResponseReturnValue:
    page = page_of(
        permit,
        title=_("Look for other partners"),
        lead=_("Nobody is to blame. Both get a mail that the pairing has ended, and both wait."),
        submit=_("End this pairing"),
        note=_("Talk with each of them first about what they look for now. This cannot be undone."),
        is_grave=True,
    )
    return show(page, form)


def _close(permit: Overseen, form: FinishForm) -> ResponseReturnValue:
    page = page_of(
        permit,
        title=_("Let them finish"),
        lead=_("A good goodbye takes a last meeting. Both get a mail, without a reason in it."),
        submit=_("Let them finish"),
        note=_("Call both and tell them why. Finishing today cannot be undone."),
        is_grave=True,
    )
    return show(page, form)
