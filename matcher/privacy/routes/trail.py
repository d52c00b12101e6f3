"""The trail of what was done, for the administrator."""

from datetime import date
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from matcher.audit.chain import head
from matcher.members.models import Member
from matcher.members.policy import may_administrate
from matcher.members.queries import find_me
from matcher.privacy.forms import TrailForm
from matcher.privacy.queries.trail import (
    LAST_DAY,
    NAMED,
    Asked,
    keys_of,
    list_deeds,
    list_programmes,
    names_behind,
)
from matcher.privacy.routes.rooms import blueprint
from matcher.privacy.views.trail import programme_names, trail_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading
from matcher.web.words import language

MOST = 10_000


@blueprint.get("/trail")
@allows(may_administrate, loads=find_me)
def trail(permit: Permit[Member, Member]) -> ResponseReturnValue:
    _ = permit.seen
    db = reading()
    programmes = programme_names(list_programmes(db), language())
    form = TrailForm.over(programmes, request.args)
    asked = _asked(form)
    keys = keys_of(db, asked.member)
    found = list_deeds(db, asked, keys)
    names = names_behind(db, found[0])
    page = trail_page(found, names, programmes, number=asked.page, end=head(db))
    many = NAMED if keys is not None and len(keys) > NAMED else 0
    return render_template("privacy/trail.html", page=page, form=form, kept=_kept(form), many=many)


def _asked(form: TrailForm) -> Asked:
    """Read what is looked for; what makes no sense is not looked for."""
    known = form.validate()
    programme = form.programme.data if known else ""
    return Asked(
        family=(form.family.data or "") if known else "",
        programme_id=UUID(programme) if programme else None,
        member=(form.member.data or "") if known else "",
        since=_day(form.since.data),
        until=_day(form.until.data),
        page=_number(request.args.get("page", "1")),
    )


def _kept(form: TrailForm) -> dict[str, str]:
    """What a link to the next page keeps of what was looked for."""
    names = ("family", "programme", "member", "since", "until")
    return {name: value for name in names if (value := request.args.get(name, "")) and form[name]}


def _day(found: date | None) -> date | None:
    return found if found and date(2000, 1, 1) <= found <= LAST_DAY else None


def _number(given: str) -> int:
    is_number = given.isascii() and given.isdigit() and len(given) < 6  # noqa: PLR2004  # digits
    return min(max(int(given), 1), MOST) if is_number else 1
