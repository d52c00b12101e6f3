"""What stands in the menu of a visitor, a member and a coordinator."""

from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from flask import get_flashed_messages, url_for

from matcher.config import Settings
from matcher.foundation.words import Language
from matcher.members.duty import Duty
from matcher.members.gate import IN_REACH, current_duty
from matcher.members.login import current_member
from matcher.members.models import Member, Role
from matcher.web.behind import asked, below
from matcher.web.frame import Frame, MenuItem
from matcher.web.session import reading
from matcher.web.words import _, language

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
        nav=_menu(_Reader.of(member, is_held_back=bool(duty and duty.is_over)), here),
        concern_url=url_for("feedback.concern") if member and not here else None,
        is_coordinator=here is not None,
        is_demo=settings.MODE == "demo",
        theme=_theme(),
        notices=tuple(str(text) for kind, text in flashed if kind != "info"),
        asides=tuple(str(text) for kind, text in flashed if kind == "info"),
        second_step_by=duty.until if duty and _is_said_here(duty) else None,
        here=asked().full_path.rstrip("?"),
    )


def _theme() -> str:
    """Return the colours that were chosen; js/theme.js keeps them."""
    chosen = asked().cookies.get("theme", "")
    return chosen if chosen in {"light", "dark"} else "device"


def _programme_here(member: Member | None) -> UUID | None:
    """The programme that a coordinator is at work in: the one in the address of the page."""
    here = (asked().view_args or {}).get("programme_id")
    return here if member and here in member.coordinates else None


def _is_said_here(duty: Duty) -> bool:
    """Say it calmly: where a day's work begins; in the last week on every page."""
    page = asked().endpoint
    said_anyway = page is None or page in IN_REACH
    return not said_anyway and (duty.is_soon or page in BEGINNINGS)


Link = tuple[str, str]  # what it says, and where it leads


class _Reader(NamedTuple):
    """What a menu depends on. Of many people the same is true, and they have the same menu."""

    is_signed_in: bool = False
    is_held_back: bool = False
    is_administrator: bool = False
    is_second_contact: bool = False
    coordinates: bool = False

    @classmethod
    def of(cls, member: Member | None, *, is_held_back: bool) -> "_Reader":
        if member is None or not member.grants:
            return cls(is_signed_in=member is not None, is_held_back=is_held_back)
        return cls(
            is_signed_in=True,
            is_held_back=is_held_back,
            is_administrator=member.is_administrator,
            is_second_contact=bool(member.programmes_as(Role.SECOND_CONTACT)),
            coordinates=bool(member.coordinates),
        )


def _menu(reader: _Reader, here: UUID | None) -> tuple[MenuItem, ...]:
    menus = _menus(language(), below(), reader, here)
    return menus.get(asked().path) or menus[""]


@lru_cache(maxsize=500)
def _menus(
    _language: Language, _root: str | None, reader: _Reader, here: UUID | None
) -> dict[str, tuple[MenuItem, ...]]:
    """Return the menu on each page that it names, and on all others.

    Worked out once for all of whom the same is true.
    """
    links = _links(reader, here)
    return {
        path: tuple(MenuItem(label=label, url=url, current=path == url) for label, url in links)
        for path in ("", *(url for _label, url in links))
    }


def _links(reader: _Reader, here: UUID | None) -> tuple[Link, ...]:
    if not reader.is_signed_in:
        return (
            (_("How it works"), url_for("home.how")),
            (_("The eight tips"), url_for("home.tips")),
            (_("Programmes"), url_for("programmes.index")),
        )
    if reader.is_held_back:  # what is in reach until the second step is there
        return (
            (_("A second step when you sign in"), url_for("members.second_factor")),
            (_("How it works"), url_for("home.how")),
            (_("The eight tips"), url_for("home.tips")),
        )
    return _at_a_programme(here) if here else _at_home(reader)


def _at_a_programme(here: UUID) -> tuple[Link, ...]:
    return (
        (_("Work list"), url_for("coordination.today", programme_id=here)),
        (_("People"), url_for("enrolments.people", programme_id=here)),
        (_("Matching"), url_for("runs.index", programme_id=here)),
        (_("Pairs"), url_for("coordination.pairs", programme_id=here)),
        (_("Figures"), url_for("desk.figures", programme_id=here)),
        (_("Programme"), url_for("programmes.edit", programme_id=here)),
        (_("My own page"), url_for("home.mine")),
    )


def _at_home(reader: _Reader) -> tuple[Link, ...]:
    menu = [
        (_("Home"), url_for("home.mine")),
        (_("Programmes"), url_for("programmes.index")),
        (_("My account"), url_for("members.account")),
    ]
    if reader.coordinates or reader.is_administrator:
        menu.insert(1, (_("Coordinate"), url_for("coordination.index")))
    else:  # the tips stand at the foot of every page as well: a longer menu has no room for them
        menu.insert(1, (_("The eight tips"), url_for("home.tips")))
    if reader.is_second_contact or reader.is_administrator:
        menu.insert(1, (_("Told in confidence"), url_for("feedback.concerns")))
    return tuple(menu)
