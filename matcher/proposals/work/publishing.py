"""Telling pairs at the moment that was planned."""

from matcher.jobs.work import Work
from matcher.proposals.queries.publications import get_publication, list_due_publications
from matcher.proposals.services.planning import begin_publication


def publish_planned(work: Work) -> None:
    """Let what is due begin: each planned publication once, however often this runs."""
    with work.read() as db:
        due = list_due_publications(db, now=work.now())
    for publication_id in due:
        work.report("publications")
        with work.write() as db:
            planned = get_publication(db, publication_id)
            if planned:
                begin_publication(db, planned, now=work.now())
