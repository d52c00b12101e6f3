"""Two sign-ups that may be one person: shown side by side, and merged when asked."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.programmes.policy import may_merge
from matcher.programmes.queries.ready import find_two
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.duplicates import merge_sign_ups
from matcher.programmes.views.merging import merge_page
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _, language

Two = Permit[Member, tuple[Enrolment, Enrolment]]
ADDRESS = "/coordination/<uuid:programme_id>/people/<uuid:enrolment_id>/with/<uuid:other_id>"


@enrolments.get(ADDRESS)
@allows(may_merge, loads=find_two)
def two_sign_ups(permit: Two) -> ResponseReturnValue:
    page = merge_page(*permit.seen[1], language())
    return render_template("enrolments/merging.html", page=page)


@enrolments.post(ADDRESS)
@allows(may_merge, loads=find_two)
def merge(permit: Two) -> ResponseReturnValue:
    keep = request.form.get("keep", "")
    two = {str(each.id) for each in permit.seen[1]}
    if keep not in two:
        flash(_("Say which of the two stays."))
        page = merge_page(*permit.seen[1], language())
        return render_template("enrolments/merging.html", page=page), 422
    with writing() as db:
        coordinator, (one, other) = permit.within(db)
        kept, gone = (one, other) if str(one.id) == keep else (other, one)
        merge_sign_ups(db, kept, gone, by=coordinator, now=clock.now())
    flash(_("Merged. The other sign-up is stopped; everything in it is kept."))
    here = permit.address["programme_id"]
    return redirect(url_for(".person", programme_id=here, enrolment_id=keep))
