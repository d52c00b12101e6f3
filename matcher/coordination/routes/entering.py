"""What a coordinator writes down or drafts for somebody: an answer by phone, an introduction."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from matcher.coordination.forms.caring import EnterThreeForm, IntroductionForm
from matcher.coordination.policy import may_introduce, may_look_after_pairing
from matcher.coordination.queries import find_overseen
from matcher.coordination.routes.caring import PAIR
from matcher.coordination.routes.deeds import page_of, show
from matcher.coordination.routes.rooms import Overseen, blueprint
from matcher.coordination.views.caring import DeedPage
from matcher.feedback.models import ThreeWay
from matcher.feedback.queries.three_way import latest_three_way
from matcher.feedback.services.three_way import EnteredFor, enter_three, next_asked
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.pairings.models import ResourceShown
from matcher.pairings.queries.library import find_overseen_shown
from matcher.pairings.services.introducing import introduce_as_coordinator
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfShown = Permit[Member, ResourceShown]
PLACE = f"{PAIR}/places/<uuid:shown_id>/introduction"
NOBODY = N_("Nobody is asked for a talk of the three now.")


@blueprint.get(f"{PAIR}/three-way/answer")
@allows(may_look_after_pairing, loads=find_overseen)
def three_answer(permit: Overseen) -> ResponseReturnValue:
    return _three(permit, EnterThreeForm(None))


@blueprint.post(f"{PAIR}/three-way/answer")
@allows(may_look_after_pairing, loads=find_overseen)
def enter_three_answer(permit: Overseen) -> ResponseReturnValue:
    form = EnterThreeForm()
    if not form.accepted():
        return _three(permit, form)
    with writing() as db:
        by, pairing = permit.within(db)
        three, member = _asked(latest_three_way(db, pairing))
        says, why = form.says.data == "yes", form.why.data or ""
        entered = EnteredFor(member=member, says=says, by=by, why=why)
        enter_three(db, three, entered, now=clock.now())
    flash(_("Kept, with your name and how you heard it."))
    return redirect(url_for(".pair", **permit.address))


@blueprint.get(PLACE)
@allows(may_introduce, loads=find_overseen_shown)
def introduction(permit: OfShown) -> ResponseReturnValue:
    me, shown = permit.seen
    mine = shown.introduction if shown.introduced_by_id == me.id else ""
    return _introduction(permit, IntroductionForm(None, words=mine or ""))


@blueprint.post(PLACE)
@allows(may_introduce, loads=find_overseen_shown)
def draft_introduction(permit: OfShown) -> ResponseReturnValue:
    form = IntroductionForm()
    if not form.accepted():
        return _introduction(permit, form)
    try:
        with writing() as db:
            by, shown = permit.within(db)
            introduce_as_coordinator(db, shown, form.words.data or "", by=by, now=clock.now())
            mentee = shown.pairing.mentee.name
    except RuleBroken as refused:
        form.refuse(form.words, refused.sentence)
        return _introduction(permit, form)
    flash(_("%(name)s reads it first. Nothing goes out before their yes.", name=mentee))
    address = {key: permit.address[key] for key in ("programme_id", "pairing_id")}
    return redirect(url_for(".pair", **address))


def _asked(three: ThreeWay | None) -> tuple[ThreeWay, Member]:
    member = next_asked(three) if three and three.held_on is None else None
    if three is None or member is None:
        raise RuleBroken(NOBODY)
    return three, member


def _three(permit: Overseen, form: EnterThreeForm) -> ResponseReturnValue:
    _three_way, member = _asked(latest_three_way(reading(), permit.seen[1]))
    page = page_of(
        permit,
        title=_("Write an answer down"),
        lead=_(
            "Would %(name)s like a talk of the three? Write down what they say.", name=member.name
        ),
        submit=_("Keep it"),
        note=_("Only what they told you themselves. It stands there with your name."),
        who=_("The coordinators of this programme"),
    )
    return show(page, form)


def _introduction(permit: OfShown, form: IntroductionForm) -> ResponseReturnValue:
    shown = permit.seen[1]
    pairing = shown.pairing
    names = {"mentee": pairing.mentee.name, "mentor": pairing.mentor.name}
    page = DeedPage(
        programme_id=pairing.programme_id,
        pairing_id=pairing.id,
        pair=_("%(mentee)s and %(mentor)s", **names),
        title=_("A first step together"),
        lead=_(
            "Introduce %(name)s to %(place)s: say who they are, and what the question is.",
            name=pairing.mentee.name,
            place=shown.resource.said("name", language()),
        ),
        submit=_("Let %(name)s read it", name=pairing.mentee.name),
        note=_("It is mailed to the mentee alone, and only after their yes."),
        who=_("The two of them, and you"),
    )
    return show(page, form)
