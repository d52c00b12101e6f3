"""The proposals of a run in a list: sorted, filtered, in pages."""

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Select, String, and_, bindparam, cast, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from matcher.foundation.asking import rows_of
from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Looking, Proposal, ProposalState
from matcher.proposals.models.gist import gist_of
from matcher.proposals.queries.asked import (
    BOTH,
    ME,
    NAMES,
    ORDERS,
    PARTS,
    SORTED_BY,
    Wanted,
    about_run,
    conditions,
    filters,
    joined,
    mentee,
    mentee_member,
    mentor,
    mentor_member,
    of_others,
    tables_of,
)
from matcher.proposals.queries.choosing import raw
from matcher.proposals.queries.listed import AnyRun
from matcher.proposals.queries.looking import LOOKS

Made = TypeVar("Made")
PLAIN = 1, 25, "table"
NOTHING = "[]"  # an empty list, as it is kept
decider, looker = aliased(Member), aliased(Member)


class ListedPair(NamedTuple):
    """What a line of the list is made of, as it is kept: a page has many of them."""

    id: str | UUID  # as the driver gives it
    gist: dict[str, Any]
    version: int
    affinity: float
    state: str
    locked: bool
    need: str
    offer: str
    has_wishes: bool
    # What both wrote, as JSON: it is opened only where their words may have met.
    need_says: str
    need_hopes: str
    offer_says: str
    offer_hopes: str
    decided_by: str | None
    lookers: tuple[str, ...] = ()


def list_for_review(
    db: Session, run: AnyRun, wanted: Wanted, *, seen_by: Member, now: datetime
) -> list[ListedPair]:
    """List one page of proposals, none of them about whoever looks; one query.

    Each comes with who decided about it, and with the colleagues who have it before them now.
    """
    asked = {
        **_of(run, seen_by),
        "size": wanted.size,
        "start": (wanted.page - 1) * wanted.size,
        "since": now - LOOKS,
    }
    found = _rows(db, wanted, _made(_page, wanted), asked)
    # Taken apart in one go: each by itself takes longer.
    gists = json.loads(f"[{','.join([row.gist for row in found])}]")
    if not all(gists):
        gists = [gist or _late_gist(db, row.id) for row, gist in zip(found, gists, strict=True)]
    pairs: list[ListedPair] = []
    for row, gist in zip(found, gists, strict=True):
        looks = (row[-1],) if row[-1] else ()
        if pairs and pairs[-1].id == row.id:  # the same pair with another colleague
            pairs[-1] = pairs[-1]._replace(lookers=pairs[-1].lookers + looks)
        else:
            pairs.append(ListedPair._make((row.id, gist, *row[2:-1], looks)))
    return pairs


def _late_gist(db: Session, key: str | UUID) -> dict[str, Any]:
    """Take it from the reasons: an older process has kept this pair in the midst of an upgrade."""
    return gist_of(db.scalars(select(Proposal.reasons).where(Proposal.id == UUID(str(key)))).one())


@lru_cache(maxsize=100)
def _page(wanted: Wanted) -> Select[Any]:
    """Make the question of one way of looking.

    Which ones is found by their ids alone: sorting thousands of rows with all that people wrote
    would take most of the time.
    """
    order = ORDERS[wanted.order]
    tables = tables_of(wanted) | SORTED_BY.get(wanted.order, frozenset())
    size, start = (bindparam(name, type_=Proposal.version.type) for name in ("size", "start"))
    ids = of_others(select(Proposal.id), tables).where(*conditions(wanted))
    page = ids.order_by(*order).limit(size).offset(start).subquery()
    since = bindparam("since", type_=Looking.seen_at.type)
    looks = Looking.proposal_id == Proposal.id, Looking.member_id != ME, Looking.seen_at >= since
    return (
        joined(select(*_shown()), BOTH | NAMES)
        .outerjoin(decider, decider.id == Proposal.decided_by_id)
        .outerjoin(Looking, and_(*looks))
        .outerjoin(looker, looker.id == Looking.member_id)
        .where(Proposal.id.in_(select(page.c.id)))
        .order_by(*order)
    )


def _shown() -> tuple[Any, ...]:
    return (
        *(raw(Proposal.id, "id"), cast(Proposal.gist, String).label("gist")),
        *(Proposal.version, Proposal.affinity, raw(Proposal.state, "state"), Proposal.locked),
        *(mentee_member.name, mentor_member.name),
        (cast(mentee.topics, String) != NOTHING).label("has_wishes"),
        *(cast(mentee.statements, String), mentee.goal),
        *(cast(mentor.statements, String), mentor.goal),
        *(decider.name, looker.name),
    )


def count_parts(db: Session, run: AnyRun, wanted: Wanted, *, seen_by: Member) -> dict[str, int]:
    """Count each part of the list, as it is filtered; one query."""
    [row] = _rows(db, wanted, _made(_parts, wanted), _of(run, seen_by))
    return dict(zip(PARTS, row, strict=True))


@lru_cache(maxsize=100)
def _parts(wanted: Wanted) -> Select[Any]:
    counts: list[Any] = [func.count().filter(holds) for holds in PARTS.values()]
    return of_others(select(*counts), tables_of(wanted)).where(*filters(wanted))


def _of(run: AnyRun, seen_by: Member) -> dict[str, object]:
    return about_run(run.id, run.programme_id, seen_by.id)


def _made(question: "_lru_cache_wrapper[Made]", wanted: Wanted) -> Made:
    """Make a question once for each way of looking; one with a text in it is not kept."""
    look = wanted
    if (wanted.page, wanted.size, wanted.look) != PLAIN:  # these make no other question
        look = replace(wanted, page=1, size=25, look="table")
    return question.__wrapped__(look) if wanted.text else question(look)


def _rows(
    db: Session, wanted: Wanted, question: Select[Any], asked: dict[str, object]
) -> Sequence[Any]:
    """Ask; what somebody typed, a name perhaps, is not kept with the questions of others."""
    if wanted.text:
        return db.connection().execute(question, asked).all()
    return rows_of(db, question, asked)


def list_versions(
    db: Session,
    run: AnyRun,
    wanted: Wanted,
    states: Collection[ProposalState],
    *,
    seen_by: Member,
) -> list[tuple[UUID, int]]:
    """List all that is shown and in one of these states, with the version that is seen."""
    both: Select[Any] = select(Proposal.id, Proposal.version)  # type: ignore[assignment]  # two columns
    here = (Proposal.state.in_(states), *conditions(wanted))
    query = of_others(both, tables_of(wanted)).where(*here)
    return [(key, version) for key, version in db.execute(query, _of(run, seen_by))]


def list_alternates(db: Session, ids: Sequence[UUID]) -> Sequence[Enrolment]:
    if not ids:
        return ()
    query = select(Enrolment).where(Enrolment.id.in_(ids)).options(joinedload(Enrolment.member))
    return db.scalars(query).all()


def list_names_of_members(db: Session, ids: Sequence[UUID | None]) -> dict[UUID, str]:
    wanted = {each for each in ids if each}
    if not wanted:
        return {}
    return dict(db.execute(select(Member.id, Member.name).where(Member.id.in_(wanted))).all())
