"""Finishing together: the day, the words, what is taken along, and what comes afterwards."""

from datetime import date
from uuid import UUID

from babel import dates
from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import ScalarSelect, func, select

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Tip
from matcher.pairings.forms import PressForm
from matcher.pairings.forms.closing import AfterwardsForm, EndDayForm, TakeawayForm, WordsForm
from matcher.pairings.keepsake import keepsake_pdf
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models.closing import Closing
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import find_pairing, list_meetings
from matcher.pairings.queries.closing import Ending, find_ending, find_mentees_pairing
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services.closing import choose_end, say_goodbye, write_words
from matcher.pairings.services.farewells import choose_afterwards, keep_takeaway
from matcher.pairings.views.closing import ClosingPage, closing_page, keepsake
from matcher.web.forms import Form
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language


@blueprint.get("/closing")
@allows(may_enter, loads=find_pairing)
def closing(permit: OfTwo) -> ResponseReturnValue:
    return _show("pairings/closing.html", permit, PressForm(None))


@blueprint.get("/closing/day")
@allows(may_enter, loads=find_pairing)
def end_day(permit: OfTwo) -> ResponseReturnValue:
    view, _ending = _view(permit)
    return _show("pairings/closing_day.html", permit, EndDayForm(None, ends_on=view.ends_on), view)


@blueprint.post("/closing/day")
@allows(may_enter, loads=find_pairing)
def choose_end_day(permit: OfTwo) -> ResponseReturnValue:
    form = EndDayForm()
    if not form.accepted():
        return _show("pairings/closing_day.html", permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            day = form.ends_on.data or clock.today()
            choose_end(db, pairing, day, form.reason(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.ends_on, refused.sentence)
        return _show("pairings/closing_day.html", permit, form)
    return _back(permit, _("You both know now. The other one gets a mail."))


@blueprint.get("/closing/words")
@allows(may_enter, loads=find_pairing)
def farewell_words(permit: OfTwo) -> ResponseReturnValue:
    view, _ending = _view(permit)
    return _show("pairings/closing_words.html", permit, WordsForm(None, obj=view.mine), view)


@blueprint.post("/closing/words")
@allows(may_enter, loads=find_pairing)
def write_farewell(permit: OfTwo) -> ResponseReturnValue:
    form = WordsForm()
    if not form.accepted():
        return _show("pairings/closing_words.html", permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            write_words(db, pairing, form.words(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.moment, refused.sentence)
        return _show("pairings/closing_words.html", permit, form)
    return _back(permit, _("Your words are kept. You both read them at the same moment."))


@blueprint.get("/closing/takeaway")
@allows(may_enter, loads=find_mentees_pairing)
def takeaway(permit: OfTwo) -> ResponseReturnValue:
    member, _pairing = permit.seen
    view, ending = _view(permit)
    mine = ending.of(member.id)
    kept = (mine.takeaway if mine else None) or {}
    return _show("pairings/closing_takeaway.html", permit, TakeawayForm(None, data=kept), view)


@blueprint.post("/closing/takeaway")
@allows(may_enter, loads=find_mentees_pairing)
def save_takeaway(permit: OfTwo) -> ResponseReturnValue:
    form = TakeawayForm()
    if not form.accepted():
        return _show("pairings/closing_takeaway.html", permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        keep_takeaway(db, pairing, form.takeaway(), by=member)
    return _back(permit, _("It is kept, for you alone."))


@blueprint.get("/closing/takeaway.pdf")
@allows(may_enter, loads=find_mentees_pairing)
def keepsake_file(permit: OfTwo) -> ResponseReturnValue:
    """Give the mentee their page, to keep when all else is deleted."""
    _member, pairing = permit.seen
    view, ending = _view(permit)
    kept = keepsake(pairing, ending, view)
    named = {"Content-Disposition": 'attachment; filename="samen-sterk.pdf"'}
    written = keepsake_pdf(kept, say=_, day=_full_day)
    return Response(written, mimetype="application/pdf", headers=named)


@blueprint.get("/closing/afterwards")
@allows(may_enter, loads=find_pairing)
def afterwards(permit: OfTwo) -> ResponseReturnValue:
    member, _pairing = permit.seen
    view, ending = _view(permit)
    mine = ending.of(member.id)
    data = {
        "in_touch": view.in_touch or None,
        "how": mine.how if mine else "",
        "wish": view.wish or None,
        "keep_until": view.keep_until,
    }
    return _show("pairings/closing_afterwards.html", permit, AfterwardsForm(None, data=data), view)


@blueprint.post("/closing/afterwards")
@allows(may_enter, loads=find_pairing)
def choose_what_stays(permit: OfTwo) -> ResponseReturnValue:
    form = AfterwardsForm()
    if not form.accepted():
        return _show("pairings/closing_afterwards.html", permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            choose_afterwards(db, pairing, form.chosen(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.keep_until, refused.sentence)
        return _show("pairings/closing_afterwards.html", permit, form)
    return _back(permit, _("Noted. You may change it until it is done."))


@blueprint.post("/closing/goodbye")
@allows(may_enter, loads=find_pairing)
def goodbye(permit: OfTwo) -> ResponseReturnValue:
    with writing() as db:
        member, pairing = permit.within(db)
        say_goodbye(db, pairing, by=member, now=clock.now())
    return _back(permit, _("You have finished together. Thank you for what you did."))


def _full_day(when: date) -> str:
    return str(dates.format_date(when, "d MMMM y", locale=str(language())))


def _view(permit: OfTwo) -> tuple[ClosingPage, Ending]:
    member, pairing = permit.seen
    db = reading()
    ending, meetings = find_ending(db, pairing), list_meetings(db, pairing)
    return closing_page(member, pairing, ending, meetings, now=clock.now()), ending


def _show(
    template: str, permit: OfTwo, form: Form, view: ClosingPage | None = None
) -> ResponseReturnValue:
    page = view or _view(permit)[0]
    return render_template(template, page=page, form=form), form.status


def _back(permit: OfTwo, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".closing", **permit.address))


def _has_begun(pairing_id: UUID, _reader: UUID) -> ScalarSelect[int]:
    begun = select(func.count(Closing.id)).where(Closing.pairing_id == pairing_id)
    return begun.scalar_subquery()


def _line(begun: int) -> Sentence:
    if begun:
        return sentence(N_("You know on which day you finish."))
    return sentence(N_("When the time comes: how you finish well."))


register(
    Leaf(
        order=90,
        key="closing",
        tip=Tip.AUTONOMY,
        title=N_("Saying goodbye"),
        endpoint="pairings.closing",
        count=_has_begun,
        line=_line,
    )
)
