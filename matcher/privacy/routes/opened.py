"""Who opened what of mine, and taking back what I agreed to."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.privacy.policy import may_withdraw
from matcher.privacy.queries.consents import find_consent, list_openings
from matcher.privacy.routes.rooms import blueprint
from matcher.privacy.services.consents import withdraw_consent
from matcher.privacy.views.mine import agreed, opened_line
from matcher.programmes.models import Consent
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Given = Permit[Member, Consent]


@blueprint.get("/account/data/opened")
@allows(is_oneself, loads=find_me)
def opened(permit: Permit[Member, Member]) -> ResponseReturnValue:
    member, _me = permit.seen
    lines = [opened_line(each, name) for each, name in list_openings(reading(), member)]
    return render_template("privacy/opened.html", lines=lines)


@blueprint.get("/account/consents/<uuid:consent_id>/withdraw")
@allows(may_withdraw, loads=find_consent)
def withdrawing(permit: Given) -> ResponseReturnValue:
    _member, consent = permit.seen
    return render_template("privacy/withdraw.html", consent=agreed(consent, language()))


@blueprint.post("/account/consents/<uuid:consent_id>/withdraw")
@allows(may_withdraw, loads=find_consent)
def withdraw(permit: Given) -> ResponseReturnValue:
    with writing() as db:
        member, consent = permit.within(db)
        withdraw_consent(db, consent, by=member, now=clock.now())
    flash(_("Taken back. You no longer take part in this programme."))
    return redirect(url_for(".mine"))
