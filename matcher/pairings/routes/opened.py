"""Keeping who opened a page beneath the space: once for each person, page and day."""

from contextlib import suppress

from sqlalchemy.exc import IntegrityError

from matcher.foundation import clock
from matcher.pairings.models import LeafOpened
from matcher.pairings.queries.opened import list_opened
from matcher.pairings.routes.rooms import OfPair, OfTwo
from matcher.pairings.views.opened import OpenedLine, has_opened, opened_lines
from matcher.web.session import reading, record


class Visit:
    """One look at a page: who came before, and a line for this one, written once it is made.

    What is read ends where something is written: so `keep` comes after the page is rendered.
    """

    def __init__(self, permit: OfPair | OfTwo, leaf: str) -> None:
        member, pairing = permit.seen
        rows = list_opened(reading(), pairing.id, leaf)
        self.lines: tuple[OpenedLine, ...] = opened_lines(member, pairing, rows)
        self._is_kept = has_opened(member, rows, clock.today())
        self._of = pairing.id, leaf, member.id

    def keep(self) -> None:
        if self._is_kept:
            return
        pairing_id, leaf, member_id = self._of
        fact = LeafOpened(
            pairing_id=pairing_id,
            leaf=leaf,
            member_id=member_id,
            day=clock.today(),
            opened_at=clock.now(),
        )
        with suppress(IntegrityError):  # opened twice at the same moment: one line is enough
            record(fact)
