"""The list of pairs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.coordination.queries import PAGE, PARTS, WantedBonds, list_bonds
from matcher.coordination.routes.rooms import blueprint
from matcher.coordination.views import PAIR_PARTS, HealthLine, PairLine, days_of, pair_lines
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


class Look(NamedTuple):
    """What a line looks like: see templates/coordination/pair_line.html."""

    state: str
    signals: int
    health: HealthLine | None
    has_met: bool
    is_planned: bool


@blueprint.get("/<uuid:programme_id>/pairs")
@allows(may_coordinate, loads=find_briefly)
def pairs(permit: Permit[Member, Coordinated]) -> ResponseReturnValue:
    member, programme = permit.seen
    wanted = wanted_bonds()
    bonds, total = list_bonds(reading(), programme, wanted, seen_by=member)
    return render_template(
        "coordination/pairs.html",
        lines=_lines(pair_lines(bonds), url_for("coordination.pairs", programme_id=programme.id)),
        programme_id=programme.id,
        part=wanted.part,
        parts=_parts(language(), request.script_root, programme.id, wanted.part),
        **_around(programme.id, wanted, total),
    )


def wanted_bonds() -> WantedBonds:
    """Read the address. What makes no sense there is left out: it is only a way of looking."""
    asked, given = request.args.get("part", "now"), request.args.get("page", "1")
    asked = "closed" if request.args.get("closed") else asked
    number = int(given) if given.isascii() and given.isdigit() and 0 < len(given) < 6 else 1  # noqa: PLR2004  # digits
    return WantedBonds(part=asked if asked in PARTS else "now", page=max(number, 1))


def _lines(lines: Sequence[PairLine], beneath: str) -> list[tuple[Look, Sequence[str]]]:
    """Say what each line tells, with its address: a pair's page lies beneath the list."""
    both = _("%(mentee)s and %(mentor)s")  # looked up once, like the days: many are the same
    days: dict[date | None, str] = {day: short_day(day) for day in days_of(lines)}
    days[None] = ""
    return [
        (
            Look(
                each.state_words,
                each.signals,
                each.health,
                has_met=each.last_met is not None,
                is_planned=each.next_check_in is not None,
            ),
            (
                f"{beneath}/{each.id}",
                both % {"mentee": each.mentee, "mentor": each.mentor},
                *(days[each.since], days[each.last_met], days[each.next_check_in]),
            ),
        )
        for each in lines
    ]


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
