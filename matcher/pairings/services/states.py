"""The states of a pairing, and the one function that writes them."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState

_S = PairingState
ALLOWED: dict[PairingState, frozenset[PairingState]] = {
    _S.BEGINNING: frozenset({_S.ACTIVE, _S.PAUSED, _S.CLOSING, _S.CLOSED}),
    _S.ACTIVE: frozenset({_S.PAUSED, _S.CLOSING, _S.CLOSED}),
    _S.PAUSED: frozenset({_S.BEGINNING, _S.ACTIVE, _S.CLOSING, _S.CLOSED}),
    _S.CLOSING: frozenset({_S.ACTIVE, _S.CLOSED}),
    _S.CLOSED: frozenset(),
}


def move_pairing(  # noqa: PLR0913  # a state change has who, when and why
    db: Session,
    pairing: Pairing,
    to: PairingState,
    *,
    by: Member | None,
    now: datetime,
    reason: str = "",
) -> None:
    """Change the state of a pairing, if it may go there. `reason` is a code, not words.

    Nothing else writes the state. Somebody else's change in between is noticed by the version.
    """
    before = pairing.state
    if to not in ALLOWED[before]:
        raise RuleBroken(N_("That does not go with how this pairing stands now."))
    pairing.state = to
    pairing.changed_at = now
    if before == PairingState.PAUSED:
        pairing.paused_until = None
    facts = {"before": str(before), "after": str(to), "reason": reason}
    where = pairing.programme_id
    note(db, "pairing.moved", pairing, by=by, at=now, programme_id=where, **facts)
    db.flush()


def refuse_closed(pairing: Pairing) -> None:
    """Refuse what makes no sense any more once a pairing has ended."""
    if not pairing.is_open:
        raise RuleBroken(N_("This pairing has ended."))
