"""What counts when pairs are looked for: tried first, named, and put in use."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.jobs.queries import find_job
from matcher.members.models import Member
from matcher.programmes.forms.settings import MatchingForm
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.proposals.forms.variants import NameForm, is_enough, settings_form
from matcher.proposals.models import Variant
from matcher.proposals.policy import may_try
from matcher.proposals.queries.runs import list_names
from matcher.proposals.queries.variants import find_variant, list_variants
from matcher.proposals.routes.rooms import runs
from matcher.proposals.services.runs import start_run
from matcher.proposals.services.variants import KIND, name_variant, try_settings, use_variant
from matcher.proposals.views.progress import percent
from matcher.proposals.views.variants import names_in, settings_page, variant_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfProgramme = Permit[Member, Programme]
OfVariant = Permit[Member, Variant]
ADDRESS = "/settings/<uuid:variant_id>"


@runs.get("/settings")
@allows(may_coordinate, loads=find_coordinated)
def settings(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    begun = None
    try:
        asked = UUID(request.args.get("from", ""))
        begun = find_variant(reading(), programme.id, asked, seen_by=member)
    except ValueError:
        pass  # it is only where the form begins
    return _page(permit, settings_form(programme, begun))


@runs.post("/settings")
@allows(may_coordinate, loads=find_coordinated)
def try_out(permit: OfProgramme) -> ResponseReturnValue:
    form = settings_form(permit.seen[1], None)
    if not form.accepted() or not is_enough(form):
        return _page(permit, form)
    with writing() as db:
        coordinator, programme = permit.within(db)
        now = clock.now()
        variant = try_settings(db, programme, form.values(), by=coordinator, now=now).id
    return redirect(url_for(".variant", **permit.address, variant_id=variant))


@runs.get(ADDRESS)
@allows(may_try, loads=find_variant)
def variant(permit: OfVariant) -> ResponseReturnValue:
    return _variant(permit, NameForm(formdata=None, name=permit.seen[1].name or ""))


@runs.get(f"{ADDRESS}/progress")
@allows(may_try, loads=find_variant)
def variant_progress(permit: OfVariant) -> ResponseReturnValue:
    tried = permit.seen[1]
    return render_template(
        "runs/variant_progress.html",
        percent=percent(find_job(reading(), KIND, tried.id)),
        going_on=not tried.finished_at,
        here=permit.address,
    )


@runs.post(f"{ADDRESS}/name")
@allows(may_try, loads=find_variant)
def name_settings(permit: OfVariant) -> ResponseReturnValue:
    form = NameForm()
    if not form.accepted():
        return _variant(permit, form)
    with writing() as db:
        _coordinator, tried = permit.within(db)
        name_variant(db, tried, form.name.data or "")
    flash(_("Saved.") if form.name.data else _("The name is gone; the settings are still listed."))
    return redirect(url_for(".settings", programme_id=permit.address["programme_id"]))


@runs.post(f"{ADDRESS}/use")
@allows(may_try, loads=find_variant)
def use(permit: OfVariant) -> ResponseReturnValue:
    objective, now = request.form.get("objective", ""), clock.now()
    begin = request.form.get("then") == "run"
    programme_id = permit.address["programme_id"]
    with writing() as db:
        coordinator, tried = permit.within(db)
        use_variant(db, tried, objective, by=coordinator, now=now)
        run = start_run(db, tried.programme, by=coordinator, now=now).id if begin else None
    flash(_("In use: the next run weighs people by these settings."))
    if run:
        return redirect(url_for(".show", programme_id=programme_id, run_id=run))
    return redirect(url_for(".index", programme_id=programme_id))


def _page(permit: OfProgramme, form: MatchingForm) -> ResponseReturnValue:
    programme = permit.seen[1]
    page = settings_page(programme, list_variants(reading(), programme), language())
    return render_template("runs/settings.html", page=page, form=form), form.status


def _variant(permit: OfVariant, form: NameForm) -> ResponseReturnValue:
    tried, db = permit.seen[1], reading()
    job = None if tried.finished_at else find_job(db, KIND, tried.id)
    page = variant_page(tried, job, list_names(db, names_in(tried)), language())
    return render_template("runs/variant.html", page=page, form=form), form.status
