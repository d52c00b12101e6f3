"""Finishing together: the day, the words, what is taken along, and what comes afterwards."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import ScalarSelect, func, select

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Tip
from matcher.pairings.forms import PressForm
from matcher.pairings.forms.closing import AfterwardsForm, EndDayForm, WordsForm
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models.closing import Closing, Farewell
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import find_pairing, list_meetings
from matcher.pairings.queries.closing import Ending, find_ending
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services.closing import choose_end, say_goodbye, write_words
from matcher.pairings.services.farewells import choose_afterwards
from matcher.pairings.views.closing import ClosingPage, closing_page
from matcher.web.forms import Form
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _

DAY, AFTERWARDS = "pairings/closing_day.html", "pairings/closing_afterwards.html"


@blueprint.get("/closing")
@allows(may_enter, loads=find_pairing)
def closing(permit: OfTwo) -> ResponseReturnValue:
    return show_ending("pairings/closing.html", permit, PressForm(None))


@blueprint.get("/closing/day")
@allows(may_enter, loads=find_pairing)
def end_day(permit: OfTwo) -> ResponseReturnValue:
    view, _ending = ending_seen(permit)
    return show_ending(
        "pairings/closing_day.html", permit, EndDayForm(None, ends_on=view.ends_on), view
    )


@blueprint.post("/closing/day")
@allows(may_enter, loads=find_pairing)
def choose_end_day(permit: OfTwo) -> ResponseReturnValue:
    form = EndDayForm()
    if not form.accepted():
        return show_ending(DAY, permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            day = form.ends_on.data or clock.today()
            choose_end(db, pairing, day, form.reason(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.ends_on, refused.sentence)
        return show_ending(DAY, permit, form)
    return back_to_ending(permit, _("You both know now. The other one gets a mail."))


@blueprint.get("/closing/words")
@allows(may_enter, loads=find_pairing)
def farewell_words(permit: OfTwo) -> ResponseReturnValue:
    view, _ending = ending_seen(permit)
    return show_ending("pairings/closing_words.html", permit, WordsForm(None, obj=view.mine), view)


@blueprint.post("/closing/words")
@allows(may_enter, loads=find_pairing)
def write_farewell(permit: OfTwo) -> ResponseReturnValue:
    form = WordsForm()
    if not form.accepted():
        return show_ending("pairings/closing_words.html", permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            write_words(db, pairing, form.words(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.moment, refused.sentence)
        return show_ending("pairings/closing_words.html", permit, form)
    return back_to_ending(permit, _("Your words are kept. You both read them at the same moment."))


@blueprint.get("/closing/afterwards")
@allows(may_enter, loads=find_pairing)
def afterwards(permit: OfTwo) -> ResponseReturnValue:
    member, _pairing = permit.seen
    view, ending = ending_seen(permit)
    mine = ending.of(member.id)
    data = {
        "in_touch": view.in_touch or None,
        "how": mine.how if mine else "",
        "wish": view.wish or None,
        "keep_until": view.keep_until,
    }
    return show_ending(
        "pairings/closing_afterwards.html", permit, AfterwardsForm(None, data=data), view
    )


@blueprint.post("/closing/afterwards")
@allows(may_enter, loads=find_pairing)
def choose_what_stays(permit: OfTwo) -> ResponseReturnValue:
    form = AfterwardsForm()
    if not form.accepted():
        return show_ending(AFTERWARDS, permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            choose_afterwards(db, pairing, form.chosen(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.keep_until, refused.sentence)
        return show_ending(AFTERWARDS, permit, form)
    return back_to_ending(permit, _("Noted. You may change it until it is done."))


@blueprint.post("/closing/goodbye")
@allows(may_enter, loads=find_pairing)
def goodbye(permit: OfTwo) -> ResponseReturnValue:
    with writing() as db:
        member, pairing = permit.within(db)
        say_goodbye(db, pairing, by=member, now=clock.now())
    return back_to_ending(permit, _("You have finished together. Thank you for what you did."))


def ending_seen(permit: OfTwo) -> tuple[ClosingPage, Ending]:
    member, pairing = permit.seen
    db = reading()
    ending, meetings = find_ending(db, pairing), list_meetings(db, pairing)
    return closing_page(member, pairing, ending, meetings, now=clock.now()), ending


def show_ending(
    template: str, permit: OfTwo, form: Form, view: ClosingPage | None = None
) -> ResponseReturnValue:
    page = view or ending_seen(permit)[0]
    return render_template(template, page=page, form=form), form.status


def back_to_ending(permit: OfTwo, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".closing", **permit.address))


def _how_far(pairing_id: UUID, reader: UUID) -> ScalarSelect[int]:
    """Nothing yet; the day is known; the reader has written. Nothing about the other one."""
    begun = select(func.count(Closing.id)).where(Closing.pairing_id == pairing_id)
    mine = Farewell.pairing_id == pairing_id, Farewell.member_id == reader
    wrote = select(func.count(Farewell.id)).where(*mine, Farewell.written_at.is_not(None))
    return select(begun.scalar_subquery() + wrote.scalar_subquery()).scalar_subquery()


def _line(steps: int) -> Sentence:
    if steps == 0:
        return sentence(N_("When the time comes: how you finish well."))
    if steps == 1:
        return sentence(N_("Write each other a moment, a strength and advice."))
    return sentence(N_("You know on which day you finish."))


register(
    Leaf(
        order=90,
        key="closing",
        tip=Tip.AUTONOMY,
        title=N_("Saying goodbye"),
        endpoint="pairings.closing",
        count=_how_far,
        line=_line,
    )
)
