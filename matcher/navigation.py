"""What stands in the menu of a visitor, a member and a coordinator."""

from typing import Any
from uuid import UUID

from flask import get_flashed_messages, request, url_for

from matcher.config import Settings
from matcher.members.duty import Duty
from matcher.members.gate import IN_REACH, current_duty
from matcher.members.login import current_member
from matcher.members.models import Member, Role
from matcher.web.frame import Frame, MenuItem
from matcher.web.session import reading
from matcher.web.words import _

# Where whoever looks after others begins.
BEGINNINGS = {
    *("home.mine", "coordination.index", "coordination.today", "operations.show"),
    *("feedback.concerns", "members.account"),
}


def frame(settings: Settings) -> Frame:
    """Build what stands around this page, without a query of its own."""
    member = current_member(reading())
    here = _programme_here(member)
    duty = current_duty()
    flashed: Any = get_flashed_messages(with_categories=True)  # pairs, when asked so
    return Frame(
        signed_in=member is not None,
        name=member.name if member else "",
        nav=tuple(_menu_while_held_back() if duty and duty.is_over else _menu(member, here)),
        concern_url=url_for("feedback.concern") if member and not here else None,
        is_coordinator=here is not None,
        is_demo=settings.MODE == "demo",
        theme=_theme(),
        notices=tuple(str(text) for kind, text in flashed if kind != "info"),
        asides=tuple(str(text) for kind, text in flashed if kind == "info"),
        second_step_by=duty.until if duty and _is_said_here(duty) else None,
        here=request.full_path.rstrip("?"),
    )


def _theme() -> str:
    """Return the colours that were chosen; js/theme.js keeps them."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in {"light", "dark"} else "device"


def _programme_here(member: Member | None) -> UUID | None:
    """The programme that a coordinator is at work in: the one in the address of the page."""
    asked = (request.view_args or {}).get("programme_id")
    return asked if member and asked in member.coordinates else None


def _is_said_here(duty: Duty) -> bool:
    """Say it calmly: where a day's work begins; in the last week on every page."""
    said_anyway = request.endpoint is None or request.endpoint in IN_REACH
    return not said_anyway and (duty.is_soon or request.endpoint in BEGINNINGS)


def _menu_while_held_back() -> list[MenuItem]:
    """Offer what is in reach until the second step is there."""
    return [
        _item(_("A second step when you sign in"), "members.second_factor"),
        _item(_("How it works"), "home.how"),
        _item(_("The eight tips"), "home.tips"),
    ]


def _menu(member: Member | None, here: UUID | None) -> list[MenuItem]:
    if member is None:
        return [
            _item(_("How it works"), "home.how"),
            _item(_("The eight tips"), "home.tips"),
            _item(_("Programmes"), "programmes.index"),
        ]
    if here:
        return [
            _item(_("Work list"), "coordination.today", programme_id=here),
            _item(_("People"), "enrolments.people", programme_id=here),
            _item(_("Matching"), "runs.index", programme_id=here),
            _item(_("Pairs"), "coordination.pairs", programme_id=here),
            _item(_("Figures"), "desk.figures", programme_id=here),
            _item(_("Programme"), "programmes.edit", programme_id=here),
            _item(_("My own page"), "home.mine"),
        ]
    menu = [
        _item(_("Home"), "home.mine"),
        _item(_("Programmes"), "programmes.index"),
        _item(_("My account"), "members.account"),
    ]
    if member.coordinates or member.is_administrator:
        menu.insert(1, _item(_("Coordinate"), "coordination.index"))
    else:  # the tips stand at the foot of every page as well: a longer menu has no room for them
        menu.insert(1, _item(_("The eight tips"), "home.tips"))
    if member.programmes_as(Role.SECOND_CONTACT) or member.is_administrator:
        menu.insert(1, _item(_("Told in confidence"), "feedback.concerns"))
    return menu


def _item(label: str, endpoint: str, **values: object) -> MenuItem:
    url = url_for(endpoint, **values)  # type: ignore[arg-type]  # Flask types them as Any
    return MenuItem(label=label, url=url, current=request.path == url)
