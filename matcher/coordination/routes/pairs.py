"""The list of pairs."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.coordination.queries import PAGE, PARTS, WantedBonds, list_bonds
from matcher.coordination.routes.rooms import blueprint
from matcher.coordination.views import PAIR_PARTS, PAIRINGS, days_of, pair_lines
from matcher.foundation.words import Language
from matcher.members.models import Member
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import Coordinated, find_briefly
from matcher.web.policy import Permit, allows
from matcher.web.session import reading
from matcher.web.words import _, language, said, short_day


@dataclass(frozen=True, slots=True)
class Part:
    """A link to a part of the list."""

    label: str
    url: str
    current: bool


@blueprint.get("/<uuid:programme_id>/pairs")
@allows(may_coordinate, loads=find_briefly)
def pairs(permit: Permit[Member, Coordinated]) -> ResponseReturnValue:
    member, programme = permit.seen
    wanted = wanted_bonds()
    bonds, total = list_bonds(reading(), programme, wanted, seen_by=member)
    shown = pair_lines(bonds)
    return render_template(
        "coordination/pairs.html",
        pairs=shown,
        programme_id=programme.id,
        part=wanted.part,
        parts=_parts(language(), request.script_root, programme.id, wanted.part),
        # What is said in line after line is looked up once.
        both=_("%(mentee)s and %(mentor)s"),
        states={words: said(words) for words in PAIRINGS.values()},
        days={day: short_day(day) for day in days_of(shown)},
        **_around(programme.id, wanted, total),
    )


def wanted_bonds() -> WantedBonds:
    """Read the address. What makes no sense there is left out: it is only a way of looking."""
    asked, given = request.args.get("part", "now"), request.args.get("page", "1")
    asked = "closed" if request.args.get("closed") else asked
    number = int(given) if given.isascii() and given.isdigit() and 0 < len(given) < 6 else 1  # noqa: PLR2004  # digits
    return WantedBonds(part=asked if asked in PARTS else "now", page=max(number, 1))


@lru_cache(maxsize=500)
def _parts(_spoken: Language, _root: str, programme_id: UUID, part: str) -> tuple[Part, ...]:
    """Name the parts of a programme's list: the same for all who look at it."""
    return tuple(
        Part(
            said(words),
            url_for("coordination.pairs", part=key, programme_id=programme_id),
            current=part == key,
        )
        for key, words in PAIR_PARTS.items()
    )


def _around(programme_id: UUID, wanted: WantedBonds, total: int) -> dict[str, object]:
    """What the pager needs: the pages before and after, and where we are."""
    last, number = max((total + PAGE - 1) // PAGE, 1), wanted.page

    def to(page: int) -> str:
        return url_for("coordination.pairs", programme_id=programme_id, page=page, part=wanted.part)

    return {
        "before": (_("Back"), to(number - 1)) if number > 1 else None,
        "after": (_("Further"), to(number + 1)) if number < last else None,
        "position": _("%(page)s of %(pages)s", page=number, pages=last),
    }
