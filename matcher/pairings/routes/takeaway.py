"""The mentee's own page to take along, and its file."""

from datetime import date

from babel import dates
from flask import Response
from flask.typing import ResponseReturnValue

from matcher.pairings.forms.closing import TakeawayForm
from matcher.pairings.keepsake import keepsake_pdf
from matcher.pairings.models import Pairing
from matcher.pairings.policy import may_enter
from matcher.pairings.queries.closing import find_mentees_pairing
from matcher.pairings.routes.closing import back_to_ending, ending_seen, show_ending
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services.farewells import keep_takeaway
from matcher.pairings.services.points import closing_list
from matcher.pairings.views.closing import keepsake
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

PAGE = "pairings/closing_takeaway.html"


@blueprint.get("/closing/takeaway")
@allows(may_enter, loads=find_mentees_pairing)
def takeaway(permit: OfTwo) -> ResponseReturnValue:
    member, pairing = permit.seen
    view, ending = ending_seen(permit)
    mine = ending.of(member.id)
    kept = (mine.takeaway if mine else None) or _begun_from_goals(pairing)
    return show_ending(PAGE, permit, TakeawayForm(None, data=kept), view)


def _begun_from_goals(pairing: Pairing) -> dict[str, str]:
    """Begin with what the mentee wrote down along the way; they change it as they like."""
    written = closing_list(reading(), pairing)
    can_do = "\n".join((*written.able, *written.reached))
    return {"can_do": can_do, "goal": "\n".join(written.ahead)}


@blueprint.post("/closing/takeaway")
@allows(may_enter, loads=find_mentees_pairing)
def save_takeaway(permit: OfTwo) -> ResponseReturnValue:
    form = TakeawayForm()
    if not form.accepted():
        return show_ending(PAGE, permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        keep_takeaway(db, pairing, form.takeaway(), by=member)
    return back_to_ending(permit, _("It is kept, for you alone."))


@blueprint.get("/closing/takeaway.pdf")
@allows(may_enter, loads=find_mentees_pairing)
def keepsake_file(permit: OfTwo) -> ResponseReturnValue:
    """Give the mentee their page, to keep when all else is deleted."""
    _member, pairing = permit.seen
    view, ending = ending_seen(permit)
    kept = keepsake(pairing, ending, view)
    named = {"Content-Disposition": 'attachment; filename="samen-sterk.pdf"'}
    written = keepsake_pdf(kept, say=_, day=_full_day)
    return Response(written, mimetype="application/pdf", headers=named)


def _full_day(when: date) -> str:
    return str(dates.format_date(when, "d MMMM y", locale=str(language())))
