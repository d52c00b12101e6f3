"""When somebody's own answers ask for a card at once: it is theirs, and nobody else is told."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from matcher.feedback.calendar import beginning_of
from matcher.feedback.history import known_of
from matcher.feedback.known import Known
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.raising import called_for
from matcher.feedback.triggers import Moment
from matcher.guidance.selection import Call
from matcher.guidance.tips import Side, Tip
from matcher.pairings.models import Pairing
from matcher.pairings.queries.agreements import list_outside_hours
from matcher.pairings.queries.helping import list_closed_requests
from matcher.pairings.services.helping import too_much_in_a_row


def calls_of(
    db: Session,
    pairing: Pairing,
    side: Side,
    newest_first: Sequence[CheckIn],
    usual: Mapping[Tip, float],
) -> tuple[Call, ...]:
    """Return the tips that one person's answers call for, each since when."""
    answers = _by_answers(side, newest_first, usual)
    help_given = _by_help(db, pairing) if side == Side.MENTEE else ()
    return (*answers, *help_given, *_by_hours(db, pairing, side))


def _by_answers(
    side: Side, newest_first: Sequence[CheckIn], usual: Mapping[Tip, float]
) -> Iterator[Call]:
    mine = (each for each in newest_first if each.side == side and _counts(each))
    latest = next(mine, None)
    if latest is None or latest.answered_at is None:
        return
    known = known_of(side, newest_first, until=latest, usual=usual)
    for tip in called_for(known, Moment.ANSWER):
        yield Call(tip, latest.answered_at)


def _counts(check_in: CheckIn) -> bool:
    return check_in.state == CheckInState.ANSWERED and check_in.kind != CheckInKind.FOLLOW_UP


def _by_help(db: Session, pairing: Pairing) -> Iterator[Call]:
    for _pairing, closed in list_closed_requests(db, pairing.id):
        too_much = too_much_in_a_row(closed)
        known = Known(help_too_much=len(too_much))
        for tip in called_for(known, Moment.HELP):
            if since := too_much[0].closed_at:
                yield Call(tip, since)


def _by_hours(db: Session, pairing: Pairing, side: Side) -> Iterator[Call]:
    member_id = pairing.member_on(side).id
    for _pairing, said in list_outside_hours(db, pairing.id):
        days = [each.day for each in said if each.member_id == member_id]
        for tip in called_for(Known(days_outside_hours=len(days)), Moment.HELP):
            yield Call(tip, beginning_of(days[-1], pairing.programme.zone))
