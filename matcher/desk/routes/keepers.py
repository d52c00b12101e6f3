"""Handing pairs over to another coordinator of the programme."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectChoice

from matcher.desk.forms import HandOverForm
from matcher.desk.queries.keepers import PAGE, list_for_hand_over, list_kept
from matcher.desk.routes.lists import LAST_PAGE, OfProgramme
from matcher.desk.routes.rooms import HERE, desk
from matcher.desk.services.keepers import hand_over, tell_keeper
from matcher.desk.views.keepers import kept_lines
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.programmes.queries.programmes import list_coordinators
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _, _n


@desk.get(f"{HERE}/hand-over")
@allows(may_coordinate, loads=find_coordinated)
def keepers(permit: OfProgramme) -> ResponseReturnValue:
    return _page(permit, _form(permit), request.args.getlist("pair"))


@desk.post(f"{HERE}/hand-over")
@allows(may_coordinate, loads=find_coordinated)
def hand_pairs_over(permit: OfProgramme) -> ResponseReturnValue:
    form, chosen = _form(permit), request.form.getlist("pair")
    ids = [key for each in chosen if (key := _key(each))]
    if not form.accepted():
        return _page(permit, form, chosen)
    if not ids:
        form.refuse(form.to, _("Choose at least one pair first."))
        return _page(permit, form, chosen)
    now = clock.now()
    with writing() as db:
        by, programme = permit.within(db)
        to = db.get(Member, UUID(form.to.data)) or abort(404)
        pairs = list_for_hand_over(db, programme, ids, seen_by=by)
        count = hand_over(db, pairs, to, by=by, now=now)
        tell_keeper(db, programme, to, count, by=by, now=now)
        name = to.name
    flash(
        _n(
            "%(name)s looks after %(num)s pair.",
            "%(name)s looks after %(num)s pairs.",
            count,
            name=name,
        )
    )
    return redirect(url_for(".keepers", **permit.address))


def _form(permit: OfProgramme) -> HandOverForm:
    form = HandOverForm()
    people = list_coordinators(reading(), permit.seen[1])
    form.to.choices = [SelectChoice(str(each.id), each.name) for each in people]
    return form


def _page(permit: OfProgramme, form: HandOverForm, chosen: list[str]) -> ResponseReturnValue:
    member, programme = permit.seen
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    found = list_kept(reading(), programme, seen_by=member, page=page)
    here: dict[str, Any] = {"programme_id": programme.id}
    shown = render_template(
        "desk/keepers.html",
        programme_id=programme.id,
        lines=kept_lines(found[:PAGE]),
        before=(_("Back"), url_for(".keepers", **here, page=page - 1)) if page > 1 else None,
        after=_after(found, url_for(".keepers", **here, page=page + 1)),
        form=form,
        chosen=frozenset(chosen),
    )
    return shown, form.status


def _after(found: Sequence[object], address: str) -> tuple[str, str] | None:
    return (_("Further"), address) if len(found) > PAGE else None


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
