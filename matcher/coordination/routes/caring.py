"""Writing, talking, and asking for a talk of the three."""

from flask import request
from flask.typing import ResponseReturnValue

from matcher.coordination.drafts import AGENDA, GUIDE, nudge_draft
from matcher.coordination.forms.caring import AgendaForm, NudgeForm, TalkForm
from matcher.coordination.models import Band, Outcome
from matcher.coordination.policy import may_look_after_pairing
from matcher.coordination.queries import find_overseen
from matcher.coordination.routes.deeds import (
    asked_signal,
    do,
    page_of,
    show,
    signal_of,
    who_first,
)
from matcher.coordination.routes.rooms import Overseen, blueprint
from matcher.coordination.services.caring import Talk, ask_three, keep_talk
from matcher.coordination.services.caring import nudge as send_nudge
from matcher.coordination.views.caring import DeedPage
from matcher.feedback.queries.three_way import latest_three_way
from matcher.foundation.translate import say
from matcher.guidance.tips import Side
from matcher.web.policy import allows
from matcher.web.session import reading
from matcher.web.words import _

PAIR = "/<uuid:programme_id>/pairs/<uuid:pairing_id>"


@blueprint.get(f"{PAIR}/message")
@allows(may_look_after_pairing, loads=find_overseen)
def nudge(permit: Overseen) -> ResponseReturnValue:
    form = NudgeForm(None, signal=asked_signal())
    side, pairing = _side(permit, form), permit.seen[1]
    found = signal_of(reading(), permit.seen, form.signal_id())
    to, partner = pairing.member_on(side), pairing.member_on(side.other)
    draft = nudge_draft(found.signal.code if found else "", to.name, partner.name)
    form.words.data = say(draft, to.language)
    return show(_nudge_page(permit, side), form)


@blueprint.post(f"{PAIR}/message")
@allows(may_look_after_pairing, loads=find_overseen)
def send_message(permit: Overseen) -> ResponseReturnValue:
    form = NudgeForm()
    side = _side(permit, form)
    if form.accepted():
        done = do(
            permit,
            form,
            lambda db, deed: send_nudge(
                db, deed, deed.pairing.member_on(side), form.words.data or ""
            ),
            did="nudge",
            beside=form.words,
        )
        if done:
            return done
    return show(_nudge_page(permit, side), form)


@blueprint.get(f"{PAIR}/talk")
@allows(may_look_after_pairing, loads=find_overseen)
def talk(permit: Overseen) -> ResponseReturnValue:
    form = TalkForm(None, signal=asked_signal())
    form.person.data = who_first(permit, form)
    return _talk(permit, form)


@blueprint.post(f"{PAIR}/talk")
@allows(may_look_after_pairing, loads=find_overseen)
def note_talk(permit: Overseen) -> ResponseReturnValue:
    form = _with_people(permit, TalkForm())
    if form.accepted():
        is_three = form.person.data == "both"
        done = do(
            permit,
            form,
            lambda db, deed: keep_talk(
                db,
                deed,
                Talk(
                    with_id=None if is_three else deed.pairing.member_on(Side(form.person.data)).id,
                    band=Band(form.band.data),
                    outcome=Outcome(form.outcome.data),
                    note=form.note.data or "",
                    three=is_three,
                ),
                latest_three_way(db, deed.pairing),
            ),
            did="three_way" if is_three else "talk",
            beside=form.person,
        )
        if done:
            return done
    return _talk(permit, form)


@blueprint.get(f"{PAIR}/three-way")
@allows(may_look_after_pairing, loads=find_overseen)
def three_way(permit: Overseen) -> ResponseReturnValue:
    form = AgendaForm(None, signal=asked_signal(), agenda=_(AGENDA))
    form.person.data = who_first(permit, form)
    return _three(permit, form)


@blueprint.post(f"{PAIR}/three-way")
@allows(may_look_after_pairing, loads=find_overseen)
def ask_three_way(permit: Overseen) -> ResponseReturnValue:
    form = AgendaForm()
    _offer(permit, form)
    if form.accepted():
        done = do(
            permit,
            form,
            lambda db, deed: ask_three(
                db, deed, deed.pairing.member_on(Side(form.person.data)), form.agenda.data or ""
            ),
            did="three_way",
            beside=form.person,
        )
        if done:
            return done
    return _three(permit, form)


def _side(permit: Overseen, form: NudgeForm) -> Side:
    """Return to whom a message goes: chosen in the address, else whom the signal is about."""
    asked = request.args.get("to", "")
    return Side(asked if asked in set(Side) else who_first(permit, form))


def _nudge_page(permit: Overseen, side: Side) -> DeedPage:
    pairing = permit.seen[1]
    to = tuple((pairing.member_on(each).name, str(each), each == side) for each in Side)
    name = pairing.member_on(side).name
    return page_of(
        permit,
        title=_("Write a short message"),
        lead=_("To %(name)s alone, in the language they read. Make the words your own.", name=name),
        submit=_("Send it to %(name)s", name=name),
        note=_("It goes out as soon as no check-in is open, at most one message a week."),
        who=_("%(name)s and the coordinators", name=name),
        to=to,
    )


def _talk(permit: Overseen, form: TalkForm) -> ResponseReturnValue:
    page = page_of(
        permit,
        title=_("Note a talk"),
        lead=_("Ten minutes or more is the aim. These six questions may help."),
        submit=_("Keep it"),
        guide=GUIDE,
        note=_("Your note is for the coordinators of this programme. Neither of the two reads it."),
    )
    return show(page, _with_people(permit, form))


def _with_people(permit: Overseen, form: TalkForm) -> TalkForm:
    pairing = permit.seen[1]
    three = latest_three_way(reading(), pairing)
    agreed = bool(three and three.first_says and three.second_says and not three.held_on)
    form.offer(pairing.mentee.name, pairing.mentor.name, three=agreed)
    return form


def _three(permit: Overseen, form: AgendaForm) -> ResponseReturnValue:
    _offer(permit, form)
    page = page_of(
        permit,
        title=_("A talk of the three"),
        lead=_("It only takes place when both want it. Whoever you ask first changes the draft."),
        submit=_("Ask"),
        note=_("The other one learns nothing until the first has said yes."),
        who=_("The first one now, the other after a yes"),
    )
    return show(page, form)


def _offer(permit: Overseen, form: AgendaForm) -> None:
    pairing = permit.seen[1]
    form.offer(pairing.mentee.name, pairing.mentor.name)
