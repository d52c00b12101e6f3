"""One's own data: a copy of it, asked for here and fetched here."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.login import prove_first
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.privacy.models import Takeout
from matcher.privacy.policy import may_fetch
from matcher.privacy.queries.consents import list_consents
from matcher.privacy.queries.takeouts import find_takeout, newest_takeout
from matcher.privacy.routes.rooms import blueprint
from matcher.privacy.services.takeouts import ask_takeout, fetch_takeout
from matcher.privacy.views.mine import my_data
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Myself = Permit[Member, Member]
FILE = "samen-sterk-my-data.zip"


@blueprint.get("/account/data")
@allows(is_oneself, loads=find_me)
def mine(permit: Myself) -> ResponseReturnValue:
    member, _me = permit.seen
    takeout = newest_takeout(reading(), member, now=clock.now())
    consents = list_consents(reading(), member)
    page = my_data(takeout, consents, language())
    return render_template("privacy/mine.html", page=page)


@blueprint.post("/account/data")
@allows(is_oneself, loads=find_me)
def ask(permit: Myself) -> ResponseReturnValue:
    with writing() as db:
        member, _me = permit.within(db)
        ask_takeout(db, member, now=clock.now())
    flash(_("We are making your copy. It takes a minute or so, and then we send you a mail."))
    return redirect(url_for(".mine"))


@blueprint.post("/account/data/<uuid:takeout_id>")
@allows(may_fetch, loads=find_takeout)
def fetch(permit: Permit[Member, Takeout]) -> ResponseReturnValue:
    if first := prove_first(url_for(".mine")):
        return first
    with writing() as db:
        member, takeout = permit.within(db)
        content = fetch_takeout(db, takeout, by=member, now=clock.now())
    headers = {"Content-Disposition": f'attachment; filename="{FILE}"'}
    return Response(content, mimetype="application/zip", headers=headers)
