"""Where a run's pages are: the same for everybody, and made once for each run."""

from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from flask import url_for

from matcher.proposals.views.lines import ANY


class Pages(NamedTuple):
    """The addresses that the list of a run's proposals leads to."""

    matching: str
    run: str
    table: str
    by_hand: str
    ruled_out: str
    preview: str
    keep: str
    take_along: str
    pair: str  # of any pair: `ANY` stands in it for which one


@lru_cache(maxsize=200)
def pages_of_run(_root: str, programme_id: UUID, run_id: UUID) -> Pages:
    """Make them for an installation at this place of its server."""
    programme: dict[str, Any] = {"programme_id": programme_id}
    run = {**programme, "run_id": run_id}
    return Pages(
        matching=url_for("runs.index", **programme),
        run=url_for("runs.show", **run),
        table=url_for("review.table", **run),
        by_hand=url_for("review.by_hand", **run),
        ruled_out=url_for("review.ruled_out", **programme),
        preview=url_for("runs.preview", **run),
        keep=url_for("review.keep_search", **run),
        take_along=url_for("review.take_proposals_along", **run),
        pair=url_for("review.pair", **programme, proposal_id=ANY),
    )
