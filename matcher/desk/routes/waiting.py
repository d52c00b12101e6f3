"""The waiting list, and the page with which a programme looks for people."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.desk.forms import AppealForm
from matcher.desk.queries.appeals import find_appeal, find_public_appeal
from matcher.desk.queries.waiting import (
    PAGE,
    Waiting,
    WantedWaiting,
    count_waiting,
    list_needs,
    list_waiting,
)
from matcher.desk.routes.lists import LAST_PAGE, OfProgramme, hand_over
from matcher.desk.routes.rooms import HERE, desk
from matcher.desk.services.appeals import AppealChanged, AppealTexts, save_appeal
from matcher.desk.views.appeals import first_text, gap_of
from matcher.desk.views.waiting import waiting_lines, waiting_sheet
from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.messages.addresses import whole_address
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.proposals.queries.runs import get_run
from matcher.web.policy import allows, anyone
from matcher.web.session import reading, writing
from matcher.web.sheets import AT_A_TIME, in_parts
from matcher.web.words import _, language


@desk.get(f"{HERE}/waiting")
@allows(may_coordinate, loads=find_coordinated)
def waiting(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    total = count_waiting(reading(), programme, seen_by=member)
    found = list_waiting(reading(), programme, WantedWaiting(page=page), seen_by=member)
    last = max((total + PAGE - 1) // PAGE, 1)
    here: dict[str, Any] = {"programme_id": programme.id}
    return render_template(
        "desk/waiting.html",
        programme_id=programme.id,
        lines=waiting_lines(found, now=clock.now()),
        total=total,
        run_id=programme.current_run_id,
        before=(_("Back"), url_for(".waiting", **here, page=page - 1)) if page > 1 else None,
        after=(_("Further"), url_for(".waiting", **here, page=page + 1)) if page < last else None,
        position=_("%(page)s of %(pages)s", page=page, pages=last),
    )


@desk.post(f"{HERE}/waiting/file")
@allows(may_coordinate, loads=find_coordinated)
def take_waiting_along(permit: OfProgramme) -> ResponseReturnValue:
    member, programme = permit.seen
    db, now = reading(), clock.now()

    def part(number: int) -> list[Waiting]:
        wanted = WantedWaiting(page=number, size=AT_A_TIME)
        return list_waiting(db, programme, wanted, seen_by=member)

    lines = (line for found in in_parts(part) for line in waiting_lines(found, now=now))
    return hand_over(permit, waiting_sheet(lines, language()), "waiting-list")


@desk.get(f"{HERE}/we-look-for")
@allows(may_coordinate, loads=find_coordinated)
def appeal(permit: OfProgramme) -> ResponseReturnValue:
    programme = permit.seen[1]
    kept, _by = find_appeal(reading(), programme)
    first = _first(programme) if kept is None or request.args.get("anew") else {}
    said = first or {"text_en": kept.text_en, "text_nl": kept.text_nl} if kept else first
    version = kept.version if kept else 0
    return _page(permit, AppealForm(formdata=None, seen=str(version), **said))


@desk.post(f"{HERE}/we-look-for")
@allows(may_coordinate, loads=find_coordinated)
def keep_appeal(permit: OfProgramme) -> ResponseReturnValue:
    form = AppealForm()
    if not form.accepted():
        return _page(permit, form)
    said = AppealTexts(
        text_en=form.text_en.data or "",
        text_nl=form.text_nl.data or "",
        seen=form.version,
        is_public=request.form.get("show") == "yes",
    )
    try:
        with writing() as db:
            member, programme = permit.within(db)
            save_appeal(db, programme, said, by=member, now=clock.now())
    except AppealChanged as theirs:
        form.seen.data = str(theirs.version)
        reading().rollback()
        return _page(permit, form, theirs)
    flash(_("Saved. Everybody with the address can read it.") if said.is_public else _("Saved."))
    return redirect(url_for(".appeal", **permit.address))


@desk.get("/programmes/<address>/we-look-for")
@anyone
def we_look_for(address: str) -> ResponseReturnValue:
    found = find_public_appeal(reading(), address) or abort(404)
    return render_template(
        "desk/we_look_for.html",
        programme=found.programme.name(language()),
        address=address,
        text=found.text(language()),
    )


def _first(programme: Programme) -> dict[str, str]:
    """Write the text anew, from those who wait and from what the run found scarce."""
    db = reading()
    run = get_run(db, programme.current_run_id) if programme.current_run_id else None
    scarce = [
        topic
        for each in (run.summary if run else {}).get("scarcity", ())
        for topic in each["topics"]
    ]
    gap = gap_of(list_needs(db, programme), scarce)
    return {f"text_{each}": first_text(programme, gap, each) for each in Language}


def _page(
    permit: OfProgramme, form: AppealForm, theirs: AppealChanged | None = None
) -> ResponseReturnValue:
    programme = permit.seen[1]
    kept, _by = find_appeal(reading(), programme)
    shown = render_template(
        "desk/appeal.html",
        programme_id=programme.id,
        form=form,
        is_kept=kept is not None,
        is_public=kept is not None and kept.public_since is not None,
        is_open=programme.state == "open",
        address=whole_address("desk.we_look_for", address=programme.address),
        theirs=(theirs.by, theirs.text_en, theirs.text_nl) if theirs else None,
    )
    return shown, 409 if theirs else form.status
