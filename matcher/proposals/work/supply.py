"""Counting the people of large programmes, so that nobody waits for it who looks."""

from uuid import UUID

from matcher.jobs.work import Work
from matcher.programmes.models import Programme
from matcher.proposals.queries.supply import list_large
from matcher.proposals.services.counting import count_again, keep_count


def count_supplies(work: Work) -> None:
    """Count the large programmes in which something changed; each on its own."""
    with work.read() as db:
        large = list_large(db)
    for programme_id in large:
        work.report("counting")
        _count(work, programme_id)


def count_supply(work: Work) -> None:
    """Count one programme, because a coordinator asked."""
    _count(work, work.subject_id)


def _count(work: Work, programme_id: UUID) -> None:
    """Look first and keep after: counting thousands must not hold up those who write."""
    with work.read() as db:
        programme = db.get(Programme, programme_id)
        stock = count_again(db, programme, now=work.now()) if programme else None
    if stock is None:
        return
    with work.write() as db:
        if db.get(Programme, programme_id):
            keep_count(db, programme_id, stock)
