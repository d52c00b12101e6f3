"""The states of an enrolment, and the one function that writes them."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState

_S = EnrolmentState
# Where each state may go. Who has more than one place is offered again while already paired.
ALLOWED: dict[EnrolmentState, frozenset[EnrolmentState]] = {
    _S.DRAFT: frozenset({_S.WAITING, _S.WITHDRAWN}),
    _S.WAITING: frozenset({_S.OFFERED, _S.PAIRED, _S.PAUSED, _S.WITHDRAWN}),
    _S.OFFERED: frozenset({_S.WAITING, _S.PAIRED, _S.PAUSED, _S.WITHDRAWN}),
    _S.PAIRED: frozenset({_S.WAITING, _S.OFFERED, _S.FINISHED, _S.PAUSED, _S.WITHDRAWN}),
    _S.PAUSED: frozenset({_S.WAITING, _S.PAIRED, _S.FINISHED, _S.WITHDRAWN}),
    _S.FINISHED: frozenset({_S.DRAFT, _S.WAITING, _S.WITHDRAWN}),
    _S.WITHDRAWN: frozenset({_S.DRAFT, _S.WAITING}),
}
LABELS = {
    _S.DRAFT: N_("being filled in"),
    _S.WAITING: N_("waiting for a partner"),
    _S.OFFERED: N_("has a proposal"),
    _S.PAIRED: N_("paired"),
    _S.FINISHED: N_("finished"),
    _S.PAUSED: N_("paused"),
    _S.WITHDRAWN: N_("stopped"),
}


def move_enrolment(  # noqa: PLR0913  # a state change has who, when and why
    db: Session,
    enrolment: Enrolment,
    to: EnrolmentState,
    *,
    by: Member | None,
    now: datetime,
    reason: str = "",
) -> None:
    """Change the state of an enrolment, if it may go there. `reason` is a code, not words.

    Nothing else writes the state. Somebody else's change in between is noticed by the version.
    """
    before = enrolment.state
    if to == before:
        return
    if to not in ALLOWED[before]:
        raise RuleBroken(
            N_("This sign-up is now “%(before)s”, and cannot become “%(after)s”."),
            before=sentence(LABELS[before]),
            after=sentence(LABELS[to]),
        )
    enrolment.state = to
    enrolment.state_since = now
    if before == EnrolmentState.PAUSED:
        enrolment.paused_until = None
    facts = {"before": str(before), "after": str(to), "side": str(enrolment.side)}
    note(
        db,
        "enrolment.moved",
        enrolment,
        by=by,
        at=now,
        programme_id=enrolment.programme_id,
        reason=reason,
        **facts,
    )
    db.flush()
