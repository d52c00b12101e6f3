"""How somebody is, in their own words: written for oneself, shared entry by entry, received."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Side, Tip
from matcher.members.models import Member
from matcher.pairings.forms import PressForm
from matcher.pairings.forms.entries import (
    EntryForm,
    FirstReplyForm,
    ReplyForm,
    ShareForm,
    reach_of,
)
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import OwnEntry, ReplyKind
from matcher.pairings.policy import may_enter, may_keep_entry, may_receive, may_share
from matcher.pairings.queries import entries as queries
from matcher.pairings.queries import find_pairing
from matcher.pairings.queries.entries import find_own_entry, find_shared_entry
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services import entries as services
from matcher.pairings.views.entries import entries_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

OfEntry = Permit[Member, OwnEntry]


def written(number: int) -> Sentence:
    if number == 0:
        return sentence(N_("How are you? Only you read it, unless you share it"))
    return counted(N_n("You wrote once", "You wrote %(num)s times"), number)


def waiting(number: int) -> Sentence:
    if number == 0:
        return sentence(N_("Nothing waits for you"))
    return counted(N_n("One waits for your answer", "%(num)s wait for your answer"), number)


register(
    Leaf(
        *(30, "own_words", Tip.EXPRESS, N_("In your own words"), "pairings.entries"),
        queries.count_own_entries,
        written,
        Side.MENTEE,
    )
)
register(
    Leaf(
        *(30, queries.UNANSWERED, Tip.EXPRESS, N_("Shared with you"), "pairings.entries"),
        queries.count_unanswered,
        waiting,
        Side.MENTOR,
    )
)


@blueprint.get("/words")
@allows(may_enter, loads=find_pairing)
def entries(permit: OfTwo) -> ResponseReturnValue:
    member, pairing = permit.seen
    if pairing.side_of(member) == Side.MENTEE:
        mine = queries.list_own_entries(reading(), pairing, member)
        view = entries_page(member, pairing, mine=mine)
        return render_template("pairings/entries.html", page=view)
    received = queries.list_shared_entries(reading(), pairing)
    view = entries_page(member, pairing, received=received)
    return render_template("pairings/received.html", page=view, form=ReplyForm(None))


@blueprint.get("/words/new")
@allows(may_share, loads=find_pairing)
def write(permit: OfTwo) -> ResponseReturnValue:
    return _writing(permit, EntryForm(None))


@blueprint.post("/words/new")
@allows(may_share, loads=find_pairing)
def keep_entry(permit: OfTwo) -> ResponseReturnValue:
    form = EntryForm()
    if not form.accepted():
        return _writing(permit, form)
    reach = reach_of(form.share.data)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            services.write_entry(db, pairing, form.said(), reach, by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.text, refused.sentence)
        return _writing(permit, form)
    is_shared = reach.mentor or reach.coordinator
    return _back(permit, _("Kept, and shared.") if is_shared else _("Kept, for you alone."))


@blueprint.post("/words/<uuid:entry_id>/share")
@allows(may_keep_entry, loads=find_own_entry)
def share_entry(permit: OfEntry) -> ResponseReturnValue:
    form = ShareForm()
    if not form.accepted():
        return _back(permit, _("Choose who may read it."))
    with writing() as db:
        _member, entry = permit.within(db)
        services.share_entry(db, entry, reach_of(form.share.data), now=clock.now())
    taken_back = form.share.data == "nobody"
    return _back(
        permit, _("Only you can read it now.") if taken_back else _("Changed: see who may read it.")
    )


@blueprint.get("/words/<uuid:entry_id>/delete")
@allows(may_keep_entry, loads=find_own_entry)
def deleting_entry(permit: OfEntry) -> ResponseReturnValue:
    member, entry = permit.seen
    view = entries_page(member, entry.pairing, mine=[entry])
    return render_template("pairings/entry_delete.html", page=view, form=PressForm(None))


@blueprint.post("/words/<uuid:entry_id>/delete")
@allows(may_keep_entry, loads=find_own_entry)
def delete_entry(permit: OfEntry) -> ResponseReturnValue:
    with writing() as db:
        _member, entry = permit.within(db)
        services.delete_entry(db, entry)
    return _back(permit, _("Deleted for good."))


@blueprint.get("/words/<uuid:entry_id>")
@allows(may_receive, loads=find_shared_entry)
def entry(permit: OfEntry) -> ResponseReturnValue:
    return _receiving(permit, ReplyForm(None))


@blueprint.post("/words/<uuid:entry_id>/receive")
@allows(may_receive, loads=find_shared_entry)
def receive(permit: OfEntry) -> ResponseReturnValue:
    form = FirstReplyForm()
    if not form.accepted():
        return _back(permit, _("Choose one of the three."))
    with writing() as db:
        member, found = permit.within(db)
        kind = ReplyKind(form.kind.data)
        services.reply_to(db, found, kind, by=member, now=clock.now())
    return _back(permit, _("Your answer has arrived."))


@blueprint.post("/words/<uuid:entry_id>/reply")
@allows(may_receive, loads=find_shared_entry)
def reply(permit: OfEntry) -> ResponseReturnValue:
    form = ReplyForm()
    if not form.accepted():
        return _receiving(permit, form)
    with writing() as db:
        member, found = permit.within(db)
        text = form.text.data or ""
        services.reply_to(db, found, ReplyKind.WORDS, text, by=member, now=clock.now())
    return _back(permit, _("Your answer has arrived."))


def _writing(permit: OfTwo, form: EntryForm) -> ResponseReturnValue:
    view = entries_page(*permit.seen)
    return render_template("pairings/entry_new.html", page=view, form=form), form.status


def _receiving(permit: OfEntry, form: ReplyForm) -> ResponseReturnValue:
    member, found = permit.seen
    view = entries_page(member, found.pairing, received=[found])
    return render_template("pairings/received.html", page=view, form=form, one=True), form.status


def _back(permit: OfTwo | OfEntry, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".entries", pairing_id=permit.address["pairing_id"]))
