"""What was heard: said back by the mentor, made right by the mentee, and kept by both."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Tip
from matcher.pairings.forms.heard import MakeRightForm, SayBackForm, TalkForm
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.policy import may_arrange, may_enter, may_make_right, may_say_back
from matcher.pairings.queries import find_meeting, find_pairing
from matcher.pairings.queries.heard import WAITS, count_heard, find_talk
from matcher.pairings.queries.met import list_met
from matcher.pairings.routes.rooms import OfMeeting, OfTwo, blueprint, of_two
from matcher.pairings.services.heard import make_right, note_talk, say_back
from matcher.pairings.views.heard import asked_about, heard_page
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _


def line(number: int) -> Sentence:
    if number == WAITS:
        return sentence(N_("Something to read: were you heard right?"))
    if number == 0:
        return sentence(N_("Nothing kept yet"))
    return counted(N_n("One line kept", "%(num)s lines kept"), number)


register(Leaf(10, "heard", Tip.LISTEN, N_("What was heard"), "pairings.heard", count_heard, line))


@blueprint.get("/heard")
@allows(may_enter, loads=find_pairing)
def heard(permit: OfTwo) -> ResponseReturnValue:
    return _page(permit)


@blueprint.post("/meetings/<uuid:meeting_id>/heard")
@allows(may_say_back, loads=find_meeting)
def say_what_was_heard(permit: OfMeeting) -> ResponseReturnValue:
    form = SayBackForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        _member, meeting = permit.within(db)
        say_back(db, meeting, form.text.data or "", now=clock.now())
    return _back(permit, _("Thank you. The other one reads it and makes it right."))


@blueprint.post("/meetings/<uuid:meeting_id>/heard/right")
@allows(may_make_right, loads=find_meeting)
def that_is_right(permit: OfMeeting) -> ResponseReturnValue:
    with writing() as db:
        _member, meeting = permit.within(db)
        make_right(db, meeting, now=clock.now())
    return _back(permit, _("Good. You both read it again before you next meet."))


@blueprint.post("/meetings/<uuid:meeting_id>/heard/add")
@allows(may_make_right, loads=find_meeting)
def let_me_add(permit: OfMeeting) -> ResponseReturnValue:
    form = MakeRightForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        _member, meeting = permit.within(db)
        make_right(db, meeting, form.text.data, now=clock.now())
    return _back(permit, _("Good. You both read it again before you next meet."))


@blueprint.post("/meetings/<uuid:meeting_id>/talk")
@allows(may_arrange, loads=find_meeting)
def who_talked(permit: OfMeeting) -> ResponseReturnValue:
    form = TalkForm()
    if not form.accepted():
        return _page(permit, talk_form=form)
    with writing() as db:
        member, meeting = permit.within(db)
        note_talk(db, meeting, form.mine.data, by=member, now=clock.now())
    return _back(permit, _("Noted, for you alone."))


def _page(
    permit: OfTwo | OfMeeting,
    form: SayBackForm | MakeRightForm | None = None,
    talk_form: TalkForm | None = None,
) -> ResponseReturnValue:
    member, pairing = of_two(permit)
    db = reading()
    meetings = list_met(db, pairing.id)
    about = asked_about(meetings)
    talk = find_talk(db, about.id, member) if about else None
    view = heard_page(member, pairing, meetings, talk)
    asked = SayBackForm if view.is_mentor else MakeRightForm
    shown = form or asked(None, data={"text": view.said})
    talked = talk_form or TalkForm(None, data={} if view.talked is None else {"mine": view.talked})
    status = 422 if form or talk_form else 200
    return render_template("pairings/heard.html", page=view, form=shown, talk=talked), status


def _back(permit: OfMeeting, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".heard", pairing_id=permit.address["pairing_id"]))
